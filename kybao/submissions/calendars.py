"""When the figures of a period are closed, and which days are worked: rules as data in ``words``."""

import tomllib
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from kybao.figures import Period, PeriodKind
from kybao.office.csv_tables import read_table
from kybao.submissions.errors import SubmissionRefusal

WORDS = Path(__file__).with_name("words")
SATURDAY = 5
FOREVER = date(9999, 12, 31)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day, told by a month relative to the period and a day in it (31: the last one)."""

    month: int
    day: int

    def near(self, month: date) -> date:
        """Give the day, counted from a month."""
        year, index = divmod(month.year * 12 + month.month - 1 + self.month, 12)
        return date(year, index + 1, min(self.day, monthrange(year, index + 1)[1]))


@dataclass(frozen=True, slots=True)
class Rule:
    """From when until when some kinds of period are counted, while the rule is in force."""

    kinds: frozenset[PeriodKind]
    valid_from: date
    valid_to: date
    start: Anchor
    end: Anchor


@dataclass(frozen=True, slots=True)
class Calendar:
    """A data-closing calendar (lịch chốt số liệu) with its rules over time."""

    code: str
    name: str
    rules: tuple[Rule, ...]

    def counted(self, period: Period) -> tuple[date, date]:
        """Give the first and the last day that a period's figures are counted over; the last is the closing date.

        >>> [f"{day:%d/%m/%Y}" for day in calendars()["nd09"].counted(Period.parse("2024-Q1"))]
        ['15/12/2023', '14/03/2024']
        """
        for rule in self.rules:
            if period.kind in rule.kinds and rule.valid_from <= period.end <= rule.valid_to:
                return rule.start.near(period.start), rule.end.near(period.end)
        if period.kind is PeriodKind.DAYS:
            return period.start, period.end  # the issuer of the report decides
        raise SubmissionRefusal(f"Lịch «{self.name}» không có quy định chốt số liệu cho {period.label}.")

    def closing(self, period: Period) -> date:
        """Give the day until which a period's figures are counted (ngày chốt)."""
        return self.counted(period)[1]


@cache
def calendars() -> Mapping[str, Calendar]:
    """Give the calendars by code."""
    data = tomllib.loads((WORDS / "calendars.toml").read_text(encoding="utf-8"))
    return {
        entry["code"]: Calendar(entry["code"], entry["name"], tuple(_rule(rule) for rule in entry["rules"]))
        for entry in data["calendars"]
    }


@cache
def calendar_words() -> Mapping[str, str]:
    """Give the code of each calendar by the words that tables name it with."""
    data = tomllib.loads((WORDS / "calendars.toml").read_text(encoding="utf-8"))
    return {word: entry["code"] for entry in data["calendars"] for word in entry["words"]}


def _rule(entry: Mapping[str, object]) -> Rule:
    said = dict(entry)
    kinds, start, end = said["kinds"], said["start"], said["end"]
    since, until = said["valid_from"], said.get("valid_to", FOREVER)
    if not (isinstance(kinds, list) and isinstance(start, dict) and isinstance(end, dict)):
        raise TypeError(said)
    if not (isinstance(since, date) and isinstance(until, date)):
        raise TypeError(said)
    return Rule(frozenset(map(PeriodKind, kinds)), since, until, Anchor(**start), Anchor(**end))


@cache
def special_days() -> Mapping[date, bool]:
    """Give the days that differ from the week's rule: False for a holiday, True for one worked instead."""
    days: dict[date, bool] = {}
    for row in read_table(WORDS / "holidays.csv", ("từ ngày", "đến ngày", "loại", "tên")):
        first, last = row.day("từ ngày"), row.day("đến ngày")
        worked = row.choice("loại", {"nghỉ": False, "làm bù": True})
        days |= {first + timedelta(days=number): worked for number in range((last - first).days + 1)}
    return days


def is_working_day(day: date) -> bool:
    """Whether offices work: Monday to Friday but holidays, and days worked instead of others.

    >>> is_working_day(date(2024, 2, 12)), is_working_day(date(2024, 5, 4))
    (False, True)
    """
    return special_days().get(day, day.weekday() < SATURDAY)


def working_days_after(day: date, count: int) -> date:
    """Give the day that lies so many working days after another.

    >>> working_days_after(date(2024, 3, 14), 2)  # a Thursday
    datetime.date(2024, 3, 18)
    """
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day
