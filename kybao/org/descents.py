"""The closure of the dated tree: computed from plain edges, kept in ``Descent``."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kybao.org.errors import BrokenTree
from kybao.org.models import FOREVER, AgencyState, Descent

DEEPEST = 12  # no administration has so many tiers: a longer way up runs in a circle
BATCH = 2000


@dataclass(frozen=True, slots=True)
class Edge:
    """An agency has this parent (None: it is a root) from one day to another, both included."""

    agency: str
    parent: str | None
    start: date
    end: date = FOREVER


@dataclass(frozen=True, slots=True, order=True)
class Line:
    """Who lies how far below whom, from one day to another, both included."""

    ancestor: str
    descendant: str
    depth: int
    start: date
    end: date


def closure(edges: Iterable[Edge]) -> list[Line]:
    """Give all lines of a dated tree, those that adjoin in time joined to one.

    Raises BrokenTree for a circle, or a parent that does not exist all the time.
    """
    states: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        states[edge.agency].append(edge)
    lines = [line for agency, own in states.items() for edge in own for line in _climb(states, agency, edge)]
    return list(_joined(sorted(lines)))


def _climb(states: dict[str, list[Edge]], agency: str, edge: Edge, depth: int = 0) -> Iterator[Line]:
    """Yield the line to the edge's own agency and those to everything above it, while the edge holds."""
    if depth > DEEPEST:
        raise BrokenTree(f"Cây đơn vị chạy vòng: «{agency}» lại nằm dưới chính nó từ ngày {edge.start:%d/%m/%Y}.")
    yield Line(edge.agency, agency, depth, edge.start, edge.end)
    if edge.parent is None:
        return
    covered = 0
    for above in states.get(edge.parent, ()):
        start, end = max(edge.start, above.start), min(edge.end, above.end)
        if start <= end:
            covered += (end - start).days + 1
            yield from _climb(states, agency, Edge(above.agency, above.parent, start, end), depth + 1)
    if covered != (edge.end - edge.start).days + 1:
        raise BrokenTree(
            f"Đơn vị «{edge.agency}» thuộc «{edge.parent}» từ ngày {edge.start:%d/%m/%Y}{_until(edge.end)}, "
            f"nhưng có lúc trong thời gian đó không có đơn vị «{edge.parent}»."
        )


def _until(end: date) -> str:
    return "" if end == FOREVER else f" đến ngày {end:%d/%m/%Y}"


def _joined(lines: Iterable[Line]) -> Iterator[Line]:
    last: Line | None = None
    for line in lines:
        if last and _adjoin(last, line):
            last = Line(last.ancestor, last.descendant, last.depth, last.start, line.end)
            continue
        if last:
            yield last
        last = line
    if last:
        yield last


def _adjoin(before: Line, after: Line) -> bool:
    same = (before.ancestor, before.descendant, before.depth) == (after.ancestor, after.descendant, after.depth)
    return same and before.end != FOREVER and before.end + timedelta(days=1) == after.start


def rebuild() -> int:
    """Compute the closure anew from all states, within the transaction that changed them; give its size."""
    states = AgencyState.objects.values_list("agency__key", "parent__key", "valid_from", "valid_to", "agency")
    pks: dict[str, int] = {}
    edges = []
    for key, parent, start, end, pk in states:
        pks[key] = pk
        edges.append(Edge(key, parent, start, end))
    rows = [
        Descent(
            ancestor_id=pks[line.ancestor],
            descendant_id=pks[line.descendant],
            depth=line.depth,
            valid_from=line.start,
            valid_to=line.end,
        )
        for line in closure(edges)
    ]
    Descent.objects.all().delete()
    Descent.objects.bulk_create(rows, batch_size=BATCH)
    return len(rows)
