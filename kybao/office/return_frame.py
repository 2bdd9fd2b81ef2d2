"""What stands around the lines of a return: head, column heads, signature, and how it prints on A4."""

from math import ceil

from xlsxwriter.worksheet import Worksheet

from kybao.office.return_layout import (
    AGENCY_ROW,
    DATES_ROW,
    FIRST_ROW,
    HEAD_MARK,
    HEAD_ROW,
    HELP_ROW,
    KEY_COLUMN,
    KEYS_ROW,
    LABEL,
    LABEL_COLUMN,
    MARKS_ROW,
    NOTE,
    NUMBER_COLUMN,
    PERIOD_HEAD,
    PERIOD_ROW,
    SHEET_MARK,
    TITLE_ROW,
    UNIT,
    UNIT_COLUMN,
    Layout,
)
from kybao.office.return_sheets import ReturnForm, ReturnRow
from kybao.office.return_styles import BORDER, HEAD, TO_FILL, Styles

A4 = 9
LINE = 15.5  # points
LETTERS = 1.15  # to a unit of width
PORTRAIT_WIDTH = 100  # characters; wider forms lie on their side
HELP = (
    "Chỉ điền ô màu vàng (ô màu xanh tự cộng, có thể sửa). Không có thì chọn «Không có phát sinh» ở cột Tình hình; "
    "ô để trống được hiểu là chưa có số liệu, không phải bằng 0."
)


def write_frame(sheet: Worksheet, form: ReturnForm, placed: Layout, style: Styles) -> None:
    """Write all but the lines themselves."""
    _write_head(sheet, form, placed, style)
    _write_column_heads(sheet, form, placed, style)
    _write_signature(sheet, form, placed, style)
    _set_up(sheet, form, placed)


def _write_head(sheet: Worksheet, form: ReturnForm, placed: Layout, style: Styles) -> None:
    first, last, middle = NUMBER_COLUMN - 1, placed.last_column - 1, UNIT_COLUMN - 1
    over = f"{form.superior.upper()}\n" if form.superior else ""
    of_form = f"Biểu số: {form.key.form}" + (f"\n{form.basis}" if form.basis else "")
    agency, right = style(bold=True, text_wrap=True), style(text_wrap=True, align="right")
    sheet.merge_range(AGENCY_ROW - 1, first, AGENCY_ROW - 1, middle, f"{over}{form.agency.upper()}", agency)
    sheet.merge_range(AGENCY_ROW - 1, middle + 1, AGENCY_ROW - 1, last, of_form, right)
    dates = f"Số liệu tính đến hết ngày {form.closing:%d/%m/%Y}   •   Hạn gửi: {form.deadline:%d/%m/%Y}"
    lines = (
        (TITLE_ROW, form.title.upper(), style(bold=True, font_size=14, align="center", text_wrap=True)),
        (PERIOD_ROW, f"{PERIOD_HEAD}{form.period}", style(bold=True, font_size=12, align="center")),
        (DATES_ROW, f"{dates}   •   Nơi nhận: {form.receiver}", style(italic=True, align="center")),
    )
    for row, text, shape in lines:
        sheet.merge_range(row - 1, first, row - 1, last, text, shape)
    note = placed.columns[NOTE].number - 1
    sheet.merge_range(HELP_ROW - 1, first, HELP_ROW - 1, note - 1, HELP, style(bg_color=TO_FILL, text_wrap=True))
    for row, height in ((AGENCY_ROW, 32), (TITLE_ROW, 38), (PERIOD_ROW, 20), (DATES_ROW, 20), (HELP_ROW, 20)):
        sheet.set_row(row - 1, height)
    sheet.set_row(HELP_ROW, 6)


def line_height(row: ReturnRow, placed: Layout) -> float:
    """Give the height that a line needs for its words: not every program fits it by itself."""
    width = LETTERS * placed.columns[LABEL].width - 2 * row.depth
    lines = ceil(len(row.label) / width), ceil(len(row.unit) / (LETTERS * placed.columns[UNIT].width))
    return LINE * max(2 if row.parts else 1, *lines)  # the check of a total may say more


def _write_column_heads(sheet: Worksheet, form: ReturnForm, placed: Layout, style: Styles) -> None:
    head = style(bold=True, text_wrap=True, align="center", bg_color=HEAD, **BORDER)
    mark = style(italic=True, font_size=9, align="center", bg_color=HEAD, **BORDER)
    sheet.write_string(KEYS_ROW - 1, KEY_COLUMN - 1, f"{SHEET_MARK}{form.key.form}")
    for row in (HEAD_ROW, MARKS_ROW):
        sheet.write_string(row - 1, KEY_COLUMN - 1, HEAD_MARK)
    for column in placed.columns.values():
        at = column.number - 1
        sheet.write_string(KEYS_ROW - 1, at, column.key)
        sheet.write_string(HEAD_ROW - 1, at, column.label, head)
        words = column.number <= UNIT_COLUMN
        number = "ABC"[column.number - NUMBER_COLUMN] if words else f"({column.number - UNIT_COLUMN})"
        sheet.write_string(MARKS_ROW - 1, at, number, mark)
        sheet.set_column(at, at, column.width)
    sheet.set_row(HEAD_ROW - 1, 62)
    sheet.set_row(MARKS_ROW - 1, 14)


def _write_signature(sheet: Worksheet, form: ReturnForm, placed: Layout, style: Styles) -> None:
    row = FIRST_ROW + len(form.rows)
    last, middle = placed.last_column - 1, placed.last_column - 5
    italic, bold = style(italic=True, align="center", locked=False), style(bold=True, align="center")
    sheet.merge_range(row, middle, row, last, f"……………, ngày …… tháng …… năm {form.deadline.year}", italic)
    sheet.write_string(row + 1, LABEL_COLUMN - 1, "NGƯỜI LẬP BIỂU", bold)
    sheet.merge_range(row + 1, middle, row + 1, last, "THỦ TRƯỞNG ĐƠN VỊ", bold)
    sheet.write_string(row + 2, LABEL_COLUMN - 1, "(Ký, ghi rõ họ tên)", italic)
    sheet.merge_range(row + 2, middle, row + 2, last, "(Ký, ghi rõ họ tên, đóng dấu)", italic)


def _set_up(sheet: Worksheet, form: ReturnForm, placed: Layout) -> None:
    sheet.set_row(KEYS_ROW - 1, None, None, {"hidden": True})
    sheet.set_column(KEY_COLUMN - 1, KEY_COLUMN - 1, 4, None, {"hidden": True})
    sheet.protect("", {"format_columns": True, "format_rows": True})
    sheet.hide_gridlines(2)
    sheet.freeze_panes(MARKS_ROW, LABEL_COLUMN)
    sheet.set_paper(A4)
    if sum(column.width for column in placed.columns.values()) > PORTRAIT_WIDTH:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.4, top=0.6, bottom=0.6)
    sheet.center_horizontally()
    sheet.repeat_rows(HEAD_ROW - 1, MARKS_ROW - 1)
    sheet.print_area(AGENCY_ROW - 1, NUMBER_COLUMN - 1, FIRST_ROW + len(form.rows) + 6, placed.last_column - 1)
    sheet.set_footer(f"&L&9{form.agency} – {form.period}&R&9Trang &P/&N")
