"""A document of any kind set as a Word file: its words with the looks of their blocks, nothing added."""

import re
from collections.abc import Iterator, Sequence

from kybao.office.word_anchors import Stretch
from kybao.office.word_inlines import Source
from kybao.office.word_tables import EDGES
from kybao.office.word_writing import BOTTOM, LEFT, PAGE, RIGHT, TOP
from kybao.office.word_xml import Element, legal, make, text
from kybao.text import Block, Document, Kind

STYLES = {
    Kind.HEAD: "Agency",
    Kind.TITLE: "Abstract",
    Kind.HEADING: "Item",
    Kind.CELL: "Cell",
    Kind.NOTE: "FootnoteText",
    Kind.CLOSING: "Recipient",
}
BODY = "Body"
MOST_COLUMNS = 63  # that Word can show
WIDTH = PAGE[0] - LEFT - RIGHT
LEAST_SHARE, MOST_SHARE = 5, 40  # characters that the width of a column follows
WORDS = re.compile(r"[^\t]+|\t")


class TextCopy:
    """The tree of a document, and where each character of the text stands in it."""

    def __init__(self, document: Document) -> None:
        self.stretches: list[Stretch] = []
        self._tables: dict[int, list[Block]] = {}
        for block in document.blocks:
            if block.kind is Kind.CELL:
                self._tables.setdefault(block.table, []).append(block)
        self.root = make("document", make("body", *self._elements(document), _page()))

    def _elements(self, document: Document) -> Iterator[Element]:
        """Yield paragraphs and tables; a table that a page end cuts stands where it begins."""
        for block in document.blocks:
            if block.kind is not Kind.CELL:
                yield self._paragraph(block)
            elif (cells := self._tables.pop(block.table, None)) is not None:
                yield from self._table(cells)

    def _paragraph(self, block: Block) -> Element:
        paragraph = make("p", make("pPr", make("pStyle", val=STYLES.get(block.kind, BODY))))
        joints = block.passage.joints
        for offset, place, length in block.passage.pieces:
            if offset in joints:
                paragraph.append(make("r", text(" ")))
            paragraph.extend(self._runs(block.text[offset : offset + length], place))
        return paragraph

    def _runs(self, words: str, place: int) -> Iterator[Element]:
        for part in WORDS.finditer(words):
            element = make("tab") if part[0] == "\t" else text(legal(part[0]))
            start, end = place + part.start(), place + part.end()
            self.stretches.append(Stretch(start, end, Source(part[0], element), 0))
            yield make("r", element)

    def _table(self, cells: Sequence[Block]) -> Iterator[Element]:
        columns = 1 + max(cell.column for cell in cells)
        if columns > MOST_COLUMNS:
            yield from map(self._paragraph, cells)
            return
        borders = make("tblBorders", *(make(edge, val="single", sz=4, space=0, color="000000") for edge in EDGES))
        look = make("tblPr", make("tblW", w=WIDTH, type="dxa"), borders)
        rows: dict[int, list[list[Block]]] = {}
        for cell in cells:
            rows.setdefault(cell.row, [[] for _ in range(columns)])[cell.column].append(cell)
        grid = make("tblGrid", *(make("gridCol", w=width) for width in _widths(cells, columns)))
        yield make("tbl", look, grid, *map(self._row, rows.values()))
        yield make("p")

    def _row(self, row: Sequence[Sequence[Block]]) -> Element:
        return make("tr", *(make("tc", *(map(self._paragraph, cell) if cell else [make("p")])) for cell in row))


def _widths(cells: Sequence[Block], columns: int) -> list[int]:
    """Share the width by the longest words of each column, within limits."""
    shares = [LEAST_SHARE] * columns
    for cell in cells:
        shares[cell.column] = max(shares[cell.column], min(len(cell.text), MOST_SHARE))
    return [WIDTH * share // sum(shares) for share in shares]


def _page() -> Element:
    margins = make("pgMar", top=TOP, right=RIGHT, bottom=BOTTOM, left=LEFT, header=0, footer=0, gutter=0)
    return make("sectPr", make("pgSz", w=PAGE[0], h=PAGE[1]), margins)
