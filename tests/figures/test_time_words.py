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
        ("từ ngày 11 đến ngày 14/9/2023", "2023-09-11..2023-09-14"),
        ("từ 11-14/9/2023", "2023-09-11..2023-09-14"),
        ("đêm 11 đến sáng 12/3", "2024-03-11..2024-03-12"),
        ("từ tháng 2 đến tháng 5/2023", "2023-02-01..2023-05-31"),
        ("tháng 10 - tháng 12 năm 2023", "2023-Q4"),
        ("từ tháng 10/2023 đến hết tháng 02/2024", "2023-10-01..2024-02-29"),
        ("từ quý I đến quý III năm 2023", "2023-9M"),
        ("từ năm 2019 đến năm 2023", "2019-01-01..2023-12-31"),
        ("từ ngày 20/02/2024, huyện", "2024-02-20..2024-03-31"),
        ("kể từ đầu tháng 2, huyện", "2024-02-01..2024-03-31"),
        ("từ đầu quý I năm 2023", "2023-01-01..2024-03-31"),
        ("lũy kế 9 tháng 5.867 triệu đồng", "2024-9M"),
        ("lũy kế 9 tháng 41 tỷ đồng", "2024-9M"),
        ("10 tháng qua", "2024-01-01..2024-10-31"),
        ("cuối năm còn 12 hộ", "2024"),
        ("đến hết quý đạt", "2024-Q1"),
        ("vụ Đông xuân 2022 - 2023", "2022-01-01..2023-12-31"),
        ("so với 2022", "2022"),
        ("KH 2025", "2025"),
    ],
)
def test_a_period_is_read(text: str, code: str) -> None:
    assert codes(text)[0] == code


@pytest.mark.parametrize(
    "text",
    [
        "thời hạn 36 tháng",
        "tháng 13/2020",
        "05 năm",
        "năm tốt",
        "một quý",
        "12 tháng tuổi",
        "6 tháng một lần",
        "9 tháng/lần",
        "hết năm học",
        "đạt 2024",
        "trồng 2020 cây",
        "số 2019",
        "Luật Đất đai 2013",
        "giá so sánh 2010",
    ],
)
def test_durations_are_no_periods(text: str) -> None:
    assert codes(text) == []


def test_a_period_without_a_year_waits_for_the_report() -> None:
    (mention,) = period_mentions("quý II")
    assert (mention.period, mention.year) == (None, None)
    assert mention.beside(Period.parse("2019")) == Period.parse("2019-Q2")


@pytest.mark.parametrize(
    "text",
    [
        "tính đến ngày 15/3/2024",
        "đến hết tháng 6/2017",
        "đến cuối năm 2021",
        "đến 30/9/2024",
        "cuối năm 2020",
        "tính đến 17 giờ ngày 31/8/2024",
        "tính đến 7h30, ngày 31/8/2024",
        "cuối kỳ",
        "tại thời điểm 01/7/2024",
        "tại ngày 31/12/2023",
        "cuối năm",
        "đến hết năm",
        "cuối tháng 6",
    ],
)
def test_figures_counted_at_a_day_are_marked(text: str) -> None:
    (mention,) = period_mentions(text)
    assert mention.until


def test_a_period_of_its_own_is_not_counted_at_a_day() -> None:
    assert [mention.until for mention in period_mentions("trong năm 2021, ngày 5/4/2021")] == [False, False]


@pytest.mark.parametrize(
    ("text", "open_end"), [("từ ngày 20/02/2024", True), ("từ 11 đến 14/9/2023", False), ("trong năm 2023", False)]
)
def test_a_beginning_without_an_end_is_marked(text: str, *, open_end: bool) -> None:
    (mention,) = period_mentions(text)
    assert mention.since is open_end


def test_what_was_carried_over_from_a_year_begins_nothing() -> None:
    (mention,) = period_mentions("từ năm 2023 chuyển sang 12 đơn")
    assert (str(mention.period), mention.since) == ("2023", False)


@pytest.mark.parametrize(
    ("text", "bare"),
    [("10 tháng", True), ("hai tháng", True), ("6 tháng", False), ("10 tháng năm 2023", False), ("CK 2023", True)],
)
def test_a_number_that_may_be_no_period_is_marked(text: str, *, bare: bool) -> None:
    (mention,) = period_mentions(text)
    assert mention.bare is bare


@pytest.mark.parametrize(
    ("text", "season"),
    [("năm học 2023 - 2024", True), ("niên vụ 2023-2024", True), ("giai đoạn 2021 - 2025", False)],
)
def test_a_season_over_two_years_is_marked(text: str, *, season: bool) -> None:
    (mention,) = period_mentions(text)
    assert mention.season is season


def test_an_impossible_day_gives_no_period() -> None:
    assert codes("ngày 31/6/2024") == ["None"]


@pytest.mark.parametrize("phrase", words("time")["own"])
def test_every_relative_phrase_is_read(phrase: str) -> None:
    (mention, *_) = period_mentions(f"{phrase}, huyện")
    assert mention.relative is not None
    assert mention.beside(Period.parse("2024-06")) is not None
