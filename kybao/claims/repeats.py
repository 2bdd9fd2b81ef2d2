"""One quantity stated at two places."""

from collections.abc import Iterator, Sequence

from kybao.claims.drafts import Draft
from kybao.claims.readings import Fact, Repeat, Role
from kybao.figures import Shape
from kybao.figures.vocabulary import folded

NAMED = 4  # words that name a quantity so well that the same name means the same quantity
Key = tuple[object, ...]


def repeats(drafts: Sequence[Draft], facts: Sequence[Fact]) -> Iterator[Repeat]:
    """Yield later statements of a quantity with the first: the same name, unit, place, time and level."""
    seen: dict[Key, int] = {}
    for index, (draft, fact) in enumerate(zip(drafts, facts, strict=True)):
        key = _key(fact) if draft.firm and not draft.part else None
        if key is None:
            continue
        if key in seen and facts[seen[key]].figure.block != fact.figure.block:
            yield Repeat(seen[key], index)
        seen.setdefault(key, index)


def _key(fact: Fact) -> Key | None:
    figure = fact.figure
    name = frozenset(folded(word) for word in fact.indicator.split())
    if fact.role not in (Role.VALUE, Role.PLAN) or figure.shape is not Shape.SINGLE or figure.approx:
        return None
    if len(name) < NAMED or not fact.period:
        return None
    return name, figure.unit.base, fact.period, fact.agency, fact.role, fact.estimate, fact.cumulative
