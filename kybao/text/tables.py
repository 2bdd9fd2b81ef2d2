"""Tables as tab rows or pipe rows: which cell stands where, under which heads."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kybao.text.headings import opening
from kybao.text.lines import Line

TAB_CELL = re.compile(r"[^\t]*")
PIPE_CELL = re.compile(r"(?:\\.|[^|\\])*")
SEPARATOR = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?\s*)?$")
TAG = re.compile(r"</?(?:b|i|u|strong|em)>|<br\s*/?>|\*{1,3}|_{2,3}")
TAG_ENDS = frozenset("*_>")
VALUE = re.compile(r"[\s(<>≥≤~±+-]*\d[\d.,/%\s)*–-]*$")
YEAR = re.compile(r"(?:19|20)\d\d$")
COUNTER = re.compile(r"[\W\d]*+(?:[IVXL]++|[A-Za-zđĐ])?+[\W\d]*+$")
COLUMN_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-Z])\)?(?:\s*[=:].*)?$")
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
    """A run of rows."""

    cells: tuple[Cell, ...]
    lines: int  # of the text
    rows: int
    head: int  # rows that stand over the columns
    own_labels: dict[int, str]  # of the rows that have a name or at least a number
    labels: dict[int, str]  # what names each row
    label_column: int
    top: tuple[str, ...]  # the head of each column

    def heads(self, cell: Cell) -> tuple[str, ...]:
        """Give the words of the row head and the column head, none for a head of columns."""
        if cell.row < self.head:
            return ()
        label = "" if cell.column == self.label_column else self.labels.get(cell.row, "")
        return label, self.top[cell.column] if cell.column < len(self.top) else ""

    def after(self, above: "Table") -> "Table | None":
        """Give this table as the next page of one above: its heads come again, or it has none."""
        again = self.head and self._first_row() == above._first_row()
        if not again and (self.head or self.label_column != above.label_column):
            return None
        labels = _carried(self.own_labels, range(self.head, self.rows), above.labels.get(above.rows - 1, ""))
        return replace(self, top=above.top, labels=labels)

    @property
    def begins_in_row(self) -> bool:
        """Whether its first row has neither name nor number: a page end cut the row."""
        return self.head not in self.own_labels

    def _first_row(self) -> list[str]:
        return [cell.text for cell in self.cells if cell.row == 0]


def tables_of(text: str, lines: Sequence[Line]) -> dict[int, Table]:
    """Give the tables of a text by the index of their first line."""
    tables: dict[int, Table] = {}
    index = 0
    while index < len(lines):
        row = _row(text, lines[index])
        length, is_table, pattern = 1, False, TAB_CELL
        if "\t" in row:
            length, is_table = _tab_run(text, lines, index)
        elif "|" in row:
            length, is_table = _pipe_run(text, lines, index)
            pattern = PIPE_CELL
        if is_table:
            tables[index] = _built(text, lines[index : index + length], pattern)
        index += max(length, 1)
    return tables


def _row(text: str, line: Line) -> str:
    return text[line.raw[0] : line.raw[1]]


def _tab_run(text: str, lines: Sequence[Line], index: int) -> tuple[int, bool]:
    """Count the lines with tabs that follow each other, and tell whether they are a table."""
    length = inner = 0
    known, first = lines[index].row, _row(text, lines[index])
    while index + length < len(lines):
        line = lines[index + length]
        row = _row(text, line)
        if "\t" not in row or line.row != known or (not known and _is_indented_text(row)):
            break
        if length and (line.gap or row == first):  # the heads come again: the next page
            break
        length += 1
        inner += "\t" in row.strip()
    return length, inner >= 2 or known


def _is_indented_text(row: str) -> bool:
    """Whether the only tab stands after a number or a bullet: «1.⇥Về kinh tế»."""
    content = row.strip()
    start = opening(content)
    return start is not None and "\t" in content[: start.body] and "\t" not in content[start.body :]


def _pipe_run(text: str, lines: Sequence[Line], index: int) -> tuple[int, bool]:
    """Count the lines with bars that follow each other; in a table some stand at the edge or over a row of dashes."""
    length = edges = 0
    while index + length < len(lines) and not (length and lines[index + length].gap):
        row = _row(text, lines[index + length]).strip()
        if "|" not in row:
            break
        length += 1
        edges += row.startswith("|") or SEPARATOR.match(row) is not None
    return length, edges > 0 and length >= 2


def _built(text: str, lines: Sequence[Line], pattern: re.Pattern[str]) -> Table:
    rules = {number for number, line in enumerate(lines) if _is_rule(text, line, pattern)}
    kept = [line for number, line in enumerate(lines) if number not in rules]
    rows = [list(_cells(text, line, number, pattern)) for number, line in enumerate(kept)]
    head = min(rules) if rules else _head_rows(rows)
    cells = tuple(cell for row in rows for cell in row)
    column = _label_column(cells, head)
    named = {cell.row: cell.text for cell in reversed(cells) if cell.column == column and cell.row >= head}
    counted = {cell.row for cell in cells if cell.column < column}
    own = {row: named.get(row, "") for row in range(head, len(rows)) if row in named or row in counted}
    labels = _carried(own, range(head, len(rows)), "")
    return Table(cells, len(lines), len(rows), head, own, labels, column, _top(rows[:head]))


def _is_rule(text: str, line: Line, pattern: re.Pattern[str]) -> bool:
    return pattern is PIPE_CELL and SEPARATOR.match(_row(text, line).strip()) is not None


def _carried(labels: dict[int, str], rows: range, last: str) -> dict[int, str]:
    """Give each row without a number and a name those of the row above it: they were merged, or a page ended."""
    carried = {}
    for row in rows:
        last = labels.get(row) or ("" if row in labels else last)
        carried[row] = last
    return carried


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
    start, end = _stripped(text, start, end)
    while start < end and (tag := TAG.match(text, start, end)):
        start, end = _stripped(text, tag.end(), end)
    while start < end and text[end - 1] in TAG_ENDS:
        last = next((tag for tag in TAG.finditer(text, max(start, end - 12), end) if tag.end() == end), None)
        if last is None:
            break
        start, end = _stripped(text, start, last.start())
    return start, end


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _head_rows(rows: Sequence[Sequence[Cell]]) -> int:
    """Count the rows that stand over the columns: words, then words under merged ones, then «(1) (2) (3)»."""
    if not rows or any(_is_value(cell) for cell in rows[0]) or len(rows) == 1:
        return 0
    head = 1
    while head < min(len(rows) - 1, MOST_HEAD_ROWS) and _stands_under(rows[head], rows[0]):
        head += 1
    return head + (head < len(rows) and _numbers_columns(rows[head]))


def _is_value(cell: Cell) -> bool:
    return VALUE.match(cell.text) is not None and YEAR.match(cell.text) is None


def _stands_under(row: Sequence[Cell], first: Sequence[Cell]) -> bool:
    """Whether a second row of heads: the columns of numbers and names stay empty, since their heads are merged."""
    beginning = 1 if not first or len(first[0].text) > 6 else 2  # «TT», then the names
    return len(row) >= 2 and all(cell.column >= beginning and not _is_value(cell) for cell in row)


def _numbers_columns(row: Sequence[Cell]) -> bool:
    return len(row) >= 3 and all(COLUMN_NUMBER.match(cell.text) for cell in row)


def _label_column(cells: Sequence[Cell], head: int) -> int:
    """Give the column that names the rows: the first that holds words rather than counters and values."""
    worded: dict[int, int] = {}
    for cell in cells:
        if cell.row >= head and not VALUE.match(cell.text) and not COUNTER.match(cell.text):
            worded[cell.column] = worded.get(cell.column, 0) + 1
    most = max(worded.values(), default=0)
    return min((column for column, count in worded.items() if 2 * count >= most), default=0)


def _top(rows: Sequence[Sequence[Cell]]) -> tuple[str, ...]:
    """Give the words over each column; the head of a group stands over all its columns."""
    width = 1 + max((cell.column for row in rows for cell in row), default=-1)
    columns: list[list[str]] = [[] for _ in range(width)]
    for number, row in enumerate(rows):
        if number and _numbers_columns(row):
            continue
        own = {cell.column: cell.text for cell in row}
        below = {cell.column for lower in rows[number + 1 :] if not _numbers_columns(lower) for cell in lower}
        group = ""
        for column in range(width):
            group = own.get(column, group if column in below else "")
            columns[column] += [group] if group else []
    return tuple(" ".join(parts) for parts in columns)
