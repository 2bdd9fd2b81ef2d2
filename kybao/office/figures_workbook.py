"""Figures, cited documents and findings of reports as one workbook (bảng tính) that people open, filter and print.

Rows are written as they come and kept on disk, so that a thousand reports take no more memory than one.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from math import ceil
from typing import IO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kybao.claims.labels import amount, compared, nature, period_label
from kybao.figures import NumberError, read_number
from kybao.office.return_styles import BORDER, DOUBTFUL, HEAD, LOCALE, WRONG, Styles
from kybao.office.table_writing import FORMULA, MOMENT

Row = Mapping[str, object]
Value = str | int | float | date

NUMBER_OF_HEADING = re.compile(r"(Phần (?:[IVX]+|thứ \w+)|[IVXLC]+|[0-9]+(?:\.[0-9]+)*|[a-zđ])[.):]?\s")
MOST_ROWS = 1_048_576  # of a sheet, as Excel has it
MOST_DIGITS = 15  # that a cell keeps of a number
LONGEST = 32_767  # characters of a cell
PAPER_A3 = 8
LINE_HEIGHT = 15  # points
HIGHEST = 400  # points of a row
ROOM = 0.9  # the letters are smaller than the digit that widths are counted in
FILL = {"lỗi": WRONG, "cảnh báo": DOUBTFUL}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet: its head, its width in characters and what it shows of a row."""

    head: str
    width: float
    show: Callable[[Row], Value]
    decimals: Callable[[Row, int | float], int] | None = None  # how many a number is shown with, else none
    filled: bool = False  # in the colour of its word


def plain(key: str) -> Callable[[Row], Value]:
    """Show what a row has under a key."""
    return lambda row: value if isinstance(value := row.get(key), str | int | float) else ""


def number(index: int) -> Callable[[Row], Value]:
    """Show the first number of a figure, or the second one of a range or a fraction."""
    return lambda row: _numbers(row["value"])[index] if index < len(_numbers(row["value"])) else ""


def _numbers(value: object) -> Sequence[int | float]:
    return value if isinstance(value, list) else [value] if isinstance(value, int | float) else []


def as_written(row: Row, value: int | float) -> int:
    """Give how many decimals a figure is shown with: those of the text, «27,0» with one.

    >>> as_written({"text": "27,0"}, 27), as_written({"text": "9,5 - 10"}, 9.5), as_written({"text": "12,345"}, 12345)
    (1, 1, 0)
    """
    exact = Decimal(str(value))
    try:
        written = read_number(str(row["text"]))
    except NumberError:
        written = exact
    exponent = (written if written == exact else exact).as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def with_two(row: Row, value: int | float) -> int:
    """Show two decimals."""
    return 2


def issued(row: Row) -> Value:
    """Show the day of issue as a day."""
    return date.fromisoformat(str(row["date"])) if row.get("date") else ""


def next_best(row: Row, index: int) -> Value:
    """Show the second proposal of the catalogue: its code or its score."""
    others = row.get("others")
    return others[0][index] if isinstance(others, list) and others else ""


def section(row: Row) -> Value:
    """Show the headings over a place: of the higher ones only the numbers, or their first words.

    >>> section({"section": "II. NHỮNG KẾT QUẢ ĐẠT ĐƯỢC › 1. Về kinh tế › d) Thu - chi ngân sách"})
    'II › 1 › d) Thu - chi ngân sách'
    """
    *above, last = str(row.get("section") or "").split(" › ")
    return " › ".join([*map(_short, above), last])


def _short(heading: str) -> str:
    numbered = NUMBER_OF_HEADING.match(heading)
    return numbered[1] if numbered else " ".join(heading.split()[:3])


FILE = Column("Tệp", 24, plain("file"))
SECTION = Column("Mục", 26, section)
PLACE = Column("Vị trí", 9, plain("start"))
SENTENCE = Column("Câu trong văn bản", 64, plain("sentence"))

FIGURES = (
    SECTION,
    Column("Chỉ tiêu", 30, plain("indicator")),
    Column("Ghi trong văn bản", 15, amount),
    Column("Giá trị", 14, number(0), as_written),
    Column("Giá trị sau (đến, trên)", 12, number(1), as_written),
    Column("Đơn vị tính", 14, plain("unit")),
    Column("Loại số, so sánh", 17, compared),
    Column("Kỳ", 17, lambda row: period_label(str(row["period"]))),
    Column("Tính chất", 10, nature),
    Column("Đơn vị, địa bàn", 16, plain("agency")),
)
CITATIONS = (
    Column("Tên loại", 18, plain("kind")),
    Column("Số, ký hiệu", 20, plain("number")),
    Column("Ngày ban hành", 13, issued),
    Column("Cơ quan ban hành", 28, plain("issuer")),
    Column("Trích yếu", 70, plain("title")),
    Column("Thể thức số, ký hiệu", 13, lambda row: "" if row["well_formed"] else "cần xem lại"),
    SECTION,
    PLACE,
)
FINDINGS = (
    Column("Mức độ", 11, plain("severity"), filled=True),
    Column("Mã", 8, plain("code")),
    Column("Phát hiện", 60, plain("message")),
    Column("Văn bản ghi", 18, plain("claimed")),
    Column("Tính lại", 18, plain("computed")),
    SENTENCE,
    SECTION,
    Column("Dòng", 7, plain("line")),
    PLACE,
)


def proposals(names: Mapping[str, str]) -> tuple[Column, ...]:
    """Give the columns of the indicators that a catalogue proposes; ``names`` are its names by code."""
    return (
        Column("Mã đề xuất", 20, plain("code")),
        Column("Chỉ tiêu đề xuất", 26, lambda row: names.get(str(row.get("code")), "")),
        Column("Độ khớp", 9, lambda row: plain("score")(row) if row.get("code") else "", with_two),
        Column("Mã thứ hai", 20, lambda row: next_best(row, 0)),
        Column("Độ khớp thứ hai", 9, lambda row: next_best(row, 1), with_two),
    )


class Sheet:
    """A sheet that is filled row by row; where it is full, another one goes on."""

    def __init__(self, book: Workbook, style: Styles, name: str, columns: Sequence[Column]) -> None:
        self._book, self._style, self._name, self._columns = book, style, name, columns
        self._looks = Looks(style)
        self._sheets: list[Worksheet] = []
        self._row = MOST_ROWS
        self._open()

    def add(self, row: Row) -> None:
        """Write the next row."""
        if self._row == MOST_ROWS:
            self._open()
        values = [column.show(row) for column in self._columns]
        self._sheets[-1].set_row(self._row, self._height(values))
        for index, value in enumerate(values):
            self._write(index, value, row)
        forget(self._sheets[-1], self._row - 1)
        self._row += 1

    def _height(self, values: Sequence[Value]) -> float:
        """Give the height in which the longest text is seen whole: not every program finds it by itself."""
        texts = ((value, column.width) for value, column in zip(values, self._columns, strict=True))
        lines = max(ceil(len(str(value)) * ROOM / width) for value, width in texts)
        return min(max(lines, 1) * LINE_HEIGHT, HIGHEST)

    def close(self) -> None:
        """Set filters over what was written."""
        if self._row == 1:
            self._sheets[-1].write_string(1, 0, "Không có dòng nào.", self._style(italic=True))
        for sheet in self._sheets:
            last = self._row - 1 if sheet is self._sheets[-1] else MOST_ROWS - 1
            sheet.autofilter(0, 0, max(last, 1), len(self._columns) - 1)

    def _open(self) -> None:
        count = len(self._sheets) + 1
        sheet = self._book.add_worksheet(self._name if count == 1 else f"{self._name} ({count})")
        self._sheets.append(sheet)
        head = self._style(bold=True, bg_color=HEAD, text_wrap=True, align="center", **BORDER)
        for index, column in enumerate(self._columns):
            sheet.set_column(index, index, column.width)
            sheet.write_string(0, index, column.head, head)
        sheet.set_row(0, 32)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(PAPER_A3)
        sheet.fit_to_pages(1, 0)
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{MOST_ROWS}"})
        self._row = 1

    def _write(self, index: int, value: Value, row: Row) -> None:
        sheet, column, looks = self._sheets[-1], self._columns[index], self._looks
        if isinstance(value, date):
            sheet.write_datetime(self._row, index, datetime(value.year, value.month, value.day), looks.day)
        elif isinstance(value, str):
            look = looks.words(value, filled=column.filled)
            sheet.write_string(self._row, index, value[:LONGEST], look)
        elif len(f"{value}".strip("-").replace(".", "")) > MOST_DIGITS:
            sheet.write_string(self._row, index, str(value), looks.long_number)
        else:
            decimals = column.decimals(row, value) if column.decimals else 0
            sheet.write_number(self._row, index, value, looks.number(decimals))


class Looks:
    """The formats of cells, each made once."""

    def __init__(self, style: Styles) -> None:
        look = {"valign": "top", **BORDER}
        words = {"num_format": "@", "text_wrap": True, "align": "left", "indent": 1, **look}
        self.day = style(num_format="dd/mm/yyyy", align="center", **look)
        self.long_number = style(num_format="@", align="right", **look)
        self._plain = style(**words)
        self._quoted = style(quote_prefix=True, **words)
        self._filled = {word: style(bg_color=colour, **words) for word, colour in FILL.items()}
        self._numbers = [style(num_format=number_shown(decimals), **look) for decimals in range(MOST_DIGITS)]

    def words(self, value: str, *, filled: bool) -> Format:
        """Give the format of a text; one that looks like a formula is marked as text."""
        if filled:
            return self._filled.get(value, self._plain)
        return self._quoted if FORMULA.match(value) else self._plain

    def number(self, decimals: int) -> Format:
        """Give the format of a number."""
        return self._numbers[min(decimals, MOST_DIGITS - 1)]


def forget(sheet: Worksheet, row: int) -> None:
    """Drop what is kept of a row that is on disk already, so that memory does not grow with the rows."""
    sheet.row_info.pop(row, None)
    sheet.row_sizes.pop(row, None)


def number_shown(decimals: int) -> str:
    """Give the number format with so many decimals, as Vietnamese officials write them.

    >>> number_shown(1)
    '[$-42A]#,##0.0'
    """
    return f"{LOCALE}#,##0" + (f".{'0' * decimals}" if decimals else "")


class FiguresWorkbook:
    """The workbook of some reports; ``names`` are the indicators of a catalogue by code, where one is given."""

    def __init__(self, file: IO[bytes], *, names: Mapping[str, str], several: bool) -> None:
        self._book = Workbook(file, {"constant_memory": True})
        self._book.set_properties({"created": MOMENT})
        style = Styles(self._book)
        before = (FILE,) if several else ()
        figures = (*before, *FIGURES, *(proposals(names) if names else ()), SENTENCE, PLACE)
        self._figures = Sheet(self._book, style, "Số liệu", figures)
        self._citations = Sheet(self._book, style, "Văn bản viện dẫn", (*before, *CITATIONS))
        self._findings = Sheet(self._book, style, "Phát hiện", (*before, *FINDINGS))

    def add(self, name: str, figures: Sequence[Row], citations: Sequence[Row], findings: Sequence[Row]) -> None:
        """Write the rows of one report."""
        for sheet, rows in ((self._figures, figures), (self._citations, citations), (self._findings, findings)):
            for row in rows:
                sheet.add({"file": name, **row})

    def close(self) -> None:
        """Finish the workbook."""
        for sheet in (self._figures, self._citations, self._findings):
            sheet.close()
        self._book.close()
