"""A document read: every figure as a fact, and the claims that arithmetic can test."""

from collections.abc import Sequence

from kybao.claims.catalogue import Catalogue
from kybao.claims.cells import cell_draft, is_cell
from kybao.claims.changes import changes
from kybao.claims.clauses import Line, lines, sites
from kybao.claims.clocks import Clock
from kybao.claims.datelines import Clocks
from kybao.claims.dating import date_figures, go_on
from kybao.claims.drafts import Draft
from kybao.claims.grids import grid_sums
from kybao.claims.lists import lists
from kybao.claims.places import issuer, place
from kybao.claims.ratios import ratios
from kybao.claims.readings import Fact, Reading, Role
from kybao.claims.repeats import repeats
from kybao.claims.scopes import Scope, Scopes, label_in
from kybao.claims.statements import statements
from kybao.claims.sums import sums
from kybao.claims.tables import row_ratios, row_sums
from kybao.claims.times import times_of
from kybao.figures import Figure
from kybao.figures.scanning import figures
from kybao.text import Document, Kind

BULLETS = frozenset("-+•")  # of an entry inside a footnote


def read(document: Document, *, catalogue: Catalogue | None = None) -> Reading:
    """Read the figures of a document and bind them into statements."""
    return read_figures(document, figures(document), catalogue=catalogue)


def read_figures(document: Document, found: Sequence[Figure], *, catalogue: Catalogue | None = None) -> Reading:
    """Bind the given figures of a document into statements."""
    clocks = Clocks(document)
    drafts: list[Draft] = []
    scopes, scope = Scopes(document, drafts), Scope()
    block, clock = -1, clocks.main
    for line in lines(document, found):
        if line.block != block:
            before, scope, clock = scope, scopes.enter(line.block), clocks.over(line.block)
            scope.usual = clock.usual_basis
            go_on(scope, before, clock, next_entry=_is_next_entry(document, block, line.block))
            block = line.block
        _read_line(document, line, clock, scope, drafts)
    facts = tuple(_fact(draft, catalogue) for draft in drafts)
    return Reading(
        document,
        facts,
        ratios=(*ratios(document, drafts), *row_ratios(document, drafts)),
        changes=tuple(changes(document, drafts)),
        sums=(*sums(document, drafts, scopes.listed), *row_sums(document, drafts), *grid_sums(document, drafts)),
        lists=tuple(lists(document, drafts)),
        repeats=tuple(repeats(drafts, facts)),
        period=clocks.main.report.code if clocks.main.report else "",
        agency=issuer(document),
    )


def _is_next_entry(document: Document, block: int, after: int) -> bool:
    """Whether a block is the entry after another one of the same list."""
    one, other = document.blocks[block], document.blocks[after]
    return after == block + 1 and one.kind is other.kind is Kind.ITEM and one.parent == other.parent


def _read_line(document: Document, line: Line, clock: Clock, scope: Scope, drafts: list[Draft]) -> None:
    """Read one sentence; the next one of its block takes over its time."""
    if is_cell(document, line):
        drafts.append(cell_draft(document, sites(line)[0], drafts, clock))
        return
    block = document.blocks[line.block]
    if line.text[line.start] in BULLETS or (block.kind is Kind.ITEM and line.start == block.body):
        scope.label = label_in(line.text, line.start, line.figures[0].start)
    times = times_of(line, clock)
    date_figures(statements(line, scope, drafts), drafts, times, clock, scope)


def _fact(draft: Draft, catalogue: Catalogue | None) -> Fact:
    figure = draft.site.figure
    own_unit = draft.role in {Role.VALUE, Role.PLAN}  # not «bằng 28,1% dự toán»
    best = catalogue.match(draft.indicator, figure.unit.base if own_unit else "") if catalogue else ()
    return Fact(
        figure=figure,
        role=draft.role,
        indicator=draft.indicator,
        of=draft.of,
        basis=draft.basis if draft.role is Role.COMPARE else "",
        comparison=draft.comparison,
        sign=draft.sign,
        estimate=draft.estimate,
        period=draft.time.code if draft.time else "",
        cumulative=draft.cumulative,
        agency=place(draft.site),
        code=best[0][0] if best else "",
        score=best[0][1] if best else 0.0,
        others=best[1:],
        sentence=(draft.site.line.start, draft.site.line.end),
    )
