from datetime import date

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from kybao.org.descents import rebuild
from kybao.org.errors import BrokenTree
from kybao.org.models import FOREVER, Agency, AgencyState, Descent, Membership, Role, Tier, User
from tests.books import Book

BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)


@pytest.fixture
def country(book: Book) -> Book:
    """A province with a district until 30/6/2025; one commune lives on directly below the province."""
    book.agency("tinh", tier=Tier.PROVINCE)
    book.agency("huyen", under="tinh", tier=Tier.DISTRICT, until=BEFORE)
    book.agency("xa", under="huyen", until=BEFORE)
    book.agency("xa", under="tinh", since=AFTER)
    book.agency("xa-cu", under="huyen", until=BEFORE)
    return book


def keys(agencies: object) -> list[str]:
    return sorted(agency.key for agency in agencies)  # type: ignore[attr-defined]


def place(key: str) -> Agency:
    return Agency.objects.get(key=key)


def test_who_exists_and_who_lies_below_depends_on_the_day(country: Book) -> None:
    assert keys(Agency.objects.on(BEFORE)) == ["huyen", "tinh", "xa", "xa-cu"]
    assert keys(Agency.objects.on(AFTER)) == ["tinh", "xa"]
    assert keys(Agency.objects.below(place("tinh"), BEFORE)) == ["huyen", "xa", "xa-cu"]
    assert keys(Agency.objects.below(place("tinh"), AFTER, itself=True)) == ["tinh", "xa"]
    assert keys(Agency.objects.children(place("tinh"), BEFORE)) == ["huyen"]
    assert keys(Agency.objects.children(place("tinh"), AFTER)) == ["xa"]
    assert keys(Agency.objects.below(place("huyen"), AFTER)) == []


def test_an_agency_bears_the_name_and_code_of_the_day_and_codes_are_used_again(book: Book) -> None:
    for key, name, start, end in (
        ("hoang-dong", "Xã Hoàng Đồng", date(2020, 1, 1), BEFORE),
        ("tam-thanh", "Phường Tam Thanh", AFTER, FOREVER),
    ):
        agency = Agency.objects.create(key=key)
        AgencyState.objects.create(
            agency=agency, official_code="05986", name=name, short_name=name, tier=Tier.COMMUNE,
            valid_from=start, valid_to=end,
        )  # fmt: skip
    rebuild()
    assert [(one.key, one.name, one.official_code) for one in Agency.objects.on(BEFORE)] == [
        ("hoang-dong", "Xã Hoàng Đồng", "05986")
    ]
    assert [(one.key, one.name, one.tier) for one in Agency.objects.on(AFTER)] == [
        ("tam-thanh", "Phường Tam Thanh", "commune")
    ]
    assert place("hoang-dong").name_on(BEFORE) == "Xã Hoàng Đồng"
    with pytest.raises(AgencyState.DoesNotExist):
        place("hoang-dong").state_on(AFTER)


def test_departments_are_no_territories(book: Book) -> None:
    district = book.district(communes=2)
    assert keys(Agency.objects.territories_below(district, AFTER)) == ["xa-1", "xa-2"]
    assert keys(Agency.objects.children(district, AFTER)) == ["phong-a", "phong-b", "xa-1", "xa-2"]


def test_the_tree_of_a_day_takes_one_query(country: Book, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    province = place("tinh")
    with django_assert_num_queries(1):
        assert [one.name for one in Agency.objects.on(BEFORE).below(province, BEFORE)] == ["huyen", "xa", "xa-cu"]


def test_two_states_of_one_agency_never_overlap(country: Book) -> None:
    district = place("huyen")
    overlapping = AgencyState(
        agency=district, name="x", short_name="x", tier=Tier.DISTRICT, valid_from=date(2025, 6, 1)
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        overlapping.save()
    with pytest.raises(IntegrityError), transaction.atomic():
        AgencyState.objects.filter(agency=place("xa"), valid_to=BEFORE).update(valid_to=AFTER)
    AgencyState.objects.filter(agency=district).update(valid_to=date(2025, 5, 31))
    overlapping.save()


@pytest.mark.parametrize(
    "changes",
    [{"valid_to": date(2019, 1, 1)}, {"tier": "gì đó"}, {"parent": "huyen"}],
    ids=str,
)
def test_a_state_that_cannot_be_is_refused(country: Book, changes: dict[str, object]) -> None:
    changed = {name: place("huyen") if name == "parent" else value for name, value in changes.items()}
    with pytest.raises(IntegrityError), transaction.atomic():
        AgencyState.objects.filter(agency=place("huyen")).update(**changed)


def test_a_circle_is_refused(country: Book) -> None:
    AgencyState.objects.filter(agency=place("tinh")).update(parent=place("huyen"), valid_to=BEFORE)
    with pytest.raises(BrokenTree, match="chạy vòng"):
        rebuild()


def test_a_parent_that_is_gone_is_refused(country: Book) -> None:
    AgencyState.objects.filter(agency=place("xa-cu")).update(valid_to=FOREVER)
    with pytest.raises(BrokenTree, match=r"có lúc trong thời gian đó không có đơn vị «huyen»"):
        rebuild()


def test_lines_that_adjoin_in_time_are_one(book: Book) -> None:
    book.agency("tinh", tier=Tier.PROVINCE)
    book.agency("xa", under="tinh", until=date(2023, 12, 31))
    book.agency("xa", under="tinh", since=date(2024, 1, 1))
    lines = Descent.objects.filter(ancestor=place("tinh"), descendant=place("xa"))
    assert list(lines.values_list("valid_from", "valid_to")) == [(date(2020, 1, 1), FOREVER)]


def test_people_see_their_own_agency_and_what_lies_below_and_nothing_beside(country: Book) -> None:
    country.agency("huyen-ben", under="tinh", tier=Tier.DISTRICT, until=BEFORE)
    country.agency("xa-ben", under="huyen-ben", until=BEFORE)
    role = Role.objects.create(code="nhap-lieu", name="nhập liệu")
    clerk, former = User.objects.create(username="can-bo"), User.objects.create(username="da-nghi")
    Membership.objects.create(user=clerk, agency=place("huyen"), role=role, valid_from=date(2020, 1, 1))
    Membership.objects.create(
        user=former, agency=place("tinh"), role=role, valid_from=date(2020, 1, 1), valid_to=date(2021, 1, 1)
    )
    assert keys(Agency.objects.visible_to(clerk, BEFORE)) == ["huyen", "xa", "xa-cu"]
    assert keys(Agency.objects.visible_to(former, BEFORE)) == []
    assert len(Agency.objects.visible_to(country.user)) == 6
