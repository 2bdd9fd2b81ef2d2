"""The ledger as a draft sees it."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kybao.figures import Period
from kybao.ledger.models import Bound, Kind
from kybao.ledger.models import Level as LedgerLevel
from kybao.narrative import Level
from kybao.reports.ledger_book import LedgerBook
from tests.books import Book

QUARTER = Period.parse("2024-Q1")


@pytest.fixture
def ledger(book: Book) -> LedgerBook:
    return LedgerBook(book.district("huyen", communes=2), QUARTER)


def test_a_value_knows_its_key_digits_and_day(book: Book, ledger: LedgerBook) -> None:
    book.say("huyen", book.indicator("thu", unit="tỷ đồng", decimals=1), "2024-Q1", "83,5", as_of=date(2024, 3, 15))
    value = ledger.value("thu", Level.ACTUAL)
    assert value is not None
    assert (value.key, value.value, value.decimals) == ("thu@huyen/2024-Q1/actual", Decimal("83.5"), 1)
    assert (value.as_of, value.complete) == (date(2024, 3, 15), True)
    assert ledger.value("thu", Level.ESTIMATE) is None


def test_a_total_tells_who_has_not_sent(book: Book, ledger: LedgerBook) -> None:
    indicator = book.indicator("dan-so", unit="người")
    indicator.suppliers = ["xa-1", "xa-2"]
    indicator.save()
    book.say("xa-1", indicator, "2024-Q1", "120")
    value = ledger.value("dan-so", Level.ACTUAL)
    assert value is not None
    assert (value.value, value.sent, value.owing, value.absent) == (Decimal(120), 1, 2, ("xa-2",))


def test_each_level_is_asked_by_itself(book: Book, ledger: LedgerBook) -> None:
    indicator = book.indicator("thu", unit="tỷ đồng")
    book.say("huyen", indicator, "2024-Q1", "83", as_of=date(2024, 3, 15))
    book.say("huyen", indicator, "2024-Q1", "113", level=LedgerLevel.ESTIMATE)
    values = [ledger.value("thu", level) for level in (Level.ACTUAL, Level.ESTIMATE)]
    assert [value.value for value in values if value] == [Decimal(83), Decimal(113)]


def test_plans_are_told_apart_by_their_assigner(book: Book, ledger: LedgerBook) -> None:
    indicator = book.indicator("thu", unit="tỷ đồng")
    book.say("huyen", indicator, "2024-Q1", "100")
    book.say("huyen", indicator, "2024", "400", level=LedgerLevel.PLAN, assigner="tỉnh giao")
    book.say("huyen", indicator, "2024", "500", level=LedgerLevel.PLAN, assigner="huyện giao")
    bases = ledger.against("thu", Level.ACTUAL)
    assert [(one.basis, one.ratio) for one in bases] == [
        ("plan:tỉnh giao", Decimal(25)), ("plan:huyện giao", Decimal(20)),
    ]  # fmt: skip
    assert len({one.base.key for one in bases}) == 2


def test_what_the_year_has_reached_is_another_figure_than_the_quarters_own(book: Book) -> None:
    indicator = book.indicator("thu", unit="tỷ đồng")
    district = book.district("huyen", communes=1)
    book.say("huyen", indicator, "2024", "400", level=LedgerLevel.PLAN, assigner="tỉnh giao")
    for quarter, value in (("2024-Q1", "40"), ("2024-Q2", "60")):
        book.say("phong-a", indicator, quarter, value)
    (first,) = LedgerBook(district, QUARTER).against("thu", Level.ACTUAL)
    (second,) = [
        one for one in LedgerBook(district, Period.parse("2024-Q2")).against("thu", Level.ACTUAL) if one.is_plan
    ]
    assert (first.value.key, first.value.cumulative) == ("thu@huyen/2024-Q1/actual", False)
    assert (second.value.key, second.ratio) == ("thu@huyen/2024-Q2/actual/lũy kế", Decimal(25))


def test_a_plan_of_nobody_named_is_just_a_plan(book: Book, ledger: LedgerBook) -> None:
    indicator = book.indicator("thu", unit="tỷ đồng")
    book.say("huyen", indicator, "2024-Q1", "100")
    book.say("huyen", indicator, "2024", "400", level=LedgerLevel.PLAN, assigner="kế hoạch")
    assert [one.basis for one in ledger.against("thu", Level.ACTUAL)] == ["plan"]


def test_a_plan_can_be_told_by_itself(book: Book, ledger: LedgerBook) -> None:
    indicator = book.indicator("von", unit="triệu đồng")
    book.say("huyen", indicator, "2024", "209.890", level=LedgerLevel.PLAN, assigner="huyện giao")
    value = ledger.value("von", Level.PLAN)
    assert value is not None
    assert (value.value, value.level) == (Decimal(209890), Level.PLAN)
    assert ledger.value("von", Level.ACTUAL) is None


def test_the_same_period_is_that_of_last_year(book: Book, ledger: LedgerBook) -> None:
    indicator = book.indicator("vu", unit="vụ")
    book.say("huyen", indicator, "2024-Q1", "3")
    book.say("huyen", indicator, "2023-Q1", "5")
    (same,) = ledger.against("vu", Level.ACTUAL)
    assert (same.basis, same.difference, same.base.key) == ("same_period", Decimal(-2), "vu@huyen/2023-Q1/actual")


def test_a_bound_is_told_as_a_qualifier(book: Book, ledger: LedgerBook) -> None:
    indicator = book.indicator("ty-le", Kind.RATIO, unit="%")
    book.say("huyen", indicator, "2024-Q1", "95", bound=Bound.AT_LEAST)
    value = ledger.value("ty-le", Level.ACTUAL)
    assert value is not None
    assert value.approx == "trở lên"


def test_only_indicators_that_concern_the_agency_are_listed(book: Book, ledger: LedgerBook) -> None:
    sent, owed, foreign = (book.indicator(code) for code in ("da-gui", "con-no", "noi-khac"))
    owed.suppliers = ["phong-a"]
    owed.save()
    foreign.suppliers = ["noi-khac"]
    foreign.save()
    book.say("xa-1", sent, "2024-Q1", "7")
    subjects = {subject.code: subject.suppliers for subject in ledger.subjects()}
    assert subjects == {"da-gui": (), "con-no": ("phong-a",)}
    assert ledger.subject("khong-co") is None


def test_more_indicators_take_no_more_queries(book: Book, ledger: LedgerBook) -> None:
    counts = []
    for number in range(6):
        indicator = book.indicator(f"ct-{number}")
        book.say("xa-1", indicator, "2024-Q1", "7")
        book.say("xa-1", indicator, "2023-Q1", "6")
        with CaptureQueriesContext(connection) as queries:
            fresh = LedgerBook(ledger.agency, QUARTER)
            assert all(fresh.value(subject.code, Level.ACTUAL) for subject in fresh.subjects())
        counts.append(len(queries))
    assert counts[0] == counts[-1], counts
