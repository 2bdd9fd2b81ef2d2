"""What a document says about its own time: the period of the report and the day on which it was written."""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

from kybao.claims.vocabulary import words
from kybao.figures import DateMention, Period, PeriodKind, PeriodMention, Relative, dates, period_mentions
from kybao.figures.periods import MONTHS
from kybao.text import Document, Kind

# «136/QĐ-UBND ngày 19/01/2024»: the day belongs to the cited document.
CITED = re.compile(r"(?:/[\w-]*[A-ZĐ]{2}[\w-]*|\d/\d{4}),?\s*(?:ngày\s*)?$")
LOOK_BACK = 40
TASKS = tuple(words("times")["tasks"])
PRESS_REACH = 12  # blocks in which a text without a title names its time


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

    def now(self) -> Time | None:
        """Give the day at which the figures of the report stand."""
        if self.report is None:
            return Time(Period.between(self.day, self.day), at=True) if self.day else None
        day = self.day if self.day and self.day >= self.report.start else self.report.end
        day = min(day, self.report.end) if self.titled else day  # what the press writes holds on the day it writes
        return Time(Period.between(day, day), at=True)

    def time(self, mention: PeriodMention) -> Time | None:
        """Give the time that a mention names."""
        if mention.relative is Relative.TO_DATE:
            return self.now()
        period = mention.beside(self.report) or self._mended(mention)
        return Time(period, at=mention.until) if period else None

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
        """Read «31/6» as the last day of June, and a year that is not said as the document's."""
        year = self.report.year if self.report else self.day.year if self.day else None
        if mention.days is None:
            return None
        ends = [_nearest(day, mention.year or year) for day in mention.days]
        if ends[0] is None or ends[1] is None or ends[1] < ends[0]:
            return None
        return Period.between(ends[0], ends[1])


def _nearest(day: DateMention, year: int | None) -> date | None:
    year = day.year or year
    if not year or not 1 <= day.month <= 12 or not 1 <= day.day <= 31:
        return None
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))


def is_span_of_years(period: Period) -> bool:
    """Whether a period is some whole years: «giai đoạn 2021 - 2025»."""
    whole = (period.start.month, period.start.day, period.end.month, period.end.day) == (1, 1, 12, 31)
    return whole and period.start.year != period.end.year


def period_at(day: date, kind: PeriodKind) -> Period:
    """Give the period of a kind in which a day lies."""
    length = MONTHS[kind]
    return Period.of_months(day.year, (day.month - 1) // length * length + 1, kind)


def clock_of(document: Document) -> Clock:
    """Read the period of a report from its title and its day from its head; of other texts from their first lines."""
    head = [block.text for block in document.blocks if block.kind is Kind.HEAD]
    title = [block.text for block in document.blocks if block.kind is Kind.TITLE]
    day = next((day for text in head for mention in dates(text) if (day := mention.on())), None)
    report = _main_period(title, day.year if day else None)
    titled = report is not None and any(text.isupper() for text in title)  # «BÁO CÁO»; a headline is none
    if report is None:
        above = [block.text for block in document.blocks if block.kind is Kind.HEADING and block.level <= 2][:3]
        report = _main_period(above, day.year if day else _usual_year(document))
    if report is None:
        report = _main_period([block.text for block in document.blocks[:PRESS_REACH]], _usual_year(document))
    return Clock(report, day if titled else day or _first_day(document, report), titled)


def _first_day(document: Document, report: Period | None) -> date | None:
    """Give the day that a text without a title names first: «Sáng 4/4, …»."""
    for block in document.blocks[:PRESS_REACH]:
        for mention in period_mentions(block.text):
            if _is_day(mention) and mention.days and not cited(block.text, mention):
                return mention.days[0].on(report.year if report else None)
    return None


def _main_period(texts: list[str], year: int | None) -> Period | None:
    """Give the first period that the texts name and that is not one of tasks to come; else their first day.

    Its year may be said later, as in «quý I, nhiệm vụ quý II/2024».
    """
    found = [(text, mention) for text in texts for mention in period_mentions(text) if not cited(text, mention)]
    found = [(text, mention) for text, mention in found if mention.relative is None and mention.last_year is None]
    year = next((mention.year for _, mention in found if mention.year), year)
    of_year = Period.between(date(year, 1, 1), date(year, 12, 31)) if year else None
    for only_day in (False, True):
        for text, mention in found:
            period = mention.beside(of_year)
            if period is None or _is_day(mention) is not only_day or _is_to_come(text, mention):
                continue
            return period.since_new_year() if period.start == period.end else period
    return None


def _is_day(mention: PeriodMention) -> bool:
    return mention.days is not None and mention.days[0] == mention.days[1] and not mention.until


def _is_to_come(text: str, mention: PeriodMention) -> bool:
    """Whether a period is that of tasks: «triển khai nhiệm vụ năm 2019»."""
    before = text[max(0, mention.start - LOOK_BACK) : mention.start].lower()
    return any(word in before for word in TASKS)


def _usual_year(document: Document) -> int | None:
    """Give the year that a text names most in its first part."""
    years: dict[int, int] = {}
    for block in document.blocks[:PRESS_REACH]:
        for mention in period_mentions(block.text):
            if mention.year and not cited(block.text, mention):
                years[mention.year] = years.get(mention.year, 0) + 1
    return max(years, key=lambda year: years[year]) if years else None


def cited(text: str, mention: PeriodMention) -> bool:
    """Whether a mention is the day of a cited document."""
    return bool(CITED.search(text, max(0, mention.start - LOOK_BACK), mention.start))


def plan_year(clock: Clock) -> Time | None:
    """Give the year of the report: the time of a plan that names none."""
    return Time(period_at(clock.report.end, PeriodKind.YEAR)) if clock.report else None


class Clocks:
    """The clock of each section: a heading that names a period is the title of what stands under it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.main = clock_of(document)
        self._of_heading: dict[int, Clock] = {}

    def over(self, block: int) -> Clock:
        """Give the clock of the section that a block stands in."""
        return self._of(self.document.blocks[block].parent)

    def _of(self, heading: int) -> Clock:
        if heading < 0:
            return self.main
        if heading not in self._of_heading:
            block = self.document.blocks[heading]
            above = self._of(block.parent)
            period = _main_period([block.text], above.report.year if above.report else None)
            self._of_heading[heading] = replace(above, report=period) if period else above
        return self._of_heading[heading]
