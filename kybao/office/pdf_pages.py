"""The pages of a PDF as plain values. Run as a program it reads a file and writes a line of JSON a page.

The program is a process of its own with little memory: a file that makes pdfium hang, crash or fill the memory
ends only that process (see ``pdf_process``).
"""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium

from kybao.office.pdf_grids import grids
from kybao.office.pdf_words import PageText, PdfLine, Word, spelled

MEMORY = 450_000_000  # bytes of address space, and twice the file
WRONG_PASSWORD = "password"
BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Column:
    """Words of a line without a wide gap between them."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Line:
    """What stands at one height of a page."""

    columns: list[Column]
    base: float
    size: float

    @property
    def left(self) -> float:
        """Where the line begins."""
        return self.columns[0].left

    @property
    def right(self) -> float:
        """Where the line ends."""
        return self.columns[-1].right

    @property
    def text(self) -> str:
        """The words in one line."""
        return " ".join(column.text for column in self.columns)


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a page: lines, and the cells of tables with their upper edge."""

    width: float
    height: float
    lines: list[Line]
    tables: list[tuple[float, list[list[str]]]]

    def written(self) -> str:
        """Give the page as a line of JSON."""
        lines = [
            ([(column.text, column.left, column.right) for column in line.columns], line.base, line.size)
            for line in self.lines
        ]
        return json.dumps((self.width, self.height, lines, self.tables))

    @classmethod
    def read(cls, values: Sequence[Any]) -> "Page":
        """Take a page from what ``written`` gave."""
        width, height, lines, tables = values
        read = [Line([Column(*column) for column in columns], base, size) for columns, base, size in lines]
        return cls(width, height, read, [(top, rows) for top, rows in tables])


def pages_of(data: bytes) -> Iterator[Page]:
    """Yield the pages of a file; pdfium's error where it is none."""
    with pdfium.PdfDocument(data) as file:
        for number in range(len(file)):
            page = file[number]
            yield _page(page, PageText(page).lines())
            page.close()


def _page(page: pdfium.PdfPage, lines: list[PdfLine]) -> Page:
    """Take the tables out of the lines of a page."""
    width, height = page.get_size()
    tables = []
    for grid in grids(page) if lines else ():
        inside = [word for line in lines for word in line.words if grid.holds(word)]
        if inside:
            tables.append((grid.rows[0], grid.texts(inside)))
            for line in lines:
                line.words = [word for word in line.words if not grid.holds(word)]
            lines = [line for line in lines if line.words]
    printed = [Line([_column(words, line.size) for words in line.columns], line.base, line.size) for line in lines]
    return Page(width, height, printed, sorted(tables, key=lambda table: -table[0]))


def _column(words: list[Word], size: float) -> Column:
    return Column(spelled(words, size), words[0].left, words[-1].right)


def main() -> None:
    """Read a file from standard input and write its pages, or one word that says what is wrong with it."""
    data = sys.stdin.buffer.read()
    _limit_memory(MEMORY + 2 * len(data))
    try:
        for page in pages_of(data):
            print(page.written(), flush=True)
    except pdfium.PdfiumError as error:
        print(json.dumps(WRONG_PASSWORD if "assword" in str(error) else BROKEN))
    except MemoryError:
        print(json.dumps(BROKEN))


def _limit_memory(most: int) -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  Windows has none

        resource.setrlimit(resource.RLIMIT_AS, (most, most))


if __name__ == "__main__":
    main()
