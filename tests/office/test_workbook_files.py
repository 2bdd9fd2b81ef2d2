"""Spreadsheet files are attacks until read: each bad one ends with one sentence, quickly and in little memory."""

import io
import struct
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook as Writer

from kybao.office.unreadable import UnreadableFile
from kybao.office.workbook_files import load_workbook, read_workbook
from kybao.office.workbooks import CellKind, Place, Workbook, column_letters, column_number
from tests.office.sample_return import with_part, written

SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ODS_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def sheet(rows: str, head: str = "") -> bytes:
    """A workbook whose one sheet holds these rows."""
    file = io.BytesIO()
    with Writer(file, {"in_memory": True}) as book:
        book.add_worksheet("Một")
    content = f'<?xml version="1.0"?>{head}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    return with_part(file.getvalue(), SHEET, content.encode())


def ods(rows: str) -> bytes:
    file = io.BytesIO()
    content = (
        f"<office:document-content {ODS_NAMES}><office:body><office:spreadsheet>"
        f'<table:table table:name="Một">{rows}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", content)
    return file.getvalue()


def read(data: bytes) -> Workbook:
    return read_workbook(data, name="bieu.xlsx")


def test_cells_are_read_with_kind_formula_and_exact_text() -> None:
    file = io.BytesIO()
    with Writer(file, {"in_memory": True}) as book:
        page = book.add_worksheet("Một")
        page.write_number(0, 0, 43046.46)
        page.write_string(1, 1, "=không phải công thức")
        page.write_number(2, 2, 0.27, book.add_format({"num_format": "0.0%"}))
        page.write_number(3, 3, 45000, book.add_format({"num_format": "dd/mm/yyyy"}))
        page.write_formula(4, 4, "=A1*2", None, 86092.92)
        page.write_boolean(5, 5, True)
        page.write_formula(6, 6, "=1/0", None, "#DIV/0!")
        page.write_number(7, 7, 5, book.add_format({"num_format": '"m²" 0 \\d'}))
        page.merge_range(8, 8, 9, 9, "gộp")
    (only,) = read(file.getvalue()).sheets
    cells = [only.at(Place(number, number)) for number in range(1, 10)]
    assert [(cell.kind, cell.text, cell.formula) for cell in cells if cell] == [
        (CellKind.NUMBER, "43046.46", ""),
        (CellKind.TEXT, "=không phải công thức", ""),
        (CellKind.PERCENT, "0.27", ""),
        (CellKind.DATE, "2023-03-15", ""),
        (CellKind.NUMBER, "86092.92", "A1*2"),
        (CellKind.TRUTH, "1", ""),
        (CellKind.ERROR, "#DIV/0!", "1/0"),
        (CellKind.NUMBER, "5", ""),
        (CellKind.TEXT, "gộp", ""),
    ]
    assert [str(area) for area in only.merged] == ["I9:J10"]


def test_a_sheet_without_references_and_with_inline_text_is_read() -> None:
    (only,) = read(
        sheet('<row><c><v>1</v></c><c t="inlineStr"><is><r><t>hai </t></r><r><t>ba</t></r></is></c></row>')
    ).sheets
    assert [cell.text for cell in only.rows[1].values()] == ["1", "hai ba"]


def test_the_namespace_of_strict_workbooks_is_known() -> None:
    strict = (
        '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData>'
        '<x:row r="3"><x:c r="B3"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    (only,) = read(with_part(sheet(ONE), SHEET, strict.encode())).sheets
    assert only.text(3, 2) == "7"


def test_repeated_cells_of_opendocument_are_counted() -> None:
    rows = (
        '<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="2"/>'
        '<table:table-cell office:value-type="float" office:value="4.5" table:number-columns-repeated="2"/>'
        '<table:table-cell table:number-columns-repeated="16380"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048573"><table:table-cell/></table:table-row>'
    )
    (only,) = read(ods(rows)).sheets
    assert [(row, column, cell.text) for row, cells in only.rows.items() for column, cell in cells.items()] == [
        (row, column, "4.5") for row in (1, 2, 3) for column in (3, 4)
    ]


def word_file() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", "<w/>")
    return file.getvalue()


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "không phải bảng tính"),
        (b"ng\xc3\xa0y 5/3", "không phải bảng tính"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "Excel đời cũ"),
        (b"PK\x03\x04" + bytes(100), "bị hỏng"),
        (written()[:-3000], "bị hỏng"),
        (word_file(), "không phải bảng tính"),
        (with_part(written(), "xl/vbaProject.bin", b"x"), "macro"),
        (with_part(written(), "xl/externalLinks/externalLink1.xml", b"<x/>"), "liên kết tới tệp Excel khác"),
        (with_part(written(), "xl/workbook.bin", b"x"), "nhị phân"),
        (with_part(written(), SHEET, b"<worksheet"), "bị hỏng"),
        (with_part(written(), "xl/sharedStrings.xml", f'<sst xmlns="{MAIN}"/>'.encode()), "bị hỏng"),
        (sheet("&b;" + ONE, ENTITIES), "DTD"),
        (sheet(ONE + "<row><c><v>&a;</v></c></row>", OUTSIDE), "DTD"),
        (sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), "dòng 1048576, cột XFD"),
        (sheet('<row r="1"><c r="SG1"><v>1</v></c></row>'), "vượt giới hạn"),
        (sheet('<row r="1"><c r="A1" t="s"><v>99</v></c></row>'), "bị hỏng"),
        (ods('<table:table-row><table:table-cell office:value-type="float" office:value="1" '
             'table:number-columns-repeated="16384"/></table:table-row>'), "vượt giới hạn"),
        (ods('<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float" '
             'office:value="1"/></table:table-row>'), "vượt giới hạn"),
        (ods('<table:table-row table:number-rows-repeated="99999999999999999999"><table:table-cell '
             'office:value-type="float" office:value="1"/></table:table-row>'), "vượt giới hạn"),
    ],
)  # fmt: skip
def test_what_is_no_safe_workbook_ends_with_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read(data)
    sentence = str(refused.value)
    assert words in sentence
    assert sentence[0].isupper()
    assert sentence.endswith(".")


def test_a_bomb_is_refused_without_being_unpacked() -> None:
    data = with_part(written(), SHEET, b"<worksheet>" + b" " * 200_000_000)
    tracemalloc.start()
    with pytest.raises(UnreadableFile, match="bung ra quá lớn"):
        read(data)
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


@pytest.mark.usefixtures("no_hang")
def test_a_million_empty_rows_are_bounded() -> None:
    rows = "".join(f'<row r="{number}" s="1"/>' for number in range(2, 1_000_001))
    (only,) = read(sheet(ONE + rows)).sheets
    assert len(only.rows) == 1


def test_16_000_empty_columns_are_bounded() -> None:
    blank = "".join(f'<c r="{column_letters(number)}2" s="1"/>' for number in range(1, 16385))
    (only,) = read(sheet(f'{ONE}<row r="2">{blank}</row>')).sheets
    assert list(only.rows) == [1]


def test_too_many_cells_are_refused() -> None:
    row = '<row r="{}">' + "".join(f'<c r="{column_letters(c)}{{}}"><v>1</v></c>' for c in range(1, 401)) + "</row>"
    rows = "".join(row.replace("{}", str(number)) for number in range(1, 1_502))
    with pytest.raises(UnreadableFile, match="600000 ô"):
        read(sheet(rows))


def test_a_file_with_a_password_is_refused() -> None:
    data = bytearray(written())
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        flags = struct.unpack_from("<H", data, at + 8)[0]
        struct.pack_into("<H", data, at + 8, flags | 1)
        at = data.find(b"PK\x01\x02", at + 4)
    with pytest.raises(UnreadableFile, match="mật khẩu"):
        read(bytes(data))


def test_missing_files_and_folders_are_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"Không tìm thấy tệp «.*khong-co\.xlsx»"):
        load_workbook(tmp_path / "khong-co.xlsx")
    with pytest.raises(UnreadableFile, match="Không đọc được"):
        load_workbook(tmp_path)


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "lon.xlsx"
    with path.open("wb") as file:
        file.truncate(300_000_000)
    with pytest.raises(UnreadableFile, match="nặng 300 MB"):
        load_workbook(path)


WHOLE = written()


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(WHOLE) - 1), st.integers(1, 255), st.integers(0, 400))
def test_a_damaged_file_is_read_or_refused(at: int, change: int, cut: int) -> None:
    damaged = bytearray(WHOLE)
    damaged[at] ^= change
    del damaged[at + 1 : at + 1 + cut]
    assert outcome(bytes(damaged)).endswith(".")


def outcome(data: bytes) -> str:
    try:
        return f"{len(read(data).sheets)} trang."
    except UnreadableFile as refused:
        return str(refused)


@given(st.integers(1, 20_000))
def test_columns_are_named_and_counted_alike(number: int) -> None:
    assert column_number(column_letters(number)) == number
