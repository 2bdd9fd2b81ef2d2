"""The workbook of what was read: numbers are numbers, text stays text, heads are frozen and filtered."""

import io
import subprocess
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from kybao.office import figures_workbook
from kybao.office.figures_workbook import FiguresWorkbook

FIGURE = {
    "start": 812, "end": 816, "text": "27,0", "value": 27, "unit": "%", "approx": "", "role": "compare",
    "kind": "ratio", "basis": "plan:huyện giao", "indicator": "Thu ngân sách", "period": "2024-Q1", "estimate": True,
    "cumulative": False, "agency": "Mai Lĩnh", "code": "thu", "score": 0.916, "others": [["chi", 0.71]],
    "sentence": "=HYPERLINK(1) thu đạt 27,0% dự toán huyện giao.",
    "section": "II. KẾT QUẢ ĐẠT ĐƯỢC › 1. Kinh tế › a) Ngân sách",
}  # fmt: skip
CITATION = {
    "start": 5, "kind": "Kế hoạch", "number": "53/KH-UBND", "date": "2024-02-02", "issuer": "UBND tỉnh",
    "title": "về giao dự toán", "well_formed": True, "section": "I. CHỈ ĐẠO",
}  # fmt: skip
FINDING = {
    "start": 812, "severity": "lỗi", "code": "R101", "message": "Ghi 27,0%, hai số liệu cho 28,1%.",
    "claimed": "27,0%",
    "computed": "28,1%", "sentence": "Thu đạt 27,0%.", "section": "II", "line": 9,
}  # fmt: skip


def written(*figures: dict[str, object], several: bool = False, names: dict[str, str] | None = None) -> bytes:
    file = io.BytesIO()
    book = FiguresWorkbook(file, names=names or {}, several=several)
    book.add("bao-cao.docx", figures, [CITATION], [FINDING])
    book.close()
    return file.getvalue()


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def row(sheet: Worksheet, number: int = 2) -> dict[str, object]:
    """One row by the heads of its columns."""
    heads = [cell.value for cell in sheet[1]]
    return {str(head): cell.value for head, cell in zip(heads, sheet[number], strict=True)}


def test_three_sheets_have_vietnamese_names_filters_and_frozen_heads() -> None:
    book = opened(written(FIGURE))
    assert book.sheetnames == ["Số liệu", "Văn bản viện dẫn", "Phát hiện"]
    for sheet in book.worksheets:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == f"A1:{sheet.cell(2, sheet.max_column).coordinate}"
        assert sheet.print_title_rows == "$1:$1"


def test_a_figure_stands_with_sentence_section_period_and_comparison() -> None:
    found = row(opened(written(FIGURE)).worksheets[0])
    assert (found["Giá trị"], found["Ghi trong văn bản"], found["Đơn vị tính"]) == (27, "27,0", "%")
    assert found["Loại số, so sánh"] == "tỷ lệ so với huyện giao"
    assert (found["Kỳ"], found["Tính chất"]) == ("quý I/2024", "ước")
    assert found["Mục"] == "II › 1 › a) Ngân sách"
    assert str(found["Câu trong văn bản"]).endswith("dự toán huyện giao.")


def test_numbers_show_the_digits_of_the_text_as_officials_write_them() -> None:
    sheet = opened(written(FIGURE, {**FIGURE, "text": "9,5 - 10", "value": [9.5, 10]})).worksheets[0]
    assert sheet["D2"].number_format == "[$-42A]#,##0.0"
    assert [(cell.value, cell.number_format) for cell in sheet["D3:E3"][0]] == [
        (9.5, "[$-42A]#,##0.0"),
        (10, "[$-42A]#,##0"),
    ]


def test_the_catalogue_proposes_a_code_and_the_next_best() -> None:
    found = row(opened(written(FIGURE, names={"thu": "Tổng thu"})).worksheets[0])
    assert (found["Mã đề xuất"], found["Chỉ tiêu đề xuất"], found["Độ khớp"]) == ("thu", "Tổng thu", 0.916)
    assert (found["Mã thứ hai"], found["Độ khớp thứ hai"]) == ("chi", 0.71)
    assert "Mã đề xuất" not in row(opened(written(FIGURE)).worksheets[0])


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_what_looks_like_a_formula_stays_text(sign: str) -> None:
    cell = opened(written({**FIGURE, "indicator": f"{sign}cmd|' /C calc'!A0"})).worksheets[0]["B2"]
    assert (cell.data_type, cell.quotePrefix, cell.number_format) == ("s", True, "@")


def test_no_sheet_holds_a_formula_or_a_link() -> None:
    with zipfile.ZipFile(io.BytesIO(written(FIGURE))) as package:
        sheets = [package.read(name) for name in package.namelist() if "worksheets/sheet" in name]
    assert not any(b"<f>" in sheet or b"hyperlink" in sheet for sheet in sheets)


def test_days_of_issue_are_days() -> None:
    found = row(opened(written(FIGURE)).worksheets[1])
    assert found["Ngày ban hành"] == datetime(2024, 2, 2)
    assert (found["Tên loại"], found["Số, ký hiệu"]) == ("Kế hoạch", "53/KH-UBND")


def test_findings_are_coloured_by_their_weight() -> None:
    sheet = opened(written(FIGURE)).worksheets[2]
    assert row(sheet)["Phát hiện"] == FINDING["message"]
    assert sheet["A2"].fill.start_color.rgb == "FFF8CBAD"


def test_several_files_are_named_in_the_first_column() -> None:
    assert row(opened(written(FIGURE, several=True)).worksheets[0])["Tệp"] == "bao-cao.docx"


def test_a_number_longer_than_a_cell_keeps_is_text() -> None:
    cell = opened(written({**FIGURE, "value": 1234567890123456789})).worksheets[0]["D2"]
    assert (cell.value, cell.data_type) == ("1234567890123456789", "s")


def test_a_full_sheet_goes_on_on_another_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures_workbook, "MOST_ROWS", 3)
    book = opened(written(*[FIGURE] * 5))
    assert book.sheetnames[:3] == ["Số liệu", "Văn bản viện dẫn", "Phát hiện"]
    more = [book["Số liệu"], book["Số liệu (2)"], book["Số liệu (3)"]]
    assert [sheet.max_row for sheet in more] == [3, 3, 2]


def test_an_empty_sheet_says_so() -> None:
    file = io.BytesIO()
    FiguresWorkbook(file, names={}, several=False).close()
    assert [sheet["A2"].value for sheet in opened(file.getvalue()).worksheets] == ["Không có dòng nào."] * 3


@pytest.mark.libreoffice
def test_libreoffice_shows_numbers_and_days_as_officials_write_them(soffice: str, tmp_path: Path) -> None:
    path = tmp_path / "so-lieu.xlsx"
    path.write_bytes(written({**FIGURE, "text": "1.234,50", "value": 1234.5}))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    to_csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    command = [soffice, profile, "--headless", "--convert-to", to_csv, "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    figures, citations, _ = (found.read_text(encoding="utf-8") for found in sorted_sheets(tmp_path))
    assert '"1.234,50"' in figures
    assert "02/02/2024" in citations


def sorted_sheets(folder: Path) -> list[Path]:
    """The sheets as they stand in the workbook."""
    order = ["Số liệu", "Văn bản viện dẫn", "Phát hiện"]
    return [folder / f"so-lieu-{name}.csv" for name in order]
