"""Where things stand on the sheet of a form: the one place that writing and live formulas agree on.

Row 1 and column A are hidden and hold keys, so that the reader finds rows and columns wherever they were moved.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kybao.office.return_sheets import ReturnForm
from kybao.office.workbooks import Place, column_letters

SHEET_MARK = "kybao:biểu:"  # with the key of the form or list, in the corner of its sheet
HEAD_MARK = "kybao:đầu-cột"  # keys the rows of column heads, which are no lines
IDENTITY_MARK = "kybao:danh-tính"  # in the corner of the hidden sheet
IDENTITY_SHEET = "_kybao"
LINES = "lines"  # names the cells of the hidden sheet that hold key, words and unit of each line
LONGEST_TEXT = 32_000  # characters of a cell; Excel ends at 32.767

KEYS_ROW = 1
AGENCY_ROW, TITLE_ROW, PERIOD_ROW, DATES_ROW, HELP_ROW = 2, 3, 4, 5, 6
HEAD_ROW, MARKS_ROW, FIRST_ROW = 8, 9, 10
KEY_COLUMN, NUMBER_COLUMN, LABEL_COLUMN, UNIT_COLUMN = 1, 2, 3, 4

REFERENCE, VALUE = "so sánh:", "số liệu:"
CHECK, QUALIFIER, AS_OF, STATUS, NOTE = "kiểm tra", "gần đúng", "tính đến", "tình hình", "ghi chú"
PERIOD_HEAD = "Kỳ báo cáo: "
LABEL, UNIT = "chỉ tiêu", "đơn vị tính"

PREVIOUS, SAME_PERIOD = "previous", "same_period"  # keys of reference columns that a value is held against


@dataclass(frozen=True, slots=True)
class PlacedColumn:
    """One column of the sheet."""

    number: int
    key: str
    label: str
    width: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a form by key, and the row in which each line of the form begins."""

    columns: Mapping[str, PlacedColumn]
    rows: Mapping[str, int]  # by key of the line

    @property
    def last_column(self) -> int:
        """The number of the last column."""
        return max(column.number for column in self.columns.values())

    def letters(self, key: str) -> str:
        """Name the column of a key."""
        return column_letters(self.columns[key].number)

    def place(self, row: str, column: str) -> Place:
        """Give the cell of a line and a column."""
        return Place(self.rows[row], self.columns[column].number)


def layout(form: ReturnForm) -> Layout:
    """Lay a form out."""
    keyed = [
        ("thứ tự", "TT", 5.0),
        (LABEL, "Chỉ tiêu", 36.0),
        (UNIT, "Đơn vị tính", 10.0),
        *((f"{REFERENCE}{column.key}", column.label, 11.0) for column in form.references),
        *((f"{VALUE}{column.key}", column.label, 12.0) for column in form.columns),
        (CHECK, "Kiểm tra", 17.0),
        (QUALIFIER, "Gần đúng (nếu có)", 8.0),
        (AS_OF, "Tính đến ngày (nếu khác)", 10.5),
        (STATUS, "Tình hình (khi không có số)", 13.0),
        (NOTE, "Ghi chú", 18.0),
    ]
    columns = {
        key: PlacedColumn(number, key, label, width)
        for number, (key, label, width) in enumerate(keyed, start=NUMBER_COLUMN)
    }
    return Layout(columns, {row.key: number for number, row in enumerate(form.rows, start=FIRST_ROW)})


def sheet_name(title: str) -> str:
    """Give a name that a sheet may bear: at most 31 characters, none of []:*?/\\.

    >>> sheet_name("01/TCKH")
    'Biểu 01-TCKH'
    """
    harmless = title.translate(str.maketrans("[]:*?/\\", "-" * 7)).strip("'")
    name = f"Biểu {harmless}" if harmless[:1].isdigit() else harmless
    return name[:31]


def sheet_names(form: ReturnForm) -> dict[str, str]:
    """Name the sheets of a form and its lists, by their keys; no two alike, capitals aside, as Excel demands."""
    names = {form.key.form: sheet_name(form.key.form)}
    for listed in form.lists:
        name, number = sheet_name(listed.title), 1
        while name.casefold() in {taken.casefold() for taken in (*names.values(), IDENTITY_SHEET)}:
            number += 1
            name = f"{sheet_name(listed.title)[:28]} {number}"
        names[listed.key] = name
    return names
