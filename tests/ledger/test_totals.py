from datetime import date
from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries

from kybao.figures import Period
from kybao.ledger.errors import ForbiddenSum
from kybao.ledger.models import Bound, Kind, Level, Scope
from kybao.ledger.totals import along_year, figure, gather, own, parts_total, sum_of, total
from kybao.org.models import Tier
from tests.books import Book, period

Q1 = Period.parse("2024-Q1")


def test_nobody_has_sent_is_not_zero(book: Book) -> None:
    district = book.district()
    cases = book.indicator("vu")
    assert total(cases, district, Q1) is None
    book.say("xa-1", cases, "2024-Q1", "0")
    nothing = total(cases, district, Q1)
    assert nothing is not None
    assert (nothing.value, nothing.sent, nothing.owed) == (0, 1, 3)


def test_a_yield_without_its_terms_is_never_summed_over_communes(book: Book) -> None:
    district = book.district()
    crop = book.indicator("nang-suat", Kind.RATIO, "tạ/ha")
    book.say("xa-1", crop, "2024-Q1", "45")
    with pytest.raises(ForbiddenSum, match=r"là tỷ lệ, không cộng được.*tử số và mẫu số"):
        total(crop, district, Q1)


def test_a_rate_that_one_department_sends_is_the_office_s_own(book: Book) -> None:
    district = book.district()
    covered = book.indicator("che-phu", Kind.RATIO, "%")
    book.say("phong-a", covered, "2024-Q1", "63,5")
    found = total(covered, district, Q1)
    assert found is not None
    assert (found.value, found.sent, found.owed) == (Decimal("63.5"), 1, 1)
    book.say("phong-b", covered, "2024-Q1", "64,0")
    with pytest.raises(ForbiddenSum):
        total(covered, district, Q1)


def test_a_rate_of_a_department_of_another_office_does_not_rise(book: Book) -> None:
    province = book.agency("tinh", tier=Tier.PROVINCE)
    book.district(under="tinh")
    covered = book.indicator("che-phu", Kind.RATIO, "%")
    book.say("phong-a", covered, "2024-Q1", "63,5")
    with pytest.raises(ForbiddenSum):
        total(covered, province, Q1)


def test_an_index_never_adds(book: Book) -> None:
    district = book.district()
    prices = book.indicator("cpi", Kind.INDEX, "%")
    book.say("phong-a", prices, "2024-02", "101,2")
    book.say("phong-a", prices, "2024-01", "100,4")
    single = total(prices, district, period("2024-02"))
    assert single is not None
    assert single.value == Decimal("101.2")
    with pytest.raises(ForbiddenSum, match="chỉ số, không cộng dồn"):
        along_year(prices, district, period("2024-02"))


def test_an_own_entry_and_those_below_are_never_both_counted(book: Book) -> None:
    province = book.agency("tinh", tier=Tier.PROVINCE)
    district = book.district(under="tinh")
    area = book.indicator("dien-tich", Kind.STOCK)
    book.say("huyen", area, "2024-Q1", "1.000")
    book.say("xa-1", area, "2024-Q1", "400")
    book.say("xa-2", area, "2024-Q1", "600")
    above = total(area, province, Q1)
    below = total(area, district, Q1)
    mine = own(area, district, Q1)
    assert above is not None
    assert below is not None
    assert mine is not None
    assert (above.value, above.sent, above.owed) == (1000, 1, 1)
    assert (below.value, below.sent, below.owed) == (1000, 2, 3)
    assert mine.value == 1000
    assert figure(area, district, Q1) == mine


def test_a_district_that_has_not_sent_is_replaced_by_what_its_communes_sent(book: Book) -> None:
    province = book.agency("tinh", tier=Tier.PROVINCE)
    book.district(under="tinh")
    book.agency("huyen-2", under="tinh", tier=Tier.DISTRICT)
    area = book.indicator("dien-tich", Kind.STOCK)
    book.say("xa-1", area, "2024-Q1", "400")
    book.say("huyen-2", area, "2024-Q1", "50")
    found = total(area, province, Q1)
    assert found is not None
    assert (found.value, found.sent, found.owed) == (450, 1, 2)
    assert not found.is_complete


def test_what_the_departments_send_is_the_office_s_own_and_comes_before_its_communes(book: Book) -> None:
    district = book.district()
    visits = book.indicator("luot-kham", unit="lượt")
    book.say("xa-1", visits, "2024-Q1", "70")
    book.say("phong-a", visits, "2024-Q1", "100")
    book.say("phong-b", visits, "2024-Q1", "25")
    found = total(visits, district, Q1)
    assert found is not None
    assert (found.value, found.sent, found.owed) == (125, 2, 2)


def test_the_tree_is_that_of_the_period_s_own_date(book: Book) -> None:
    one = book.agency("huyen-a", tier=Tier.DISTRICT)
    other = book.agency("huyen-b", tier=Tier.DISTRICT)
    book.agency("xa", under="huyen-a", until=date(2024, 6, 30))
    book.agency("xa", under="huyen-b", since=date(2024, 7, 1))
    area = book.indicator("dien-tich", Kind.STOCK)
    book.say("xa", area, "2024-Q2", "10")
    book.say("xa", area, "2024-Q3", "11")
    before, after = period("2024-Q2"), period("2024-Q3")
    assert [total(area, place, time) is not None for place in (one, other) for time in (before, after)] == [
        True, False, False, True,
    ]  # fmt: skip


def test_a_later_cut_off_holds_and_at_the_same_one_what_was_reached(book: Book) -> None:
    district = book.district()
    income = book.indicator("thu", unit="tỷ đồng")
    book.say("xa-1", income, "2024-Q1", "83", as_of=date(2024, 3, 15))
    book.say("xa-1", income, "2024-Q1", "113", level=Level.ESTIMATE)
    newest = total(income, district, Q1)
    assert newest is not None
    assert (newest.value, newest.is_estimate, newest.as_of) == (113, True, date(2024, 3, 31))
    book.say("xa-1", income, "2024-Q1", "112,5")
    reached = total(income, district, Q1)
    assert reached is not None
    assert (reached.value, reached.level) == (Decimal("112.5"), Level.ACTUAL)
    expected = total(income, district, Q1, level=Level.ESTIMATE)
    until_march = total(income, district, Q1, as_of=date(2024, 3, 15))
    assert expected is not None
    assert until_march is not None
    assert (expected.value, until_march.value) == (113, 83)


def test_one_estimate_makes_the_total_an_estimate_and_one_approximate_value_an_approximate_one(book: Book) -> None:
    district = book.district()
    income = book.indicator("thu", unit="tỷ đồng")
    book.say("xa-1", income, "2024-Q1", "10", approx="trên")
    book.say("xa-2", income, "2024-Q1", "20,5", level=Level.ESTIMATE)
    found = total(income, district, Q1)
    assert found is not None
    assert (found.value, found.decimals, found.approx, found.is_estimate) == (Decimal("30.5"), 1, "trên", True)
    book.say("xa-3", income, "2024-Q1", "5", approx="gần")
    mixed = total(income, district, Q1)
    assert mixed is not None
    assert mixed.approx == "khoảng"


def test_ranges_add_at_both_ends_and_bounds_stay_bounds(book: Book) -> None:
    district = book.district()
    visits = book.indicator("khach", unit="lượt khách")
    book.say("xa-1", visits, "2024-Q1", "9", high="10")
    book.say("xa-2", visits, "2024-Q1", "5")
    found = total(visits, district, Q1)
    assert found is not None
    assert (found.value, found.high) == (14, 15)
    book.say("xa-1", visits, "2024-Q1", "9", bound=Bound.AT_LEAST)
    least = total(visits, district, Q1)
    assert least is not None
    assert (least.value, least.high, least.bound) == (14, None, Bound.AT_LEAST)


def test_a_cumulative_entry_holds_along_the_year_and_not_for_the_period(book: Book) -> None:
    district = book.district()
    income = book.indicator("thu", unit="tỷ đồng")
    book.say("xa-1", income, "2024-Q2", "25", scope=Scope.CUMULATIVE)
    assert total(income, district, period("2024-Q2")) is None
    along = along_year(income, district, period("2024-Q2"))
    assert along is not None
    assert (along.value, along.cumulative) == (25, True)


def test_along_the_year_only_the_last_period_is_chosen_anew(book: Book) -> None:
    district = book.district()
    income = book.indicator("thu", unit="tỷ đồng")
    book.say("xa-1", income, "2024-Q1", "20")
    book.say("xa-1", income, "2024-Q2", "12", as_of=date(2024, 6, 14))
    book.say("xa-1", income, "2024-Q2", "30", level=Level.ESTIMATE)
    expected = along_year(income, district, period("2024-Q2"), level=Level.ESTIMATE)
    until_june = along_year(income, district, period("2024-Q2"), as_of=date(2024, 6, 14))
    assert expected is not None
    assert until_june is not None
    assert (expected.value, expected.is_estimate, expected.as_of) == (50, True, date(2024, 6, 30))
    assert (until_june.value, until_june.as_of) == (32, date(2024, 6, 14))


def test_a_gap_in_the_year_leaves_an_agency_out(book: Book) -> None:
    district = book.district()
    income = book.indicator("thu", unit="tỷ đồng")
    book.say("xa-1", income, "2024-01", "1")
    book.say("xa-1", income, "2024-03", "3")
    assert along_year(income, district, period("2024-03")) is None


def test_counts_of_things_are_not_added_along_the_year(book: Book) -> None:
    district = book.district()
    villages = book.indicator("thon-co-dich", Kind.COUNT, "thôn")
    book.say("xa-1", villages, "2024-01", "3")
    book.say("xa-1", villages, "2024-02", "2")
    assert along_year(villages, district, period("2024-02")) is None
    first = along_year(villages, district, period("2024-01"))
    assert first is not None
    assert first.value == 3


def test_a_ratio_over_nothing_is_missing(book: Book) -> None:
    district = book.district()
    done, all_ = book.indicator("xong", unit="đơn"), book.indicator("don", unit="đơn")
    share = book.indicator("ty-le", Kind.RATIO, "%", terms=(done, all_), multiplier="100")
    for indicator in (done, all_):
        book.say("phong-a", indicator, "2024-Q1", "0")
    assert total(share, district, Q1) is None


def test_a_ratio_is_exact_and_shown_with_its_own_decimals(book: Book) -> None:
    district = book.district()
    done, all_ = book.indicator("xong", unit="đơn"), book.indicator("don", unit="đơn")
    share = book.indicator("ty-le", Kind.RATIO, "%", decimals=1, terms=(done, all_), multiplier="100")
    book.say("phong-a", done, "2024-Q1", "42")
    book.say("phong-b", all_, "2024-Q1", "87")
    found = total(share, district, Q1)
    assert found is not None
    assert found.shown == Decimal("48.3")
    assert found.value == Decimal(42) / 87 * 100


def test_hectares_are_not_added_to_tonnes(book: Book) -> None:
    district = book.district()
    parent = book.indicator("trong-trot", unit="ha", parts_add_up=True)
    area = book.indicator("dien-tich", unit="ha", parent=parent)
    crop = book.indicator("san-luong", unit="tấn", parent=parent)
    book.say("xa-1", area, "2024-Q1", "10")
    book.say("xa-1", crop, "2024-Q1", "50")
    with pytest.raises(ForbiddenSum, match="khác đơn vị tính"):
        parts_total(parent, district, Q1)


def test_parts_are_added_in_the_unit_of_the_whole_and_only_when_all_are_there(book: Book) -> None:
    district = book.district()
    income = book.indicator("thu", unit="tỷ đồng", decimals=3, parts_add_up=True)
    taxes = book.indicator("thue", unit="tỷ đồng", parent=income)
    fees = book.indicator("phi", unit="triệu đồng", parent=income)
    book.say("phong-a", taxes, "2024-Q1", "12")
    assert parts_total(income, district, Q1) is None
    book.say("phong-a", fees, "2024-Q1", "1.250")
    found = parts_total(income, district, Q1)
    assert found is not None
    assert (found.value, found.unit, found.indicator) == (Decimal("13.250"), "tỷ đồng", "thu")


def test_a_whole_is_not_added_to_its_parts(book: Book) -> None:
    district = book.district()
    all_ = book.indicator("tong", parts_add_up=True)
    part = book.indicator("phan", parent=all_)
    inner = book.indicator("phan-nho", parent=part)
    with pytest.raises(ForbiddenSum, match="số trước đã gồm số sau"):
        sum_of([all_, inner], district, Q1)


def test_only_parts_of_one_whole_of_one_kind_are_added(book: Book) -> None:
    district = book.district()
    one, other = book.indicator("mot"), book.indicator("hai")
    whole = book.indicator("tong", parts_add_up=True)
    flow = book.indicator("phat-sinh", parent=whole)
    stock = book.indicator("hien-co", Kind.STOCK, parent=whole)
    with pytest.raises(ForbiddenSum, match="không cùng thuộc một chỉ tiêu"):
        sum_of([one, other], district, Q1)
    with pytest.raises(ForbiddenSum, match=r"phát sinh.*hiện có"):
        sum_of([flow, stock], district, Q1)


def test_mere_parts_of_which_are_not_a_total(book: Book) -> None:
    district = book.district()
    whole = book.indicator("tiem-phong", parts_add_up=False)
    book.indicator("tiem-dai", parent=whole)
    with pytest.raises(ForbiddenSum, match="trong đó"):
        parts_total(whole, district, Q1)


def test_a_total_takes_four_queries_however_many_indicators_and_agencies_there_are(
    book: Book, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    district = book.district(communes=6)
    indicators = [book.indicator(f"chi-tieu-{number}") for number in range(5)]
    for place in range(1, 7):
        book.enter(*(book.figure(f"xa-{place}", one, "2024-Q1", "7") for one in indicators))
    with django_assert_num_queries(4):  # entries, who owes, territories below, lines of the tree
        total(indicators[0], district, Q1)
    with django_assert_num_queries(4):
        gathered = gather(indicators, district, Q1)
        assert [found.value for one in indicators if (found := gathered.total(one))] == [42] * 5


def test_a_ratio_of_the_agency_itself_comes_from_its_own_terms(book: Book) -> None:
    district = book.district()
    done, all_ = book.indicator("xong", unit="đơn"), book.indicator("don", unit="đơn")
    share = book.indicator("ty-le", Kind.RATIO, "%", terms=(done, all_), multiplier="100")
    book.say("huyen", done, "2024-Q1", "42")
    book.say("huyen", share, "2024-Q1", "50")
    sent = own(share, district, Q1)
    assert sent is not None
    assert sent.value == 50  # one term is missing: the rate as it was sent
    book.say("huyen", all_, "2024-Q1", "80")
    recomputed = own(share, district, Q1)
    assert recomputed is not None
    assert recomputed.value == Decimal("52.5")


def test_rates_whose_terms_nobody_sent_are_not_summed_either(book: Book) -> None:
    district = book.district()
    area, crop = book.indicator("dien-tich", Kind.STOCK, "ha"), book.indicator("san-luong", unit="tấn")
    yields = book.indicator("nang-suat", Kind.RATIO, "tạ/ha", terms=(crop, area), multiplier="10")
    for place in ("xa-1", "xa-2"):
        book.say(place, yields, "2024-Q1", "45")
    with pytest.raises(ForbiddenSum, match="hãy gửi tử số và mẫu số"):
        total(yields, district, Q1)
