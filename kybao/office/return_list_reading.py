"""The lists of a return as they were filled."""

from collections.abc import Sequence

from kybao.office.return_cells import Remark, read_cell, read_day
from kybao.office.return_finding import Found, find_sheet
from kybao.office.return_numbers import shown
from kybao.office.return_sheets import (
    ListColumn,
    ListEntry,
    ListKind,
    ListSheet,
    ListValue,
    Problem,
    ReturnRow,
    Severity,
)
from kybao.office.workbooks import Cell, CellKind, Place, Workbook

HEAD_BELOW_KEYS = 3  # title, help and column heads stand between the keys and the first line


def read_list(workbook: Workbook, listed: ListSheet) -> tuple[tuple[ListEntry, ...], list[Problem]]:
    """Give the lines of a list that hold something, and what is wrong with them."""
    found = find_sheet(workbook, listed.key)
    if isinstance(found, Problem):
        return (), [found]
    entries: list[ListEntry] = []
    problems: list[Problem] = []
    for number in found.sheet.rows:
        if number > found.keys_row + HEAD_BELOW_KEYS:
            entry = _entry(number, listed, found, problems)
            if entry is not None:
                entries.append(entry)
    return tuple(entries), problems


def _entry(number: int, listed: ListSheet, found: Found, problems: list[Problem]) -> ListEntry | None:
    values: dict[str, ListValue] = {}
    remarks: list[Problem] = []
    for column in listed.columns:
        at = found.columns.get(column.key)
        if at is None:
            continue
        place = Place(number, at)
        value, said = _value(found.sheet.at(place), column)
        remarks += [Problem(severity, found.sheet.name, str(place), words, column.label) for severity, words in said]
        if value is not None:
            values[column.key] = value
        elif column.required and not said:
            remarks.append(Problem(Severity.ERROR, found.sheet.name, str(place), "chưa điền.", column.label))
    if not values and all(remark.sentence == "chưa điền." for remark in remarks):
        return None
    problems += remarks
    return ListEntry(values, found.sheet.text(number, found.key_column)) if values else None


def _value(cell: Cell | None, column: ListColumn) -> tuple[ListValue | None, Sequence[Remark]]:
    """Give the value of a cell, and what is to be said of it."""
    if cell is None or not cell.text.strip():
        return None, ()
    if cell.kind is CellKind.ERROR:
        return None, _error(f"báo lỗi {shown(cell.text)}, không có giá trị.")
    if column.kind is ListKind.NUMBER:
        reading = read_cell(cell, ReturnRow(column.key, column.label, unit=column.unit, decimals=column.decimals))
        return reading.value, reading.remarks
    if column.kind is ListKind.DATE:
        day, fault = read_day(cell)
        return day, _error(fault) if fault else ()
    text = cell.text.strip()
    if column.kind is ListKind.CHOICE and text not in column.choices:
        return None, _error(f"«{shown(text)}» không có trong danh sách: {', '.join(column.choices)}.")
    return text, ()


def _error(sentence: str) -> Sequence[Remark]:
    return ((Severity.ERROR, sentence),)
