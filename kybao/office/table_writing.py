"""Tables of words out to files that people edit: .csv and .xlsx, so that they come in again letter for letter.

Every cell goes out as text, numbers as officials write them: a spreadsheet would drop the last zero of «27,0» and
run what begins with = + - @.
"""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from xlsxwriter import Workbook

from kybao.office.return_layout import sheet_name
from kybao.office.return_styles import BORDER, HEAD, Styles

WIDEST = 60
FORMULA = re.compile(r"'*[=+\-@\t\r]")  # what a spreadsheet may take for a formula, marked already or not
MOMENT = datetime(2024, 1, 1)  # the same rows give the same bytes


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text under named columns."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def csv_bytes(table: Table) -> bytes:
    """Write a table as UTF-8 with the mark by which Excel knows it; a cell like a formula is marked as text."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([marked(cell) for cell in row] for row in table.rows)
    return b"\xef\xbb\xbf" + file.getvalue().encode()


def marked(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula.

    >>> marked("=1+1"), marked("'=1+1"), marked("Mai Pha")
    ("'=1+1", "''=1+1", 'Mai Pha')
    """
    return f"'{cell}" if FORMULA.match(cell) else cell


def unmarked(cell: str) -> str:
    """Take the apostrophe of ``marked`` off again."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


def xlsx_bytes(tables: Sequence[Table]) -> bytes:
    """Write tables as the sheets of one workbook."""
    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True})
    book.set_properties({"created": MOMENT})
    style = Styles(book)
    head, words = style(bold=True, bg_color=HEAD, text_wrap=True, **BORDER), style(num_format="@", text_wrap=True)
    for table in tables:
        sheet = book.add_worksheet(sheet_name(table.name))
        for column, name in enumerate(table.columns):
            sheet.write_string(0, column, name, head)
            longest = max([len(name), *(len(row[column]) for row in table.rows)])
            sheet.set_column(column, column, min(longest + 2, WIDEST), words)
        for number, row in enumerate(table.rows, start=1):
            for column, cell in enumerate(row):
                sheet.write_string(number, column, cell, words)
        sheet.freeze_panes(1, 1)
        last = (max(len(table.rows), 1), len(table.columns) - 1)
        sheet.autofilter(0, 0, *last)
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{last[0] + 1}"})
    book.close()
    return file.getvalue()
