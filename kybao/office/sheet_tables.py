"""Tables on the sheets of a workbook, as rows of text."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from kybao.figures import write_number
from kybao.office.return_cells import exact
from kybao.office.table_rows import Row, check_header, row_of
from kybao.office.workbook_files import load_workbook
from kybao.office.workbooks import Cell, CellKind, Sheet, Workbook

SPREADSHEETS = frozenset({".xlsx", ".ods"})


def read_sheet_rows(path: Path, columns: Sequence[str]) -> list[Row]:
    """Read the table with these columns, on the first sheet that has them.

    Raises BadTable for a workbook without it, UnreadableFile for one that is unsafe.
    """
    sheet = _sheet_with(load_workbook(path), columns)
    number, header = _header(sheet)
    check_header(path.name, header, columns)
    return list(_rows(path.name, sheet, number, header))


def sheet_columns(path: Path) -> list[tuple[str, ...]]:
    """Give the column names of each sheet."""
    return [tuple(_header(sheet)[1]) for sheet in load_workbook(path).sheets]


def _sheet_with(workbook: Workbook, columns: Sequence[str]) -> Sheet:
    """Give the first sheet that has the columns, else the first at all, of which the faults are then told."""
    fitting = (sheet for sheet in workbook.sheets if set(columns) <= set(_header(sheet)[1]))
    return next(fitting, workbook.sheets[0] if workbook.sheets else Sheet("", {}))


def _header(sheet: Sheet) -> tuple[int, list[str]]:
    """Give number and cells of the first row that holds something."""
    for number, cells in sheet.rows.items():
        return number, [cell.text.strip() for cell in cells.values()]
    return 0, []


def _rows(file: str, sheet: Sheet, head: int, header: Sequence[str]) -> Iterator[Row]:
    places = list(sheet.rows.get(head, {}))
    for number, cells in sheet.rows.items():
        if number > head:
            row = [_written(cells.get(column)) for column in places]
            if any(row):
                yield row_of(file, number, header, row)


def _written(cell: Cell | None) -> str:
    """Give a cell as officials write it, whether it was text or somebody typed a number or a day over it."""
    if cell is None:
        return ""
    if cell.kind is CellKind.NUMBER:
        return write_number(exact(cell.text))
    if cell.kind is CellKind.PERCENT:
        return write_number(exact(cell.text).scaleb(2))
    if cell.kind is CellKind.DATE:
        return f"{date.fromisoformat(cell.text):%d/%m/%Y}"
    return cell.text.strip()
