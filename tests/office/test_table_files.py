"""Tables go out as .csv and .xlsx and come in again, letter for letter."""

import csv
import io
import unicodedata
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kybao.office.csv_tables import BadTable, columns_of, read_table
from kybao.office.table_writing import Table, csv_bytes, xlsx_bytes

COLUMNS = ("mã", "tên", "giá trị")
AWKWARD = (
    ("a", "=1+1", "27,0"),
    ("b", "-3,5", "0,10"),
    ("c", "@x", "3.278.963"),
    ("d", "'=2", "''+"),
    ("e", 'dấu "kép", phẩy; và\nxuống dòng', "1/2"),
)


def saved(folder: Path, table: Table, suffix: str) -> Path:
    path = folder / f"bang{suffix}"
    path.write_bytes(csv_bytes(table) if suffix == ".csv" else xlsx_bytes([table]))
    return path


def back(path: Path) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row[column] for column in COLUMNS) for row in read_table(path, COLUMNS))


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_awkward_cells_come_back(tmp_path: Path, suffix: str) -> None:
    assert back(saved(tmp_path, Table("Bảng", COLUMNS, AWKWARD), suffix)) == AWKWARD


cells = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs", "Cn", "Co", "Mn")), max_size=12).map(
    lambda text: unicodedata.normalize("NFC", text)
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.tuples(st.just("x"), cells, cells), max_size=4), suffix=st.sampled_from([".csv", ".xlsx"]))
def test_any_cells_come_back(tmp_path: Path, rows: list[tuple[str, str, str]], suffix: str) -> None:
    assert list(back(saved(tmp_path, Table("Bảng", COLUMNS, tuple(rows)), suffix))) == rows


def test_no_cell_of_csv_begins_like_a_formula() -> None:
    text = csv_bytes(Table("Bảng", COLUMNS, AWKWARD)).decode("utf-8-sig")
    assert not [cell for row in csv.reader(io.StringIO(text)) for cell in row if cell[:1] in "=+-@\t\r" and cell]


def test_every_cell_of_a_workbook_is_text() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_bytes([Table("Bảng", COLUMNS, AWKWARD)]))).worksheets[0]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s"}


def test_numbers_and_days_that_were_typed_in_excel_are_written_as_officials_do(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes([Table("Bảng", COLUMNS, AWKWARD)])))
    sheet = book.worksheets[0]
    sheet["B2"], sheet["C2"], sheet["C3"] = datetime(2024, 3, 15), 1234.5, 0.27
    sheet["B2"].number_format, sheet["C2"].number_format, sheet["C3"].number_format = "dd/mm/yyyy", "General", "0%"
    book.save(tmp_path / "bang.xlsx")
    rows = back(tmp_path / "bang.xlsx")
    assert (rows[0][1], rows[0][2], rows[1][2]) == ("15/03/2024", "1.234,5", "27")


def test_a_table_is_found_among_sheets_by_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "hai.xlsx"
    path.write_bytes(xlsx_bytes([Table("Khác", ("x",), (("1",),)), Table("Bảng", COLUMNS, AWKWARD)]))
    assert back(path) == AWKWARD
    assert columns_of(path) == [("x",), COLUMNS]


def test_a_file_without_the_table_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path, Table("Khác", ("x",), ()), ".xlsx")
    with pytest.raises(BadTable, match="thiếu cột «mã», «tên», «giá trị»"):
        read_table(path, COLUMNS)


def test_the_same_rows_give_the_same_bytes() -> None:
    assert xlsx_bytes([Table("Bảng", COLUMNS, AWKWARD)]) == xlsx_bytes([Table("Bảng", COLUMNS, AWKWARD)])
