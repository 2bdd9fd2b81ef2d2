"""One cell of a return as a value, or as the sentence that says why it is none."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import ROUND_HALF_EVEN, Context, Decimal, InvalidOperation

from kybao.figures import write_number
from kybao.office.return_numbers import NoNumber, shown, typed_number
from kybao.office.return_sheets import ReturnRow, Severity, Status
from kybao.office.return_words import is_among
from kybao.office.workbooks import Cell, CellKind, UnreadableWorkbook

EXCEL_DIGITS = 15
MOST_DIGITS = 400  # Excel itself ends at 1E308
AS_EXCEL_COUNTS = Context(prec=EXCEL_DIGITS, rounding=ROUND_HALF_EVEN)
ELSEWHERE = re.compile(r"\[[0-9]+\]|'(?:file|https?):|\bDDE\(")  # a formula that reaches into another file
DAY_FORMS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y")

Remark = tuple[Severity, str]


@dataclass(frozen=True, slots=True)
class CellReading:
    """What came of one cell."""

    value: Decimal | None = None
    status: Status = Status.NONE  # «-» says that nothing happened
    remarks: tuple[Remark, ...] = ()

    def remarked(self, severity: Severity, sentence: str) -> "CellReading":
        """Give the same with one more remark."""
        return replace(self, remarks=(*self.remarks, (severity, sentence)))


EMPTY = CellReading()


def read_cell(cell: Cell | None, row: ReturnRow) -> CellReading:
    """Read the cell of a row of figures."""
    if cell is None or (not cell.text.strip() and not cell.formula):
        return EMPTY
    reading = _with_bounds(_read(cell, row), row)
    if not cell.formula or reading.value is None:
        return reading
    if ELSEWHERE.search(cell.formula):
        return wrong("lấy số từ một tệp khác; hãy chép giá trị (dán dạng «Values») thay cho công thức.")
    return reading.remarked(
        Severity.NOTICE, f"là công thức, được lấy theo giá trị hiện có: {write_number(reading.value)}."
    )


def wrong(sentence: str) -> CellReading:
    """Give a reading that is only an error."""
    return EMPTY.remarked(Severity.ERROR, sentence)


def _read(cell: Cell, row: ReturnRow) -> CellReading:
    match cell.kind:
        case CellKind.NUMBER:
            return CellReading(_shown_as(exact(cell.text), row))
        case CellKind.PERCENT:
            return _percent(exact(cell.text).scaleb(2), row)
        case CellKind.TEXT if cell.text.strip():
            return _text(cell.text, row)
        case CellKind.TEXT:
            return EMPTY  # a formula that comes to nothing
        case CellKind.DATE:
            day = date.fromisoformat(cell.text)
            return wrong(f"là ngày {day:%d/%m/%Y}, không phải số (Excel tự đổi khi gõ dạng 3/4); hãy nhập lại.")
        case CellKind.ERROR:
            return wrong(
                f"báo lỗi {shown(cell.text) or 'công thức'}, không có giá trị; hãy sửa công thức hoặc nhập số."
            )
        case CellKind.TRUTH:
            return wrong("chứa giá trị đúng/sai (TRUE/FALSE), không phải số; hãy nhập lại.")


def exact(text: str) -> Decimal:
    """Give the number that the sheet shows: Excel keeps 15 digits, what stands after them is binary dust.

    Raises UnreadableWorkbook for what no program writes as a number.

    >>> exact("0.30000000000000004"), exact("43046.46"), exact("1E3")
    (Decimal('0.3'), Decimal('43046.46'), Decimal('1000'))
    """
    try:
        value = AS_EXCEL_COUNTS.create_decimal(text)
    except InvalidOperation:
        raise UnreadableWorkbook(f"Tệp bảng tính bị hỏng: một ô số chứa «{shown(text)}».") from None
    if not value.is_finite() or abs(value.adjusted()) > MOST_DIGITS:
        raise UnreadableWorkbook(f"Tệp bảng tính bị hỏng: một ô số chứa «{shown(text)}».")
    return Decimal(f"{value.normalize():f}")


def _shown_as(value: Decimal, row: ReturnRow) -> Decimal:
    """Give back the zeros that a spreadsheet drops: 27 in a row with one decimal was 27,0."""
    exponent = value.as_tuple().exponent
    missing = isinstance(exponent, int) and -exponent < row.decimals
    return value.quantize(Decimal(1).scaleb(-row.decimals)) if missing else value


def _percent(value: Decimal, row: ReturnRow) -> CellReading:
    shown_value = _shown_as(value, row)
    if row.unit.strip() == "%":
        return CellReading(shown_value)
    return wrong(f"ghi {write_number(value)}%, còn dòng này tính bằng «{row.unit}»; hãy nhập số tuyệt đối.")


def _text(text: str, row: ReturnRow) -> CellReading:
    if is_among("nothing_happened", text):
        return CellReading(status=Status.NOTHING_HAPPENED)
    if is_among("not_known", text):
        return CellReading(status=Status.NOT_KNOWN)
    try:
        typed = typed_number(text, row.unit)
    except NoNumber as error:
        return wrong(str(error))
    reading = CellReading(_shown_as(typed.value, row))
    if typed.remark:
        return reading.remarked(Severity.NOTICE, typed.remark)
    if typed.other is None:
        return reading
    return _asked(text, typed.value, typed.other, row)


def _asked(text: str, vietnamese: Decimal, english: Decimal, row: ReturnRow) -> CellReading:
    """Ask which of two numbers was meant, and say which is taken without an answer."""
    value = vietnamese
    why = "theo lối viết Việt Nam"
    if row.whole and vietnamese != vietnamese.to_integral_value():
        value, why = english, "vì dòng này đếm bằng số nguyên"
    readings = f"{write_number(vietnamese)} (lối Việt Nam) hoặc {write_number(english)} (lối Anh–Mỹ)"
    sentence = (
        f"«{shown(text)}» được nhập dạng chữ, có thể là {readings}; sẽ lấy {write_number(value)} {why}. "
        "Nếu không đúng, hãy nhập lại dạng số."
    )
    return CellReading(_shown_as(value, row)).remarked(Severity.QUESTION, sentence)


def _with_bounds(reading: CellReading, row: ReturnRow) -> CellReading:
    """Refuse what the row cannot hold."""
    value = reading.value
    if value is None:
        return reading
    written = write_number(value)
    if value.copy_abs().adjusted() >= EXCEL_DIGITS:
        return wrong(f"có hơn {EXCEL_DIGITS} chữ số nên bảng tính không giữ đúng; hãy kiểm tra lại đơn vị tính.")
    if value < 0 and not row.may_be_negative:
        return wrong(f"là số âm ({written}); chỉ tiêu này không thể âm.")
    if row.whole and value != value.to_integral_value():
        return wrong(f"là số lẻ ({written}); «{row.unit}» phải đếm bằng số nguyên.")
    if row.most is not None and value > row.most:
        return wrong(f"là {written}, lớn hơn mức cao nhất có thể ({write_number(row.most)}).")
    return reading


def read_day(cell: Cell | None) -> tuple[date | None, str]:
    """Read a date; the second is what is wrong with it."""
    if cell is None or not cell.text.strip():
        return None, ""
    text = cell.text.strip()
    if cell.kind in {CellKind.DATE, CellKind.TEXT}:
        for form in DAY_FORMS:
            try:
                return datetime.strptime(text, form).date(), ""
            except ValueError:
                continue
    return None, f"«{shown(text)}» không phải là ngày; hãy ghi dạng ngày/tháng/năm, ví dụ 15/03/2024."
