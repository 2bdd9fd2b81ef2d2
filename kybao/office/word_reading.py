"""A Word file as a document: its text as Word shows it, parted by the same hand as plain text."""

import re
from collections.abc import Iterable, Iterator

from kybao.office.packages import Package
from kybao.office.pieces import Piece, composed
from kybao.office.plain_text import refuse_old_letters
from kybao.office.unreadable import UnreadableFile, WrongKind
from kybao.office.word_inlines import Inlines, Notes, Source
from kybao.office.word_names import Element, child, content, local, number, value, w
from kybao.office.word_numbering import Numbering
from kybao.office.word_styles import Style, Styles
from kybao.text import Document
from kybao.text.footnotes import raised
from kybao.text.titles import is_frame

BLANKS = re.compile(r"[ \t\n]+")
EMPTY_BRACKETS = re.compile(r"^[(\[]\s*[)\]][\s:.]*")  # around the number of a note, which is ours to write
MOST_COLUMNS = 500
OTHER_KINDS = {
    "xl/workbook.xml": "bảng tính Excel, không phải báo cáo Word",
    "ppt/presentation.xml": "bài trình chiếu PowerPoint, không phải báo cáo Word",
    "META-INF/manifest.xml": "văn bản OpenDocument (.odt); hãy mở bằng LibreOffice rồi lưu lại dạng .docx",
}


def read_word(package: Package, name: str) -> Document:
    """Read a Word file.

    Raises UnreadableFile where it is broken, empty or no Word file.
    """
    document = composed(read_pieces(package), name)
    if not document.text.strip():
        raise UnreadableFile(f"Tệp Word «{package.label}» không có chữ nào (chỉ có hình ảnh hoặc trống).")
    refuse_old_letters(document.text, package.label)
    return document


def read_pieces(package: Package) -> list[Piece]:
    """Read the paragraphs and rows of a Word file with the elements that each comes from, all of one tree.

    Raises UnreadableFile where it is broken or no Word file.
    """
    main = main_part(package)
    body = _body(package, main)
    reader = _Reader(package, main)
    return [*reader.pieces(body), *reader.notes()]


def main_part(package: Package) -> str:
    """Name the part that holds the running text."""
    return package.related().get("officeDocument", "word/document.xml")


def _body(package: Package, main: str) -> Element:
    for part, kind in OTHER_KINDS.items():
        if part in package:
            raise WrongKind(f"Tệp «{package.label}» là {kind}.")
    if main not in package:
        raise WrongKind(f"Tệp «{package.label}» là tệp nén nhưng không phải tệp Word .docx.")
    body = child(package.tree(main), "body")
    if body is None:
        raise UnreadableFile(f"Tệp Word «{package.label}» không có nội dung.")
    return body


class _Reader:
    """Reads the parts of one file in the order in which Word shows them."""

    def __init__(self, package: Package, main: str) -> None:
        self._package = package
        self._related = package.related(main)
        self._styles = Styles(self._part("styles"))
        self._numbering = Numbering(self._part("numbering"), self._styles.lists)
        self._marks = Notes()
        self._inlines = Inlines(self._styles, self._marks)

    def _part(self, kind: str) -> Element | None:
        name = self._related.get(kind)
        return self._package.tree(name) if name else None

    def pieces(self, container: Element) -> Iterator[Piece]:
        """Yield the paragraphs and rows of a body, a cell, a text box or a note."""
        held: list[Source] = []  # the words of a paragraph whose end was deleted: the next one goes on
        for element in content(container, "p", "tbl"):
            if local(element) == "tbl":
                yield from self._table(element)
                continue
            properties = child(element, "pPr")
            style = self._styles.paragraph(properties)
            words = self._inlines.words(element, style)
            if style.contents:
                continue
            if child(properties, "rPr", "del") is not None:
                held += words.sources
                continue
            sources, held = (*held, *words.sources), []
            text = _text(sources).strip(" \n\r\u00a0")
            number_ = self._number(properties, style)
            if text.strip():
                sources = (Source(number_, _paragraph(sources[0])), *sources)
                yield Piece(number_ + text, _outline(properties, style), words.bold, sources=sources)
            for box in words.boxes:
                yield from self.pieces(box)
        if text := _text(held).strip():
            yield Piece(text, sources=tuple(held))

    def _number(self, properties: Element | None, style: Style) -> str:
        own = child(properties, "numPr")
        name = value(child(own, "numId")) or style.numbering
        return self._numbering.shown(name, number(child(own, "ilvl"), style.level)) if name else ""

    def _table(self, table: Element) -> Iterator[Piece]:
        """Yield the rows of a table; one that only sets things side by side is read cell by cell."""
        rows = [self._cells(row) for row in content(table, "tr") if child(row, "trPr", "del") is None]
        cells = [cell for row in rows for cell in row]
        if len(rows) < 2 or all(len(row) < 2 for row in rows) or any(map(_is_frame, cells)):
            yield from (piece for cell in cells for piece in cell)
            return
        first = True
        for row in rows:
            text = "\t".join(" ".join(_one_line(piece.text) for piece in cell) for cell in row)
            if text.strip():
                sources = (source for cell in row for piece in cell for source in piece.sources)
                yield Piece(text, row=True, first=first, sources=tuple(sources))
                first = False

    def _cells(self, row: Element) -> list[list[Piece]]:
        """Give the cells of a row, empty ones for what a merged cell covers."""
        properties = child(row, "trPr")
        cells: list[list[Piece]] = [[] for _ in range(min(number(child(properties, "gridBefore"), 0), MOST_COLUMNS))]
        for cell in content(row, "tc"):
            about = child(cell, "tcPr")
            covered = any(_continues(child(about, merge)) for merge in ("vMerge", "hMerge"))
            cells.append([] if covered else list(self.pieces(cell)))
            span = min(number(child(about, "gridSpan"), 1), MOST_COLUMNS)
            cells += [[] for _ in range(span - 1)]
        return cells[:MOST_COLUMNS]

    def notes(self) -> Iterator[Piece]:
        """Yield the notes that have a mark, in order."""
        parts = {kind: self._part(f"{kind}s") for kind in ("footnote", "endnote")}
        texts = {
            (kind, value(note, "id")): note
            for kind, root in parts.items()
            if root is not None
            for note in root.iterfind(w(kind))
        }
        for key, count in list(self._marks.numbers.items()):
            if key in texts:
                text = f"{raised(count)} {EMPTY_BRACKETS.sub('', self._flat(texts[key]))}"
                yield Piece(text, sources=(Source(text, self._marks.references[key], aside=True),))

    def _flat(self, container: Element) -> str:
        return " ".join(filter(None, (_one_line(piece.text) for piece in self.pieces(container))))


def _text(sources: Iterable[Source]) -> str:
    return "".join(source.text for source in sources)


def _paragraph(source: Source) -> Element:
    return next(source.element.iterancestors(w("p")))


def _one_line(text: str) -> str:
    return BLANKS.sub(" ", text).strip()


def _continues(merge: Element | None) -> bool:
    """Whether a cell belongs to the one above it or before it."""
    return merge is not None and value(merge) in {"", "continue"}


def _is_frame(cell: list[Piece]) -> bool:
    return any(is_frame(piece.text) for piece in cell[:2])


def _outline(properties: Element | None, style: Style) -> int:
    level = number(child(properties, "outlineLvl"), style.outline - 1 if style.outline else 9)
    return level + 1 if level < 9 else 0
