"""Forms, their lists, obligations and sendings out of tables: ``bieu-mau.csv``, ``nghia-vu.csv`` and so on."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.utils import timezone

from kybao.figures import Period, PeriodKind
from kybao.office.csv_tables import BadCell, Problems, Row, read_table
from kybao.submissions.calendars import calendar_words
from kybao.submissions.form_lists import list_columns

FORMS = ("biểu", "tên", "loại kỳ", "lịch")
OBLIGATIONS = ("biểu", "đơn vị", "loại kỳ", "hạn gửi")
FORM_LISTS = ("biểu", "danh sách", "tên", "cột", "chỉ tiêu đếm")
SENDINGS = ("biểu", "đơn vị", "kỳ", "gửi lúc")
KINDS = {
    "nửa tháng": PeriodKind.DAYS,
    "tuần": PeriodKind.DAYS,
    "tháng": PeriodKind.MONTH,
    "quý": PeriodKind.QUARTER,
    "6 tháng": PeriodKind.HALF,
    "9 tháng": PeriodKind.NINE_MONTHS,
    "năm": PeriodKind.YEAR,
}


@dataclass(frozen=True, slots=True)
class FormLine:
    """One form, as a table says it."""

    row: Row
    code: str
    name: str
    kind: PeriodKind
    calendar: str


@dataclass(frozen=True, slots=True)
class ObligationLine:
    """Who owes a form and how soon, as a table says it."""

    row: Row
    form: str
    agency: str
    working_days: int


@dataclass(frozen=True, slots=True)
class SendingLine:
    """When a return was sent, as a table says it."""

    row: Row
    form: str
    agency: str
    period: Period
    at: datetime


@dataclass(frozen=True, slots=True)
class FormListLine:
    """A list that belongs to a form, as a table says it."""

    row: Row
    form: str
    code: str
    title: str
    columns: str
    counted_by: str  # code of the indicator that is its length


def read_forms(path: Path, problems: Problems) -> dict[str, FormLine]:
    """Read the forms by code."""
    forms: dict[str, FormLine] = {}
    for row in read_table(path, FORMS):
        with problems.at(row):
            line = FormLine(
                row,
                row.required("biểu"),
                row.required("tên"),
                row.choice("loại kỳ", KINDS),
                row.choice("lịch", calendar_words()),
            )
            if line.code in forms:
                raise BadCell(f"biểu «{line.code}» đã có ở dòng {forms[line.code].row.line}.")
            forms[line.code] = line
    return forms


def read_obligations(
    path: Path, forms: Mapping[str, FormLine], agencies: frozenset[str], problems: Problems
) -> list[ObligationLine]:
    """Read who owes which form."""
    lines: dict[tuple[str, str], ObligationLine] = {}
    for row in read_table(path, OBLIGATIONS):
        with problems.at(row):
            line = _obligation(row, forms, agencies)
            if (line.form, line.agency) in lines:
                raise BadCell(f"biểu «{line.form}» của «{line.agency}» đã có ở một dòng trước.")
            lines[line.form, line.agency] = line
    return list(lines.values())


def _obligation(row: Row, forms: Mapping[str, FormLine], agencies: frozenset[str]) -> ObligationLine:
    form, agency = row.required("biểu"), row.required("đơn vị")
    if form not in forms:
        raise BadCell(f"không có biểu «{form}» trong danh mục.")
    if agency not in agencies:
        raise BadCell(f"không có đơn vị «{agency}» trong danh mục.")
    if row.choice("loại kỳ", KINDS) is not forms[form].kind:
        raise BadCell(f"biểu «{form}» không phải là biểu {row['loại kỳ']}.")
    days = row.number("hạn gửi")
    if days not in range(1, 100):
        raise BadCell(f"cột «hạn gửi»: «{row['hạn gửi']}» phải là số ngày làm việc, ít nhất 1.")
    return ObligationLine(row, form, agency, int(days))


def read_sendings(path: Path, problems: Problems) -> list[SendingLine]:
    """Read when returns were sent."""
    lines = []
    for row in read_table(path, SENDINGS):
        with problems.at(row):
            period = Period.parse(row["kỳ"])
            lines.append(SendingLine(row, row.required("biểu"), row.required("đơn vị"), period, _instant(row)))
    return lines


def read_form_lists(
    path: Path, forms: Mapping[str, FormLine], indicators: Collection[str], problems: Problems
) -> list[FormListLine]:
    """Read the lists that belong to forms; a folder without the table has none."""
    if not path.exists():
        return []
    lines: dict[tuple[str, str], FormListLine] = {}
    for row in read_table(path, FORM_LISTS):
        with problems.at(row):
            line = FormListLine(
                row,
                row.required("biểu"),
                row.required("danh sách"),
                row.required("tên"),
                row.required("cột"),
                row["chỉ tiêu đếm"],
            )
            if line.form not in forms:
                raise BadCell(f"không có biểu «{line.form}» trong danh mục.")
            if line.counted_by and line.counted_by not in indicators:
                raise BadCell(f"không có chỉ tiêu «{line.counted_by}» trong danh mục.")
            if (line.form, line.code) in lines:
                raise BadCell(f"danh sách «{line.code}» của biểu «{line.form}» đã có ở một dòng trước.")
            list_columns(line.columns)
            lines[line.form, line.code] = line
    return list(lines.values())


def _instant(row: Row) -> datetime:
    try:
        naive = datetime.strptime(row["gửi lúc"], "%d/%m/%Y %H:%M")
    except ValueError:
        raise BadCell(f"cột «gửi lúc»: «{row['gửi lúc']}» phải viết như 15/03/2024 16:40.") from None
    return timezone.make_aware(naive)
