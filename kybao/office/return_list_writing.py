"""The lists of a return (projects, documents), each on a sheet of its own with room for new lines."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from xlsxwriter.worksheet import Worksheet

from kybao.office.return_layout import KEY_COLUMN, KEYS_ROW, NUMBER_COLUMN, SHEET_MARK, sheet_names
from kybao.office.return_sheets import Answers, ListColumn, ListEntry, ListKind, ListSheet, ListValue, ReturnForm
from kybao.office.return_styles import BORDER, HEAD, TO_FILL, Styles, number_format
from kybao.office.workbooks import column_letters

TITLE_ROW, HELP_ROW, HEAD_ROW, FIRST_ROW = 2, 3, 4, 5
FIRST_COLUMN = NUMBER_COLUMN + 1
A4 = 9
HELP = "Mỗi dòng một mục; ghi thêm vào các dòng trống bên dưới, không cần đánh số."


def write_list(sheet: Worksheet, listed: ListSheet, entries: Sequence[ListEntry], style: Styles) -> None:
    """Write a list with its known entries and blank lines below them."""
    head = style(bold=True, text_wrap=True, align="center", bg_color=HEAD, **BORDER)
    sheet.write_string(KEYS_ROW - 1, KEY_COLUMN - 1, f"{SHEET_MARK}{listed.key}")
    sheet.write_string(TITLE_ROW - 1, NUMBER_COLUMN - 1, listed.title.upper(), style(bold=True, font_size=13))
    sheet.write_string(HELP_ROW - 1, NUMBER_COLUMN - 1, HELP, style(italic=True))
    sheet.write_string(HEAD_ROW - 1, NUMBER_COLUMN - 1, "TT", head)
    last = last_row(listed, len(entries))
    for at, column in enumerate(listed.columns, start=FIRST_COLUMN - 1):
        sheet.write_string(KEYS_ROW - 1, at, column.key)
        unit = f"\n({column.unit})" if column.unit else ""
        must = " *" if column.required else ""
        sheet.write_string(HEAD_ROW - 1, at, f"{column.label}{must}{unit}", head)
        sheet.set_column(at, at, column.width)
        _add_rule(sheet, column, (FIRST_ROW - 1, at, last - 1, at))
    _write_lines(sheet, listed, entries, style)
    _set_up(sheet, listed, last)


def last_row(listed: ListSheet, entries: int) -> int:
    """Give the last line that can be filled."""
    return FIRST_ROW + max(entries, 1) + listed.blank_lines - 1


def _write_lines(sheet: Worksheet, listed: ListSheet, entries: Sequence[ListEntry], style: Styles) -> None:
    counter = style(align="center", **BORDER)
    for number in range(FIRST_ROW, last_row(listed, len(entries)) + 1):
        index = number - FIRST_ROW
        entry = entries[index] if index < len(entries) else ListEntry({})
        if entry.key:
            sheet.write_string(number - 1, KEY_COLUMN - 1, entry.key)
        sheet.write_number(number - 1, NUMBER_COLUMN - 1, index + 1, counter)
        for at, column in enumerate(listed.columns, start=FIRST_COLUMN - 1):
            _write_value(sheet, number - 1, at, entry.values.get(column.key), style(**_look(column)))


def _write_value(sheet: Worksheet, row: int, column: int, value: ListValue | None, shape: object) -> None:
    if value is None or value == "":
        sheet.write_blank(row, column, None, shape)
    elif isinstance(value, Decimal):
        sheet.write_number(row, column, value, shape)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, shape)
    else:
        sheet.write_string(row, column, value, shape)


def _look(column: ListColumn) -> dict[str, object]:
    look: dict[str, object] = {"bg_color": TO_FILL, "locked": False, "text_wrap": True, **BORDER}
    if column.kind is ListKind.NUMBER:
        return {**look, "num_format": number_format(column.decimals), "align": "right"}
    if column.kind is ListKind.DATE:
        return {**look, "num_format": "dd/mm/yyyy", "align": "center"}
    return look


def _add_rule(sheet: Worksheet, column: ListColumn, zone: tuple[int, int, int, int]) -> None:
    rules: dict[ListKind, dict[str, object]] = {
        ListKind.NUMBER: {"validate": "decimal", "criteria": ">=", "value": 0},
        ListKind.DATE: {"validate": "date", "criteria": ">=", "value": date(1990, 1, 1)},
        ListKind.CHOICE: {"validate": "list", "source": list(column.choices)},
    }
    if column.kind in rules:
        sheet.data_validation(
            *zone, {**rules[column.kind], "error_title": "Chưa hợp lệ", "error_message": _need(column)}
        )


def _need(column: ListColumn) -> str:
    if column.kind is ListKind.NUMBER:
        return f"Cột «{column.label[:60]}» cần một số không âm{f' ({column.unit})' if column.unit else ''}."
    if column.kind is ListKind.DATE:
        return f"Cột «{column.label[:60]}» cần một ngày dạng 15/03/2024."
    return f"Cột «{column.label[:60]}»: bấm mũi tên cạnh ô để chọn."


def _set_up(sheet: Worksheet, listed: ListSheet, last: int) -> None:
    sheet.set_row(KEYS_ROW - 1, None, None, {"hidden": True})
    sheet.set_column(KEY_COLUMN - 1, KEY_COLUMN - 1, 4, None, {"hidden": True})
    sheet.set_column(NUMBER_COLUMN - 1, NUMBER_COLUMN - 1, 5)
    sheet.set_row(HEAD_ROW - 1, 34)
    sheet.protect("", {"format_columns": True, "format_rows": True})
    sheet.hide_gridlines(2)
    sheet.freeze_panes(HEAD_ROW, FIRST_COLUMN)
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEAD_ROW - 1)
    sheet.print_area(TITLE_ROW - 1, NUMBER_COLUMN - 1, last - 1, FIRST_COLUMN + len(listed.columns) - 2)
    sheet.set_footer("&R&9Trang &P/&N")


def list_count_formula(form: ReturnForm, key: str) -> str:
    """Count the lines of a list whose first column is filled."""
    letters = column_letters(FIRST_COLUMN)
    quoted = sheet_names(form)[key].replace("'", "''")
    return f"=COUNTA('{quoted}'!${letters}${FIRST_ROW}:${letters}$10000)"


def list_count(answers: Answers, key: str) -> Decimal:
    """Give what ``list_count_formula`` comes to."""
    return Decimal(len(answers.lists.get(key, ())))
