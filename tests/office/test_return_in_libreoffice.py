"""A return that went through LibreOffice: opened, filled, saved as .xlsx and as .ods, and still understood."""

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from kybao.office.return_reading import ReturnReading
from kybao.office.workbook_files import load_workbook
from kybao.office.workbooks import CellKind
from tests.office.libreoffice import type_and_save
from tests.office.sample_return import ACTUAL, ESTIMATE, FILLED, NOTE, ROW, STATUS, read_back, written

pytestmark = pytest.mark.libreoffice

TYPED = {
    f"{ACTUAL}{ROW['doanh-thu']}": "700.5",
    f"{ESTIMATE}{ROW['quoc-te']}": "5000",
    f"{STATUS}{ROW['vi-pham']}": "Chưa có số liệu",
    f"{NOTE}{ROW['vi-pham']}": "đợi công an",
}


@pytest.fixture(scope="module")
def saved(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("libreoffice")
    source = folder / "bieu.xlsx"
    source.write_bytes(written())
    type_and_save(soffice, source, TYPED, [folder / "luu.xlsx", folder / "luu.ods"])
    return folder


@pytest.fixture(scope="module", params=["luu.xlsx", "luu.ods"])
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def reading(saved: Path, name: str) -> ReturnReading:
    return read_back((saved / name).read_bytes())


def test_what_was_typed_arrives(reading: ReturnReading) -> None:
    rows = reading.answers.rows
    assert rows["doanh-thu"].values == {"actual": Decimal("700.5"), "estimate": Decimal("752.5")}
    assert rows["quoc-te"].values == {"estimate": Decimal(5000)}
    assert (rows["vi-pham"].status, rows["vi-pham"].note) == ("Chưa có số liệu", "đợi công an")
    assert not reading.is_refused


def test_the_total_follows_its_parts(reading: ReturnReading) -> None:
    assert reading.answers.rows["khach"].values == {"estimate": Decimal(81000)}


def test_what_was_not_touched_stays(reading: ReturnReading) -> None:
    assert reading.answers.rows["cong-suat"] == FILLED.rows["cong-suat"]
    assert reading.answers.lists == FILLED.lists


def test_the_sheet_stays_locked_but_for_its_cells_to_fill(saved: Path) -> None:
    sheet = openpyxl.load_workbook(saved / "luu.xlsx").worksheets[0]
    assert sheet.protection.sheet
    assert sheet[f"E{ROW['khach']}"].protection.locked
    assert not sheet[f"{ACTUAL}{ROW['doanh-thu']}"].protection.locked
    assert sheet.row_dimensions[1].hidden


def test_live_checks_are_worked_out(saved: Path, name: str) -> None:
    sheet = load_workbook(saved / name).sheets[0]
    check = {key: sheet.text(row, 10) for key, row in ROW.items()}
    assert all(cell.kind is not CellKind.ERROR for row in sheet.rows.values() for cell in row.values())
    assert (check["doanh-thu"], check["chenh-lech"], check["xu-ly"]) == ("", "", "")
    assert sheet.text(6, 14) == "Đã điền 8/8 dòng"
