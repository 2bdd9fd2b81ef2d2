"""Figures in the cells of a table: their row says what they measure, their column when and at which level."""

import re
from functools import lru_cache

from kybao.claims.bases import basis_in
from kybao.claims.clauses import Line, Site, line_of
from kybao.claims.clocks import Clock, Time
from kybao.claims.drafts import Draft
from kybao.claims.readings import Comparison, Role
from kybao.claims.roles import is_percent
from kybao.claims.times import times_of
from kybao.claims.vocabulary import Cue
from kybao.text import Block, Document, Kind

MARKER = re.compile(r"^(?:\s*(?:[-+*•]|[Tt]rong đó\s*:?|[a-zđ]\)|\d{1,2}[.)]))+\s*")
FRAME = 3  # words that a cell may hold besides its number


def is_cell(document: Document, line: Line) -> bool:
    """Whether a line is a cell that holds nothing but one figure."""
    block = document.blocks[line.block]
    return block.kind is Kind.CELL and len(line.spots) == 1 and len(line.words) <= FRAME and len(block.heads) > 1


def cell_draft(document: Document, site: Site, drafts: list[Draft], clock: Clock) -> Draft:
    """Read the figure of a cell by its row and column."""
    block = document.blocks[site.line.block]
    head = _head(block.heads[-1])
    told = head.tells(0, len(head.words))
    draft = Draft(site, indicator=row_name(block), firm=True, cumulative=bool(told & Cue.CUMULATIVE))
    draft.estimate = bool(told & Cue.ESTIMATE)
    basis = basis_in(head, 0, len(head.words))
    if is_percent(site) and basis and _compares(head, told):
        _compare(document, draft, drafts, basis, told)
    elif told & (Cue.PLAN_LEVEL | Cue.AIM | Cue.TARGET):
        draft.role = Role.PLAN
    draft.time = _time(head, draft, drafts, clock)
    return draft


def _compares(head: Line, told: int) -> bool:
    """Whether a column of percentages compares: «So với kế hoạch (%)», «TH/KH», not «Kế hoạch (%)»."""
    return bool(told & (Cue.COMPARED | Cue.COMPARING | Cue.SAME_PERIOD | Cue.PREVIOUS_PERIOD)) or "/" in head.words


def _compare(document: Document, draft: Draft, drafts: list[Draft], basis: str, told: int) -> None:
    draft.role, draft.basis = Role.COMPARE, basis
    draft.comparison = Comparison.GROWTH if told & Cue.CHANGE else Comparison.RATIO
    draft.sign = -1 if draft.site.figure.value < 0 else 1
    level = _level_of_row(document, draft, drafts)
    if level is not None:
        draft.of, draft.estimate = level.site.index, level.estimate


def _level_of_row(document: Document, draft: Draft, drafts: list[Draft]) -> Draft | None:
    """Give what was done, else what was planned, in the same row: the last one before."""
    here = document.blocks[draft.site.line.block]
    found = None
    for other in reversed(drafts):
        there = document.blocks[other.site.line.block]
        if there.table != here.table or there.row != here.row:
            break
        if other.role is Role.VALUE and not _of_basis(there):
            return other
        found = found or (other if other.level else None)
    return found


def _of_basis(block: Block) -> bool:
    """Whether a column holds the level of another time: «Thực hiện cùng kỳ»."""
    head = _head(block.heads[-1])
    return bool(head.tells(0, len(head.words)) & (Cue.SAME_PERIOD | Cue.PREVIOUS_PERIOD))


def _time(head: Line, draft: Draft, drafts: list[Draft], clock: Clock) -> Time | None:
    if draft.of is not None:
        return drafts[draft.of].time
    said = [each.time for each in times_of(head, clock)]
    if said:
        return said[-1]
    return clock.plan if draft.plan else clock.usual


def row_name(block: Block) -> str:
    """Give the head of a row without its marker: «- Thu nội địa»."""
    name = " ".join(MARKER.sub("", block.heads[0]).split()).strip(" :;.*")
    return name or " ".join(block.heads[-1].split())


def is_part(block: Block) -> bool:
    """Whether the head of a row says that it is a part of the row above: «Trong đó: …», «+ Công nghiệp»."""
    return bool(re.match(r"\s*(?:[-+]|[Tt]rong đó)", block.heads[0])) if block.heads else False


@lru_cache(maxsize=256)
def _head(text: str) -> Line:
    return line_of(-1, 0, len(text), text, (), 0)
