"""A document as the rooms above see it: blocks in order, each of which knows its place in the text."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from kybao.text.spans import Span


class Kind(StrEnum):
    """What a block is in the document."""

    HEAD = "head"  # before the title: agency, number, place and date
    TITLE = "title"  # BÁO CÁO and its abstract (trích yếu)
    HEADING = "heading"  # Phần I · I. · 1. · 1.1. · a)
    PARAGRAPH = "paragraph"
    ITEM = "item"  # an entry of a list: «- …», «+ …»
    CELL = "cell"  # one cell of a table
    NOTE = "note"  # the text of a footnote
    CLOSING = "closing"  # recipients and signature


@dataclass(frozen=True, slots=True)
class Passage:
    """Running text, joined from pieces that need not stand side by side in the document.

    A page end can cut a paragraph in two with footnotes between: the passage reads on, and ``place`` leads
    back to the document. Each piece is (offset in the passage, offset in the document, length); pieces are
    joined by one blank that belongs to none of them, or by nothing where the document has a sign that is not seen.
    """

    text: str
    pieces: tuple[tuple[int, int, int], ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Give the document's offsets of passage characters ``start`` to ``end``."""
        first = self._piece(start)
        last = self._piece(max(end - 1, start))
        return start - first[0] + first[1], end - last[0] + last[1]

    def whole(self, start: int, end: int) -> bool:
        """Whether the characters stand side by side in the document too, as far as anybody sees."""
        return not any(start < joint < end for joint in self.joints)

    @property
    def joints(self) -> frozenset[int]:
        """Where pieces begin that stand apart in the document: a line or a page ended before them."""
        return frozenset(second[0] for first, second in pairwise(self.pieces) if second[0] > first[0] + first[2])

    def _piece(self, offset: int) -> tuple[int, int, int]:
        if len(self.pieces) == 1:
            return self.pieces[0]
        return self.pieces[bisect_right(self.pieces, offset, key=lambda piece: piece[0]) - 1]


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list entry, table cell or footnote."""

    kind: Kind
    passage: Passage
    level: int = 0  # headings: 1 is the highest
    number: str = ""  # headings, entries: the number as written, without its dot or bracket: "II", "2.1", "đ"
    body: int = 0  # where the words begin in the passage, after number, bullet or footnote mark
    mark: str = ""  # notes: the number of the note, in plain digits
    table: int = -1  # cells: which table of the document, which row, which column
    row: int = -1
    column: int = -1
    heads: tuple[str, ...] = ()  # cells: the words of the row head and the column head
    parent: int = -1  # index of the heading that this block stands under, -1 for none

    @property
    def text(self) -> str:
        """The running text of the block."""
        return self.passage.text


@dataclass(frozen=True, slots=True)
class Mark:
    """The place of a footnote mark in the running text: «du lịch¹»."""

    number: str  # plain digits
    span: Span
    block: int  # index of the block that carries the mark
    start: int  # offsets in the passage of that block
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """Part of a block: passage characters ``start`` to ``end``."""

    block: int
    start: int
    end: int


@dataclass(frozen=True)
class Document:
    """The text that all offsets refer to, with its blocks, footnote marks and sentences."""

    text: str
    blocks: tuple[Block, ...] = ()
    marks: tuple[Mark, ...] = ()
    name: str = field(default="", compare=False)

    def span(self, start: int, end: int) -> Span:
        """Give the span of document characters ``start`` to ``end``."""
        return Span(start, end, self.text[start:end])

    def span_in(self, block: int, start: int, end: int) -> Span:
        """Give the span of passage characters ``start`` to ``end`` of a block, which may run over a page end."""
        return self.span(*self.blocks[block].passage.place(start, end))

    @cached_property
    def notes(self) -> dict[str, int]:
        """The block of each footnote, by its number; the first where a number stands twice."""
        found: dict[str, int] = {}
        for index, block in enumerate(self.blocks):
            if block.kind is Kind.NOTE:
                found.setdefault(block.mark, index)
        return found

    def headings_over(self, block: int) -> Iterator[int]:
        """Yield the indexes of the headings that a block stands under, the nearest first."""
        above = self.blocks[block].parent
        while above >= 0:
            yield above
            above = self.blocks[above].parent
