"""People, the roles that they hold at agencies, and since when."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q

from kybao.org.agencies import FOREVER, Agency


class User(AbstractUser):
    """Somebody who signs in. A Vietnamese name is one piece."""

    first_name: Any = None
    last_name: Any = None
    full_name = models.CharField("họ và tên", max_length=150, blank=True)

    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def get_full_name(self) -> str:
        """Give the name, or the account where none is known."""
        return self.full_name or self.username

    def get_short_name(self) -> str:
        """Give the last word of the name, by which people are called."""
        return self.get_full_name().split()[-1]


class Role(models.Model):
    """What somebody is at an agency (nhập liệu, duyệt, tổng hợp, …): rows from ``words/roles.toml``."""

    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=100)

    class Meta:
        ordering = ("code",)

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person holds a role at an agency from one day to another, both included."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="memberships")
    role = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="memberships")
    valid_from = models.DateField()
    valid_to = models.DateField(default=FOREVER)

    class Meta:
        ordering = ("user", "agency", "valid_from")
        constraints = (
            models.UniqueConstraint(fields=("user", "agency", "role", "valid_from"), name="one_role_from_a_day"),
            models.CheckConstraint(condition=Q(valid_from__lte=F("valid_to")), name="role_ends_after_it_begins"),
        )

    def __str__(self) -> str:
        return f"{self.user} · {self.role} · {self.agency}"
