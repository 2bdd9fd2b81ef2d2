"""The time that a figure covers: from its clause, its sentence, the heading above, the title, in that order."""

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from kybao.claims.clauses import Line, Site
from kybao.claims.vocabulary import Cue
from kybao.figures import Period, PeriodKind
from kybao.figures.dates import DateMention, dates
from kybao.figures.periods import MONTHS
from kybao.figures.time_words import PeriodMention, Relative, period_mentions
from kybao.text import Document, Kind

# «136/QĐ-UBND ngày 19/01/2024»: the day belongs to the cited document.
CITED = re.compile(r"(?:/[\w-]*[A-ZĐ]{2}[\w-]*|\d/\d{4}),?\s*(?:ngày\s*)?$")
BEFORE_A_TIME = frozenset(
    [
        "đến",
        "ngày",
        "tính",
        "trong",
        "từ",
        "hết",
        "vào",
        "cho",
        "tới",
        "tháng",
        "cả",
        "của",
        "năm",
        "tại",
        "thời",
        "điểm",
        "kỳ",
        "vụ",
        "cuối",
        "đầu",
        "nay",
    ]
)
LOOK_BACK = 40
WHOLE = frozenset(("trong", "cả", "hết"))  # before the year of a shorter report: the whole year is meant
TASKS = ("triển khai nhiệm vụ", "phương hướng", "nhiệm vụ trọng tâm", "phấn đấu", "nhiệm vụ năm")
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
    of_heading: dict[int, Time | None] = field(default_factory=dict)

    def now(self) -> Time | None:
        """Give the day at which the figures of the report stand."""
        if self.report is None:
            return Time(Period.between(self.day, self.day), at=True) if self.day else None
        day = min(self.day, self.report.end) if self.day and self.day >= self.report.start else self.report.end
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
    if report is None:
        above = [block.text for block in document.blocks if block.kind is Kind.HEADING and block.level <= 2][:3]
        report = _main_period(above, day.year if day else _usual_year(document))
    if report is None:
        report = _main_period([block.text for block in document.blocks[:PRESS_REACH]], _usual_year(document))
    return Clock(report, day)


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


@dataclass(frozen=True, slots=True)
class TimeAt:
    """A time said in a sentence, at a word."""

    at: int
    time: Time
    weak: bool = False  # «trong tháng», «hiện nay»: gives way to a day or period said beside it
    planned: bool = False  # the year of a plan («kế hoạch vốn năm 2024»): tells nothing of what was done


def times_of(line: Line, clock: Clock) -> list[TimeAt]:
    """Find the times of a line; the words that only tell a time are marked in the line."""
    found: list[TimeAt] = []
    text = line.text[line.start : line.end]
    for mention in period_mentions(text):
        first, last = _words(line, line.start + mention.start, line.start + mention.end)
        if first == last:
            continue
        start = _with_preposition(line, first)
        line.covered.update(range(start, last))
        time = clock.time(mention)
        if time and _follows_compared(line, start):
            line.bases[start] = clock.basis(mention, time.period)
        if time and not cited(text, mention) and not _compared_with(line, first):
            if first and line.words[first - 1] == "cuối":
                time = Time(time.period, at=True)
            found.append(TimeAt(first, time, mention.relative is not None, _of_a_plan(line, first, time, clock)))
    found += _standing(line, clock)
    found.sort(key=lambda each: each.at)
    return found


def _words(line: Line, start: int, end: int) -> tuple[int, int]:
    return bisect_left(line.starts, start), bisect_left(line.starts, end)


def _follows_compared(line: Line, at: int) -> bool:
    return any(line.cues[back] & Cue.COMPARED and line.after[back] == at for back in range(max(0, at - 2), at))


def _with_preposition(line: Line, first: int) -> int:
    while first and line.words[first - 1] in BEFORE_A_TIME:
        first -= 1
    return first


def _compared_with(line: Line, first: int) -> bool:
    """Whether a time is what something is compared with: «so với năm 2023», «cùng kỳ năm 2023»."""
    return any(line.cues[back] & (Cue.COMPARED | Cue.SAME_PERIOD) for back in range(max(0, first - 4), first))


def _of_a_plan(line: Line, first: int, time: Time, clock: Clock) -> bool:
    """Whether a time dates a plan, or is the year of a shorter report: «lễ hội xuân năm 2024»."""
    if any(line.cues[back] & Cue.PLAN and line.after[back] >= first - 1 for back in range(max(0, first - 4), first)):
        return True
    report = clock.report
    whole_year = time.period.kind is PeriodKind.YEAR and report is not None and report.kind is not PeriodKind.YEAR
    said_whole = first > 0 and line.words[first - 1] in WHOLE
    return whole_year and report is not None and time.period.year == report.year and not time.at and not said_whole


def _standing(line: Line, clock: Clock) -> Iterator[TimeAt]:
    now = clock.now()
    if now:
        for first, _, told in line.phrases(0, len(line.words)):
            if told & Cue.STANDING:
                yield TimeAt(first, now, weak=True)


def time_of(site: Site, times: list[TimeAt], carried: Time | None, *, plan: bool) -> Time | None:
    """Give the last time said before a figure, else one said right after it, else what was said before."""
    usable = [each for each in times if plan or not each.planned]
    before = [each for each in usable if each.at < site.spot]
    firm = [each for each in before if not each.weak]
    if before:
        return (firm or before)[-1].time
    after = [each.time for each in usable if site.spot < each.at < site.tail]
    return after[0] if after else carried


def plan_year(clock: Clock) -> Time | None:
    """Give the year of the report: the time of a plan that names none."""
    return Time(period_at(clock.report.end, PeriodKind.YEAR)) if clock.report else None


def heading_time(document: Document, block: int, clock: Clock) -> Time | None:
    """Give the time that the nearest heading names."""
    for heading in document.headings_over(block):
        if heading not in clock.of_heading:
            found = (clock.time(mention) for mention in period_mentions(document.blocks[heading].text))
            clock.of_heading[heading] = next((time for time in found if time), None)
        if clock.of_heading[heading]:
            return clock.of_heading[heading]
    return None
