"""A district whose department owes a small return, with a plan and earlier figures to compare with."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kybao.figures import Period, PeriodKind
from kybao.ledger.models import Indicator, Kind, Level
from kybao.office.return_sheets import Answer, Answers, ListEntry, ReturnForm
from kybao.office.return_writing import write_return
from kybao.org.models import Agency
from kybao.submissions.models import Form, FormList, FormRow, Obligation
from kybao.submissions.returns import return_form
from kybao.workflow.load_return import LoadedReturn, load_return
from tests.books import Book

Q1 = Period.parse("2024-Q1")


@dataclass
class Room:
    """The book, and the return that «phong-a» of «huyen» owes."""

    book: Book
    owed: Obligation

    @property
    def form(self) -> ReturnForm:
        return return_form(self.owed, Q1)

    def workbook(self, rows: dict[str, Answer], lists: dict[str, tuple[ListEntry, ...]] | None = None) -> bytes:
        return write_return(self.form, Answers(rows, lists or {}))

    def load(self, rows: dict[str, Answer], *, accept: str = "", **options: object) -> LoadedReturn:
        return self.take(self.workbook(rows), accept=accept, **options)

    def take(self, data: bytes, *, accept: str = "", **options: object) -> LoadedReturn:
        named = {"name": "bieu.xlsx", "by": self.book.user, "accept": accept, **options}
        return load_return(data, **named)  # type: ignore[arg-type]


def actual(value: str | int, **said: object) -> Answer:
    return Answer({"actual": Decimal(value)}, **said)  # type: ignore[arg-type]


def room(book: Book) -> Room:
    book.district(communes=2)
    total = book.indicator("dien-tich", unit="ha", decimals=1, parts_add_up=True)
    indicators: list[Indicator] = [
        total,
        book.indicator("dien-tich.lua", unit="ha", decimals=1, parent=total),
        book.indicator("dien-tich.ngo", unit="ha", decimals=1, parent=total),
        book.indicator("dan-lon", kind=Kind.STOCK, unit="con"),
        book.indicator("ho-so", unit="hồ sơ"),
        book.indicator("ho-so.dung-han", unit="hồ sơ"),
    ]
    rate = book.indicator(
        "ty-le", kind=Kind.RATIO, unit="%", decimals=1, terms=(indicators[5], indicators[4]), multiplier="100"
    )
    share = book.indicator("ty-le-che-phu", kind=Kind.RATIO, unit="%", decimals=1)
    projects = book.indicator("du-an", kind=Kind.COUNT, unit="dự án")
    form = Form.objects.create(code="03-KT", name="Biểu thử", period_kind=PeriodKind.QUARTER, calendar="nd09")
    for order, indicator in enumerate([*indicators, rate, share, projects], start=1):
        FormRow.objects.create(form=form, indicator=indicator, order=order)
    FormList.objects.create(
        form=form, code="du-an", title="Danh mục dự án", columns="Tên*|Vốn (tỷ đồng): số", counted_by=projects
    )
    owed = Obligation.objects.create(
        form=form, agency=Agency.objects.get(key="phong-a"), working_days=3, valid_from=date(2020, 1, 1)
    )
    book.say("huyen", total, "2024", "400,0", level=Level.PLAN, assigner="tỉnh giao")
    book.say("phong-a", total, "2023-Q4", "120,5")
    book.say("phong-a", indicators[3], "2023-Q4", "1.000")
    book.say("phong-a", total, "2023-Q1", "98,0")
    return Room(book, owed)
