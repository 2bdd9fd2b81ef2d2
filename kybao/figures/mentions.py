"""A period as a text names it, and which period that is in a report for another."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kybao.figures.dates import DateMention
from kybao.figures.periods import MONTHS, Period, PeriodKind


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
    report's period; exactly one of the three is given. ``until`` says that figures are counted at its last day,
    ``since`` that only its beginning is told: «từ ngày 29/5/2024».
    """

    start: int
    end: int
    year: int | None = None
    months: tuple[int, int] | None = None
    last_year: int | None = None  # of a span of years: giai đoạn 2021 - 2025
    days: tuple[DateMention, DateMention] | None = None
    relative: Relative | None = None
    until: bool = False
    since: bool = False
    season: bool = False  # a school year, a harvest: năm học 2023 - 2024
    bare: bool = False  # a number that the report has to bear out as a period: «10 tháng», «CK 2023»

    @property
    def period(self) -> Period | None:
        """The period, where the text names it wholly."""
        return self.beside(None)

    def beside(self, report: Period | None) -> Period | None:
        """Give the period in a report for ``report``, which fills in the year; None where it cannot be told."""
        if self.relative is not None:
            return _relative(self.relative, report) if report else None
        own = self._own(self.year or (report.year if report else None))
        if self.since and own and report and own.start <= report.end:
            return Period.between(own.start, report.end)
        return own

    def _own(self, year: int | None) -> Period | None:
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
    if first and last and last < first and days[0].year is None:
        first = days[0].on(last.year - 1)  # từ ngày 15/12 đến ngày 14/01/2024
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
