"""Cells out of an .xlsx package, row by row, so that memory stays small.

A reader of our own: calamine gives an empty cell for an error, cannot tell 27% from 0.27, and reserves the whole
rectangle up to the last cell, so that one cell in XFD1048576 ends the process.
"""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from kybao.office.packages import Package
from kybao.office.workbooks import (
    Cell,
    CellKind,
    Room,
    Sheet,
    UnreadableWorkbook,
    Workbook,
    area_of,
    column_number,
)
from kybao.office.xml_rows import Element, elements

ERRORS = {"e": CellKind.ERROR, "b": CellKind.TRUTH, "str": CellKind.TEXT}
BUILT_IN_PERCENT = {9, 10}
BUILT_IN_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')  # parts of a number format that only print


@dataclass(frozen=True, slots=True)
class Numbering:
    """What the styles say of numbers: which show a percentage or a date, and where days are counted from."""

    kinds: tuple[CellKind, ...]
    day_zero: datetime


def read_xlsx(package: Package) -> Workbook:
    """Read the sheets of an .xlsx package.

    Raises UnreadableWorkbook for a package whose parts are missing or broken.
    """
    book = _main_part(package)
    targets = _relations(package, book)
    root = package.tree(book)
    strings = _shared_strings(package, targets)
    from_1904 = any(element.get("date1904") in {"1", "true"} for element in root.iter("{*}workbookPr"))
    numbering = _numbering(package, targets, from_1904=from_1904)
    room = Room()
    sheets = []
    for element in root.iter("{*}sheet"):
        part = targets.get(_relation_id(element), ("", ""))[1]
        if "worksheet" in targets.get(_relation_id(element), ("", ""))[0]:
            sheets.append(_Reader(strings, numbering, room).sheet(element.get("name", ""), package.read(part)))
    return Workbook(tuple(sheets))


def _main_part(package: Package) -> str:
    for kind, target in _relations(package, "").values():
        if kind.endswith("/officeDocument"):
            return target
    raise UnreadableWorkbook("bảng tính bị hỏng: không thấy phần chính; hãy mở bằng Excel rồi lưu lại.")


def _relations(package: Package, part: str) -> dict[str, tuple[str, str]]:
    """Give kind and target of each relation of a part, by its id."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if path not in package:
        return {}
    found = {}
    for element in package.tree(path).iter("{*}Relationship"):
        target = posixpath.normpath(posixpath.join("/", folder, element.get("Target", ""))).lstrip("/")
        found[element.get("Id", "")] = (element.get("Type", ""), target)
    return found


def _relation_id(element: Element) -> str:
    return next((str(value) for name, value in element.items() if str(name).endswith("}id")), "")


def _part(targets: Mapping[str, tuple[str, str]], kind: str) -> str:
    return next((target for found, target in targets.values() if found.endswith(f"/{kind}")), "")


def _shared_strings(package: Package, targets: Mapping[str, tuple[str, str]]) -> list[str]:
    part = _part(targets, "sharedStrings")
    if not part:
        return []
    return [_text(element) for element in elements(package.read(part), "si")]


def _text(element: Element) -> str:
    """Join the runs of a text, without the reading aids that some languages print above it."""
    if len(element) == 1 and not len(element[0]):
        return element[0].text or ""
    pieces = []
    for piece in element.iter("{*}t"):
        parent = piece.getparent()
        if parent is None or not str(parent.tag).endswith("}rPh"):
            pieces.append(piece.text or "")
    return "".join(pieces)


def _numbering(package: Package, targets: Mapping[str, tuple[str, str]], *, from_1904: bool) -> Numbering:
    day_zero = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)
    part = _part(targets, "styles")
    if not part:
        return Numbering((), day_zero)
    root = package.tree(part)
    formats = {element.get("numFmtId", ""): element.get("formatCode", "") for element in root.iter("{*}numFmt")}
    used = [style.get("numFmtId", "0") for styles in root.iter("{*}cellXfs") for style in styles]
    kinds = tuple(_kind_of_format(number, formats.get(number, "")) for number in used)
    return Numbering(kinds, day_zero)


def _kind_of_format(number: str, code: str) -> CellKind:
    """Say what a number format shows, by its built-in number or its code."""
    bare = LITERAL.sub("", code).lower()
    if (number.isdigit() and int(number) in BUILT_IN_PERCENT) or "%" in bare:
        return CellKind.PERCENT
    if (number.isdigit() and int(number) in BUILT_IN_DATES) or any(letter in bare for letter in "dmyh"):
        return CellKind.DATE
    return CellKind.NUMBER


class _Reader:
    """Reads one sheet; keeps what its cells refer to."""

    def __init__(self, strings: list[str], numbering: Numbering, room: Room) -> None:
        self.strings = strings
        self.numbering = numbering
        self.room = room

    def sheet(self, name: str, content: bytes) -> Sheet:
        """Read the cells and merged areas of a sheet."""
        rows: dict[int, dict[int, Cell]] = {}
        merged = []
        number = 0
        for element in elements(content, "row", "mergeCell"):
            if reference := element.get("ref"):
                merged.append(area_of(reference))
                continue
            number = int(element.get("r") or number + 1)
            if not len(element):
                continue
            cells = self._cells(element)
            self.room.take(number, max(cells, default=0), len(cells))
            if cells:
                rows[number] = cells
        return Sheet(name, rows, tuple(merged))

    def _cells(self, row: Element) -> dict[int, Cell]:
        """Read the cells of a row that hold something; every cell of a workbook passes here, so the loop is tight."""
        cells: dict[int, Cell] = {}
        column = 0
        value_name, formula_name, inline_name = _names(str(row.tag))
        for element in row:
            if not len(element):  # only a format
                column += 1
                continue
            reference = element.get("r")
            column = column_number(reference.rstrip("0123456789")) if reference else column + 1
            value = formula = ""
            for child in element:
                name = child.tag
                if name == value_name:
                    value = child.text or ""
                elif name == formula_name:
                    formula = child.text or "="  # a shared formula stands only in its first cell
                elif name == inline_name:
                    value = _text(child)
            if value or formula:
                cells[column] = self._typed(element, value, formula)
        return cells

    def _typed(self, element: Element, text: str, formula: str) -> Cell:
        kind = element.get("t", "n")
        if not text:
            return Cell(CellKind.TEXT, "", formula)
        if kind == "s":
            return Cell(CellKind.TEXT, self.strings[int(text)], formula)
        if kind == "n":
            return self._number(element.get("s"), text, formula)
        if kind == "d":
            return Cell(CellKind.DATE, text[:10], formula)
        return Cell(ERRORS.get(kind, CellKind.TEXT), text, formula)

    def _number(self, style: str | None, text: str, formula: str) -> Cell:
        kinds = self.numbering.kinds
        kind = kinds[int(style)] if style and int(style) < len(kinds) else CellKind.NUMBER
        if kind is CellKind.DATE:
            day = self.numbering.day_zero + timedelta(days=int(float(text)))
            return Cell(kind, day.date().isoformat(), formula)
        return Cell(kind, text, formula)


@cache
def _names(row: str) -> tuple[str, str, str]:
    """Give the full names of value, formula and text in the namespace of the row (there are two)."""
    space = row.removesuffix("row")
    return f"{space}v", f"{space}f", f"{space}is"
