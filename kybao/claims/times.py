"""The times that a sentence names, and which of them a figure covers."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from operator import attrgetter

from kybao.claims.bases import is_than
from kybao.claims.clauses import BREAKS, CLOSE, FIGURE, OPEN, Line, Site
from kybao.claims.clocks import Clock, Time, is_span_of_years
from kybao.claims.datelines import cited
from kybao.claims.vocabulary import Cue, words
from kybao.figures import Relative, UnitKind, period_mentions
from kybao.figures.vocabulary import phrases_of

BEFORE_A_TIME, WHOLE = (frozenset(words("times")[name]) for name in ("before", "whole"))
ANNIVERSARIES = phrases_of(words("times")["anniversaries"])
FROM, EQUALS = "từ", "bằng"
WEAK = frozenset((Relative.REPORT, Relative.MONTH, Relative.QUARTER, Relative.TO_DATE))
NEAR = 12  # times before a figure that are looked at
REMEMBERED = 8  # words in which «kỷ niệm 70 năm ngày thành lập» fits
LATE = timedelta(days=31)  # how long after the period the figures of a report may be counted


@dataclass(frozen=True, slots=True)
class TimeAt:
    """A time said in a sentence, at a word."""

    at: int
    time: Time
    weak: bool = False  # «trong tháng», «hiện nay»: gives way to a day or period said beside it
    planned: bool = False  # the year of a plan («kế hoạch vốn năm 2024»): tells nothing of what was done
    season: bool = False  # «niên vụ 2023 - 2024»: holds for its sentence alone
    added_up: bool = False  # «lũy kế»: until the day said before, if any
    bracket: int = -1  # the word that opened the bracket in which it is said, -1 outside of any


def times_of(line: Line, clock: Clock) -> list[TimeAt]:
    """Find the times of a line; the words that only tell a time are marked in the line."""
    found = [*_named_times(line, clock), *_standing(line, clock)]
    found.sort(key=attrgetter("at"))
    return found


def _named_times(line: Line, clock: Clock) -> Iterator[TimeAt]:
    """Yield the periods and days named, but for bases, cited documents, anniversaries and the day of the news."""
    text = line.text[line.start : line.end]
    mentions = tuple(period_mentions(text))
    brackets = _brackets(line) if mentions else []
    for mention in mentions:
        first, last = _words(line, line.start + mention.start, line.start + mention.end)
        start = _with_preposition(line, first)
        time = clock.time(mention)
        line.covered.update(range(start, last) if first < last else ())
        if first == last or time is None:
            continue
        line.bases[start] = clock.basis(mention, time.period)
        remembered = mention.days is not None and (clock.is_its_day(mention) or _remembered(line, first))
        if not (remembered or cited(text, mention) or _compared_with(line, first, start, time, clock)):
            planned = not mention.season and _of_a_plan(line, first, time, clock)
            yield TimeAt(first, time, mention.relative in WEAK, planned, mention.season, bracket=brackets[first])


def _words(line: Line, start: int, end: int) -> tuple[int, int]:
    return bisect_left(line.starts, start), bisect_left(line.starts, end)


def _with_preposition(line: Line, first: int) -> int:
    while first and line.words[first - 1] in BEFORE_A_TIME:
        first -= 1
    return first


def _compared_with(line: Line, first: int, start: int, time: Time, clock: Clock) -> bool:
    """Whether a time is what something is compared with: «so với năm 2023», «thấp hơn năm 2014»."""
    if any(line.cues[back] & (Cue.COMPARED | Cue.SAME_PERIOD) for back in range(max(0, first - 4), first)):
        return True
    return is_than(line, start) or _is_share_of(line, start - 1, time, clock)


def _is_share_of(line: Line, spot: int, time: Time, clock: Clock) -> bool:
    """Whether a percentage right before an earlier time is of that time's level: «bằng 97% năm 2021»."""
    if spot < 0 or line.words[spot] != FIGURE or clock.report is None or time.period.end >= clock.report.start:
        return False
    percent = line.figures[bisect_left(line.spots, spot)].unit.kind is UnitKind.PERCENT
    return percent and EQUALS in line.words[max(0, spot - 3) : spot]


def _remembered(line: Line, first: int) -> bool:
    """Whether a day is remembered, not counted: «kỷ niệm 70 năm ngày 27/7»."""
    sequence = tuple(line.words[max(0, first - REMEMBERED) : first])
    return any(ANNIVERSARIES.longest(sequence, at) for at in range(len(sequence)))


def _of_a_plan(line: Line, first: int, time: Time, clock: Clock) -> bool:
    """Whether a time dates a plan, lies ahead, or names a thing: «lễ hội xuân năm 2024», «giai đoạn 2021 - 2025»."""
    if any(line.cues[back] & Cue.PLAN and line.after[back] >= first - 1 for back in range(max(0, first - 4), first)):
        return True
    report, period = clock.report, time.period
    if report is None:
        return False
    leads = first == 0 or line.words[first - 1] in BREAKS or WHOLE & set(line.words[first - 1 : first + 1])
    whole = period.contains(report) and bool(leads)
    if period.end > report.end + LATE and not whole:
        return True
    return clock.titled and is_span_of_years(period)


def _brackets(line: Line) -> list[int]:
    """Give for each word the word that opened the innermost bracket around it, -1 outside of any."""
    if not OPEN & set(line.words):
        return [-1] * len(line.words)
    opened, found = [-1], []
    for index, word in enumerate(line.words):
        if word in CLOSE and len(opened) > 1:
            opened.pop()
        found.append(opened[-1])
        if word in OPEN:
            opened.append(index)
    return found


def _standing(line: Line, clock: Clock) -> Iterator[TimeAt]:
    """Yield «hiện nay», and «lũy kế» where no time goes with it."""
    for first, after, told in line.phrases(0, len(line.words)):
        if told & Cue.STANDING and (now := clock.now()):
            yield TimeAt(first, now, weak=True)
        elif told & Cue.CUMULATIVE and not {first, after} & line.covered and (since := clock.accumulated):
            yield TimeAt(first, since, weak=True, added_up=True)


def time_of(site: Site, times: list[TimeAt], carried: Time | None) -> Time | None:
    """Give the last time said before a figure, else one said right after it, else what was said before."""
    return time_before(site, times) or _time_after(site, times) or carried


def time_before(site: Site, times: list[TimeAt], *, lasting: bool = False) -> Time | None:
    """Give the last time said before a figure, in its own words a day or period rather than «trong tháng».

    With ``lasting`` only one that also holds for what comes after the sentence.
    """
    before = [each for each in said_before(site, times) if not each.planned]
    if lasting:
        before = [each for each in before if not each.season and each.bracket < 0]
    last = site.line.spots[site.number - 1] if site.number else -1
    own = [each for each in before if each.at > last] or before
    firm = [each for each in own if not each.weak]
    said = (firm or own)[-1] if own else None
    if said and said.added_up:
        said = next((each for each in reversed(before) if each.time.at and not each.weak), said)
    return said.time if said else None


def said_before(site: Site, times: list[TimeAt]) -> list[TimeAt]:
    """Give the times said before a figure, but for those in brackets that are closed again."""
    if not times:
        return []
    here = bisect_left(times, site.spot, key=attrgetter("at"))
    return [each for each in times[max(0, here - NEAR) : here] if each.bracket < 0 or each.bracket in site.depth]


def _time_after(site: Site, times: list[TimeAt]) -> Time | None:
    """Give the time said right after a figure, which holds for it alone; «từ năm 2019» is only a beginning."""
    here = bisect_left(times, site.spot, key=attrgetter("at"))
    after = times[here] if here < len(times) else None
    if after is None or after.at >= site.tail or after.planned:
        return None
    return None if site.line.words[after.at - 1] == FROM else after.time
