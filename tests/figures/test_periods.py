"""Periods have codes that read back, usual names, and neighbours to compare with."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kybao.figures import Period, PeriodError, PeriodKind

CODES = ["2024-06", "2024-Q1", "2024-H1", "2024-H2", "2024-9M", "2024", "2024-06-24..2024-07-08"]
days = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize("code", CODES)
def test_a_code_reads_back(code: str) -> None:
    assert Period.parse(code).code == code


@pytest.mark.parametrize(
    ("code", "usual"),
    [
        ("2024-01..2024-09", "2024-9M"),
        ("2024-01..2024-06", "2024-H1"),
        ("2024-04..2024-06", "2024-Q2"),
        ("2024-06-21", "2024-06-21..2024-06-21"),
    ],
)
def test_a_span_gets_its_usual_name(code: str, usual: str) -> None:
    assert Period.parse(code).code == usual


@pytest.mark.parametrize(
    "code",
    [
        "",
        "2024-13",
        "2024-00",
        "2024-Q5",
        "24-06",
        "2024-6",
        "2024-07-08..2024-06-24",
        "quý I",
        "2024-02-30..2024-03-01",
    ],
)
def test_anything_else_is_refused_with_the_code_in_the_sentence(code: str) -> None:
    with pytest.raises(PeriodError, match="không phải là mã kỳ báo cáo") as refused:
        Period.parse(code)
    assert f"«{code}»" in str(refused.value)


@pytest.mark.parametrize(
    ("code", "last_year", "before"),
    [
        ("2024-01", "2023-01", "2023-12"),
        ("2024-Q1", "2023-Q1", "2023-Q4"),
        ("2024-Q3", "2023-Q3", "2024-Q2"),
        ("2024-H1", "2023-H1", "2023-H2"),
        ("2024-H2", "2023-H2", "2024-H1"),
        ("2024", "2023", "2023"),
        ("2024-06-24..2024-07-08", "2023-06-24..2023-07-08", "2024-06-09..2024-06-23"),
        ("2024-02-15..2024-02-29", "2023-02-15..2023-02-28", "2024-01-31..2024-02-14"),
    ],
)
def test_neighbours(code: str, last_year: str, before: str) -> None:
    period = Period.parse(code)
    assert (period.same_of_last_year().code, period.previous().code) == (last_year, before)


def test_the_nine_months_before_nine_months_begin_in_april() -> None:
    before = Period.parse("2024-9M").previous()
    assert (before.start, before.end, before.kind) == (date(2023, 4, 1), date(2023, 12, 31), PeriodKind.DAYS)


def test_labels_are_what_people_write() -> None:
    labels = [Period.parse(code).label for code in CODES]
    assert labels == [
        "tháng 6/2024", "quý I/2024", "6 tháng đầu năm 2024", "6 tháng cuối năm 2024", "9 tháng đầu năm 2024",
        "năm 2024", "từ ngày 24/06/2024 đến ngày 08/07/2024",
    ]  # fmt: skip


def test_cumulative_time_begins_on_new_years_day() -> None:
    assert Period.parse("2024-Q3").since_new_year() == Period.parse("2024-9M")
    assert Period.parse("2024").contains(Period.parse("2024-02"))
    assert not Period.parse("2024").contains(Period.parse("2023-12-31..2024-01-02"))


@given(days, days)
def test_any_days_make_a_period_whose_code_reads_back(first: date, last: date) -> None:
    period = Period.between(min(first, last), max(first, last))
    assert Period.parse(period.code) == period
    assert Period.parse(period.previous().code).end < period.start
