"""Facts of a document become entries that lead back to their characters."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kybao.claims import Fact, Reading, Role
from kybao.figures import Figure, Shape, read_number, read_unit
from kybao.ledger.models import Entry, Indicator, Kind
from kybao.org.errors import NotAllowed
from kybao.org.models import Agency, Membership, User
from kybao.org.models import Role as OrgRole
from kybao.org.permissions import set_up_roles
from kybao.text import Document, Span
from kybao.workflow.accept_reading import Accepted, accept_reading
from tests.books import Book

TEXT = (
    "Thu ngân sách ước đạt 113 tỷ đồng, bằng 28,1% dự toán tỉnh giao 402,14 tỷ đồng; đến 15/3 đạt 83.500 triệu đồng."
)


@pytest.fixture
def book(db: None) -> Book:
    book = Book()
    book.district()
    book.indicator("thu", unit="tỷ đồng")
    return book


def fact(number: str, unit: str, **said: object) -> Fact:
    start = TEXT.index(number)
    figure = Figure(Span(start, start + len(number), number), (read_number(number),), read_unit(unit))
    return Fact(**{"figure": figure, "role": Role.VALUE, "indicator": "Thu", "code": "thu", "score": 1.0, **said})  # type: ignore[arg-type]


def accept(book: Book, *facts: Fact, by: User | None = None, replace: bool = False) -> Accepted:
    return accept_reading(
        Reading(Document(TEXT), facts, period="2024-Q1"),
        Agency.objects.get(key="huyen"),
        by=by or book.user,
        source="bao-cao.docx",
        digest="a" * 64,
        replace=replace,
    )


def test_a_fact_becomes_an_entry_with_its_place(book: Book) -> None:
    accepted = accept(book, fact("113", "tỷ đồng", estimate=True, period="2024-Q1"))
    [entry] = accepted.booked.added
    assert (entry.value, entry.level, entry.period_code, entry.as_of) == (
        113,
        "estimate",
        "2024-Q1",
        date(2024, 3, 31),
    )
    assert TEXT[entry.source_start : entry.source_end] == "113"
    assert (entry.source_kind, entry.source, entry.source_digest) == ("document", "bao-cao.docx", "a" * 64)
    assert entry.written == "113 tỷ đồng"


def test_units_as_of_days_and_plans_are_understood(book: Book) -> None:
    accepted = accept(
        book,
        fact("83.500", "triệu đồng", period="asof:2024-03-15"),
        fact("402,14", "tỷ đồng", role=Role.PLAN, basis="plan:tỉnh giao", period="2024"),
    )
    reached, planned = accepted.booked.added
    assert (reached.value, reached.as_of, reached.period_code) == (Decimal("83.500"), date(2024, 3, 15), "2024-Q1")
    assert (planned.level, planned.assigner, planned.period_code) == ("plan", "tỉnh giao", "2024")


def test_comparisons_and_what_has_no_code_are_left_out(book: Book) -> None:
    accepted = accept(
        book,
        fact("28,1", "%", role=Role.COMPARE),
        fact("113", "tỷ đồng", code=""),
        fact("113", "tỷ đồng", code="khong-co"),
    )
    assert accepted == Accepted(accepted.booked, ())
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("odd", "says"),
    [
        (fact("113", "tỷ đồng", score=0.5), "Chưa chắc"),
        (fact("113", "ha"), "không đổi được"),
        (fact("113", "tỷ đồng", period="asof:2023-03-15"), "nằm ngoài quý I/2024"),
        (
            replace(fact("113", "tỷ đồng"), figure=replace(fact("113", "tỷ đồng").figure, shape=Shape.FRACTION)),
            "hai số",
        ),
    ],
)
def test_what_is_not_certain_is_skipped_with_a_reason(book: Book, odd: Fact, says: str) -> None:
    accepted = accept(book, odd, fact("402,14", "tỷ đồng", role=Role.PLAN))
    assert [says in skipped.sentence for skipped in accepted.skipped] == [True]
    assert [entry.assigner for entry in accepted.booked.added] == ["kế hoạch"]


def test_one_figure_with_two_values_keeps_the_first(book: Book) -> None:
    accepted = accept(book, fact("113", "tỷ đồng"), fact("402,14", "tỷ đồng"), fact("113", "tỷ đồng"))
    assert [entry.value for entry in accepted.booked.added] == [113]
    assert ["hai giá trị" in skipped.sentence for skipped in accepted.skipped] == [True]


def test_a_document_does_not_correct_the_ledger_by_itself(book: Book) -> None:
    book.say("huyen", Indicator.objects.get(code="thu"), "2024-Q1", "112")
    kept = accept(book, fact("113", "tỷ đồng"))
    assert ["giữ nguyên số trong sổ" in skipped.sentence for skipped in kept.skipped] == [True]
    assert Entry.objects.count() == 1
    corrected = accept(book, fact("113", "tỷ đồng"), replace=True)
    assert [entry.value for entry in corrected.booked.corrected] == [113]


def test_a_stock_is_one_at_a_time_and_a_range_keeps_both_ends(book: Book) -> None:
    book.indicator("ho", Kind.STOCK, "hộ")
    figure = replace(fact("113", "hộ").figure, numbers=(Decimal(9), Decimal(10)), shape=Shape.RANGE, approx="khoảng")
    [entry] = accept(book, replace(fact("113", "hộ", code="ho"), figure=figure)).booked.added
    assert (entry.scope, entry.number, entry.high_number, entry.qualifier) == ("as_of", 9, 10, "khoảng")


def test_cumulative_figures_keep_their_scope(book: Book) -> None:
    [entry] = accept(book, fact("113", "tỷ đồng", period="2024-Q2", cumulative=True)).booked.added
    assert (entry.scope, entry.period_code) == ("cumulative", "2024-Q2")


def test_a_reading_may_be_accepted_by_those_who_compile(book: Book) -> None:
    set_up_roles()
    users = {}
    for role in ("nhap-lieu", "tong-hop"):
        users[role] = User.objects.create(username=role)
        Membership.objects.create(
            user=users[role], role=OrgRole.objects.get(code=role), agency=Agency.objects.get(key="huyen"),
            valid_from=date(2020, 1, 1),
        )  # fmt: skip
    with pytest.raises(NotAllowed):
        accept(book, fact("113", "tỷ đồng"), by=users["nhap-lieu"])
    assert accept(book, fact("113", "tỷ đồng"), by=users["tong-hop"]).booked.added
