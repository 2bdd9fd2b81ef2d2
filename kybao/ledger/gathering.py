"""Gathering: all that some totals of one agency and period need, read at once and added by the rules of the kinds."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Self, TypedDict

from kybao.figures import Period
from kybao.ledger.entries import Entry
from kybao.ledger.errors import ForbiddenSum
from kybao.ledger.indicators import Indicator
from kybao.ledger.kinds import ADDS_OVER_AGENCIES, Kind, Level, Scope
from kybao.ledger.measured import Basis, Measured, Total
from kybao.ledger.owing import owing
from kybao.ledger.pieces import Piece, added, along, best, quotient
from kybao.ledger.trees import Tree
from kybao.org.models import Agency

Finder = Callable[[Indicator], dict[int, Piece]]


class Naming(TypedDict):
    """Whose value it is, of what and when."""

    indicator: Indicator
    agency: Agency
    period: Period
    cumulative: bool
    day: date
    basis: Basis


@dataclass(frozen=True)
class Gathered:
    """What an agency and all below it sent of some indicators from 1 January to the end of a period."""

    agency: Agency
    period: Period
    indicators: Mapping[int, Indicator]
    pieces: Mapping[int, Sequence[Piece]]  # by indicator
    tree: Tree
    owed: Mapping[int, frozenset[int]]  # by indicator, where somebody said so
    children: frozenset[int]  # the territories directly below
    day: date  # of the tree
    basis: Basis = Basis.AS_REPORTED
    level: Level | None = None  # counts only what has this level …
    as_of: date | None = None  # … and this cut-off

    def chosen(self, *, level: Level | None = None, as_of: date | None = None) -> Self:
        """Give the same with another choice of level and cut-off."""
        return replace(self, level=level, as_of=as_of)

    def own(self, indicator: Indicator) -> Measured | None:
        """Give the agency's own entry for the period; a ratio is recomputed where both its terms are there."""
        return self._owned(indicator, self._period_pieces)

    def figure(self, indicator: Indicator) -> Measured | None:
        """Give the agency's own entry, or else the total of what was sent from below."""
        return self.own(indicator) or self.total(indicator)

    def total(self, indicator: Indicator) -> Total | None:
        """Give the total of the period over the tree of its last day."""
        return self._totalled(indicator, self._period_pieces)

    def along_year(self, indicator: Indicator) -> Total | None:
        """Give what was sent from below from 1 January to the end of the period."""
        self._refuse_along(indicator)
        return self._totalled(indicator, self._year_pieces, cumulative=True)

    def so_far(self, indicator: Indicator) -> Measured | None:
        """Give what the year has reached: by the agency's own entries, or else by what was sent from below."""
        self._refuse_along(indicator)
        own = self._owned(indicator, self._year_pieces, cumulative=True)
        return own or self._totalled(indicator, self._year_pieces, cumulative=True)

    def _refuse_along(self, indicator: Indicator) -> None:
        bare = indicator.kind in (Kind.RATIO, Kind.INDEX) and not indicator.is_recomputed
        if bare and self.period.since_new_year() != self.period:
            raise ForbiddenSum(never(indicator, "không cộng dồn qua các kỳ"))

    def _owned(self, indicator: Indicator, find: Finder, *, cumulative: bool = False) -> Measured | None:
        """Give the agency's own value, out of its own terms or as it was sent."""
        for needed in _ways(indicator):
            mine = {pk: [piece] for pk in needed if (piece := find(self.indicators[pk]).get(self.tree.root))}
            one = self._value(indicator, mine) if len(mine) == len(needed) else None
            if one is not None:
                return Measured.of(one, **self._named(indicator, cumulative))
        return None

    def _totalled(self, indicator: Indicator, find: Finder, *, cumulative: bool = False) -> Total | None:
        """Add over the frontier of the territories that sent all that the indicator needs."""
        for needed in _ways(indicator):
            spoken = {pk: self.tree.spoken(find(self.indicators[pk])) for pk in needed}
            counted = self.tree.frontier(set.intersection(*(set(said) for said in spoken.values())))
            pieces = {pk: [one for place in counted for one in said[place]] for pk, said in spoken.items()}
            one = self._value(indicator, pieces) if counted else None
            if one is not None:
                sent, owed = self._heard(indicator, counted, {one.agency for all_ in pieces.values() for one in all_})
                return Total.of(one, **self._named(indicator, cumulative), sent=sent, owed=owed)
        return None

    def _named(self, indicator: Indicator, cumulative: bool) -> Naming:
        return {
            "indicator": indicator,
            "agency": self.agency,
            "period": self.period,
            "cumulative": cumulative,
            "day": self.day,
            "basis": self.basis,
        }

    def _period_pieces(self, indicator: Indicator) -> dict[int, Piece]:
        """Give, by agency, what holds for the period."""
        time = (self.period.start, self.period.end)
        pieces = self._counted(indicator)
        return best(one for one in pieces if (one.start, one.end) == time and one.scope != Scope.CUMULATIVE)

    def _counted(self, indicator: Indicator) -> list[Piece]:
        """Give the pieces of the chosen level and cut-off; what went before the period is not chosen anew."""
        return [
            one
            for one in self.pieces.get(indicator.pk, ())
            if one.end < self.period.end or (self.level in (None, one.level) and self.as_of in (None, one.as_of))
        ]

    def _year_pieces(self, indicator: Indicator) -> dict[int, Piece]:
        """Give, by agency, what the year has reached."""
        by_agency: dict[int, list[Piece]] = defaultdict(list)
        for one in self._counted(indicator):
            by_agency[one.agency].append(one)
        kind = Kind(indicator.kind)
        sums = {agency: along(kind, pieces, self.period) for agency, pieces in by_agency.items()}
        return {agency: one for agency, one in sums.items() if one is not None}

    def _value(self, indicator: Indicator, pieces: Mapping[int, Sequence[Piece]]) -> Piece | None:
        """Add the pieces, or divide the sums of the terms."""
        if indicator.pk not in pieces:
            top, bottom = (added(mine) for mine in pieces.values())
            return quotient(top, bottom, multiplier=indicator.multiplier, decimals=indicator.decimals)
        mine = pieces[indicator.pk]
        if self.basis is Basis.RESTATED and indicator.kind == Kind.COUNT:
            raise ForbiddenSum(never(indicator, "không tính lại được cho đơn vị đã sáp nhập"))
        if indicator.kind not in ADDS_OVER_AGENCIES and not (len(mine) == 1 and self.tree.is_office(mine[0].agency)):
            raise ForbiddenSum(never(indicator, "không cộng được số của nhiều đơn vị"))
        return added(mine)

    def _heard(self, indicator: Indicator, counted: Sequence[int], senders: set[int]) -> tuple[int, int]:
        """Count who has sent and who owes: bodies where the bodies spoke, territories where these did."""
        by_bodies = list(counted) == [self.tree.root]
        owing_it = self.tree.nearest(self.owed.get(indicator.pk, frozenset()))
        expected = {one for one in owing_it if (self.tree.territory(one) == self.tree.root) == by_bodies}
        if by_bodies:
            expected = expected or senders
            return len(expected & senders), len(expected)
        expected = expected or set(self.children)
        heard = {
            one
            for one in expected
            if not {self.tree.territory(one), *self.tree.territories_above(one)}.isdisjoint(counted)
        }
        return len(heard), len(expected)


def gather(
    indicators: Collection[Indicator],
    agency: Agency,
    period: Period,
    *,
    level: Level | None = None,
    as_of: date | None = None,
) -> Gathered:
    """Read all that the totals of these indicators need, in four queries however many they are."""
    asked = with_terms(indicators)
    day = period.end
    entries = Entry.objects.current().reached().under(agency, day).of_year_until(period).filter(indicator__in=asked)
    pieces: dict[int, list[Piece]] = defaultdict(list)
    for entry in entries.order_by("pk"):
        pieces[entry.indicator_id].append(Piece.of(entry))
    owed = owing(indicators, agency, period)
    children = frozenset(Agency.objects.territories_below(agency, day).values_list("pk", flat=True))
    seen = {one.agency for mine in pieces.values() for one in mine}.union(children, *owed.values())
    tree = Tree.load(agency, seen, day)
    return Gathered(agency, period, asked, pieces, tree, owed, children, day, level=level, as_of=as_of)


def _ways(indicator: Indicator) -> list[tuple[int, ...]]:
    """Give the indicators that a value can be made of: a ratio of its terms, else of what was sent as the ratio."""
    if indicator.numerator_id is not None and indicator.denominator_id is not None:
        return [(indicator.numerator_id, indicator.denominator_id), (indicator.pk,)]
    return [(indicator.pk,)]


def with_terms(indicators: Collection[Indicator]) -> dict[int, Indicator]:
    """Give the indicators by primary key, with the terms of the ratios among them."""
    asked = {indicator.pk: indicator for indicator in indicators}
    terms = {pk for one in indicators for pk in (one.numerator_id, one.denominator_id) if pk is not None}
    return {**{one.pk: one for one in Indicator.objects.filter(pk__in=terms)}, **asked}


def never(indicator: Indicator, what: str) -> str:
    """Word why an indicator's kind forbids a sum."""
    kind = Kind(indicator.kind).label
    advice = "; hãy gửi tử số và mẫu số để tính lại" if indicator.kind == Kind.RATIO else ""
    return f"Chỉ tiêu «{indicator.name}» ({indicator.code}) là {kind}, {what}{advice}."
