from datetime import date, timedelta

import pytest

from kybao.figures import Period
from kybao.submissions.calendars import (
    calendar_words,
    calendars,
    is_working_day,
    special_days,
    working_days_after,
)
from kybao.submissions.errors import SubmissionRefusal


@pytest.mark.parametrize(
    ("code", "first", "closing"),
    [
        ("2024-03", date(2024, 2, 15), date(2024, 3, 14)),
        ("2024-01", date(2023, 12, 15), date(2024, 1, 14)),
        ("2024-Q1", date(2023, 12, 15), date(2024, 3, 14)),
        ("2024-Q4", date(2024, 9, 15), date(2024, 12, 14)),
        ("2024-H1", date(2023, 12, 15), date(2024, 6, 14)),
        ("2024-H2", date(2024, 6, 15), date(2024, 12, 14)),
        ("2024-9M", date(2023, 12, 15), date(2024, 9, 14)),
        ("2024", date(2023, 12, 15), date(2024, 12, 14)),
        ("2024-06-24..2024-07-08", date(2024, 6, 24), date(2024, 7, 8)),  # the issuer decides
    ],
)
def test_periodic_reports_count_from_the_fifteenth_to_the_fourteenth(code: str, first: date, closing: date) -> None:
    assert calendars()["nd09"].counted(Period.parse(code)) == (first, closing)


@pytest.mark.parametrize(
    ("code", "first", "closing"),
    [
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-Q1", date(2024, 1, 1), date(2024, 3, 31)),
        ("2023-H1", date(2023, 1, 1), date(2023, 6, 30)),
    ],
)
def test_another_regime_counts_calendar_months_at_the_same_time(code: str, first: date, closing: date) -> None:
    assert calendars()["duong-lich"].counted(Period.parse(code)) == (first, closing)


def test_a_period_before_the_rule_came_into_force_has_no_closing_date() -> None:
    with pytest.raises(SubmissionRefusal, match="không có quy định chốt số liệu cho quý I/2018"):
        calendars()["nd09"].closing(Period.parse("2018-Q1"))


def test_tables_name_a_calendar_by_several_words() -> None:
    assert calendar_words()["15-14"] == calendar_words()["Nghị định 09/2019/NĐ-CP"] == "nd09"
    assert set(calendar_words().values()) == set(calendars())


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2024, 3, 15), True),  # a Friday
        (date(2024, 3, 16), False),  # a Saturday
        (date(2024, 2, 12), False),  # Tết
        (date(2024, 4, 29), False),  # exchanged …
        (date(2024, 5, 4), True),  # … for this Saturday
        (date(2023, 5, 3), False),
        (date(2025, 9, 1), False),
    ],
)
def test_offices_rest_at_week_ends_and_holidays(day: date, worked: bool) -> None:
    assert is_working_day(day) is worked


def test_a_deadline_passes_over_week_ends_and_holidays() -> None:
    assert working_days_after(date(2024, 3, 14), 1) == date(2024, 3, 15)
    assert working_days_after(date(2024, 3, 14), 3) == date(2024, 3, 19)
    assert working_days_after(date(2024, 2, 7), 1) == date(2024, 2, 15)
    assert working_days_after(date(2024, 4, 26), 2) == date(2024, 5, 3)


def test_a_day_worked_instead_is_a_day_of_the_week_end() -> None:
    assert special_days()
    for day, worked in special_days().items():
        assert not worked or day.weekday() >= 5, day


def test_holidays_are_listed_for_the_years_that_the_examples_and_reports_are_about() -> None:
    for year in range(2020, 2027):
        tet = sum(not worked for day, worked in special_days().items() if day.year == year)
        assert tet >= 10, year
        assert date(year, 1, 1) in special_days()
        assert any(date(year, 9, 2) + timedelta(days=number) in special_days() for number in (-1, 0, 1))
