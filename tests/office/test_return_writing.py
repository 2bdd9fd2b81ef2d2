"""A return explains itself, refuses nonsense while it is typed, and prints on A4."""

import io
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from kybao.office.return_layout import layout
from kybao.office.return_sheets import Answers
from tests.office.sample_return import ACTUAL, AS_OF, ESTIMATE, FILLED, FORM, QUALIFIER, ROW, STATUS, written


@pytest.fixture(scope="module")
def book() -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(written()))


@pytest.fixture(scope="module")
def values() -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(written()), data_only=True)


def test_the_top_names_agency_period_closing_date_and_deadline(book: Workbook) -> None:
    head = " ".join(str(cell.value) for row in book.worksheets[0]["A2:N6"] for cell in row if cell.value)
    for words in ("PHÒNG VĂN HÓA", "Kỳ báo cáo: quý I/2024", "14/03/2024", "Hạn gửi: 19/03/2024", "05-VHTT"):
        assert words in head


def test_lines_stand_in_order_with_number_unit_and_what_to_compare_with(book: Workbook) -> None:
    sheet = book.worksheets[0]
    assert [sheet.cell(number, 3).value for number in ROW.values()] == [row.label for row in FORM.rows]
    line = [sheet.cell(ROW["khach"], column).value for column in range(2, 8)]
    assert line == ["1", "Tổng lượt khách", "lượt khách", 3200000, 70000, 68000]
    assert [sheet.cell(8, column).value for column in (5, 6, 7)] == ["Kế hoạch tỉnh giao", "Kỳ trước", "Cùng kỳ"]
    assert sheet.cell(ROW["quoc-te"], 3).alignment.indent == 1


def test_only_cells_to_fill_are_unlocked_and_they_are_coloured(book: Workbook) -> None:
    sheet = book.worksheets[0]
    assert sheet.protection.sheet
    open_cells = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    assert f"{ACTUAL}{ROW['doanh-thu']}" in open_cells
    assert f"{ESTIMATE}{ROW['xu-ly']}" not in open_cells  # not asked
    assert f"{ACTUAL}{ROW['ty-le']}" not in open_cells  # computed
    assert f"{ACTUAL}{ROW['I']}" not in open_cells  # a heading
    assert f"E{ROW['khach']}" not in open_cells  # the plan
    lines = [place for place in open_cells if int("".join(filter(str.isdigit, place))) in ROW.values()]
    assert all(sheet[place].fill.fgColor.rgb in {"FFFFF8DC", "FFEAF3E6"} for place in lines)


def rules_at(book: Workbook, place: str) -> list[tuple[str, str | None, str | None]]:
    rules = book.worksheets[0].data_validations.dataValidation
    return [(rule.type, rule.formula1, rule.formula2) for rule in rules if place in rule.sqref]


def test_numbers_are_refused_by_their_kind(book: Workbook) -> None:
    largest = str(10**15)
    assert rules_at(book, f"{ACTUAL}{ROW['quoc-te']}") == [("whole", "0", largest)]
    assert rules_at(book, f"{ACTUAL}{ROW['doanh-thu']}") == [("decimal", "0", largest)]
    assert rules_at(book, f"{ACTUAL}{ROW['cong-suat']}") == [("decimal", "0", "100.0")]
    assert rules_at(book, f"{ACTUAL}{ROW['chenh-lech']}") == [("decimal", f"-{largest}", largest)]
    assert rules_at(book, f"{ESTIMATE}{ROW['xu-ly']}") == []


def test_words_are_chosen_from_lists(book: Workbook) -> None:
    assert rules_at(book, f"{STATUS}{ROW['doanh-thu']}") == [("list", '"Không có phát sinh,Chưa có số liệu"', None)]
    assert rules_at(book, f"{STATUS}{ROW['cong-suat']}") == [("list", '"Chưa có số liệu"', None)]
    assert "khoảng" in str(rules_at(book, f"{QUALIFIER}{ROW['doanh-thu']}")[0][1])
    assert rules_at(book, f"{AS_OF}{ROW['doanh-thu']}")[0][0] == "date"


def test_a_total_adds_its_parts_by_itself(book: Workbook, values: Workbook) -> None:
    place = f"{ESTIMATE}{ROW['khach']}"
    assert book.worksheets[0][place].value == '=IF(COUNT(I12:I13)=0,"",SUM(I12:I13))'
    assert values.worksheets[0][place].value == 80000
    assert values.worksheets[0][f"{ESTIMATE}{ROW['ty-le']}"].value == 5


def test_a_total_that_was_given_otherwise_stands_and_warns() -> None:
    answers = Answers({**FILLED.rows, "khach": replace(FILLED.rows["khach"], values={"estimate": 90000})})
    sheet = openpyxl.load_workbook(io.BytesIO(written(answers=answers)), data_only=True).worksheets[0]
    assert sheet[f"{ESTIMATE}{ROW['khach']}"].value == 90000
    assert sheet[f"J{ROW['khach']}"].value == "Lệch: các dòng con cộng lại 80.000"


def test_the_check_column_warns_by_formula_and_colour(book: Workbook) -> None:
    sheet = book.worksheets[0]
    formula = sheet[f"J{ROW['khach']}"].value
    assert "FIXED(SUM(H12:H13),0)" in formula
    assert "ABS(SUM(H12:H13)-N(H11))>0+" in formula
    assert "N(H11)>=10*F11" in formula
    assert 'IF(OR(AND(ISTEXT(H11),LEN(H11)>0),AND(ISTEXT(I11),LEN(I11)>0)),"Không phải số"' in formula
    partly = sheet[f"J{ROW['vi-pham']}"].value
    assert "SUM(H19)-N(H18)>0+" in partly
    assert "ABS" not in partly
    colours = {
        rule.dxf.fill.bgColor.rgb for rules in sheet.conditional_formatting for rule in rules.rules if rule.dxf.fill
    }
    assert colours == {"FFF8CBAD", "FFFFE699"}


def test_the_count_of_a_list_is_its_length(book: Workbook, values: Workbook) -> None:
    place = f"{ACTUAL}{ROW['du-an']}"
    assert book.worksheets[0][place].value == "=COUNTA('Danh mục dự án'!$C$5:$C$10000)"
    assert values.worksheets[0][place].value == 1
    assert book.worksheets[1]["C5"].value == "Cầu số 1"


def test_it_prints_on_a4_with_its_heads_on_every_page(book: Workbook) -> None:
    sheet = book.worksheets[0]
    assert sheet.page_setup.paperSize == 9
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)  # one page wide, any length
    assert sheet.print_title_rows == "$8:$9"
    assert sheet.print_area.startswith("'Biểu 05-VHTT'!$B$2")


def test_keys_are_hidden(book: Workbook) -> None:
    sheet, hidden = book.worksheets[0], book.worksheets[-1]
    assert sheet.row_dimensions[1].hidden
    assert sheet.column_dimensions["A"].hidden
    assert hidden.sheet_state == "veryHidden"
    assert [hidden.cell(number, 2).value for number in range(2, 6)] == ["05-VHTT", "2", "tp.phong-van-hoa", "2024-Q1"]


def test_a_note_that_looks_like_a_formula_is_text(book: Workbook) -> None:
    cell = book.worksheets[0][f"N{ROW['doanh-thu']}"]
    assert (cell.value, cell.data_type) == ("=số sơ bộ", "s")


def test_the_same_answers_give_the_same_bytes() -> None:
    assert written() == written()


def test_a_form_of_one_column_needs_no_more_than_its_columns() -> None:
    form = replace(FORM, columns=FORM.columns[:1], references=())
    assert layout(form).last_column == layout(FORM).last_column - 4


def test_lists_of_like_names_have_sheets_of_their_own() -> None:
    title = "Danh mục dự án đầu tư công trung hạn của thành phố"
    lists = tuple(replace(FORM.lists[0], key=key, title=title) for key in ("danh-muc", "khac"))
    book = openpyxl.load_workbook(io.BytesIO(written(replace(FORM, lists=lists))))
    assert book.sheetnames[1:3] == ["Danh mục dự án đầu tư công trun", "Danh mục dự án đầu tư công t 2"]


def test_nothing_in_the_package_leads_outside() -> None:
    with zipfile.ZipFile(io.BytesIO(written())) as package:
        assert not [name for name in package.namelist() if "external" in name.lower() or "vba" in name.lower()]
        assert all(b'TargetMode="External"' not in package.read(name) for name in package.namelist())
