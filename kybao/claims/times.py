"""The time that a figure covers: from its clause, its sentence, the heading above, the title, in that order."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from operator import attrgetter

from kybao.claims.bases import is_than
from kybao.claims.clauses import Line, Site
from kybao.claims.clocks import Clock, Time, is_span_of_years
from kybao.claims.datelines import cited
from kybao.claims.vocabulary import Cue, words
from kybao.figures import Relative, period_mentions

BEFORE_A_TIME, WHOLE = (frozenset(words("times")[name]) for name in ("before", "whole"))
END, FROM = "cuối", "từ"
WEAK = frozenset((Relative.REPORT, Relative.MONTH, Relative.QUARTER, Relative.TO_DATE))
NEAR = 12  # times before a figure that are looked at
LATE = timedelta(days=31)  # how long after the period the figures of a report may be counted


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
        if time:
            line.bases[start] = clock.basis(mention, time.period)
        if time and not cited(text, mention) and not _compared_with(line, first):
            if first and line.words[first - 1] == END:
                time = Time(time.period, at=True)
            found.append(TimeAt(first, time, mention.relative in WEAK, _of_a_plan(line, first, time, clock)))
    found += _standing(line, clock)
    found.sort(key=lambda each: each.at)
    return found


def _words(line: Line, start: int, end: int) -> tuple[int, int]:
    return bisect_left(line.starts, start), bisect_left(line.starts, end)


def _with_preposition(line: Line, first: int) -> int:
    while first and line.words[first - 1] in BEFORE_A_TIME:
        first -= 1
    return first


def _compared_with(line: Line, first: int) -> bool:
    """Whether a time is what something is compared with: «so với năm 2023», «gấp 2 lần năm 2023»."""
    if any(line.cues[back] & (Cue.COMPARED | Cue.SAME_PERIOD) for back in range(max(0, first - 4), first)):
        return True
    start = _with_preposition(line, first)
    return is_than(line, start)


def _of_a_plan(line: Line, first: int, time: Time, clock: Clock) -> bool:
    """Whether a time dates a plan, lies ahead, or names a thing: «lễ hội xuân năm 2024», «giai đoạn 2021 - 2025»."""
    if any(line.cues[back] & Cue.PLAN and line.after[back] >= first - 1 for back in range(max(0, first - 4), first)):
        return True
    report, period = clock.report, time.period
    if report is None:
        return False
    whole = period.contains(report) and bool(WHOLE & set(line.words[max(0, first - 1) : first + 1]))
    if period.end > report.end + LATE and not whole:
        return True
    return clock.titled and is_span_of_years(period)


def _standing(line: Line, clock: Clock) -> Iterator[TimeAt]:
    now = clock.now()
    if now:
        for first, _, told in line.phrases(0, len(line.words)):
            if told & Cue.STANDING:
                yield TimeAt(first, now, weak=True)


def time_of(site: Site, times: list[TimeAt], carried: Time | None, *, plan: bool) -> Time | None:
    """Give the last time said before a figure, else one said right after it, else what was said before."""
    return time_before(site, times, plan=plan) or _time_after(site, times, plan=plan) or carried


def time_before(site: Site, times: list[TimeAt], *, plan: bool) -> Time | None:
    """Give the last time said before a figure; a day or period goes before «trong tháng», «hiện nay»."""
    here = bisect_left(times, site.spot, key=attrgetter("at"))
    before = [each for each in times[max(0, here - NEAR) : here] if plan or not each.planned]
    firm = [each for each in before if not each.weak]
    return (firm or before)[-1].time if before else None


def _time_after(site: Site, times: list[TimeAt], *, plan: bool) -> Time | None:
    """Give the time said right after a figure, which holds for it alone; «từ năm 2019» is only a beginning."""
    here = bisect_left(times, site.spot, key=attrgetter("at"))
    after = times[here] if here < len(times) else None
    if after is None or after.at >= site.tail or (after.planned and not plan):
        return None
    return None if site.line.words[after.at - 1] == FROM else after.time
