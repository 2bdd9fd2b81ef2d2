"""A workbook as its cells say it, whatever program wrote it: kinds, exact numbers, formulas, merged areas."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from kybao.office.unreadable import UnreadableFile

MOST_COLUMNS = 500
MOST_ROWS = 100_000
MOST_CELLS = 600_000  # all sheets together; a return of 20,000 rows has a third of them

REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


class UnreadableWorkbook(UnreadableFile):
    """A file that is no workbook we can take figures from."""


class CellKind(StrEnum):
    """What a cell holds."""

    NUMBER = "number"
    PERCENT = "percent"  # 0.27 that the sheet shows as 27%
    DATE = "date"
    TEXT = "text"
    TRUTH = "truth"
    ERROR = "error"  # #DIV/0!, #REF!


class Cell(NamedTuple):
    """One cell that is not empty. A named tuple, since a workbook has hundreds of thousands."""

    kind: CellKind
    text: str  # a number exactly as the file stores it, a date as 2024-03-15
    formula: str = ""  # as the file has it, without what it results in


class Place(NamedTuple):
    """Row and column, counted from 1 as people do."""

    row: int
    column: int

    def __str__(self) -> str:
        return f"{column_letters(self.column)}{self.row}"


class Area(NamedTuple):
    """A rectangle of cells, its last row and column included."""

    first: Place
    last: Place

    def __str__(self) -> str:
        return f"{self.first}:{self.last}"

    def holds(self, place: Place) -> bool:
        """Whether the place lies inside."""
        return self.first.row <= place.row <= self.last.row and self.first.column <= place.column <= self.last.column

    def places(self) -> Iterator[Place]:
        """Every place inside, row by row."""
        for row in range(self.first.row, self.last.row + 1):
            for column in range(self.first.column, self.last.column + 1):
                yield Place(row, column)


Row = Mapping[int, Cell]  # by column; only cells that are not empty


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its rows by number, each with the cells that are not empty, in order."""

    name: str
    rows: Mapping[int, Row]
    merged: tuple[Area, ...] = ()

    def at(self, place: Place) -> Cell | None:
        """Give the cell at a place, None where it is empty."""
        return self.rows.get(place.row, {}).get(place.column)

    def text(self, row: int, column: int) -> str:
        """Give the text of a cell without blanks around it, empty where there is none."""
        cell = self.rows.get(row, {}).get(column)
        return cell.text.strip() if cell else ""


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of one file, in order."""

    sheets: tuple[Sheet, ...] = ()
    name: str = ""  # of the file, for sentences


@lru_cache(maxsize=2048)
def column_letters(number: int) -> str:
    """Name a column as spreadsheets do.

    >>> column_letters(1), column_letters(27), column_letters(16384)
    ('A', 'AA', 'XFD')
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@lru_cache(maxsize=2048)
def column_number(letters: str) -> int:
    """Give the number of a column.

    >>> column_number("A"), column_number("XFD")
    (1, 16384)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def area_of(reference: str) -> Area:
    """Read «B2:D5», or «B2» alone.

    >>> str(area_of("B2:D5"))
    'B2:D5'
    """
    corners = [Place(int(row), column_number(letters)) for letters, row in REFERENCE.findall(reference)]
    if not corners:
        raise UnreadableWorkbook("bảng tính bị hỏng ở phần ghi vị trí ô; hãy mở bằng Excel rồi lưu lại.")
    return Area(corners[0], corners[-1])


class Room:
    """Counts the cells of one workbook and refuses the one that is too many or too far out."""

    def __init__(self) -> None:
        self.cells = 0

    def take(self, row: int, last_column: int, cells: int) -> None:
        """Make room for a row.

        Raises UnreadableWorkbook where the workbook is larger than any return can be.
        """
        self.cells += cells
        if cells and (row > MOST_ROWS or last_column > MOST_COLUMNS):
            raise UnreadableWorkbook(
                f"trang tính có dữ liệu ở tận dòng {row}, cột {column_letters(last_column)}, vượt giới hạn "
                f"{MOST_ROWS} dòng và {MOST_COLUMNS} cột; hãy xóa phần thừa rồi lưu lại."
            )
        if self.cells > MOST_CELLS:
            raise UnreadableWorkbook(f"có hơn {MOST_CELLS} ô dữ liệu, lớn hơn mọi biểu báo cáo; hãy chia nhỏ.")
