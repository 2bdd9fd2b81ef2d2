"""A document as its file gives it, paragraph by paragraph and row by row, written out and parted like plain text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kybao.text import Document
from kybao.text.blocks import recognise
from kybao.text.lines import Line, lines_of

if TYPE_CHECKING:
    from kybao.office.word_inlines import Source


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph, or one row of a table, as it will stand in the text."""

    text: str
    outline: int = 0  # level of a heading, where the file says so
    bold: bool = False  # all of it
    row: bool = False  # a row of a table; its cells are parted by tabs
    first: bool = True  # a blank line stands before it
    sources: tuple["Source", ...] = ()  # of a Word file: the words one after the other, blanks aside


def composed(pieces: Iterable[Piece], name: str) -> Document:
    """Write the pieces below each other and part the text; what is known of a piece helps."""
    text: list[str] = []
    offset = 0
    known: dict[int, Piece] = {}
    for piece in _tab_rows(pieces):
        gap = ("\n\n" if piece.first else "\n") if text else ""
        offset += len(gap)
        for line in re.finditer(r"[^\n]+", piece.text):
            known[offset + line.start()] = piece
        text += [gap, piece.text]
        offset += len(piece.text)
    whole = "".join(text)
    return recognise(whole, [_informed(line, known.get(line.raw[0])) for line in lines_of(whole)], name)


def _tab_rows(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Put paragraphs with tabs right below each other, as the rows that they are; a tab that only indents goes."""
    run = False
    for piece in pieces:
        inner = "\t" in piece.text.strip()
        below = not piece.row and run and "\t" in piece.text
        text = piece.text if piece.row or inner or below else piece.text.strip()
        yield replace(piece, text=text, first=piece.first and not below)
        run = not piece.row and (inner or below)


def _informed(line: Line, piece: Piece | None) -> Line:
    if piece is None:
        return line
    return replace(line, outline=line.outline or piece.outline, loud=line.loud or piece.bold, row=piece.row)
