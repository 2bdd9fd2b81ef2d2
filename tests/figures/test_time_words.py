"""Periods in prose become periods, with the report's year where the text names none."""

import pytest

from kybao.figures import Period, period_mentions
from kybao.figures.vocabulary import words

REPORT = Period.parse("2024-Q1")


def codes(text: str, report: Period | None = REPORT) -> list[str]:
    return [str(mention.beside(report)) for mention in period_mentions(text)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("quý I/2024", "2024-Q1"),
        ("Quý IV năm 2023", "2023-Q4"),
        ("QUÝ II", "2024-Q2"),
        ("6 tháng đầu năm 2023", "2023-H1"),
        ("6 tháng cuối năm", "2024-H2"),
        ("9 tháng", "2024-9M"),
        ("8 tháng đầu năm 2024", "2024-01-01..2024-08-31"),
        ("tháng 6/2020", "2020-06"),
        ("Tháng 12 năm 2019", "2019-12"),
        ("năm 2022", "2022"),
        ("giai đoạn 2021 - 2025", "2021-01-01..2025-12-31"),
        ("từ ngày 24/6/2024 đến ngày 08/7/2024", "2024-06-24..2024-07-08"),
        ("từ 15/4 - 04/7/2024", "2024-04-15..2024-07-04"),
        ("trong tuần", "2024-Q1"),
        ("trong tháng", "2024-03"),
        ("năm trước", "2023"),
        ("quý trước", "2023-Q4"),
        ("từ đầu năm đến nay", "2024-Q1"),
    ],
)
def test_a_period_is_read(text: str, code: str) -> None:
    assert codes(text)[0] == code


@pytest.mark.parametrize("text", ["thời hạn 36 tháng", "hai tháng", "tháng 13/2020", "05 năm", "năm tốt", "một quý"])
def test_durations_are_no_periods(text: str) -> None:
    assert codes(text) == []


def test_a_period_without_a_year_waits_for_the_report() -> None:
    (mention,) = period_mentions("quý II")
    assert (mention.period, mention.year) == (None, None)
    assert mention.beside(Period.parse("2019")) == Period.parse("2019-Q2")


@pytest.mark.parametrize(
    "text", ["tính đến ngày 15/3/2024", "đến hết tháng 6/2017", "đến cuối năm 2021", "đến 30/9/2024"]
)
def test_figures_counted_at_a_day_are_marked(text: str) -> None:
    (mention,) = period_mentions(text)
    assert mention.until


def test_a_period_of_its_own_is_not_counted_at_a_day() -> None:
    assert [mention.until for mention in period_mentions("trong năm 2021, ngày 5/4/2021")] == [False, False]


def test_an_impossible_day_gives_no_period() -> None:
    assert codes("ngày 31/6/2024") == ["None"]


@pytest.mark.parametrize("phrase", words("time")["own"])
def test_every_relative_phrase_is_read(phrase: str) -> None:
    (mention, *_) = period_mentions(f"{phrase}, huyện")
    assert mention.relative is not None
    assert mention.beside(Period.parse("2024-06")) is not None
