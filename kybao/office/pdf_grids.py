"""Tables of a PDF page, found by the lines that are drawn around their cells."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from kybao.office.pdf_words import Word, gathered

THIN = 3.0  # points: a drawn line is no thicker
SHORTEST = 6.0
TOUCH = 3.0  # lines that end this near to each other meet
MOST_STROKES = 1500  # on a page; a drawing has more


@dataclass(frozen=True, slots=True)
class Stroke:
    """A drawn line, or one side of a drawn box."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def upright(self) -> bool:
        """Whether it runs from top to bottom."""
        return self.top - self.bottom > self.right - self.left

    def meets(self, other: "Stroke") -> bool:
        """Whether the two touch."""
        return (
            self.left <= other.right + TOUCH
            and other.left <= self.right + TOUCH
            and self.bottom <= other.top + TOUCH
            and other.bottom <= self.top + TOUCH
        )


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines of one table: columns from left to right, rows from top to bottom."""

    columns: tuple[float, ...]  # where lines stand, one more than there are columns
    rows: tuple[float, ...]  # heights, the highest first
    strokes: tuple[Stroke, ...]

    def holds(self, word: Word) -> bool:
        """Whether a word stands inside."""
        across = self.columns[0] <= (word.left + word.right) / 2 <= self.columns[-1]
        return across and self.rows[-1] <= _middle(word) <= self.rows[0]

    def texts(self, words: Iterable[Word]) -> list[list[str]]:
        """Give the words of each cell, row by row; a merged cell has its words in its first place."""
        cells: dict[tuple[int, int], list[Word]] = {}
        for word in words:
            cells.setdefault(self._place(word), []).append(word)
        texts = {place: " ".join(line.text for line in gathered(inside)) for place, inside in cells.items()}
        width = len(self.columns) - 1
        return [[texts.get((row, column), "") for column in range(width)] for row in range(len(self.rows) - 1)]

    def _place(self, word: Word) -> tuple[int, int]:
        column = bisect_right(self.columns, (word.left + word.right) / 2) - 1
        row = bisect_right(self.rows, -_middle(word), key=lambda height: -height) - 1
        column = min(max(column, 0), len(self.columns) - 2)
        row = min(max(row, 0), len(self.rows) - 2)
        while column and not self._is_parted(self.columns[column], row):
            column -= 1
        while row and not self._is_ruled(self.rows[row], column):
            row -= 1
        return row, column

    def _is_parted(self, across: float, row: int) -> bool:
        height = (self.rows[row] + self.rows[row + 1]) / 2
        return any(
            stroke.upright and abs(stroke.left - across) <= TOUCH and stroke.bottom <= height <= stroke.top
            for stroke in self.strokes
        )

    def _is_ruled(self, height: float, column: int) -> bool:
        across = (self.columns[column] + self.columns[column + 1]) / 2
        return any(
            not stroke.upright and abs(stroke.bottom - height) <= TOUCH and stroke.left <= across <= stroke.right
            for stroke in self.strokes
        )


def grids(page: pdfium.PdfPage) -> list[Grid]:
    """Give the tables of a page that have at least two rows and two columns."""
    strokes = list(_strokes(page))
    if not 5 <= len(strokes) <= MOST_STROKES:
        return []
    found = (_grid(cluster) for cluster in _clusters(strokes))
    return [grid for grid in found if len(grid.columns) > 2 and len(grid.rows) > 2]


def _strokes(page: pdfium.PdfPage) -> Iterable[Stroke]:
    for path in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=2):
        left, bottom, right, top = path.get_bounds()
        if right - left <= THIN or top - bottom <= THIN:
            if max(right - left, top - bottom) >= SHORTEST:
                yield Stroke(left, bottom, right, top)
        elif raw.FPDFPath_CountSegments(path) <= 6:  # a box
            yield Stroke(left, bottom, left, top)
            yield Stroke(right, bottom, right, top)
            yield Stroke(left, bottom, right, bottom)
            yield Stroke(left, top, right, top)


def _clusters(strokes: Sequence[Stroke]) -> Iterable[list[Stroke]]:
    """Yield the strokes that hang together."""
    waiting = list(strokes)
    while waiting:
        cluster = [waiting.pop()]
        for stroke in cluster:
            near = [other for other in waiting if stroke.meets(other)]
            cluster += near
            waiting = [other for other in waiting if not stroke.meets(other)] if near else waiting
        yield cluster


def _grid(cluster: Sequence[Stroke]) -> Grid:
    columns = _apart(stroke.left for stroke in cluster if stroke.upright)
    rows = _apart(stroke.bottom for stroke in cluster if not stroke.upright)
    return Grid(tuple(columns), tuple(reversed(rows)), tuple(cluster))


def _apart(places: Iterable[float]) -> list[float]:
    """Sort places and take those that are next to each other as one."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > 2 * TOUCH:
            found.append(place)
    return found


def _middle(word: Word) -> float:
    return word.base + 0.3 * word.size
