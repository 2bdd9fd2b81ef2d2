"""Cells out of an .ods package (LibreOffice Calc, and what else writes OpenDocument), row by row."""

from collections.abc import Iterator

from kybao.office.packages import Package
from kybao.office.workbooks import (
    MOST_CELLS,
    MOST_COLUMNS,
    Area,
    Cell,
    CellKind,
    Place,
    Room,
    Sheet,
    Workbook,
)
from kybao.office.xml_rows import Element, elements

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"

LONGEST_TEXT = 32_767
KINDS = {
    "float": CellKind.NUMBER,
    "currency": CellKind.NUMBER,
    "percentage": CellKind.PERCENT,
    "date": CellKind.DATE,
    "boolean": CellKind.TRUTH,
}
VALUES = {CellKind.DATE: f"{OFFICE}date-value", CellKind.TRUTH: f"{OFFICE}boolean-value"}


def read_ods(package: Package) -> Workbook:
    """Read the sheets of an .ods package.

    Raises UnreadableWorkbook for a broken one and for one larger than any return can be.
    """
    room = Room()
    sheets = []
    rows: dict[int, dict[int, Cell]] = {}
    merged: list[Area] = []
    number = 0
    for element in elements(package.read("content.xml"), "table-row", "table"):
        if element.tag == f"{TABLE}table":
            sheets.append(Sheet(element.get(f"{TABLE}name", ""), rows, tuple(merged)))
            rows, merged, number = {}, [], 0
            continue
        number += 1
        times = _times(element, "rows")
        cells = dict(_cells(element))
        if cells:
            room.take(number + times - 1, max(cells), len(cells) * times)
            rows.update({number + step: cells for step in range(times)})
            merged += _merged(element, number)
        number += times - 1
    return Workbook(tuple(sheets))


def _times(element: Element, what: str) -> int:
    return min(int(element.get(f"{TABLE}number-{what}-repeated", "1")), 10 * MOST_CELLS)


def _cells(row: Element) -> Iterator[tuple[int, Cell]]:
    column = 0
    for element in row:
        times = _times(element, "columns")
        cell = _cell(element)
        if cell is not None:
            # one column past the limit is enough to refuse the row
            for step in range(min(times, MOST_COLUMNS + 1)):
                yield column + step + 1, cell
        column += times


def _cell(element: Element) -> Cell | None:
    formula = element.get(f"{TABLE}formula", "")
    value_type = element.get(f"{OFFICE}value-type")
    if value_type is None and not formula:
        return None
    text = "\n".join("".join(_pieces(line)) for line in element.iterchildren(f"{TEXT}p"))
    if element.get(f"{CALC}value-type") == "error":
        return Cell(CellKind.ERROR, text, formula)
    kind = KINDS.get(value_type or "", CellKind.TEXT)
    if kind is CellKind.TEXT:
        return Cell(kind, text, formula) if text or formula else None
    value = element.get(VALUES.get(kind, f"{OFFICE}value"), "")
    return Cell(kind, value[:10] if kind is CellKind.DATE else value, formula)


def _pieces(line: Element) -> Iterator[str]:
    """Yield the text of a line; blanks that follow one another are elements of their own."""
    yield line.text or ""
    for child in line:
        if child.tag == f"{TEXT}s":
            yield " " * min(int(child.get(f"{TEXT}c", "1")), LONGEST_TEXT)
        else:
            yield from _pieces(child)
        yield child.tail or ""


def _merged(row: Element, number: int) -> Iterator[Area]:
    column = 1
    for element in row:
        wide = int(element.get(f"{TABLE}number-columns-spanned", "1"))
        high = int(element.get(f"{TABLE}number-rows-spanned", "1"))
        if wide > 1 or high > 1:
            yield Area(Place(number, column), Place(number + high - 1, column + wide - 1))
        column += _times(element, "columns")
