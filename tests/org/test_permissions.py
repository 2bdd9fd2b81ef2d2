from datetime import date
from pathlib import Path

import pytest

import kybao.workflow
from kybao.org.errors import NotAllowed
from kybao.org.models import Agency, Membership, Role, Tier, User
from kybao.org.permissions import matrix, require, require_everywhere, set_up_roles
from tests.books import Book

DAY = date(2024, 3, 31)
VERBS = {verb for verbs in matrix().values() for verb in verbs}


@pytest.fixture
def country(book: Book) -> Book:
    book.agency("tinh", tier=Tier.PROVINCE)
    book.district(under="tinh")
    book.agency("huyen-ben", under="tinh", tier=Tier.DISTRICT)
    set_up_roles()
    return book


def holder(role: str, key: str, until: date = date(9999, 12, 31)) -> User:
    user = User.objects.create(username=f"{role}.{key}")
    Membership.objects.create(
        user=user, role=Role.objects.get(code=role), agency=Agency.objects.get(key=key),
        valid_from=date(2020, 1, 1), valid_to=until,
    )  # fmt: skip
    return user


def may(user: User, verb: str, key: str) -> bool:
    try:
        require(verb, Agency.objects.get(key=key), by=user, day=DAY)
    except NotAllowed:
        return False
    return True


def test_every_verb_of_the_matrix_is_a_file_of_workflow() -> None:
    files = {path.stem for path in Path(kybao.workflow.__path__[0]).glob("*.py")}
    assert files >= VERBS


@pytest.mark.parametrize("verb", sorted(VERBS))
@pytest.mark.parametrize("role", sorted(matrix()))
def test_a_role_may_do_what_the_matrix_says_where_it_says_and_nothing_else(
    country: Book, role: str, verb: str
) -> None:
    allowed = matrix()[role].get(verb, frozenset())
    head, clerk = holder(role, "huyen"), holder(role, "phong-a")
    assert may(head, verb, "huyen") == ("own" in allowed)
    assert may(head, verb, "xa-1") == ("below" in allowed)
    assert may(clerk, verb, "huyen") == ("office" in allowed)
    for outsider in (head, clerk):
        assert not may(outsider, verb, "huyen-ben")
        assert not may(outsider, verb, "tinh")


def test_a_role_that_has_ended_allows_nothing(country: Book) -> None:
    assert not may(holder("tong-hop", "huyen", until=date(2021, 1, 1)), "record_entries", "huyen")


def test_an_account_that_was_switched_off_allows_nothing(country: Book) -> None:
    for user in (country.user, holder("tong-hop", "huyen")):
        user.is_active = False
        user.save()
        assert not may(user, "record_entries", "huyen")
        with pytest.raises(NotAllowed):
            require_everywhere("set_up_catalogue", by=user)


def test_the_refusal_names_account_and_agency(country: Book) -> None:
    with pytest.raises(NotAllowed, match=r"«nhap-lieu.phong-a» không có quyền.*«huyen-ben»"):
        require("record_entries", Agency.objects.get(key="huyen-ben"), by=holder("nhap-lieu", "phong-a"), day=DAY)


def test_only_the_administrator_may_do_what_concerns_everybody(country: Book) -> None:
    require_everywhere("set_up_catalogue", by=country.user)
    with pytest.raises(NotAllowed, match="quản trị hệ thống"):
        require_everywhere("set_up_catalogue", by=holder("quan-tri", "tinh"))
