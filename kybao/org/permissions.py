"""Who may do what where: the matrix of ``words/roles.toml`` over roles with dates and the dated tree."""

import tomllib
from collections.abc import Collection
from datetime import date
from functools import cache
from pathlib import Path

from django.db.models import Q
from django.utils import timezone

from kybao.org.errors import NotAllowed
from kybao.org.models import TERRITORIAL, Agency, AgencyState, Descent, Role, User, holds_on

WORDS = Path(__file__).with_name("words") / "roles.toml"
OWN, BELOW, OFFICE = "own", "below", "office"


@cache
def matrix() -> dict[str, dict[str, frozenset[str]]]:
    """Give, by role, the verbs and where each may be done."""
    roles = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    return {
        code: {verb: frozenset(places) for verb, places in role.items() if verb != "name"}
        for code, role in roles.items()
    }


def set_up_roles() -> None:
    """Bring the table of roles in line with the matrix."""
    for code, role in tomllib.loads(WORDS.read_text(encoding="utf-8")).items():
        Role.objects.update_or_create(code=code, defaults={"name": role["name"]})


def require(verb: str, agency: Agency, *, by: User, day: date | None = None) -> None:
    """Raise NotAllowed, with a sentence, unless the person may do this to the agency (on the day's tree)."""
    require_all(verb, [agency], by=by, day=day)


def require_all(verb: str, agencies: Collection[Agency], *, by: User, day: date | None = None) -> None:
    """Raise NotAllowed for the first of the agencies to which the person may not do this."""
    if by.is_superuser and by.is_active:
        return
    allowed = _within_reach(verb, by, day or timezone.localdate()) if by.is_active else set()
    for agency in agencies:
        if agency.pk not in allowed:
            raise NotAllowed(f"Tài khoản «{by.username}» không có quyền làm việc này tại đơn vị «{agency.key}».")


def require_everywhere(verb: str, *, by: User) -> None:
    """Raise NotAllowed unless the person may do this to the whole system: that is the administrator's."""
    if not (by.is_superuser and by.is_active):
        raise NotAllowed(f"Tài khoản «{by.username}» không có quyền «{verb}»; việc này cần quyền quản trị hệ thống.")


def _within_reach(verb: str, user: User, day: date) -> set[int]:
    """Give the agencies to which the person's roles of today let them do the verb."""
    held: dict[str, set[int]] = {OWN: set(), BELOW: set(), OFFICE: set()}
    for role, agency in user.memberships.filter(holds_on(timezone.localdate())).values_list("role__code", "agency"):
        for place in matrix().get(role, {}).get(verb, ()):
            held[place].add(agency)
    below = Descent.objects.filter(holds_on(day), ancestor__in=held[BELOW], depth__gt=0)
    offices = AgencyState.objects.filter(holds_on(day), ~Q(tier__in=TERRITORIAL), agency__in=held[OFFICE])
    reached = held[OWN] | set(below.values_list("descendant", flat=True))
    return reached | {parent for parent in offices.values_list("parent", flat=True) if parent is not None}
