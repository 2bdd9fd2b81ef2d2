"""Where the sheets, columns and lines of a return are now: by the hidden keys that move along with them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kybao.office.return_layout import SHEET_MARK
from kybao.office.return_sheets import Problem, Severity
from kybao.office.workbooks import Sheet, Workbook

WITHIN_ROWS, WITHIN_COLUMNS = 30, 30  # rows and columns that somebody may have put before the keys


@dataclass(frozen=True, slots=True)
class Found:
    """A sheet of the return, with the row and column that hold its keys."""

    sheet: Sheet
    keys_row: int
    key_column: int
    columns: Mapping[str, int]  # by key


def find_sheet(workbook: Workbook, key: str) -> Found | Problem:
    """Find the sheet of a form or list by the mark in its corner."""
    found = [place for sheet in workbook.sheets for place in _marked(sheet, f"{SHEET_MARK}{key}")]
    if len(found) == 1:
        return found[0]
    if found:
        names = " và ".join(f"«{place.sheet.name}»" for place in found)
        sentence = f"có {len(found)} trang của «{key}»: {names}; hãy xóa trang thừa."
    else:
        sentence = f"không thấy trang của «{key}» (mã ẩn đã bị xóa); hãy lấy biểu mới rồi chép số liệu vào."
    return Problem(Severity.ERROR, "", "", sentence)


def _marked(sheet: Sheet, mark: str) -> Iterator[Found]:
    """Yield the place of the mark, if the sheet has it."""
    for row, cells in sheet.rows.items():
        if row > WITHIN_ROWS:
            return
        for column, cell in cells.items():
            if column <= WITHIN_COLUMNS and cell.text == mark:
                yield Found(sheet, row, column, _columns(sheet, row, column))
                return


def _columns(sheet: Sheet, row: int, corner: int) -> dict[str, int]:
    return {cell.text: column for column, cell in sheet.rows[row].items() if column != corner}
