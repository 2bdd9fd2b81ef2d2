"""Tables as tab rows or pipe rows: which cell stands where, under which heads."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kybao.text.folding import fold
from kybao.text.headings import opening
from kybao.text.lines import Line
from kybao.text.vocabulary import words

CELL = re.compile(r"[^\t]*")
PIPE_CELL = re.compile(r"(?:\\.|[^|\\])*")
SEPARATOR = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?\s*)?$")
TAG = re.compile(r"</?(?:b|i|u|strong|em)>|<br\s*/?>|\*{1,3}|_{2,3}")
VALUE = re.compile(r"[\s(<>≥≤~±+*-]*\d[\d.,/%\s)*–-]*$")
MOST_HEAD_ROWS = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that holds something: its place in the table and in the text."""

    row: int
    column: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A run of rows. ``head_rows`` stand over the columns; ``labels`` is the column that names the rows."""

    cells: tuple[Cell, ...]
    length: int  # lines of the text
    head_rows: int
    labels: int
    top: tuple[str, ...]  # the head of each column

    def heads(self, cell: Cell) -> tuple[str, ...]:
        """Give the words of the row head and the column head, none for the heads themselves."""
        if cell.row < self.head_rows:
            return ()
        label = "" if cell.column == self.labels else self._label(cell.row)
        return label, self.top[cell.column]

    def _label(self, row: int) -> str:
        return next((cell.text for cell in self.cells if cell.row == row and cell.column == self.labels), "")


def table_at(text: str, lines: Sequence[Line], index: int) -> Table | None:
    """Give the table that begins at a line, None where none does."""
    first = text[lines[index].raw[0] : lines[index].raw[1]]
    if "\t" in first:
        length = _tab_run(text, lines, index)
        return _built(text, lines[index : index + length], CELL, length) if length else None
    if "|" in first:
        length = _pipe_run(text, lines, index)
        return _built(text, lines[index : index + length], PIPE_CELL, length) if length else None
    return None


def _tab_run(text: str, lines: Sequence[Line], index: int) -> int:
    length = inner = 0
    known = lines[index].row
    for line in lines[index:]:
        row = text[line.raw[0] : line.raw[1]]
        if "\t" not in row or (length and line.gap) or line.row != known or (_is_indented_text(row) and not known):
            break
        length += 1
        inner += "\t" in row.strip()
    return length if inner >= 2 or known else 0


def _is_indented_text(row: str) -> bool:
    """Whether the only tab stands after a number or a bullet: «1.⇥Về kinh tế»."""
    words_ = row.strip()
    start = opening(words_)
    return start is not None and start.body > 0 and "\t" in words_[: start.body] and "\t" not in words_[start.body :]


def _pipe_run(text: str, lines: Sequence[Line], index: int) -> int:
    length = bars = 0
    for line in lines[index:]:
        row = text[line.raw[0] : line.raw[1]].strip()
        if "|" not in row or (length and line.gap):
            break
        length += 1
        bars += row.startswith("|") or SEPARATOR.match(row) is not None
    return length if bars >= 1 and length >= 2 else 0


def _built(text: str, lines: Sequence[Line], pattern: re.Pattern[str], length: int) -> Table:
    rows = [text[line.raw[0] : line.raw[1]] for line in lines]
    separators = [number for number, row in enumerate(rows) if pattern is PIPE_CELL and SEPARATOR.match(row.strip())]
    kept = [line for number, line in enumerate(lines) if number not in set(separators)]
    cells = tuple(cell for row, line in enumerate(kept) for cell in _cells(text, line, row, pattern))
    head_rows = separators[0] if separators else _head_rows(cells, len(kept))
    labels = _label_column(cells, head_rows)
    return Table(cells, length, head_rows, labels, _top(cells, head_rows))


def _cells(text: str, line: Line, row: int, pattern: re.Pattern[str]) -> Iterator[Cell]:
    start, end = line.raw
    if pattern is PIPE_CELL:
        while start < end and text[start].isspace():
            start += 1
        start += text.startswith("|", start)
    column = 0
    while start <= end:
        match = pattern.match(text, start, end)
        stop = match.end() if match else end
        first, last = _trimmed(text, start, stop)
        if first < last:
            yield Cell(row, column, first, last, text[first:last])
        column += 1
        start = stop + 1


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out blanks and markup around the words of a cell."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    for tag in TAG.finditer(text, start, end):
        if tag.start() != start:
            break
        start = tag.end()
    tags = [tag.span() for tag in TAG.finditer(text, start, end)] if end > start and text[end - 1] in "*_>" else []
    for first, last in reversed(tags):
        if last != end:
            break
        end = first
    return start, end


def _head_rows(cells: Sequence[Cell], rows: int) -> int:
    """Count the rows before the first that holds a number; the row «(1) (2) (3)» is one of them."""
    valued = {cell.row for cell in cells if VALUE.match(cell.text)}
    first = min(valued, default=1)
    if first in valued and _counts_up([cell.text for cell in cells if cell.row == first]):
        return min(first + 1, rows)
    return first if first <= MOST_HEAD_ROWS else 1


def _counts_up(row: Sequence[str]) -> bool:
    numbers = [re.sub(r"\D.*", "", words_.strip("() ")) for words_ in row]
    counted = [int(number) for number in numbers if number and len(number) < 3]
    return len(counted) >= 3 and counted == list(range(counted[0], counted[0] + len(counted)))


def _label_column(cells: Sequence[Cell], head_rows: int) -> int:
    """Give the column that names the rows: the first that holds words rather than counters."""
    worded: dict[int, int] = {}
    for cell in cells:
        if cell.row >= head_rows and len(cell.text) > 3 and not VALUE.match(cell.text):
            worded[cell.column] = worded.get(cell.column, 0) + 1
    most = max(worded.values(), default=0)
    return min((column for column, count in worded.items() if 2 * count >= most), default=0)


def _top(cells: Sequence[Cell], head_rows: int) -> tuple[str, ...]:
    """Give the words over each column; the head of a group stands over all its columns."""
    width = 1 + max((cell.column for cell in cells), default=0)
    columns: list[list[str]] = [[] for _ in range(width)]
    for row in range(head_rows):
        own = {cell.column: cell.text for cell in cells if cell.row == row}
        below = {cell.column for cell in cells if row < cell.row < head_rows}
        group = ""
        for column in range(width):
            group = own.get(column, group if column in below else "")
            if group:
                columns[column].append(group)
    return tuple(" ".join(parts) for parts in columns)


def is_unit_head(text: str) -> bool:
    """Whether a column head stands over units of measure."""
    return fold(text) in words("structure", "unit_columns")
