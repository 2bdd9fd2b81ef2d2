"""The clock of a document: its period, the day on which it was written, and what its words for time say."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from kybao.figures import DateMention, Period, PeriodKind, PeriodMention, Relative
from kybao.figures.dates import YEARS
from kybao.figures.periods import MONTHS

SOON = timedelta(days=31)  # after a month, in which «11 tháng qua» is said of the eleven


@dataclass(frozen=True, slots=True)
class Time:
    """A period or, with ``at``, the state at its last day."""

    period: Period
    at: bool = False

    @property
    def code(self) -> str:
        """As a fact says it: «2024-Q1», «asof:2024-03-15»."""
        return f"asof:{self.period.end.isoformat()}" if self.at else self.period.code


@dataclass(slots=True)
class Clock:
    """What a document says about its own time."""

    report: Period | None = None
    day: date | None = None  # of the document
    titled: bool = False  # the title of an official document names the period
    counted: Time | None = None  # what its figures cover where it is not the report's period
    planned: Period | None = None  # what its tasks are for

    @property
    def usual(self) -> Time | None:
        """The time of a figure that names none."""
        return self.counted or (Time(self.report) if self.report else None)

    @property
    def plan(self) -> Time | None:
        """The time of a plan that names none: the year of the report, or the school year."""
        if self.report is None or self.report.start.year != self.report.end.year:
            return self.usual
        return Time(period_at(self.report.end, PeriodKind.YEAR))

    def now(self) -> Time | None:
        """Give the day at which the figures of the report stand."""
        if self.report is None:
            return Time(Period.between(self.day, self.day), at=True) if self.day else None
        day = self.day if self.day and self.day >= self.report.start else self.report.end
        day = min(day, self.report.end) if self.titled else day  # what the press writes holds on the day it writes
        return Time(Period.between(day, day), at=True)

    @property
    def accumulated(self) -> Time | None:
        """What «lũy kế» says: from the new year on, in a report from the new year on from the beginning."""
        if self.report is None or self.report.start.month > 1:
            return Time(self.report.since_new_year()) if self.report else self.now()
        end = min(self.day, self.report.end) if self.day and self.day >= self.report.start else self.report.end
        return Time(Period.between(end, end), at=True)

    def is_its_day(self, mention: PeriodMention) -> bool:
        """Whether a day is that of the news itself, on which somebody said something: «Sáng 28/1»."""
        days = mention.days
        if self.titled or days is None or days[0] != days[1] or mention.until or mention.since:
            return False
        return self.day is not None and days[0].on(self.day.year) == self.day

    def time(self, mention: PeriodMention) -> Time | None:
        """Give the time that a mention names."""
        if mention.relative is Relative.TO_DATE:
            return self.now()
        period = mention.beside(self.report) or self._mended(mention)
        if period is None or not self.bears_out(mention, period):
            return None
        if self.counted and period == self.report and not mention.until and not self.counted.period.contains(period):
            return self.counted  # «trong 6 tháng», of which the figures are counted from 15/12 to 14/6
        return Time(period, at=mention.until)

    def bears_out(self, mention: PeriodMention, period: Period) -> bool:
        """Whether a number is a period here: «10 tháng» in October or right after it, not in a report of June."""
        if not mention.bare or mention.months == (1, 12):
            return True
        day = self.report.end if self.report else self.day
        return day is not None and period.end.year == day.year and timedelta(0) <= day - period.end < SOON

    def basis(self, mention: PeriodMention, period: Period) -> str:
        """Say what a period is beside the report's own: the one before, the same of last year, or another."""
        if self.report is None or period.kind is PeriodKind.DAYS:
            return "other"
        own = self.report
        if period.kind is not own.kind:
            own = period_at(own.end, period.kind)
        if mention.relative is Relative.PREVIOUS_YEAR and self.report.kind is not PeriodKind.YEAR:
            return "same_period"
        if period == own.previous():
            return "previous_period"
        return "same_period" if period == own.same_of_last_year() else "other"

    @property
    def usual_basis(self) -> str:
        """The basis of a growth that names none: the year before in a report of a year, else the same period."""
        return "previous_period" if self.report and self.report.kind is PeriodKind.YEAR else "same_period"

    def _mended(self, mention: PeriodMention) -> Period | None:
        """Read «đến 31/6» as the last day of June, «ngày 31/6» as June, and a year not said as the document's."""
        year = self.report.year if self.report else self.day.year if self.day else None
        if mention.days is None:
            return None
        if mention.days[0] == mention.days[1] and not mention.until:
            return _month_of(mention.days[0], year)
        ends = [_nearest(day, mention.year or year) for day in mention.days]
        if ends[0] is None or ends[1] is None or ends[1] < ends[0]:
            return None
        return Period.between(ends[0], ends[1])


def _month_of(day: DateMention, year: int | None) -> Period | None:
    last = _nearest(day, year)
    return period_at(last, PeriodKind.MONTH) if last else None


def _nearest(day: DateMention, year: int | None) -> date | None:
    year = day.year or year
    if year is None or year not in YEARS or not 1 <= day.month <= 12 or not 1 <= day.day <= 31:
        return None
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))


def is_span_of_years(period: Period) -> bool:
    """Whether a period is some whole years: «giai đoạn 2021 - 2025»."""
    whole = (period.start.month, period.start.day, period.end.month, period.end.day) == (1, 1, 12, 31)
    return whole and period.start.year != period.end.year


def period_at(day: date, kind: PeriodKind) -> Period:
    """Give the period of a kind in which a day lies."""
    length = MONTHS[kind]
    first = (day.month - 1) // length * length + 1
    return Period.of_months(day.year, first if first + length <= 13 else 1, kind)  # October lies in no nine months
