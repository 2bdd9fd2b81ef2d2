from datetime import date
from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries

from kybao.figures import Period, rounded
from kybao.ledger.comparisons import Compared, against_plans, compare, previous_period, same_period
from kybao.ledger.measured import Basis
from kybao.ledger.models import Kind, Level
from kybao.org.models import SuccessionKind, Tier
from tests.books import Book, period

Q1 = Period.parse("2024-Q1")


def only(compared: Compared | None) -> Compared:
    assert compared is not None
    return compared


def test_a_figure_is_held_against_each_plan_of_its_year(book: Book) -> None:
    district = book.district()
    income = book.indicator("thu", unit="tỷ đồng")
    book.say("phong-a", income, "2024-Q1", "113")
    book.say("huyen", income, "2024", "402,14", level=Level.PLAN, assigner="tỉnh giao")
    book.say("huyen", income, "2024", "424,81", level=Level.PLAN, assigner="huyện phấn đấu")
    plans = against_plans(income, district, Q1)
    assert [(plan.basis, rounded(plan.ratio or Decimal(0), 1)) for plan in plans] == [
        ("plan:tỉnh giao", Decimal("28.1")),
        ("plan:huyện phấn đấu", Decimal("26.6")),
    ]
    assert plans[0].difference == Decimal("-289.14")


def test_a_year_s_plan_is_held_against_the_year_so_far_and_a_quarter_s_plan_against_the_quarter(book: Book) -> None:
    district = book.district()
    income = book.indicator("thu", unit="tỷ đồng")
    book.say("xa-1", income, "2024-Q1", "20")
    book.say("xa-1", income, "2024-Q2", "30")
    book.say("huyen", income, "2024", "100", level=Level.PLAN, assigner="tỉnh giao")
    book.say("huyen", income, "2024-Q2", "40", level=Level.PLAN, assigner="huyện giao")
    plans = {plan.assigner: plan for plan in against_plans(income, district, period("2024-Q2"))}
    assert plans["tỉnh giao"].ratio == 50
    assert plans["huyện giao"].ratio == 75


def test_a_corrected_plan_replaces_the_former_one(book: Book) -> None:
    district = book.district()
    income = book.indicator("thu", unit="tỷ đồng")
    book.say("phong-a", income, "2024-Q1", "50")
    for planned in ("100", "200"):
        book.say("huyen", income, "2024", planned, level=Level.PLAN, assigner="tỉnh giao")
    assert [plan.ratio for plan in against_plans(income, district, Q1)] == [25]


def test_the_same_period_is_that_of_the_year_before(book: Book) -> None:
    district = book.district()
    income = book.indicator("thu", unit="tỷ đồng")
    book.say("phong-a", income, "2024-Q1", "113", level=Level.ESTIMATE)
    assert same_period(income, district, Q1) is None
    book.say("phong-a", income, "2023-Q1", "108,76")
    compared = only(same_period(income, district, Q1))
    assert compared.ratio is not None
    assert compared.growth == compared.ratio - 100
    assert rounded(compared.ratio, 1) == Decimal("103.9")
    assert compared.difference == Decimal("4.24")


def test_the_first_days_of_a_quarter_are_not_compared_with_a_whole_one(book: Book) -> None:
    district = book.district()
    income = book.indicator("thu", unit="tỷ đồng")
    book.say("phong-a", income, "2024-Q1", "83", as_of=date(2024, 3, 15))
    book.say("phong-a", income, "2023-Q1", "108,76")
    assert same_period(income, district, Q1) is None
    book.say("phong-a", income, "2023-Q1", "80", as_of=date(2023, 3, 15))
    assert only(same_period(income, district, Q1)).base.value == 80


def test_a_stock_is_compared_with_the_last_one_of_the_period(book: Book) -> None:
    district = book.district()
    herd = book.indicator("dan-trau", Kind.STOCK, "con")
    book.say("phong-a", herd, "2024-Q1", "510", as_of=date(2024, 3, 15))
    book.say("phong-a", herd, "2023-Q1", "500")
    assert only(same_period(herd, district, Q1)).growth == 2


@pytest.mark.parametrize(
    ("code", "before"),
    [("2024-Q1", "2023-Q4"), ("2024-03", "2024-02"), ("2024-06-24..2024-07-08", "2024-06-09..2024-06-23")],
)
def test_the_previous_period_is_the_one_just_before(book: Book, code: str, before: str) -> None:
    district = book.district()
    cases = book.indicator("vu", unit="vụ")
    book.say("phong-a", cases, before, "8")
    book.say("phong-a", cases, code, "6")
    compared = only(previous_period(cases, district, period(code)))
    assert (compared.difference, compared.ratio, compared.growth) == (-2, 75, -25)


def test_the_same_day_of_the_previous_quarter_is_found(book: Book) -> None:
    district = book.district()
    cases = book.indicator("vu", unit="vụ")
    book.say("phong-a", cases, "2023-Q4", "8", as_of=date(2023, 12, 14))
    book.say("phong-a", cases, "2024-Q1", "6", as_of=date(2024, 3, 14))
    assert only(previous_period(cases, district, Q1)).difference == -2


def test_a_base_of_zero_has_a_difference_and_no_ratio(book: Book) -> None:
    district = book.district()
    cases = book.indicator("vu", unit="vụ")
    book.say("phong-a", cases, "2023-Q1", "0")
    book.say("phong-a", cases, "2024-Q1", "2")
    compared = only(same_period(cases, district, Q1))
    assert (compared.ratio, compared.growth, compared.difference) == (None, None, 2)


def test_a_loss_is_no_base_for_a_percentage(book: Book) -> None:
    district = book.district()
    balance = book.indicator("can-doi", unit="tỷ đồng")
    book.say("phong-a", balance, "2023-Q1", "-4")
    book.say("phong-a", balance, "2024-Q1", "2")
    compared = only(same_period(balance, district, Q1))
    assert (compared.ratio, compared.growth, compared.difference) == (None, None, 6)


def test_many_figures_are_compared_at_once_and_forbidden_sums_left_out(
    book: Book, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    district = book.district()
    income, cases = book.indicator("thu", unit="tỷ đồng"), book.indicator("vu", unit="vụ")
    yields, silent = book.indicator("nang-suat", Kind.RATIO, "tạ/ha"), book.indicator("khong-ai-gui")
    for code, value in (("2024-Q1", "5"), ("2023-Q1", "4"), ("2023-Q4", "10")):
        for indicator in (income, cases):
            book.say("phong-a", indicator, code, value)
    for place in ("xa-1", "xa-2"):
        book.say(place, yields, "2024-Q1", "40")
    book.say("huyen", income, "2024", "20", level=Level.PLAN, assigner="tỉnh giao")
    with django_assert_num_queries(15):
        found = compare([income, cases, yields, silent], district, Q1)
    assert set(found) == {"thu", "vu"}
    assert [plan.ratio for plan in found["thu"].plans] == [25]
    assert only(found["vu"].same_period).growth == 25
    assert only(found["vu"].previous_period).ratio == 50


def test_a_merged_commune_is_compared_with_the_sum_of_its_old_ones(book: Book) -> None:
    book.agency("tinh", tier=Tier.PROVINCE)
    merged = date(2025, 7, 1)
    for old in ("xa-cu-1", "xa-cu-2"):
        book.agency(old, under="tinh", until=date(2025, 6, 30))
    new = book.agency("xa-moi", under="tinh", since=merged)
    for old in ("xa-cu-1", "xa-cu-2"):
        book.merge(merged, old, "xa-moi", kind=SuccessionKind.MERGE)
    crop = book.indicator("san-luong", unit="tấn")
    book.say("xa-cu-1", crop, "2024-Q3", "40")
    book.say("xa-cu-2", crop, "2024-Q3", "60")
    book.say("xa-moi", crop, "2025-Q3", "110")
    compared = only(same_period(crop, new, period("2025-Q3")))
    assert compared.base.basis is Basis.RESTATED
    assert (compared.base.value, compared.growth) == (100, 10)
    assert compared.base.label == "tính lại theo đơn vị hành chính ngày 30/09/2025"


def test_what_an_agency_sent_itself_is_added_along_the_year_too(book: Book) -> None:
    district = book.district()
    income = book.indicator("thu", unit="tỷ đồng")
    for code, value in (("2024-Q1", "20"), ("2024-Q2", "30")):
        book.say("huyen", income, code, value)
        book.say("xa-1", income, code, "1")
    book.say("huyen", income, "2024", "100", level=Level.PLAN, assigner="tỉnh giao")
    assert [plan.ratio for plan in against_plans(income, district, period("2024-Q2"))] == [50]


def test_a_rate_is_held_against_the_year_s_plan_as_it_stands(book: Book) -> None:
    district = book.district()
    covered = book.indicator("che-phu", Kind.RATIO, "%")
    book.say("phong-a", covered, "2024-Q2", "63")
    book.say("huyen", covered, "2024", "64", level=Level.PLAN, assigner="tỉnh giao")
    assert [plan.difference for plan in against_plans(covered, district, period("2024-Q2"))] == [-1]


def test_a_year_with_a_gap_is_not_held_against_its_plan(book: Book) -> None:
    district = book.district()
    income = book.indicator("thu", unit="tỷ đồng")
    book.say("phong-a", income, "2024-Q2", "30")
    book.say("huyen", income, "2024", "100", level=Level.PLAN, assigner="tỉnh giao")
    assert against_plans(income, district, period("2024-Q2")) == ()
