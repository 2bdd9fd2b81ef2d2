"""What the numbers of a table are counted in: their row, their column or the line above the table says it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from kybao.figures.composing import compose
from kybao.figures.numerals import NUMERAL
from kybao.figures.quantities import Unit
from kybao.figures.units import NONE, Measured, unit_at
from kybao.figures.vocabulary import any_of, folded, words
from kybao.text import Block, Document, Kind

TABLES = words("contexts")["tables"]
ORDINALS = frozenset(TABLES["ordinals"])
UNIT_HEADS = tuple(TABLES["unit_heads"])
CAPTION = re.compile(rf"(?:{'|'.join(map(re.escape, UNIT_HEADS))})\s*:\s*([^()\n]+)", re.IGNORECASE)
IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,40})[)\]]")
SIGNS = r"(?>(?:</?[a-z]{1,6}>|[\s*_()+<>≥≤~-])*)"  # atomic: a long row of signs is gone over once
QUALIFIERS = words("contexts")["qualifiers"]
BEFORE_A_NUMBER = re.compile(rf"{SIGNS}(?:{any_of(QUALIFIERS['before'])})?{SIGNS}", re.IGNORECASE)
AFTER_A_NUMBER = re.compile(rf"{SIGNS}(?:{any_of(QUALIFIERS['after'])})?{SIGNS}", re.IGNORECASE)
LEAST_NUMBERED = 3  # columns that a row must number
LINES_ABOVE = 3  # how far above a table its unit is looked for


@dataclass(frozen=True, slots=True)
class Cells:
    """What the tables of a document say about their cells, by the index of the block."""

    units: dict[int, Unit] = field(default_factory=dict)
    ordinals: frozenset[int] = frozenset()  # cells that only number their row


def cells_of(document: Document) -> Cells:
    """Find the unit of every cell that holds nothing but a number."""
    indexes = [index for index, block in enumerate(document.blocks) if block.kind is Kind.CELL]
    rows = dict(_row_units(document, indexes))
    captions: dict[int, Unit] = {}
    units, ordinals = {}, set(_numbered_columns(document, indexes))
    for index in indexes:
        block = document.blocks[index]
        if block.table not in captions:
            captions[block.table] = _caption_unit(document, index)
        if not only_a_number(block.text):
            continue
        if not block.heads or _head(block) in ORDINALS:
            ordinals.add(index)
        else:
            units[index] = _head_unit(block) or rows.get((block.table, block.row)) or captions[block.table]
    return Cells(units, frozenset(ordinals))


def _numbered_columns(document: Document, indexes: list[int]) -> Iterator[int]:
    """Yield the cells of rows that only number the columns: 1, 2, 3."""
    rows: dict[tuple[int, int], list[int]] = defaultdict(list)
    for index in indexes:
        block = document.blocks[index]
        rows[block.table, block.row].append(index)
    for row in rows.values():
        numbers = [_bare_number(document.blocks[index].text) for index in row]
        known = [number for number in numbers if number is not None]
        if len(known) >= LEAST_NUMBERED and len(known) >= len(row) - 2 and _count_up(known):
            yield from row


def _bare_number(text: str) -> int | None:
    written = text.strip(" *_()[]")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 3 else None


def _count_up(numbers: list[int]) -> bool:
    return all(later == earlier + 1 for earlier, later in pairwise(numbers))


def only_a_number(text: str) -> bool:
    """Whether a cell holds a number and at most signs and a qualifier around it: «khoảng 752»."""
    match = NUMERAL.search(text)
    if match is None:
        return False
    before, after = text[: match.start()], text[match.end() :]
    return BEFORE_A_NUMBER.fullmatch(before) is not None and AFTER_A_NUMBER.fullmatch(after) is not None


def _head(block: Block) -> str:
    """Give the head of the cell's column as it is compared."""
    return " ".join(map(folded, block.heads[1].split())) if len(block.heads) > 1 else ""


def _row_units(document: Document, indexes: list[int]) -> Iterator[tuple[tuple[int, int], Unit]]:
    """Read the column «Đơn vị tính»."""
    for index in indexes:
        block = document.blocks[index]
        if _head(block).startswith(UNIT_HEADS):
            unit = _whole_unit(block.text)
            if unit:
                yield (block.table, block.row), unit


def _head_unit(block: Block) -> Unit | None:
    """Read «Kế hoạch (triệu đồng)», «Tỷ lệ %»."""
    head = block.heads[1] if len(block.heads) > 1 else ""
    for match in IN_BRACKETS.finditer(head):
        unit = _whole_unit(match[1])
        if unit:
            return unit
    return _whole_unit("%") if "%" in head else None


def _caption_unit(document: Document, first: int) -> Unit:
    """Read «Đơn vị tính: triệu đồng» above a table."""
    for index in range(first - 1, max(-1, first - 1 - LINES_ABOVE), -1):
        match = CAPTION.search(compose(document.blocks[index].text).text)
        unit = _whole_unit(match[1]) if match else None
        if unit:
            return unit
    return NONE


def _whole_unit(text: str) -> Unit | None:
    """Read a unit that is all that a text says; None for anything else, such as the name of an agency."""
    text = compose(text).text.strip(" *_.")
    found = unit_at(text, 0)
    return found.unit if isinstance(found, Measured) and not found.guessed and found.end == len(text) else None
