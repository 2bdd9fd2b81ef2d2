"""The catalogue of indicators out of a table: ``chi-tieu.csv``."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from kybao.figures import Unit, read_unit
from kybao.ledger.kinds import Kind
from kybao.ledger.ratios import multiplier
from kybao.office.csv_tables import BadCell, Problems, Row, read_table

COLUMNS = (
    "mã", "nhóm", "lĩnh vực", "tên", "cách gọi khác", "đơn vị tính", "số lẻ", "loại", "thuộc chỉ tiêu", "con cộng đủ",
    "tử số", "mẫu số", "biểu", "đơn vị cung cấp",
)  # fmt: skip
CODE = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
GROUP = re.compile(r"0[1-9]|1[0-9]|20")
YES_NO = {"có": True, "không": False, "": False}
KINDS = {kind.value: kind for kind in Kind}


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """One indicator, as a table says it."""

    row: Row
    code: str
    group: str
    field: str
    name: str
    wordings: tuple[str, ...]
    unit: Unit
    decimals: int
    kind: Kind
    parent: str
    parts_add_up: bool
    numerator: str
    denominator: str
    form: str
    suppliers: tuple[str, ...]


def read_indicators(path: Path, agencies: frozenset[str], problems: Problems) -> list[IndicatorLine]:
    """Read the catalogue; what is wrong with single rows or between them goes to ``problems``."""
    lines: list[IndicatorLine] = []
    for row in read_table(path, COLUMNS):
        with problems.at(row):
            lines.append(_indicator(row))
    by_code: dict[str, IndicatorLine] = {}
    for line in lines:
        if first := by_code.get(line.code):
            problems.add(line.row, f"chỉ tiêu «{line.code}» đã có ở dòng {first.row.line}.")
        by_code.setdefault(line.code, line)
    for line in lines:
        with problems.at(line.row):
            _check(line, by_code, agencies)
    return lines


def _indicator(row: Row) -> IndicatorLine:
    code = row.required("mã")
    if not CODE.fullmatch(code):
        raise BadCell(f"cột «mã»: «{code}» không hợp lệ; mã chỉ gồm chữ thường không dấu, số, dấu chấm và gạch nối.")
    if row["nhóm"] and not GROUP.fullmatch(row["nhóm"]):
        raise BadCell(f"cột «nhóm»: «{row['nhóm']}» không phải là một nhóm từ 01 đến 20.")
    decimals = row.number("số lẻ")
    if decimals not in range(10):
        raise BadCell(f"cột «số lẻ»: «{row['số lẻ']}» phải là số nguyên từ 0 đến 9.")
    return IndicatorLine(
        row=row,
        code=code,
        group=row["nhóm"],
        field=row.required("lĩnh vực"),
        name=row.required("tên"),
        wordings=_parts(row["cách gọi khác"]),
        unit=read_unit(row.required("đơn vị tính")),
        decimals=int(decimals),
        kind=row.choice("loại", KINDS),
        parent=row["thuộc chỉ tiêu"],
        parts_add_up=row.choice("con cộng đủ", YES_NO),
        numerator=row["tử số"],
        denominator=row["mẫu số"],
        form=row["biểu"],
        suppliers=_parts(row["đơn vị cung cấp"]),
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _check(line: IndicatorLine, by_code: Mapping[str, IndicatorLine], agencies: frozenset[str]) -> None:
    for column, code in (("thuộc chỉ tiêu", line.parent), ("tử số", line.numerator), ("mẫu số", line.denominator)):
        if code and code not in by_code:
            raise BadCell(f"cột «{column}»: không có chỉ tiêu «{code}» trong danh mục.")
    if bool(line.numerator) != bool(line.denominator):
        raise BadCell("phải có cả tử số và mẫu số, hoặc không có cả hai.")
    if line.numerator and line.kind is not Kind.RATIO:
        raise BadCell("chỉ chỉ tiêu loại R (tỷ lệ) mới có tử số và mẫu số.")
    if unknown := [key for key in line.suppliers if key not in agencies]:
        raise BadCell(f"cột «đơn vị cung cấp»: không có đơn vị «{unknown[0]}».")
    for column in ("parent", "numerator"):
        _refuse_circle(line, by_code, column)
    for term in (line.numerator, line.denominator):
        if term and by_code[term].kind in (Kind.RATIO, Kind.INDEX):
            raise BadCell(f"tử số, mẫu số không được là tỷ lệ hay chỉ số: «{term}».")
    factor_of(line, by_code)


def _refuse_circle(line: IndicatorLine, by_code: Mapping[str, IndicatorLine], column: str) -> None:
    seen = [line.code]
    above = str(getattr(line, column))
    while above in by_code:
        if above in seen:
            raise BadCell(f"chỉ tiêu «{line.code}» chạy vòng qua «{above}».")
        seen.append(above)
        above = str(getattr(by_code[above], column))


def factor_of(line: IndicatorLine, by_code: Mapping[str, IndicatorLine]) -> Decimal:
    """Give what numerator over denominator is multiplied by; 1 for what is no such ratio."""
    if not line.numerator:
        return Decimal(1)
    return multiplier(line.unit, by_code[line.numerator].unit, by_code[line.denominator].unit)
