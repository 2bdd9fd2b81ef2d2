"""Which time each figure of a sentence covers: its own, its plan's, its basis's, or what the block is about."""

import re
from collections.abc import Sequence
from itertools import pairwise

from kybao.claims.clauses import CLOSE, OPEN, Line, Site
from kybao.claims.clocks import Clock, Time, period_at
from kybao.claims.drafts import Draft
from kybao.claims.readings import Comparison
from kybao.claims.scopes import Scope
from kybao.claims.times import TimeAt, said_before, time_before, time_of
from kybao.claims.vocabulary import Cue
from kybao.figures import Period, PeriodKind

YEAR = re.compile(r"(?:19|20)[0-9]{2}")
MONTH, BEFORE = "tháng", "trước"
OPENING = 3  # words in which a sentence says that it goes on: «- Trong đó»
BASIS_WORDS = 8  # words in which «so với cùng kỳ năm 2015 (» fits
TAIL = 5  # words in which «so với tháng trước» follows a number


def date_figures(
    found: Sequence[Draft], earlier: Sequence[Draft], times: list[TimeAt], clock: Clock, scope: Scope
) -> None:
    """Date the figures of one sentence, and leave in the scope what holds for the next one."""
    line = found[0].site.line
    carried = scope.latest if _goes_on(line) else scope.time
    for draft in found:
        own = _plan_time(draft, times, clock, scope) if draft.plan else time_of(draft.site, times, carried)
        draft.time = own or (Time(clock.planned) if clock.planned else clock.plan if draft.plan else clock.usual)
    _date_bases(found, earlier)
    _date_months(found, earlier, times, clock)
    for draft in found:
        level = earlier[draft.of] if draft.of is not None and draft.of < len(earlier) else None
        draft.time = level.time if level and level.time else draft.time
    scope.latest = time_before(found[-1].site, times, lasting=True) or carried
    scope.time = time_before(found[0].site, times, lasting=True) or scope.time


def go_on(scope: Scope, before: Scope, clock: Clock, *, next_entry: bool) -> None:
    """Go on in the next entry of a list with what is counted from the new year on: «- Thu lũy kế … - Chi …»."""
    report = clock.report
    if not next_entry or scope.time or before.time is None or report is None:
        return
    if report.start.year == report.end.year and before.time.period == report.since_new_year() != report:
        scope.time = scope.latest = before.time


def _goes_on(line: Line) -> bool:
    """Whether a sentence tells of parts of what the one before told: «Trong đó thuế đạt …»."""
    return any(line.cues[at] & Cue.PARTS for at in range(min(OPENING, len(line.cues))))


def _plan_time(draft: Draft, times: list[TimeAt], clock: Clock, scope: Scope) -> Time | None:
    """Give the time that a plan or its list is said to be for.

    Until when something was done is none: «đến ngày 30/6 đã giải ngân 7 tỷ đồng/kế hoạch 9 tỷ đồng».
    """
    line, head, spot = draft.site.line, draft.site.head, draft.site.spot
    aimed = bool(line.tells(head, spot) & (Cue.AIM | Cue.TARGET))
    said = [each.time for each in said_before(draft.site, times) if aimed or _may_be_planned(each, clock)]
    if said:
        return said[-1]
    return scope.parent.time if scope.parent and scope.parent.plan else None


def _may_be_planned(each: TimeAt, clock: Clock) -> bool:
    period = each.time.period
    whole = period.kind is PeriodKind.YEAR and not each.time.at
    return each.planned or whole or clock.report is None or (period.end > clock.report.end and not each.weak)


# The levels that something is compared with


def _date_bases(found: Sequence[Draft], earlier: Sequence[Draft]) -> None:
    """Date «(86 tỷ đồng)» after «so với cùng kỳ», and «(cùng kỳ đạt 86 tỷ đồng)», by the year before."""
    line = found[0].site.line
    if not any(told & Cue.SAME_PERIOD for told in line.cues):
        return
    for draft in found:
        named = _basis_of_bracket(draft.site) or _named_basis(draft)
        if named is None or draft.plan or draft.time is None:
            continue
        before = earlier[draft.site.index - 1] if draft.site.number else draft
        time = before.time or draft.time
        draft.time = Time(_years_before(time.period, _year_in(draft.site.line, *named)), time.at)


def _basis_of_bracket(site: Site) -> tuple[int, int] | None:
    """Give the words of the basis right before the bracket that a figure stands first in."""
    line, opened = site.line, site.spot - 1
    if opened < 1 or line.words[opened] not in OPEN:
        return None
    first = max(0, opened - BASIS_WORDS)
    for at in range(first, opened):
        if line.cues[at] & Cue.SAME_PERIOD and all(word in line.covered for word in range(line.after[at], opened)):
            return at, opened
    return None


def _named_basis(draft: Draft) -> tuple[int, int] | None:
    """Give the words «cùng kỳ năm 2023 đạt» before a figure that is the level, or in brackets the growth, of then."""
    line, site = draft.site.line, draft.site
    growth = draft.comparison is Comparison.GROWTH
    if not draft.level and not growth:
        return None
    at = _clause(site)
    if at >= site.spot or not line.cues[at] & Cue.SAME_PERIOD:
        return None
    named = _year_in(line, at, site.spot) is not None
    if growth and not (named and at and line.words[at - 1] in OPEN):
        return None
    return at, site.spot


def _clause(site: Site) -> int:
    """Give the first word of the head, over the bracket before it."""
    line, at = site.line, site.head
    while at < site.spot and line.words[at] in OPEN | CLOSE:
        at += 1
    return at


def _year_in(line: Line, first: int, last: int) -> int | None:
    return next((int(word) for word in line.words[first:last] if YEAR.fullmatch(word)), None)


def _years_before(period: Period, year: int | None) -> Period:
    """Give the same period of ``year``, of the year before where none is named."""
    for _ in range(period.year - year if year and year < period.year else 1):
        period = period.same_of_last_year()
    return period


# What is compared with the month before


def _date_months(found: Sequence[Draft], earlier: Sequence[Draft], times: list[TimeAt], clock: Clock) -> None:
    """Date by the month what grew on the month before, where the sentence says no time of its own."""
    report = clock.report
    if report is None:
        return
    month = Time(period_at(report.end, PeriodKind.MONTH))
    for draft in found:
        if draft.comparison and _on_the_month_before(draft.site) and not time_before(draft.site, times):
            draft.time = month
            if draft.of is not None and draft.of >= found[0].site.index:
                earlier[draft.of].time = month


def _on_the_month_before(site: Site) -> bool:
    words = site.line.words[site.spot + 1 : site.spot + 1 + TAIL]
    return (MONTH, BEFORE) in pairwise(words)
