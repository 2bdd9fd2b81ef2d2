"""A read document set anew as an official Word file: real footnotes, tables, letterhead and signature."""

import re
from itertools import groupby
from pathlib import Path

from kybao.office.word_writing import write
from kybao.text import Block, Document, Kind
from kybao.text.manuscripts import Heading, Letterhead, Manuscript, Paragraph, Run, Signature, Table

FRAME = {Kind.HEAD, Kind.TITLE, Kind.CLOSING, Kind.NOTE}


def set_anew(document: Document, path: Path) -> None:
    """Write the words of a document in the official layout."""
    body = [block for block in document.blocks if block.kind not in FRAME]
    groups = groupby(body, key=lambda block: block.table)
    blocks = [
        part
        for table, inside in groups
        for part in ([_table(list(inside))] if table >= 0 else [_part(document, block) for block in inside])
    ]
    letterhead = Letterhead(
        agency=("", "Ủy ban nhân dân", "Huyện Chi Lăng"),
        symbol="BC-UBND",
        place="Chi Lăng",
        date="ngày 05 tháng 4 năm 2024",
        kind="Báo cáo",
        abstract=" ".join(block.text for block in document.blocks if block.kind is Kind.TITLE),
    )
    signature = Signature("TM. Ủy ban nhân dân", "Chủ tịch")
    write(Manuscript(letterhead, tuple(blocks), ("UBND tỉnh", "Lưu: VT"), signature), path)


def _part(document: Document, block: Block) -> Heading | Paragraph:
    if block.kind is Kind.HEADING:
        level = {"P": 0}.get(block.text[0], 3) if block.text.startswith("Phần") else 3
        return Heading(level, block.text[: block.body].strip(), _clean(block.text[block.body :]))
    return Paragraph(_runs(document, block))


def _runs(document: Document, block: Block) -> tuple[Run, ...]:
    index = document.blocks.index(block)
    runs, at = [], 0
    for mark in (mark for mark in document.marks if mark.block == index):
        note = document.blocks[document.notes[mark.number]] if mark.number in document.notes else None
        words = (Run(_clean(note.text[note.body :])),) if note else ()
        runs.append(Run(_clean(block.text[at : mark.start]), note=words))
        at = mark.end
    return (*runs, Run(_clean(block.text[at:])))


def _table(cells: list[Block]) -> Table:
    columns = 1 + max(block.column for block in cells)
    rows = {
        row: {block.column: block.text for block in inside} for row, inside in groupby(cells, lambda cell: cell.row)
    }
    filled = [tuple((Run(row.get(column, "")),) for column in range(columns)) for row in rows.values()]
    return Table("", tuple(run.text for (run,) in filled[0]), tuple(filled[1:]))


def _clean(text: str) -> str:
    return re.sub(r"\*+|</?sup>", "", text)
