"""Lines of PDF pages put together to paragraphs."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Self

from kybao.office.pdf_pages import Line, Page
from kybao.office.pieces import Piece
from kybao.text.footnotes import SUPERSCRIPTS
from kybao.text.headings import opening
from kybao.text.titles import is_frame

SMALLER = 0.92  # of the usual size: footnotes are set smaller
INDENT = 0.8  # of the size
SAME_SIZE = 0.06
LEAST_RIGHT = 0.75  # of the width of a page: where lines may end at the least
BLANK = 0.3  # of the size
FAR = 2.2  # of the size: lines of a paragraph are nearer
APART = 1.3  # of the usual distance of lines: a paragraph that ended may be followed so far below


@dataclass(frozen=True, slots=True)
class Margins:
    """Between which edges the lines of a document run, and how far they are apart."""

    left: float
    right: float
    pitch: float

    @classmethod
    def of(cls, lines: Sequence[Line], usual: float, width: float) -> Self:
        """Find the edges where most lines begin and end on pages of a width."""
        text = [line for line in lines if abs(line.size - usual) <= SAME_SIZE * usual] or list(lines)
        lefts = Counter(round(line.left) for line in text)
        rights = Counter(round(line.right) for line in text)
        steps = Counter(round(a.base - b.base) for a, b in pairwise(text) if a.base > b.base)
        return cls(_most(lefts), max(_most(rights, farthest=True), LEAST_RIGHT * width), _most(steps) or FAR * usual)

    def centres(self, line: Line) -> bool:
        """Whether a line stands in the middle, with as much room on its left as on its right."""
        return abs((line.left - self.left) - (self.right - line.right)) < INDENT * line.size


def _most(counts: "Counter[int]", *, farthest: bool = False) -> float:
    """Give the commonest place; of equals the nearest or the farthest."""
    return float(max(counts, key=lambda place: (counts[place], place if farthest else -place), default=0))


def notes_begin(page: Page, usual: float, *, open_note: bool) -> int:
    """Give the index of the first line of the footnotes: small lines at the foot, one of which begins with a mark."""
    begin = len(page.lines)
    while begin and page.lines[begin - 1].size <= SMALLER * usual:
        begin -= 1
    marked = next((i for i in range(begin, len(page.lines)) if _begins_note(page.lines[i])), None)
    if open_note and begin > 0:
        return begin
    return len(page.lines) if marked is None else marked


def _begins_note(line: Line) -> bool:
    return line.text[0] in SUPERSCRIPTS


@dataclass(slots=True)
class Flow:
    """The running text of a document, or its notes, over all pages."""

    of_notes: bool = False
    _pieces: list[Piece] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)  # lines of the paragraph that is open
    _lines: list[Line] = field(default_factory=list)
    _gap: bool = True

    @property
    def is_open(self) -> bool:
        """Whether the last paragraph has not come to a full stop."""
        return bool(self._parts) and self._parts[-1][-1:] not in {".", "!", "?"}

    def add(self, page: Page, lines: Sequence[Line], margins: Margins) -> None:
        """Add lines of a page, with its tables between them."""
        tables = [] if self.of_notes else list(page.tables)
        new_page = True
        for group in _side_by_side(lines):
            while tables and group[0].base < tables[0][0]:
                self._table(tables.pop(0)[1])
            if len(group) > 1 or len(group[0].columns) > 1:
                self._columns(group)
            else:
                self._line(group[0], margins, new_page=new_page)
            new_page = False
        for _, rows in tables:
            self._table(rows)

    def pieces(self) -> Iterator[Piece]:
        """Give what was put together."""
        self._end()
        yield from self._pieces

    def _line(self, line: Line, margins: Margins, *, new_page: bool) -> None:
        if not self._lines or self._begins(self._lines[-1], line, margins, new_page=new_page):
            above = self._lines[-1] if self._lines else None
            self._end()
            self._gap = above is None or new_page or above.base - line.base > APART * margins.pitch
        self._lines.append(line)
        self._parts.append(line.text)

    def _begins(self, above: Line, line: Line, margins: Margins, *, new_page: bool) -> bool:
        """Whether a line begins a paragraph."""
        if self.of_notes:
            return _begins_note(line)
        if abs(above.size - line.size) > SAME_SIZE * line.size:
            return True
        step = 0.0 if new_page else above.base - line.base
        if step > FAR * line.size or (step > APART * margins.pitch and not self.is_open):
            return True
        if _would_have_fitted(above, line, margins):
            return True
        if margins.centres(above) and margins.centres(line):
            return False
        return line.left > margins.left + INDENT * line.size and not self._is_indented_alike(line)

    def _is_indented_alike(self, line: Line) -> bool:
        """Whether the paragraph as a whole stands farther in: a list, or a centred title."""
        first, last = self._lines[0], self._lines[-1]
        if opening(self._parts[0]) and line.left > first.left:
            return True
        return last is not first and abs(last.left - line.left) < INDENT * line.size

    def _columns(self, group: Sequence[Line]) -> None:
        """Take lines with wide gaps: words side by side at the front and the end, rows of a table elsewhere."""
        self._end()
        rows = [[column.text for column in line.columns] for line in group]
        if len(rows) < 3 or any(is_frame(text) for row in rows for text in row):
            together = rows if len({len(row) for row in rows}) > 1 else zip(*rows, strict=True)
            self._pieces += [Piece(text) for texts in together for text in texts]
        else:
            self._pieces += [Piece("\t".join(row), first=not number) for number, row in enumerate(rows)]

    def _table(self, rows: Sequence[Sequence[str]]) -> None:
        self._end()
        texts = ["\t".join(row) for row in rows if any(row)]
        self._pieces += [Piece(text, row=True, first=not number) for number, text in enumerate(texts)]

    def _end(self) -> None:
        if self._parts:
            self._pieces.append(Piece(" ".join(self._parts), first=self._gap))
        self._parts, self._lines, self._gap = [], [], True


def _would_have_fitted(above: Line, line: Line, margins: Margins) -> bool:
    """Whether the first word of a line had room in the line above: then that one ended a paragraph."""
    first = line.text.split(" ", 1)[0]
    width = (line.right - line.left) * len(first) / max(len(line.text), 1)
    room = margins.right - above.right
    if margins.centres(above):
        room += above.left - margins.left
    return room > width + BLANK * line.size


def _side_by_side(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield single lines, and lines with wide gaps together with those like them right below."""
    group: list[Line] = []
    for line in lines:
        if len(line.columns) == 1:
            if group:
                yield group
                group = []
            yield [line]
        else:
            group.append(line)
    if group:
        yield group
