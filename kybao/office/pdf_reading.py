"""A PDF with a text layer as a document: paragraphs whole over page ends, footnotes after the text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kybao.office.pdf_flow import Flow, Margins, notes_begin
from kybao.office.pdf_pages import Line, Page
from kybao.office.pdf_process import pages
from kybao.office.pieces import Piece, composed
from kybao.office.plain_text import refuse_old_letters
from kybao.office.unreadable import WrongKind
from kybao.text import Document
from kybao.text.lines import PAGE_NUMBER

EDGE = 0.1  # of the height of a page: where page numbers stand
LEAST_REPEATS = 3  # pages on which a line at the edge comes again


def read_pdf(data: bytes, name: str, label: str) -> Document:
    """Read a PDF.

    Raises UnreadableFile where it is broken, locked, or a scan without text.
    """
    found = list(pages(data, label))
    if not any(page.lines or page.tables for page in found):
        raise WrongKind(f"Tệp «{label}» là văn bản quét, chưa có lớp chữ; hãy nhận dạng chữ (OCR) trước rồi đọc lại.")
    document = composed(_pieces(found), name)
    refuse_old_letters(document.text, label)
    return document


def _pieces(found: Sequence[Page]) -> Iterator[Piece]:
    _drop_furniture(found)
    usual = _usual_size(found)
    margins = {
        width: Margins.of([line for page in found if page.width == width for line in page.lines], usual, width)
        for width in {page.width for page in found}
    }
    body, notes = Flow(), Flow(of_notes=True)
    for page in found:
        begin = notes_begin(page, usual, open_note=notes.is_open)
        body.add(page, page.lines[:begin], margins[page.width])
        notes.add(page, page.lines[begin:], margins[page.width])
    yield from body.pieces()
    yield from notes.pieces()


def _drop_furniture(found: Sequence[Page]) -> None:
    """Take away page numbers, and what is repeated at the edge of many pages."""
    repeated = Counter(_pattern(line) for page in found for line in page.lines if _at_edge(page, line))
    for page in found:
        page.lines[:] = [line for line in page.lines if not _is_furniture(page, line, repeated, len(found))]


def _is_furniture(page: Page, line: Line, repeated: "Counter[str]", count: int) -> bool:
    if not _at_edge(page, line):
        return False
    return PAGE_NUMBER.match(line.text) is not None or repeated[_pattern(line)] >= max(LEAST_REPEATS, count // 2)


def _at_edge(page: Page, line: Line) -> bool:
    return not EDGE * page.height < line.base < (1 - EDGE) * page.height


def _pattern(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text)


def _usual_size(found: Sequence[Page]) -> float:
    """Give the size of most letters of the document."""
    letters: Counter[float] = Counter()
    for page in found:
        for line in page.lines:
            letters[round(line.size, 1)] += len(line.text)
    return max(letters, key=lambda size: letters[size], default=1.0)
