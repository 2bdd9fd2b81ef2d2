"""Periods in prose: «quý I/2024», «6 tháng đầu năm 2024», «giai đoạn 2021 - 2025», «đến ngày 15/3», «trong tuần»."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from kybao.figures.composing import compose
from kybao.figures.dates import DateMention, any_of, find_dates, moved
from kybao.figures.periods import MONTHS, ROMAN, Period, PeriodKind
from kybao.figures.vocabulary import words


class Relative(StrEnum):
    """A period that is named only by its place beside the report's own."""

    REPORT = "report"  # trong kỳ, trong tuần
    MONTH = "month"  # trong tháng
    QUARTER = "quarter"
    YEAR = "year"  # cả năm
    SINCE_NEW_YEAR = "since_new_year"  # từ đầu năm đến nay
    TO_DATE = "to_date"  # đến nay
    PREVIOUS = "previous"
    PREVIOUS_MONTH = "previous_month"
    PREVIOUS_QUARTER = "previous_quarter"
    PREVIOUS_YEAR = "previous_year"


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A period as written, at passage characters ``start`` to ``end``.

    ``months`` are its first and last month, ``days`` its first and last day, ``relative`` its place beside the
    report's period; exactly one of the three is given. ``until`` says that figures are counted at its last day.
    """

    start: int
    end: int
    year: int | None = None
    months: tuple[int, int] | None = None
    last_year: int | None = None  # of a span of years: giai đoạn 2021 - 2025
    days: tuple[DateMention, DateMention] | None = None
    relative: Relative | None = None
    until: bool = False

    @property
    def period(self) -> Period | None:
        """The period, where the text names it wholly."""
        return self.beside(None)

    def beside(self, report: Period | None) -> Period | None:
        """Give the period in a report for ``report``, which fills in the year; None where it cannot be told."""
        if self.relative is not None:
            return _relative(self.relative, report) if report else None
        year = self.year or (report.year if report else None)
        if self.days is not None:
            return _between_days(self.days, year)
        if year is None or self.months is None:
            return None
        first, last = self.months
        last_year = self.last_year or year
        end = date(last_year, last, monthrange(last_year, last)[1])
        return Period.between(date(year, first, 1), end)


def _between_days(days: tuple[DateMention, DateMention], year: int | None) -> Period | None:
    last = days[1].on(year)
    first = days[0].on(last.year if last else year)
    if first is None or last is None or last < first:
        return None
    return Period.between(first, last)


def _relative(relative: Relative, report: Period) -> Period | None:
    """Give the period that stands in this place beside the report's."""
    whole = {Relative.MONTH: PeriodKind.MONTH, Relative.QUARTER: PeriodKind.QUARTER, Relative.YEAR: PeriodKind.YEAR}
    before = {Relative.PREVIOUS_MONTH: PeriodKind.MONTH, Relative.PREVIOUS_QUARTER: PeriodKind.QUARTER,
              Relative.PREVIOUS_YEAR: PeriodKind.YEAR}  # fmt: skip
    if relative is Relative.REPORT:
        return report
    if relative is Relative.PREVIOUS:
        return report.previous()
    if relative in (Relative.SINCE_NEW_YEAR, Relative.TO_DATE):
        return report.since_new_year()
    if relative in before:
        return _around(report, before[relative]).previous()
    return _around(report, whole[relative])


def _around(report: Period, kind: PeriodKind) -> Period:
    """Give the month, quarter or year that the report's last day lies in."""
    length = MONTHS[kind]
    return Period.of_months(report.year, (report.end.month - 1) // length * length + 1, kind)


YEAR = r"((?:19|20)[0-9]{2})"
OF_YEAR = rf"(?:\s?/\s?{YEAR}|,?\s+năm\s+{YEAR})?"
QUARTER = rf"\bquý\s+(IV|I{{1,3}}|[1-4]){OF_YEAR}(?![\w/])"
HALF = rf"(đầu|cuối)\s+năm(?:\s+{YEAR})?"
COUNTED_MONTHS = rf"(?<![\w.,/])([0-9]{{1,2}})\s+tháng(?:\s+{HALF}|\s+năm\s+{YEAR}|/{YEAR}|(?!\s*[0-9]))(?![\w/])"
MONTH = rf"\btháng\s+([0-9]{{1,2}}){OF_YEAR}(?![\w/]|[.,][0-9])"
YEARS = rf"\b(?:năm|năm học|giai đoạn|nhiệm kỳ|thời kỳ|từ)\s+{YEAR}\s?[-–—]\s?{YEAR}(?![\w/.])"
BARE_YEARS = rf"(?<![\w/.,]){YEAR}\s?[-–—]\s?{YEAR}(?![\w/]|[.,][0-9])"
WHOLE_YEAR = rf"\bnăm\s+{YEAR}(?![\w/]|[.,][0-9])"
OWN_WORDS: dict[str, str] = words("time")["own"]
OWN = rf"\b({any_of(list(OWN_WORDS))})\b"
MENTION = re.compile("|".join((QUARTER, COUNTED_MONTHS, MONTH, YEARS, BARE_YEARS, WHOLE_YEAR, OWN)), re.IGNORECASE)
UNTIL = re.compile(rf"\b(?:{any_of(words('time')['until'])})(?:\s+ngày)?\s+$", re.IGNORECASE)
TO = re.compile(r"\s?[-–—]\s?|\s+đến(?:\s+hết)?(?:\s+ngày)?\s+", re.IGNORECASE)
LOOK_BACK = 30  # characters in which «tính đến hết ngày» fits


def period_mentions(text: str) -> Iterator[PeriodMention]:
    """Yield the periods that a passage names, in order, with their offsets in it."""
    composed = compose(text)
    for mention in find_periods(composed.text, tuple(find_dates(composed.text))):
        days = mention.days and (moved(mention.days[0], composed), moved(mention.days[1], composed))
        yield replace(mention, start=composed.back(mention.start), end=composed.back(mention.end), days=days)


def find_periods(text: str, days: tuple[DateMention, ...]) -> Iterator[PeriodMention]:
    """Yield the periods that a text of composed letters names; ``days`` are its dates."""
    found = [*_of_days(text, days), *_of_words(text)]
    found.sort(key=lambda mention: (mention.start, -mention.end))
    end = 0
    for mention in found:
        if mention.start >= end:
            yield _counted_until(text, mention)
            end = mention.end


def _counted_until(text: str, mention: PeriodMention) -> PeriodMention:
    before = text[max(0, mention.start - LOOK_BACK) : mention.start]
    return replace(mention, until=True) if UNTIL.search(before) else mention


def _of_days(text: str, days: tuple[DateMention, ...]) -> Iterator[PeriodMention]:
    """Join two days with «đến» or a dash between; a single one is a period of one day."""
    index = 0
    while index < len(days):
        first = last = days[index]
        if index + 1 < len(days) and TO.fullmatch(text, first.end, days[index + 1].start):
            last, index = days[index + 1], index + 1
        yield PeriodMention(first.start, last.end, last.year, days=(first, last))
        index += 1


def _of_words(text: str) -> Iterator[PeriodMention]:
    for match in MENTION.finditer(text):
        mention = _mention(match)
        if mention is not None:
            yield mention


def _mention(match: re.Match[str]) -> PeriodMention | None:
    """Read one match of MENTION; its groups stand in the order of the patterns."""
    (
        quarter,
        year1,
        year2,
        count,
        half,
        year3,
        year4,
        year5,
        month,
        year6,
        year7,
        from1,
        to1,
        from2,
        to2,
        whole,
        own,
    ) = match.groups()
    start, end = match.span()
    if quarter:
        number = ROMAN.index(quarter.upper()) if quarter.upper() in ROMAN else int(quarter)
        return PeriodMention(start, end, _year(year1, year2), (3 * number - 2, 3 * number))
    if count:
        return _counted(start, end, int(count), half, _year(year3, year4, year5))
    if month:
        number = int(month)
        return PeriodMention(start, end, _year(year6, year7), (number, number)) if 1 <= number <= 12 else None
    if own:
        return PeriodMention(start, end, relative=Relative(words("time")["own"][" ".join(own.lower().split())]))
    first, last = _year(from1, from2, whole), _year(to1, to2, whole)
    return PeriodMention(start, end, first, (1, 12), last)


def _counted(start: int, end: int, count: int, half: str | None, year: int | None) -> PeriodMention | None:
    """Read «6 tháng đầu năm», «9 tháng»; a bare «36 tháng» is a duration."""
    if not 1 <= count <= 12 or not (half or year or count in (6, 9)):
        return None
    months = (13 - count, 12) if half and half.lower() == "cuối" else (1, count)
    return PeriodMention(start, end, year, months)


def _year(*written: str | None) -> int | None:
    return next((int(year) for year in written if year), None)
