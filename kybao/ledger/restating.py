"""Restating: what an agency of one day would have sent in a period when its territory was other agencies.

A computed view, labelled as such: it stores nothing and overwrites nothing. Flows and stocks add over whole mergers
and ratios are recomputed; of an agency that went only in part to the one asked for, its share by the weight that the
deciding act states is an estimate («khoảng»). Counts and indexes cannot be restated.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from kybao.figures import Period
from kybao.ledger.entries import Entry
from kybao.ledger.gathering import Gathered, gather, with_terms
from kybao.ledger.indicators import Indicator
from kybao.ledger.kinds import Level
from kybao.ledger.measured import Basis, Total
from kybao.ledger.pieces import ABOUT, Piece
from kybao.ledger.trees import Tree
from kybao.org.models import TERRITORIAL, Agency, Descent, Succession, holds_on

NOWHERE = 0  # the root of the old agencies: none of them is the new one
WHOLE = Decimal(1)
NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class Move:
    """On a day one agency went, wholly or in part, into another."""

    day: date
    old: int
    new: int
    share: Decimal


@dataclass(frozen=True)
class Past:
    """The agencies of an earlier day that have to do with one of today, and where they went."""

    up: Mapping[int, tuple[int, ...]]  # itself and all above it, the nearest first
    bodies: frozenset[int]
    now: frozenset[int]  # the agency of today and all below it
    moves: Mapping[int, Sequence[Move]]  # by agency that went

    def share(self, agency: int) -> Decimal:
        """Give how much of an old territory lies in the one of today."""
        if agency in self.moves:
            return self._forward(agency, date.min)
        if parts := self.children.get(agency):
            return WHOLE if all(self.share(one) == WHOLE for one in parts) else NONE
        return WHOLE if agency in self.now else self._inherited(agency)

    @cached_property
    def children(self) -> Mapping[int, frozenset[int]]:
        """The territories directly below each."""
        below: dict[int, set[int]] = defaultdict(set)
        for agency, above in self.up.items():
            if agency not in self.bodies and len(above) > 1:
                below[above[1]].add(agency)
        return {agency: frozenset(parts) for agency, parts in below.items()}

    @cached_property
    def shares(self) -> Mapping[int, Decimal]:
        """How much of each old agency counts; a body counts as its territory does."""
        territories = {agency: self.share(agency) for agency in self.up if agency not in self.bodies}
        bodies = {body: territories.get(self._territory(body), NONE) for body in self.bodies}
        return {agency: share for agency, share in (territories | bodies).items() if share > 0}

    @cached_property
    def topmost(self) -> frozenset[int]:
        """Those that count and lie below no other that counts."""
        mine = self.shares
        return frozenset(one for one in mine if one not in self.bodies and not set(self.up[one][1:]) & set(mine))

    @cached_property
    def named(self) -> frozenset[int]:
        """Those that count because they went into the one of today or are still part of it: they owe its figures."""
        mine = {one for one in self.shares if one not in self.bodies and (one in self.moves or one in self.now)}
        return frozenset(one for one in mine if not mine.intersection(self.up[one][1:]))

    def _forward(self, agency: int, since: date) -> Decimal:
        gone, arrived = NONE, NONE
        for move in self.moves.get(agency, ()):
            if move.day > since:
                gone += move.share
                arrived += move.share * self._forward(move.new, move.day)
        return arrived + (WHOLE - gone if agency in self.now else NONE)

    def _inherited(self, agency: int) -> Decimal:
        """Give the share of what was abolished with no successor named: it stayed with what lay above it."""
        for above in self.up[agency][1:]:
            if above in self.moves:
                return self._forward(above, date.min)
            if above in self.now:
                return WHOLE
        return NONE

    def _territory(self, body: int) -> int:
        return next((above for above in self.up[body] if above not in self.bodies), NOWHERE)


def restated(
    indicator: Indicator, agency: Agency, period: Period, *, day: date, level: Level | None = None
) -> Total | None:
    """Give the total of a period over the agencies that became this one by the day."""
    return restate([indicator], agency, period, day=day).chosen(level=level).total(indicator)


def restate(indicators: Collection[Indicator], agency: Agency, period: Period, *, day: date) -> Gathered:
    """Gather what the predecessors of an agency, as it is on the day, sent for a period."""
    past = _past(agency, period.end, day)
    if past.topmost == {agency.pk} and past.shares[agency.pk] == WHOLE:
        return replace(gather(indicators, agency, period), basis=Basis.RESTATED, day=day)
    asked = with_terms(indicators)
    entries = Entry.objects.current().reached().of_year_until(period)
    pieces: dict[int, list[Piece]] = defaultdict(list)
    for entry in entries.filter(agency__in=past.shares, indicator__in=asked).order_by("pk"):
        pieces[entry.indicator_id].append(_part(Piece.of(entry), past.shares[entry.agency_id]))
    up = {one: (*(above for above in past.up[one] if above in past.shares), NOWHERE) for one in past.shares}
    tree = Tree(NOWHERE, up, past.bodies)
    return Gathered(agency, period, asked, pieces, tree, {}, past.named, day, basis=Basis.RESTATED)


def _past(agency: Agency, before: date, day: date) -> Past:
    """Read where the territory of an agency, as it is on the day, lay before."""
    now = frozenset(Agency.objects.below(agency, day, itself=True).values_list("pk", flat=True))
    moves = _moves(before, day)
    olds = set(now)
    for move in sorted((one for all_ in moves.values() for one in all_), key=lambda one: one.day, reverse=True):
        if move.new in olds:
            olds.add(move.old)
    olds |= _abolished_above(olds, before, day)
    up, bodies = _lines(olds, before)
    return Past(up, bodies, now, moves)


def _abolished_above(agencies: Collection[int], before: date, day: date) -> set[int]:
    """Give what lay above some agencies before and is gone on the day: it may have gone whole with all its parts."""
    there = Descent.objects.filter(holds_on(day), depth=0).values("ancestor")
    above = Descent.objects.filter(holds_on(before), descendant__in=agencies, depth__gt=0)
    return set(above.exclude(ancestor__in=there).values_list("ancestor", flat=True))


def _lines(roots: Collection[int], day: date) -> tuple[dict[int, tuple[int, ...]], frozenset[int]]:
    """Give the lines up of some agencies and all below them, and which of all these are no territories."""
    lines = Descent.objects.filter(
        holds_on(day),
        holds_on(day, "descendant__lines_up__"),
        holds_on(day, "ancestor__states__"),
        descendant__lines_up__ancestor__in=roots,
    )
    rows = lines.order_by("descendant", "depth").values_list("descendant", "ancestor", "ancestor__states__tier")
    up: dict[int, list[int]] = defaultdict(list)
    bodies = set()
    for descendant, ancestor, tier in rows.distinct():
        up[descendant].append(ancestor)
        if tier not in TERRITORIAL:
            bodies.add(ancestor)
    return {one: tuple(above) for one, above in up.items()}, frozenset(bodies)


def _moves(after: date, until: date) -> dict[int, list[Move]]:
    rows = Succession.objects.filter(day__gt=after, day__lte=until).order_by("day")
    moves: dict[int, list[Move]] = defaultdict(list)
    for day, old, new, millionths in rows.values_list("day", "old", "new", "millionths"):
        moves[old].append(Move(day, old, new, Decimal(millionths) / Succession.WHOLE))
    return moves


def _part(piece: Piece, share: Decimal) -> Piece:
    """Give the share of a figure that belongs to the new agency: all of it, or an estimate."""
    if share == WHOLE:
        return piece
    high = None if piece.high is None else piece.high * share
    return replace(piece, value=piece.value * share, high=high, level=Level.ESTIMATE, approx=ABOUT)
