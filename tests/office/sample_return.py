"""A small return with everything that a form can have, and ways to spoil it as people and programs do."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from kybao.office.return_reading import ReturnReading, read_return
from kybao.office.return_sheets import (
    Answer,
    Answers,
    Column,
    ListColumn,
    ListEntry,
    ListKind,
    ListSheet,
    ReturnForm,
    ReturnKey,
    ReturnRow,
    Status,
)
from kybao.office.return_writing import write_return
from kybao.office.workbook_files import read_workbook

ROWS = (
    ReturnRow("I", "Du lịch", number="I"),
    ReturnRow(
        "khach",
        "Tổng lượt khách",
        "1",
        "lượt khách",
        parts=("quoc-te", "noi-dia"),
        whole=True,
        references=(Decimal(3200000), Decimal(70000), Decimal(68000)),
    ),
    ReturnRow("quoc-te", "Khách quốc tế", "1.1", "lượt khách", 1, references=(None, Decimal(3000), None), whole=True),
    ReturnRow(
        "noi-dia", "Khách nội địa", "1.2", "lượt khách", 1, references=(None, Decimal(67000), None), whole=True
    ),
    ReturnRow("doanh-thu", "Doanh thu", "2", "tỷ đồng", decimals=1, references=(None, Decimal("690.5"), None)),
    ReturnRow("ty-le", "Khách quốc tế trên tổng lượt khách", "3", "%", decimals=1, ratio=("quoc-te", "khach")),
    ReturnRow("cong-suat", "Công suất phòng", "4", "%", decimals=1, may_be_nothing=False, most=Decimal(100)),
    ReturnRow("chenh-lech", "Chênh lệch thu chi", "5", "tỷ đồng", decimals=2, may_be_negative=True),
    ReturnRow("vi-pham", "Vụ vi phạm", "6", "vụ", whole=True, parts=("xu-ly",), parts_complete=False),
    ReturnRow("xu-ly", "Trong đó đã xử lý", "", "vụ", depth=1, whole=True, asked=frozenset({"actual"})),
    ReturnRow("du-an", "Số dự án", "7", "dự án", whole=True, length_of="danh-muc"),
)
LIST = ListSheet(
    "danh-muc",
    "Danh mục dự án",
    (
        ListColumn("ten", "Tên dự án", required=True, width=40),
        ListColumn("von", "Vốn", ListKind.NUMBER, unit="triệu đồng"),
        ListColumn("ngay", "Ngày khởi công", ListKind.DATE),
        ListColumn("buoc", "Tình trạng", ListKind.CHOICE, choices=("chuẩn bị", "thi công", "xong")),
    ),
    blank_lines=5,
)
FORM = ReturnForm(
    ReturnKey("05-VHTT", "2", "tp.phong-van-hoa", "2024-Q1"),
    title="Biểu số liệu quý",
    agency="Phòng Văn hóa",
    period="quý I/2024",
    receiver="Văn phòng",
    closing=date(2024, 3, 14),
    deadline=date(2024, 3, 19),
    references=(
        Column("plan", "Kế hoạch tỉnh giao"),
        Column("previous", "Kỳ trước"),
        Column("same_period", "Cùng kỳ"),
    ),
    columns=(Column("actual", "Thực hiện"), Column("estimate", "Ước cả quý")),
    rows=ROWS,
    lists=(LIST,),
    basis="Nghị định 09/2019/NĐ-CP",
    superior="UBND thành phố",
    first_day=date(2024, 1, 1),
    last_day=date(2024, 3, 31),
)
FILLED = Answers(
    {
        "khach": Answer({"estimate": Decimal(80000)}),
        "quoc-te": Answer({"estimate": Decimal(4000)}),
        "noi-dia": Answer({"estimate": Decimal(76000)}),
        "doanh-thu": Answer(
            {"actual": Decimal("650.0"), "estimate": Decimal("752.5")}, qualifier="khoảng", note="=số sơ bộ"
        ),
        "cong-suat": Answer({"actual": Decimal("61.5")}, as_of=date(2024, 3, 10)),
        "chenh-lech": Answer({"actual": Decimal("-3.25")}),
        "vi-pham": Answer(status=Status.NOTHING_HAPPENED),
        "xu-ly": Answer(status=Status.NOT_KNOWN, note="công an chưa gửi"),
    },
    {
        "danh-muc": (
            ListEntry({"ten": "Cầu số 1", "von": Decimal(1250), "ngay": date(2023, 5, 1), "buoc": "thi công"}, "c1"),
        )
    },
)
# Where the sheet has what: columns I and J are filled, lines begin in row 10.
ROW = {row.key: number for number, row in enumerate(ROWS, start=10)}
ACTUAL, ESTIMATE, STATUS, QUALIFIER, AS_OF, NOTE = "H", "I", "M", "K", "L", "N"


def written(form: ReturnForm = FORM, answers: Answers = FILLED) -> bytes:
    return write_return(form, answers)


def spoilt(change: Callable[[Worksheet], object], data: bytes | None = None) -> bytes:
    """The workbook after somebody changed its first sheet and another program saved it."""
    book = openpyxl.load_workbook(io.BytesIO(data or written()))
    change(book.worksheets[0])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read_back(data: bytes, form: ReturnForm = FORM) -> ReturnReading:
    return read_return(read_workbook(data, name="bieu.xlsx"), form)


def read_with(cells: dict[str, object], form: ReturnForm = FORM) -> ReturnReading:
    """Type values into cells of the form and read it."""

    def change(sheet: Worksheet) -> None:
        for place, value in cells.items():
            sheet[place] = value

    return read_back(spoilt(change, written(form, Answers())), form)


def said(reading: ReturnReading, severity: str = "") -> list[str]:
    return [str(problem) for problem in reading.problems if not severity or problem.severity == severity]


def without_row(form: ReturnForm, key: str) -> ReturnForm:
    return replace(form, rows=tuple(row for row in form.rows if row.key != key))


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The package with one part added or replaced."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info, old.read(info))
        new.writestr(name, content)
    return file.getvalue()
