"""What the rows of a table claim: a percentage of plan or of last year, and rows that are parts of a row above."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from kybao.claims.cells import is_part
from kybao.claims.drafts import Draft
from kybao.claims.evidence import over, same_base
from kybao.claims.readings import Amount, Comparison, Ratio, Role, Sum
from kybao.claims.roles import is_percent
from kybao.text import Document, Kind

ALL = Decimal("0.99")  # rows that give so much of the row above are meant to be all of it
Row = list[Draft]


def rows_of(document: Document, drafts: Sequence[Draft]) -> dict[tuple[int, int], Row]:
    """Give the figures of each row of each table."""
    rows: dict[tuple[int, int], Row] = defaultdict(list)
    for draft in drafts:
        block = document.blocks[draft.site.line.block]
        if block.kind is Kind.CELL:
            rows[block.table, block.row].append(draft)
    return rows


def row_ratios(document: Document, drafts: Sequence[Draft]) -> Iterator[Ratio]:
    """Yield the percentages of plan whose row states one plan and the level."""
    for row in rows_of(document, drafts).values():
        plans = [draft for draft in row if draft.role is Role.PLAN and not is_percent(draft.site)]
        for draft in row:
            ratio = draft.comparison is Comparison.RATIO and draft.basis.startswith("plan")
            if not ratio or draft.of is None or len(plans) != 1:
                continue
            level = drafts[draft.of]
            if level is not plans[0] and same_base(level, plans[0]):
                part, whole = Amount.of(level.site.figure), Amount.of(plans[0].site.figure)
                yield Ratio(part, whole, Amount.of(draft.site.figure), over(document, level, plans[0], draft))


def row_sums(document: Document, drafts: Sequence[Draft]) -> Iterator[Sum]:
    """Yield rows whose parts follow them («Trong đó: …», «+ …»), where these are all of it or too much."""
    parents: dict[tuple[int, int], Draft] = {}
    parts: dict[int, Row] = defaultdict(list)
    for draft in drafts:
        block = document.blocks[draft.site.line.block]
        if block.kind is not Kind.CELL or not draft.level or is_percent(draft.site):
            continue
        column = (block.table, block.column)
        parent = parents.get(column)
        if not is_part(block):
            parents[column] = draft
        elif parent is not None and same_base(parent, draft):
            parts[parent.site.index].append(draft)
    for index, rows in parts.items():
        yield from _sum(document, drafts[index], rows)


def _sum(document: Document, total: Draft, rows: Row) -> Iterator[Sum]:
    whole, amounts = Amount.of(total.site.figure), tuple(Amount.of(row.site.figure) for row in rows)
    together = sum((amount.value for amount in amounts), Decimal(0))
    complete = len(rows) > 1 and whole.value > 0 and ALL <= together / whole.value <= 1 / ALL
    if complete:
        yield Sum(whole, amounts, complete=True, span=over(document, total, *rows))
