"""A return whose sheet was changed: formulas, moved and inserted rows, merged cells, other versions, lists."""

import io
import re
import zipfile
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from kybao.office.return_reading import ReturnReading
from kybao.office.return_sheets import Answer, Answers
from kybao.office.workbooks import UnreadableWorkbook
from tests.office.sample_return import (
    ACTUAL,
    ESTIMATE,
    FILLED,
    FORM,
    NOTE,
    ROW,
    ROWS,
    read_back,
    read_with,
    said,
    spoilt,
    with_part,
    without_row,
    written,
)


def at(column: str, key: str) -> str:
    return f"{column}{ROW[key]}"


def value_of(reading: ReturnReading, key: str, column: str = "actual") -> Decimal | None:
    return reading.answers.rows.get(key, Answer()).values.get(column)


# Formulas


def test_a_formula_is_taken_by_its_value_with_a_notice() -> None:
    reading = read_back(formula_in(written(), at(ACTUAL, "doanh-thu"), "600+50.5", "650.5"))
    assert value_of(reading, "doanh-thu") == Decimal("650.5")
    assert "là công thức, được lấy theo giá trị hiện có: 650,5" in said(reading, "lưu ý")[0]


def formula_in(data: bytes, place: str, formula: str, value: str, kind: str = "") -> bytes:
    """Put a formula with its last value into the sheet, as Excel stores it."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    cell = re.compile(rf'<c r="{place}"( s="\d+")[^>]*?(/>|>.*?</c>)')
    new, count = cell.subn(rf'<c r="{place}"\1{kind}><f>{formula}</f><v>{value}</v></c>', sheet)
    assert count == 1
    return with_part(data, "xl/worksheets/sheet1.xml", new.encode())


def test_an_error_in_a_formula_is_named() -> None:
    reading = read_back(formula_in(written(), at(ACTUAL, "doanh-thu"), "1/0", "#DIV/0!", ' t="e"'))
    assert "báo lỗi #DIV/0!" in said(reading, "lỗi")[0]


def test_a_formula_that_reaches_into_another_file_is_refused() -> None:
    reading = read_back(formula_in(written(), at(ACTUAL, "doanh-thu"), "[1]Sheet1!A1", "650"))
    assert "lấy số từ một tệp khác" in said(reading, "lỗi")[0]


def test_the_forms_own_total_is_added_again_not_trusted() -> None:
    stale = formula_in(written(), at(ESTIMATE, "khach"), 'IF(COUNT(I12:I13)=0,"",SUM(I12:I13))', "1")
    reading = read_back(stale)
    assert value_of(reading, "khach", "estimate") == 80000
    assert not said(reading, "lưu ý")


def test_another_total_is_taken_as_it_stands() -> None:
    reading = read_back(formula_in(written(), at(ESTIMATE, "khach"), "SUM(I12:I13)+5", "80005"))
    assert value_of(reading, "khach", "estimate") == 80005


# Sheets that were moved about


def test_a_moved_row_is_understood() -> None:
    def move(sheet: Worksheet) -> None:
        sheet.move_range(f"A{ROW['doanh-thu']}:N{ROW['doanh-thu']}", rows=30)

    reading = read_back(spoilt(move))
    assert reading.answers == FILLED
    assert reading.places["doanh-thu", "actual"].cell.endswith(f"{ACTUAL}{ROW['doanh-thu'] + 30}")


def test_inserted_rows_and_columns_without_figures_are_understood() -> None:
    def insert(sheet: Worksheet) -> None:
        for merged in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(merged))
        sheet.insert_rows(1)
        sheet.insert_cols(8)

    assert read_back(spoilt(insert)).answers.rows["doanh-thu"] == FILLED.rows["doanh-thu"]


def test_renamed_sheets_are_understood() -> None:
    assert read_back(spoilt(lambda sheet: setattr(sheet, "title", "Sheet1"))).answers == FILLED


def test_a_sheet_that_was_copied_within_the_workbook_is_refused() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written()))
    book.copy_worksheet(book.worksheets[0]).title = "Bản sao"
    file = io.BytesIO()
    book.save(file)
    assert "có 2 trang của «05-VHTT»: «Biểu 05-VHTT» và «Bản sao»" in said(read_back(file.getvalue()), "lỗi")[0]


def test_a_note_too_long_for_the_ledger_is_cut_with_a_notice() -> None:
    reading = read_with({at(ACTUAL, "vi-pham"): 3, at(NOTE, "vi-pham"): "x" * 600})
    assert len(reading.answers.rows["vi-pham"].note) == 500
    assert "ghi chú dài 600 ký tự" in said(reading, "lưu ý")[0]


def test_an_inserted_row_with_figures_is_refused_by_name() -> None:
    def insert(sheet: Worksheet) -> None:
        sheet["C25"], sheet["H25"] = "Khách vãng lai", 12

    (error,) = said(read_back(spoilt(insert)), "lỗi")
    assert "ô H25: dòng «Khách vãng lai» được chèn thêm" in error


def test_a_row_that_lost_its_key_is_known_by_its_words() -> None:
    reading = read_back(spoilt(lambda sheet: setattr(sheet[f"A{ROW['doanh-thu']}"], "value", None)))
    assert reading.answers == FILLED


def test_a_row_that_stands_twice_is_refused_by_name() -> None:
    def copy(sheet: Worksheet) -> None:
        for column in "ACDH":
            sheet[f"{column}26"] = sheet[f"{column}{ROW['doanh-thu']}"].value

    assert "dòng «Doanh thu» có hai lần (dòng 14 và 26)" in said(read_back(spoilt(copy)), "lỗi")[0]


def test_rows_sorted_without_their_keys_are_refused() -> None:
    def sort(sheet: Worksheet) -> None:
        first, second = ROW["quoc-te"], ROW["noi-dia"]
        for column in "CDHI":
            a, b = sheet[f"{column}{first}"], sheet[f"{column}{second}"]
            a.value, b.value = b.value, a.value

    errors = said(read_back(spoilt(sort)), "lỗi")
    assert "dòng này ghi «Khách nội địa» nhưng mã ẩn là của «Khách quốc tế»" in errors[0]


def test_a_changed_unit_is_refused() -> None:
    reading = read_back(spoilt(lambda sheet: setattr(sheet[f"D{ROW['doanh-thu']}"], "value", "triệu đồng")))
    assert "đơn vị tính bị sửa từ «tỷ đồng» thành «triệu đồng»" in said(reading, "lỗi")[0]


def test_a_deleted_row_is_a_question() -> None:
    reading = read_back(spoilt(lambda sheet: sheet.delete_rows(ROW["cong-suat"])))
    (question,) = reading.questions
    assert "dòng «Công suất phòng» đã bị xóa" in question.sentence


def test_a_deleted_column_is_refused() -> None:
    def delete(sheet: Worksheet) -> None:
        for merged in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(merged))
        sheet.delete_cols(8)

    assert "cột «Thực hiện» đã bị xóa" in said(read_back(spoilt(delete)), "lỗi")[0]


@pytest.mark.parametrize(
    ("area", "fine"), [("H11:H12", False), ("G14:H14", False), ("H14:I14", False), ("I16:J16", True)]
)
def test_merged_cells_are_refused_where_the_line_or_column_is_unclear(area: str, fine: bool) -> None:
    errors = said(read_back(spoilt(lambda sheet: sheet.merge_cells(area), written(answers=Answers()))), "lỗi")
    assert ([f"các ô {area} bị gộp" in error for error in errors] == [True]) is not fine


def test_a_cell_that_is_not_to_be_filled_must_stay_empty() -> None:
    assert "không phải điền mà có số 3" in said(read_with({at(ESTIMATE, "xu-ly"): 3}), "lỗi")[0]


def test_computed_lines_are_not_read() -> None:
    reading = read_with({at(ACTUAL, "ty-le"): 99, at(ACTUAL, "du-an"): 99})
    assert reading.answers.rows == {}


# Another version, another agency


def test_another_version_is_mapped_by_its_keys() -> None:
    old = replace(without_row(FORM, "cong-suat"), key=replace(FORM.key, version="1"))
    now = without_row(FORM, "chenh-lech")
    reading = read_back(written(old), now)
    assert value_of(reading, "doanh-thu") == Decimal("650.0")
    assert "«Chênh lệch thu chi» không còn trong phiên bản hiện nay" in reading.questions[0].sentence
    assert any("dòng «Công suất phòng» mới có trong phiên bản hiện nay" in words for words in said(reading, "lưu ý"))
    assert not reading.is_refused


def test_another_version_with_another_unit_is_refused() -> None:
    rows = tuple(replace(row, unit="triệu đồng") if row.key == "doanh-thu" else row for row in ROWS)
    old = replace(FORM, rows=rows, key=replace(FORM.key, version="1"))
    assert (
        "phiên bản cũ của biểu tính bằng «triệu đồng», nay tính bằng «tỷ đồng»"
        in said(read_back(written(old)), "lỗi")[0]
    )


@pytest.mark.parametrize(("place", "words"), [("B4", "Kỳ báo cáo: quý II/2024"), ("B2", "PHÒNG NỘI VỤ")])
def test_a_retyped_head_is_refused(place: str, words: str) -> None:
    reading = read_back(spoilt(lambda sheet: setattr(sheet[place], "value", words)))
    assert f"ô {place}: đầu biểu ghi «{words}»" in said(reading, "lỗi")[0]


def test_a_workbook_of_somebody_else_is_no_return() -> None:
    file = io.BytesIO()
    openpyxl.Workbook().save(file)
    with pytest.raises(UnreadableWorkbook, match="không phải biểu do hệ thống tạo ra"):
        read_back(file.getvalue())


def test_a_note_may_hold_anything() -> None:
    reading = read_with({at(NOTE, "vi-pham"): "1.250 «vụ»\nchưa rõ"})
    assert reading.answers.rows["vi-pham"].note == "1.250 «vụ»\nchưa rõ"


# Lists


def test_new_lines_of_a_list_are_read_and_faults_named() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written()))
    sheet = book["Danh mục dự án"]
    sheet["C6"], sheet["D6"] = "Trường số 2", "2.500,5"
    sheet["D7"], sheet["E7"], sheet["F7"] = "nhiều", "mai", "đang ngủ"
    file = io.BytesIO()
    book.save(file)
    reading = read_back(file.getvalue())
    entries = reading.answers.lists["danh-muc"]
    assert [entry.values.get("ten") for entry in entries] == ["Cầu số 1", "Trường số 2"]
    assert entries[1].values["von"] == Decimal("2500.5")
    assert (entries[0].key, entries[1].key) == ("c1", "")
    places = [problem.cell for problem in reading.problems if problem.sheet == "Danh mục dự án"]
    assert places == ["C7", "D7", "E7", "F7"]
