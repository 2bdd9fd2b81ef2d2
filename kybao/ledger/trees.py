"""The tree above the agencies that sent something: who speaks for whom, and who must not be counted twice."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self

from kybao.ledger.pieces import Piece
from kybao.org.models import TERRITORIAL, Agency, Descent, holds_on


@dataclass(frozen=True)
class Tree:
    """The part of the tree of one day that lies between an agency and some agencies below it."""

    root: int
    up: Mapping[int, tuple[int, ...]]  # by agency: itself and all above it to the root, the nearest first
    bodies: frozenset[int]  # those that are no territory: they speak for the territory that they belong to

    @classmethod
    def load(cls, root: Agency, agencies: Collection[int], day: date) -> Self:
        """Read the lines up from the agencies, in one query, and keep them to the root."""
        lines = (
            Descent.objects.filter(holds_on(day), holds_on(day, "ancestor__states__"), descendant__in=agencies)
            .order_by("descendant_id", "depth")
            .values_list("descendant_id", "ancestor_id", "ancestor__states__tier")
        )
        up: dict[int, list[int]] = defaultdict(list)
        bodies = set()
        for descendant, ancestor, tier in lines:
            if up[descendant][-1:] != [root.pk]:
                up[descendant].append(ancestor)
            if tier not in TERRITORIAL:
                bodies.add(ancestor)
        return cls(root.pk, {agency: tuple(above) for agency, above in up.items()}, frozenset(bodies))

    def territory(self, agency: int) -> int:
        """Give the agency that one speaks for: a department for the People's Committee that it belongs to."""
        return next((above for above in self.up.get(agency, ()) if above not in self.bodies), self.root)

    def is_office(self, agency: int) -> bool:
        """Whether an agency is the root, or a department of it, so that its figure is the root's own."""
        return agency == self.root or (agency in self.bodies and self.territory(agency) == self.root)

    def territories_above(self, agency: int) -> tuple[int, ...]:
        """Give the territories strictly between an agency's own and the root."""
        own = self.territory(agency)
        return tuple(one for one in self.up.get(agency, ()) if one not in self.bodies | {own, self.root})

    def spoken(self, pieces: Mapping[int, Piece]) -> dict[int, tuple[Piece, ...]]:
        """Give, by territory, its own piece or those of its bodies; the root's own is what is to be found."""
        said: dict[int, list[Piece]] = defaultdict(list)
        for agency, one in pieces.items():
            if agency != self.root:
                said[self.territory(agency)].append(one)
        return {
            territory: tuple(one for one in all_ if one.agency == territory) or tuple(all_)
            for territory, all_ in said.items()
        }

    def frontier(self, territories: Iterable[int]) -> list[int]:
        """Give those to be counted: never one that lies below another, and only the root where its bodies spoke."""
        known = set(territories)
        if self.root in known:
            return [self.root]
        return sorted(one for one in known if not known.intersection(self.territories_above(one)))

    def nearest(self, owed: Collection[int]) -> set[int]:
        """Give those of the agencies that owe which have no other between them and the root."""
        known = set(owed)
        return {one for one in known if one in self.up and not known.intersection(self.up[one][1:])}
