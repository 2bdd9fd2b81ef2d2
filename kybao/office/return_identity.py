"""Which return a workbook is: read from its hidden sheet, whatever the file and its sheets are called now."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from kybao.office.return_layout import IDENTITY_MARK, LINES
from kybao.office.return_sheets import ReturnKey
from kybao.office.workbooks import UnreadableWorkbook, Workbook

KEYS = ("form", "version", "agency", "period")


class NoReturn(UnreadableWorkbook):
    """A workbook that the system did not write as a return."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What the workbook was written as."""

    key: ReturnKey
    period: str  # its name, as it stands at the top of the form
    lines: Mapping[str, tuple[str, str]]  # words and unit of each line, by key


def identify(workbook: Workbook) -> Identity:
    """Say which return a workbook is.

    Raises NoReturn for one that the system did not write.
    """
    sheet = next((sheet for sheet in workbook.sheets if sheet.text(1, 1) == IDENTITY_MARK), None)
    if sheet is None:
        raise NoReturn(
            f"Tệp «{workbook.name}» không phải biểu do hệ thống tạo ra (không thấy trang ẩn ghi mã biểu); "
            "hãy lấy biểu mới bằng lệnh «kybao template», rồi chép số liệu vào."
        )
    pairs = [(sheet.text(row, 1), sheet.text(row, 2)) for row in sheet.rows]
    known = {name: text for name, text in pairs if name != LINES}
    missing = [key for key in KEYS if not known.get(key)]
    lines = _lines("".join(cells[2].text for cells in sheet.rows.values() if 2 in cells and cells[1].text == LINES))
    if missing or lines is None:
        raise NoReturn(
            f"Tệp «{workbook.name}»: trang ẩn ghi mã biểu đã bị sửa, không rõ tệp thuộc biểu, đơn vị hay kỳ nào."
        )
    return Identity(ReturnKey(*(known[key] for key in KEYS)), known.get("period name", ""), lines)


def _lines(text: str) -> dict[str, tuple[str, str]] | None:
    """Read words and unit of each line by key; None where somebody changed the text."""
    try:
        return {str(key): (str(label), str(unit)) for key, label, unit in json.loads(text)}
    except (ValueError, TypeError):
        return None
