"""Restating over the change of 1/7/2025: districts abolished, communes merged across their borders, one split."""

from datetime import date
from decimal import Decimal

import pytest

from kybao.ledger.errors import ForbiddenSum
from kybao.ledger.measured import Basis, Total
from kybao.ledger.models import Indicator, Kind
from kybao.ledger.restating import restated
from kybao.ledger.totals import total
from kybao.org.models import Agency, SuccessionKind, Tier
from tests.books import Book, period

LAST, FIRST = date(2025, 6, 30), date(2025, 7, 1)
LATER = date(2025, 9, 30)
BEFORE = period("2025-Q2")


@pytest.fixture
def country(book: Book) -> Book:
    """Two districts: a-1 and a-2 and b-1 become «moi»; b-2 goes to two thirds into «moi», the rest into «khac»."""
    book.agency("tinh", tier=Tier.PROVINCE)
    for district in ("huyen-a", "huyen-b"):
        book.agency(district, under="tinh", tier=Tier.DISTRICT, until=LAST)
    for commune in ("a-1", "a-2", "b-1", "b-2"):
        book.agency(commune, under=f"huyen-{commune[0]}", until=LAST)
    for commune in ("moi", "khac"):
        book.agency(commune, under="tinh", since=FIRST)
    for old in ("a-1", "a-2", "b-1"):
        book.merge(FIRST, old, "moi")
    book.merge(FIRST, "b-2", "moi", "0,6".replace(",", "."), SuccessionKind.SPLIT)
    book.merge(FIRST, "b-2", "khac", "0.4", SuccessionKind.SPLIT)
    return book


def place(key: str) -> Agency:
    return Agency.objects.get(key=key)


def of(indicator: Indicator, key: str) -> Total:
    found = restated(indicator, place(key), BEFORE, day=LATER)
    assert found is not None
    return found


def test_whole_mergers_are_added_exactly_and_labelled(country: Book) -> None:
    crop = country.indicator("san-luong", unit="tấn")
    for commune, value in (("a-1", "10,5"), ("a-2", "20"), ("b-1", "30")):
        country.say(commune, crop, "2025-Q2", value)
    found = of(crop, "moi")
    assert (found.value, found.sent, found.owed) == (Decimal("60.5"), 3, 4)
    assert (found.basis, found.approx, found.is_estimate) == (Basis.RESTATED, "", False)
    assert "tính lại" in found.label


def test_a_part_of_a_split_commune_is_an_estimate(country: Book) -> None:
    crop = country.indicator("san-luong", unit="tấn")
    country.say("b-2", crop, "2025-Q2", "100")
    most, rest = of(crop, "moi"), of(crop, "khac")
    assert (most.value, most.approx, most.is_estimate) == (60, "khoảng", True)
    assert (rest.value, rest.approx) == (40, "khoảng")


def test_a_ratio_is_recomputed_from_the_old_communes(country: Book) -> None:
    poor, all_ = country.indicator("ho-ngheo", Kind.STOCK, "hộ"), country.indicator("ho", Kind.STOCK, "hộ")
    share = country.indicator("ty-le", Kind.RATIO, "%", terms=(poor, all_), multiplier="100")
    for commune, numbers in (("a-1", ("10", "100")), ("a-2", ("90", "300"))):
        country.enter(
            *(country.figure(commune, one, "2025-Q2", n) for one, n in zip((poor, all_), numbers, strict=True))
        )
    assert of(share, "moi").value == 25


@pytest.mark.parametrize("kind", [Kind.COUNT, Kind.INDEX, Kind.RATIO])
def test_counts_indexes_and_bare_rates_cannot_be_restated(country: Book, kind: Kind) -> None:
    thing = country.indicator("mot-so", kind, "xã")
    country.say("a-1", thing, "2025-Q2", "1")
    with pytest.raises(ForbiddenSum):
        restated(thing, place("moi"), BEFORE, day=LATER)


def test_an_agency_that_did_not_change_keeps_its_own_series(country: Book) -> None:
    crop = country.indicator("san-luong", unit="tấn")
    country.say("huyen-a", crop, "2025-Q2", "70")
    country.say("a-1", crop, "2025-Q2", "10")
    reported = total(crop, place("tinh"), BEFORE)
    again = of(crop, "tinh")
    assert reported is not None
    assert (reported.value, again.value) == (70, 70)
    assert (reported.basis, again.basis) == (Basis.AS_REPORTED, Basis.RESTATED)


def test_a_rate_of_an_agency_that_did_not_change_stays_what_its_office_sent(country: Book) -> None:
    country.agency("so", under="tinh", tier=Tier.BODY)
    covered = country.indicator("che-phu", Kind.RATIO, "%")
    country.say("so", covered, "2025-Q2", "63,5")
    assert of(covered, "tinh").value == Decimal("63.5")


def test_what_was_abolished_with_no_successor_named_stayed_with_what_lay_above(book: Book) -> None:
    book.agency("tinh", tier=Tier.PROVINCE)
    book.agency("huyen", under="tinh", tier=Tier.DISTRICT, until=LAST)
    book.agency("tinh-khac", tier=Tier.PROVINCE, until=LAST)
    book.merge(FIRST, "tinh-khac", "tinh")
    crop = book.indicator("san-luong", unit="tấn")
    book.say("huyen", crop, "2025-Q2", "70")
    book.say("tinh-khac", crop, "2025-Q2", "5")
    found = of(crop, "tinh")
    assert (found.value, found.owed) == (75, 2)


def test_parts_of_what_went_whole_go_with_it(book: Book) -> None:
    book.agency("tinh", tier=Tier.PROVINCE)
    book.agency("huyen", under="tinh", tier=Tier.DISTRICT, until=LAST)
    for commune in ("xa-1", "xa-2"):
        book.agency(commune, under="huyen", until=LAST)
    new = book.agency("xa-moi", under="tinh", since=FIRST)
    book.merge(FIRST, "huyen", "xa-moi")
    crop = book.indicator("san-luong", unit="tấn")
    book.say("xa-1", crop, "2025-Q2", "50")
    found = restated(crop, new, BEFORE, day=LATER)
    assert found is not None
    assert (found.value, found.approx) == (50, "")


def test_an_abolished_district_s_own_figure_is_not_given_to_one_of_its_communes(country: Book) -> None:
    crop = country.indicator("san-luong", unit="tấn")
    country.say("huyen-b", crop, "2025-Q2", "70")
    assert restated(crop, place("moi"), BEFORE, day=LATER) is None


def test_a_district_that_went_whole_counts_with_its_own_figure(book: Book) -> None:
    book.agency("tinh", tier=Tier.PROVINCE)
    book.agency("huyen", under="tinh", tier=Tier.DISTRICT, until=LAST)
    book.agency("phong", under="huyen", tier=Tier.BODY, until=LAST)
    for commune in ("xa-1", "xa-2"):
        book.agency(commune, under="huyen", until=LAST)
    new = book.agency("xa-moi", under="tinh", since=FIRST)
    for commune in ("xa-1", "xa-2"):
        book.merge(FIRST, commune, "xa-moi")
    crop = book.indicator("san-luong", unit="tấn")
    book.say("phong", crop, "2025-Q2", "55")
    book.say("xa-1", crop, "2025-Q2", "50")
    found = restated(crop, new, BEFORE, day=LATER)
    assert found is not None
    assert found.value == 55


def test_one_that_took_in_another_is_restated_with_it_and_without_what_it_gave_away(book: Book) -> None:
    book.agency("tinh", tier=Tier.PROVINCE)
    keeper = book.agency("giu", under="tinh")
    other = book.agency("nhan", under="tinh")
    book.agency("mat", under="tinh", until=LAST)
    book.merge(FIRST, "mat", "giu")
    book.merge(FIRST, "giu", "nhan", "0.1", SuccessionKind.TRANSFER)
    crop = book.indicator("san-luong", unit="tấn")
    for key, value in (("giu", "100"), ("mat", "7"), ("nhan", "50")):
        book.say(key, crop, "2025-Q2", value)
    kept = restated(crop, keeper, BEFORE, day=LATER)
    grown = restated(crop, other, BEFORE, day=LATER)
    assert kept is not None
    assert grown is not None
    assert (kept.value, kept.approx) == (97, "khoảng")
    assert (grown.value, grown.approx) == (60, "khoảng")


def test_two_changes_one_after_the_other_are_followed(book: Book) -> None:
    book.agency("tinh", tier=Tier.PROVINCE)
    book.agency("cu", under="tinh", until=date(2023, 12, 31))
    book.agency("giua", under="tinh", since=date(2024, 1, 1), until=LAST)
    new = book.agency("moi", under="tinh", since=FIRST)
    book.merge(date(2024, 1, 1), "cu", "giua")
    book.merge(FIRST, "giua", "moi")
    crop = book.indicator("san-luong", unit="tấn")
    book.say("cu", crop, "2023-Q2", "9")
    found = restated(crop, new, period("2023-Q2"), day=LATER)
    assert found is not None
    assert found.value == 9
