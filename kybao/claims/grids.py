"""Totals in tables: the row «Tổng số» of a column, and a column that adds up those beside it in every row."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from kybao.claims.cells import is_part, row_name
from kybao.claims.drafts import Draft
from kybao.claims.evidence import over, same_base
from kybao.claims.readings import Amount, Sum
from kybao.claims.roles import is_percent
from kybao.claims.vocabulary import words
from kybao.figures import Interval, UnitKind
from kybao.figures.vocabulary import folded
from kybao.text import Document, Kind

TOTAL_ROWS = frozenset(map(folded, words("parts")["total_rows"]))
AVERAGED = tuple(map(folded, words("parts")["averaged"]))
# How much of a total its column has to give, by how many other columns of the same rows give theirs.
ENOUGH = (Decimal("0.99"), Decimal("0.9"), Decimal("0.6"))
MOST_ADDED = 5  # columns that one adds up
LEAST_TOTAL = 10  # smaller numbers fit each other by chance
PROVING = 2  # rows whose columns add up, so that they are meant to
Column = list[tuple[Draft, Sequence[Draft]]]


@dataclass(slots=True)
class Grid:
    """The levels of one table by row and column."""

    cells: dict[tuple[int, int], Draft] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    inner: set[int] = field(default_factory=set)  # rows that are parts of the row above

    @property
    def columns(self) -> list[int]:
        """Give the columns that hold levels."""
        return sorted({column for _, column in self.cells})


def grid_sums(document: Document, drafts: Sequence[Draft]) -> Iterator[Sum]:
    """Yield the totals of columns and rows, right or wrong, that a table is sure to mean."""
    for grid in _grids(document, drafts):
        for total, parts in [*_down(grid), *_across(grid)]:
            amounts = tuple(Amount.of(part.site.figure) for part in parts)
            yield Sum(Amount.of(total.site.figure), amounts, complete=True, span=over(document, total, *parts))


def _grids(document: Document, drafts: Sequence[Draft]) -> list[Grid]:
    grids: dict[int, Grid] = defaultdict(Grid)
    for draft in drafts:
        block = document.blocks[draft.site.line.block]
        if block.kind is not Kind.CELL or len(block.heads) < 2:
            continue
        grid = grids[block.table]
        grid.names[block.row] = folded(row_name(block))
        if is_part(block):
            grid.inner.add(block.row)
        averaged = any(word in folded(block.heads[-1]) for word in AVERAGED)
        if draft.level and not is_percent(draft.site) and not draft.site.figure.approx and not averaged:
            grid.cells[block.row, block.column] = draft
    return list(grids.values())


def _down(grid: Grid) -> Column:
    """Give the totals that stand in rows «Tổng số», «Cộng»."""
    rows = sorted(set(grid.names) - grid.inner)
    totals = [row for row in rows if grid.names[row] in TOTAL_ROWS]
    if len(totals) != 1 or totals[0] not in (rows[0], rows[-1]):
        return []
    added = [row for row in rows if row != totals[0]]
    found = [_column(grid, column, totals[0], added) for column in grid.columns]
    sums = [(total, parts) for total, parts in found if total is not None and len(parts) == len(added) > 1]
    proofs = sum(_adds_up(total, parts) for total, parts in sums)
    enough = ENOUGH[min(proofs, len(ENOUGH) - 1)]
    return [(total, parts) for total, parts in sums if _adds_up(total, parts) or _is_near(total, parts, enough)]


def _column(grid: Grid, column: int, total: int, added: Sequence[int]) -> tuple[Draft | None, Sequence[Draft]]:
    whole = grid.cells.get((total, column))
    parts = [grid.cells[row, column] for row in added if (row, column) in grid.cells]
    return whole, [part for part in parts if whole is not None and same_base(whole, part)]


def _across(grid: Grid) -> Iterator[tuple[Draft, Sequence[Draft]]]:
    """Yield the sums of columns that add up in two rows or more, and fail to do so in one at most."""
    columns = grid.columns
    for at, column in enumerate(columns):
        for count in range(2, MOST_ADDED + 1):
            sums = _rows(grid, column, columns[at + 1 : at + 1 + count], count)
            proofs = [total for total, parts in sums if _adds_up(total, parts) and _is_telling(total, parts)]
            wrong = [(total, parts) for total, parts in sums if not _adds_up(total, parts)]
            sure = len(proofs) > PROVING or all(_is_near(*one, ENOUGH[1]) for one in wrong)
            if len(proofs) >= PROVING and len(wrong) <= 1 and sure:
                yield from sums
                break


def _rows(grid: Grid, column: int, added: Sequence[int], count: int) -> Column:
    """Give, for each row that is filled, the cell of a column and those beside it."""
    sums: Column = []
    for row in sorted(grid.names):
        total = grid.cells.get((row, column))
        parts = [grid.cells[row, part] for part in added if (row, part) in grid.cells]
        if total is not None and len(parts) == count and all(same_base(total, part) for part in parts):
            sums.append((total, parts))
    return sums


def _is_telling(total: Draft, parts: Sequence[Draft]) -> bool:
    """Whether a sum that fits is no chance: two parts and a total of some size."""
    return total.site.figure.value >= LEAST_TOTAL and sum(part.site.figure.value > 0 for part in parts) > 1


def _adds_up(total: Draft, parts: Sequence[Draft]) -> bool:
    whole = Amount.of(total.site.figure)
    amounts = [Amount.of(part.site.figure) for part in parts]
    if all(_is_count(amount) for amount in (whole, *amounts)):
        return whole.value == _together(parts)
    return whole.allowed.meets(sum((amount.allowed for amount in amounts), Interval(Decimal(0), Decimal(0))))


def _is_count(amount: Amount) -> bool:
    unit = amount.figure.unit
    return unit.kind in (UnitKind.COUNT, UnitKind.NONE) and amount.value == amount.value.to_integral_value()


def _is_near(total: Draft, parts: Sequence[Draft], enough: Decimal) -> bool:
    whole = Amount.of(total.site.figure).value
    return whole > 0 and whole * enough <= _together(parts) <= whole / enough


def _together(parts: Sequence[Draft]) -> Decimal:
    return sum((Amount.of(part.site.figure).value for part in parts), Decimal(0))
