"""Any figures on a tree: the total is what a person would add by walking down it, however the parts are cut."""

from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kybao.figures import write_number
from kybao.ledger.models import Indicator, Kind
from kybao.ledger.seals import faults
from kybao.ledger.totals import along_year, total
from kybao.org.models import Agency, Tier
from tests.books import Book, period

AMOUNTS = st.decimals(min_value=-(10**6), max_value=10**9, places=2)
DISTRICTS = {"huyen-1": ("a-1", "a-2", "a-3"), "huyen-2": ("b-1", "b-2")}
OFFICES = {"phong-1": "huyen-1", "phong-tinh": "tinh"}
SENDERS = [*DISTRICTS, *(place for below in DISTRICTS.values() for place in below), *OFFICES]


@pytest.fixture
def province(book: Book) -> Agency:
    province = book.agency("tinh", tier=Tier.PROVINCE)
    for district, communes in DISTRICTS.items():
        book.agency(district, under="tinh", tier=Tier.DISTRICT)
        for commune in communes:
            book.agency(commune, under=district)
    for office, place in OFFICES.items():
        book.agency(office, under=place, tier=Tier.BODY)
    book.indicator("thu", Kind.FLOW, "tỷ đồng")
    return province


def by_walking(sent: dict[str, Decimal]) -> Decimal | None:
    """The office's own word, else each district's own, else its office's, else its communes'."""
    if "phong-tinh" in sent:
        return sent["phong-tinh"]
    parts = []
    for district, communes in DISTRICTS.items():
        offices = [office for office, place in OFFICES.items() if place == district]
        for speakers in ([district], offices, communes):
            if spoken := [sent[one] for one in speakers if one in sent]:
                parts += spoken
                break
    return sum(parts, Decimal(0)) if parts else None


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sent=st.dictionaries(st.sampled_from(SENDERS), AMOUNTS))
def test_a_total_is_what_walking_down_the_tree_adds(book: Book, province: Agency, sent: dict[str, Decimal]) -> None:
    income = Indicator.objects.get(code="thu")
    with transaction.atomic():
        book.enter(*(book.figure(key, income, "2024-Q1", write_number(value)) for key, value in sent.items()))
        found = total(income, province, period("2024-Q1"))
        assert (found.value if found else None) == by_walking(sent)
        assert found is None or found.sent <= found.owed
        assert not list(faults())
        transaction.set_rollback(True)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(AMOUNTS, min_size=3, max_size=3), months=st.lists(AMOUNTS, min_size=3, max_size=3))
def test_a_sum_does_not_depend_on_who_adds_it(
    book: Book, province: Agency, parts: list[Decimal], months: list[Decimal]
) -> None:
    """What three communes sent for three months gives one total, by commune first or by month first."""
    income = Indicator.objects.get(code="thu")
    with transaction.atomic():
        for place, part in zip(DISTRICTS["huyen-1"], parts, strict=True):
            for number, month in enumerate(months, start=1):
                book.enter(book.figure(place, income, f"2024-0{number}", write_number(part + month)))
        quarter = along_year(income, province, period("2024-03"))
        by_month = [total(income, province, period(f"2024-0{number}")) for number in (1, 2, 3)]
        assert quarter is not None
        assert quarter.value == sum(one.value for one in by_month if one) == 3 * (sum(parts) + sum(months))
        transaction.set_rollback(True)
