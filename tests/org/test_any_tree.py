"""Any dated tree: the closure says on every day what a walk up from each agency says."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from kybao.org.descents import Edge, closure
from kybao.org.errors import BrokenTree

START = date(2024, 1, 1)
DAYS = 12
NAMES = "abcde"


@st.composite
def edges(draw: st.DrawFn) -> list[Edge]:
    """Each agency has one or two states in a row; a parent is one of the names before it."""
    made = []
    for number, name in enumerate(NAMES):
        first = draw(st.integers(0, 3))
        cut = draw(st.integers(first, DAYS - 1))
        last = draw(st.integers(cut, DAYS))
        spans = [(first, cut)] + ([(cut + 1, last)] if last > cut else [])
        for start, end in spans:
            parent = draw(st.sampled_from([None, *NAMES[:number]]))
            made.append(Edge(name, parent, START + timedelta(days=start), START + timedelta(days=end)))
    return made


def ups(all_edges: list[Edge], name: str, day: date) -> list[str] | None:
    """Itself and all above it on a day; None where it, or something above it, does not exist then."""
    found = next((edge for edge in all_edges if edge.agency == name and edge.start <= day <= edge.end), None)
    if found is None:
        return None
    above = ups(all_edges, found.parent, day) if found.parent else []
    return None if above is None else [name, *above]


@settings(max_examples=150, deadline=None)
@given(edges())
def test_the_closure_says_what_walking_up_says(all_edges: list[Edge]) -> None:
    days = [START + timedelta(days=number) for number in range(DAYS + 1)]
    alive = {(edge.agency, day) for edge in all_edges for day in days if edge.start <= day <= edge.end}
    orphans = [(name, day) for name, day in alive if ups(all_edges, name, day) is None]
    try:
        lines = closure(all_edges)
    except BrokenTree:
        assert orphans
        return
    assert not orphans
    for name, day in alive:
        found = sorted((line.depth, line.ancestor) for line in lines
                       if line.descendant == name and line.start <= day <= line.end)  # fmt: skip
        assert found == list(enumerate(ups(all_edges, name, day) or []))
