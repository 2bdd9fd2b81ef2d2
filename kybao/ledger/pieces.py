"""Pieces: what one agency says of one indicator, taken out of its entries; and how pieces are added."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Self

from kybao.figures import Period
from kybao.ledger.entries import Entry
from kybao.ledger.kinds import Bound, Kind, Level, Scope

ABOUT = "khoảng"


@dataclass(frozen=True, slots=True)
class Piece:
    """One figure of one agency, from one entry or, along the year, from several."""

    agency: int
    start: date
    end: date
    as_of: date
    level: Level
    scope: Scope
    value: Decimal
    decimals: int
    high: Decimal | None
    bound: Bound
    approx: str
    derived: bool
    entries: tuple[int, ...]

    @classmethod
    def of(cls, entry: Entry) -> Self:
        """Make a piece of one entry."""
        return cls(
            agency=entry.agency_id,
            start=entry.period_start,
            end=entry.period_end,
            as_of=entry.as_of,
            level=Level(entry.level),
            scope=Scope(entry.scope),
            value=entry.value,
            decimals=entry.decimals,
            high=None if entry.high_number is None else Decimal(entry.high_number).scaleb(-entry.decimals),
            bound=Bound(entry.bound),
            approx=entry.qualifier,
            derived=entry.derived,
            entries=(entry.pk,),
        )

    @property
    def rank(self) -> tuple[date, bool, bool]:
        """Which of two figures of one period holds: the later cut-off, then what was reached before an estimate."""
        return self.as_of, self.level == Level.ACTUAL, self.scope == Scope.IN_PERIOD


def best(pieces: Iterable[Piece]) -> dict[int, Piece]:
    """Give, by agency, the piece that holds."""
    chosen: dict[int, Piece] = {}
    for one in pieces:
        if one.agency not in chosen or one.rank > chosen[one.agency].rank:
            chosen[one.agency] = one
    return chosen


def added(pieces: Sequence[Piece]) -> Piece:
    """Add pieces of one indicator: exact values, the most digits, the weakest certainty."""
    first = pieces[0]
    if len(pieces) == 1:
        return first
    highs = [one.value if one.high is None else one.high for one in pieces]
    marks = {one.approx for one in pieces} - {""}
    bounds = {one.bound for one in pieces} - {Bound.NONE}
    mixed = len(marks) > 1 or len(bounds) > 1 or (marks and bounds)
    return replace(
        first,
        start=min(one.start for one in pieces),
        end=max(one.end for one in pieces),
        as_of=min(one.as_of for one in pieces),
        level=Level.ESTIMATE if any(one.level == Level.ESTIMATE for one in pieces) else Level.ACTUAL,
        value=sum((one.value for one in pieces), Decimal(0)),
        decimals=max(one.decimals for one in pieces),
        high=sum(highs, Decimal(0)) if any(one.high is not None for one in pieces) else None,
        bound=Bound.NONE if mixed else next(iter(bounds), Bound.NONE),
        approx=ABOUT if mixed else next(iter(marks), ""),
        derived=any(one.derived for one in pieces),
        entries=tuple(pk for one in pieces for pk in one.entries),
    )


def along(kind: Kind, pieces: Collection[Piece], period: Period) -> Piece | None:
    """Give one agency's figure from 1 January to the end of the period; None where a part of that time is missing.

    A flow is summed, a stock takes the last value, a count of things that are there or not (0 or 1) is counted once.
    """
    cumulative = [one for one in pieces if one.scope == Scope.CUMULATIVE and one.end == period.end]
    if cumulative:
        return max(cumulative, key=lambda one: one.rank)
    single = [one for one in pieces if one.scope != Scope.CUMULATIVE]
    if kind is Kind.STOCK:
        return max(single, key=lambda one: (one.end, one.rank), default=None)
    parts = _covering(single, period.since_new_year())
    if parts is None:
        return None
    if kind is Kind.COUNT and len(parts) > 1:
        return _counted_once(parts)
    last = max(parts, key=lambda one: one.end)
    return replace(added(parts), as_of=last.as_of)


def quotient(top: Piece, bottom: Piece, *, multiplier: Decimal, decimals: int) -> Piece | None:
    """Recompute a ratio from the totals of its numerator and denominator; None where the latter is zero."""
    if bottom.value == 0:
        return None
    both = added((top, bottom))
    return replace(
        both,
        value=top.value / bottom.value * multiplier,
        decimals=decimals,
        high=None,
        bound=Bound.NONE,
        approx=ABOUT if both.approx or both.bound or both.high is not None else "",
    )


def _covering(pieces: Iterable[Piece], time: Period) -> list[Piece] | None:
    """Give the fewest pieces that cover the time without gap or overlap."""
    chosen: dict[tuple[date, date], Piece] = {}
    for one in pieces:
        span = (one.start, one.end)
        if span not in chosen or one.rank > chosen[span].rank:
            chosen[span] = one
    reached: dict[date, list[Piece]] = {}
    for (start, end), one in sorted(chosen.items()):
        before = [] if start == time.start else _ending_before(reached, start)
        if before is not None and (end not in reached or len(before) + 1 < len(reached[end])):
            reached[end] = [*before, one]
    return reached.get(time.end)


def _ending_before(reached: dict[date, list[Piece]], start: date) -> list[Piece] | None:
    return next((parts for end, parts in reached.items() if (start - end).days == 1), None)


def _counted_once(parts: Sequence[Piece]) -> Piece | None:
    """Count what was there at any time once; None where single things cannot be told apart."""
    if any(one.value not in (0, 1) for one in parts):
        return None
    return max(parts, key=lambda one: (one.value, one.end))
