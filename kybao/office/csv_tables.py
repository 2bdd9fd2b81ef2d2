"""Tables in files that people edit: .csv, or the sheet of a workbook; the header is checked."""

import csv
import io
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from kybao.office.sheet_tables import SPREADSHEETS, read_sheet_rows, sheet_columns
from kybao.office.table_rows import LONGEST_CELL, BadCell, BadTable, Problems, Row, check_header, row_of
from kybao.office.table_writing import unmarked

__all__ = ["BadCell", "BadTable", "Problems", "Row", "columns_of", "read_table"]

LARGEST = 50_000_000  # bytes: far more than a catalogue or a return holds


def read_table(path: Path, columns: Sequence[str]) -> list[Row]:
    """Read a table with exactly these columns.

    A .csv file is UTF-8, separated by commas (or semicolons, as Excel may write); a workbook is read too.
    Raises BadTable, with a sentence, for anything else, and UnreadableFile for a workbook that is unsafe.
    """
    if path.suffix.lower() in SPREADSHEETS:
        return read_sheet_rows(path, columns)
    text = _text(path)
    separator = _separator(text.split("\n", 1)[0])
    rows = _records(path.name, csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    header = next(rows, (1, []))[1]
    check_header(path.name, header, columns)
    return [row_of(path.name, line, header, cells) for line, cells in rows]


def columns_of(path: Path) -> list[tuple[str, ...]]:
    """Give the column names of each table in a file, so that the caller knows what it is."""
    if path.suffix.lower() in SPREADSHEETS:
        return sheet_columns(path)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            first = unicodedata.normalize("NFC", file.readline(LONGEST_CELL).strip())
    except (OSError, UnicodeDecodeError):
        return []
    return [tuple(name.strip() for name in next(csv.reader([first], delimiter=_separator(first)), []))]


def _separator(first: str) -> str:
    return ";" if ";" in first and "," not in first else ","


def _text(path: Path) -> str:
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise BadTable([f"{path.name}: tệp quá lớn ({size // 1_000_000} MB); hãy chia nhỏ."])
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise BadTable([f"{path.name}: không có tệp này trong thư mục «{path.parent}»."]) from None
    except OSError:
        raise BadTable([f"{path.name}: không đọc được tệp; hãy kiểm tra quyền truy cập."]) from None
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise BadTable([f"{path.name}, dòng {line}: không phải bảng mã UTF-8; hãy lưu lại tệp theo UTF-8."]) from None
    return unicodedata.normalize("NFC", text)


def _records(name: str, reader: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    """Yield line number and cells of each row that holds something."""
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, [unmarked(cell.strip()) for cell in cells]
            line = reader.line_num + 1  # type: ignore[attr-defined]
    except csv.Error:
        raise BadTable(
            [f"{name}, dòng {line}: dấu nháy kép không đóng hoặc ô có ký tự lạ; hãy sửa dòng này."]
        ) from None
