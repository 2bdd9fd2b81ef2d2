"""Figures are seen from their own agency and from above, as the tree was at the period's end; never from beside."""

from datetime import date

import pytest

from kybao.ledger.models import Entry
from kybao.org.models import Agency, Membership, Role, Tier, User
from tests.books import Book

LAST, FIRST = date(2024, 6, 30), date(2024, 7, 1)


@pytest.fixture
def country(book: Book) -> Book:
    """The commune «xa» moves from the district «cu» to the district «moi» on 1/7/2024."""
    for district in ("cu", "moi"):
        book.agency(district, tier=Tier.DISTRICT)
    book.agency("xa", under="cu", until=LAST)
    book.agency("xa", under="moi", since=FIRST)
    cases = book.indicator("vu", unit="vụ")
    for key, code in (("xa", "2024-Q2"), ("xa", "2024-Q3"), ("cu", "2024-Q2"), ("moi", "2024-Q2")):
        book.say(key, cases, code, "1")
    return book


def seen_by(key: str, until: date = date(9999, 12, 31)) -> list[tuple[str, str]]:
    user = User.objects.create(username=key)
    role = Role.objects.create(code=f"vai-{key}", name="vai")
    Membership.objects.create(
        user=user, role=role, agency=Agency.objects.get(key=key), valid_from=date(2020, 1, 1), valid_to=until
    )
    return sorted(Entry.objects.visible_to(user).values_list("agency__key", "period_code"))


@pytest.mark.parametrize(
    ("key", "seen"),
    [
        ("xa", [("xa", "2024-Q2"), ("xa", "2024-Q3")]),
        ("cu", [("cu", "2024-Q2"), ("xa", "2024-Q2")]),
        ("moi", [("moi", "2024-Q2"), ("xa", "2024-Q3")]),
    ],
)
def test_each_district_sees_a_commune_while_it_was_its_own(
    country: Book, key: str, seen: list[tuple[str, str]]
) -> None:
    assert seen_by(key) == seen


def test_who_has_left_sees_nothing_and_the_administrator_all(country: Book) -> None:
    assert seen_by("cu", until=date(2021, 1, 1)) == []
    assert Entry.objects.visible_to(country.user).count() == 4
