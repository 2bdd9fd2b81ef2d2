"""Agencies (đơn vị) and their dated tree: who existed on a day, under which name, below whom."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Exists, F, FilteredRelation, OuterRef, Q
from django.utils import timezone

FOREVER = date(9999, 12, 31)  # the last day of what has not ended: no nullable column in a unique key


class Tier(models.TextChoices):
    """Which tier an agency belongs to."""

    PROVINCE = "province", "tỉnh"
    DISTRICT = "district", "huyện"  # district, town or city of a province: until 30/6/2025
    COMMUNE = "commune", "xã"  # commune, ward (phường) or town (thị trấn)
    BODY = "body", "cơ quan"  # a department or other body: it speaks for the agency that it belongs to


TERRITORIAL = frozenset({Tier.PROVINCE, Tier.DISTRICT, Tier.COMMUNE})


class SuccessionKind(models.TextChoices):
    """How one agency follows another."""

    MERGE = "merge", "sáp nhập"
    SPLIT = "split", "chia tách"
    TRANSFER = "transfer", "chuyển một phần"


def holds_on(day: date, prefix: str = "") -> Q:
    """Give the condition that a dated row holds on the day."""
    return Q(**{f"{prefix}valid_from__lte": day, f"{prefix}valid_to__gte": day})


class AgencyQuerySet(models.QuerySet["Agency"]):
    """Questions about the tree; each answers for one day."""

    def on(self, day: date) -> Self:
        """Give the agencies that exist on the day, with ``name``, ``short_name``, ``tier``, … of that day."""
        of_day = FilteredRelation("states", condition=holds_on(day, "states__"))
        named = self.annotate(state=of_day).filter(state__isnull=False)
        return named.annotate(
            name=F("state__name"),
            short_name=F("state__short_name"),
            tier=F("state__tier"),
            official_code=F("state__official_code"),
            parent_id=F("state__parent_id"),
        )

    def below(self, agency: "Agency", day: date, *, itself: bool = False) -> Self:
        """Give all agencies below one on the day, and it too with ``itself``."""
        lines = Descent.objects.filter(holds_on(day), ancestor=agency, depth__gte=0 if itself else 1)
        return self.filter(pk__in=lines.values("descendant"))

    def children(self, agency: "Agency", day: date) -> Self:
        """Give the agencies directly below one on the day."""
        lines = Descent.objects.filter(holds_on(day), ancestor=agency, depth=1)
        return self.filter(pk__in=lines.values("descendant"))

    def territories_below(self, agency: "Agency", day: date) -> Self:
        """Give the agencies directly below one that are no departments of it."""
        return self.children(agency, day).filter(holds_on(day, "states__"), states__tier__in=TERRITORIAL)

    def visible_to(self, user: models.Model, day: date | None = None) -> Self:
        """Give what the user may see on the day's tree: the own agencies and what lies below them, nothing beside."""
        if getattr(user, "is_superuser", False):
            return self.all()
        today = timezone.localdate()
        own = Exists(
            Descent.objects.filter(
                holds_on(day or today),
                holds_on(today, "ancestor__memberships__"),
                descendant=OuterRef("pk"),
                ancestor__memberships__user=user.pk,
            )
        )
        return self.filter(own)


class Agency(models.Model):
    """Who reports. It has only its own key; code, name, tier and parent carry dates (``AgencyState``)."""

    key = models.CharField(max_length=80, unique=True)  # tp-lang-son.mai-pha

    name: str  # these five are there after ``Agency.objects.on(day)``
    short_name: str
    tier: str
    official_code: str
    parent_id: int | None

    objects = AgencyQuerySet.as_manager()

    class Meta:
        ordering = ("key",)

    def __str__(self) -> str:
        return self.key

    def state_on(self, day: date) -> "AgencyState":
        """Give what the agency was on the day; raises AgencyState.DoesNotExist where it did not exist."""
        return self.states.get(holds_on(day))

    def name_on(self, day: date) -> str:
        """Give the name that the agency bore on the day."""
        return self.state_on(day).name


class AgencyState(models.Model):
    """What an agency was from one day to another, both included. Two states of one agency never overlap (trigger)."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="states")
    valid_from = models.DateField()
    valid_to = models.DateField(default=FOREVER)
    official_code = models.CharField(max_length=20, blank=True, default="")
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=100)
    tier = models.CharField(max_length=20, choices=Tier.choices)
    parent = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="child_states", null=True, blank=True)
    act = models.CharField(max_length=200, blank=True, default="")  # căn cứ

    class Meta:
        ordering = ("agency", "valid_from")
        constraints = (
            models.UniqueConstraint(fields=("agency", "valid_from"), name="one_state_from_a_day"),
            models.CheckConstraint(condition=Q(valid_from__lte=F("valid_to")), name="state_ends_after_it_begins"),
            models.CheckConstraint(condition=Q(tier__in=Tier.values), name="state_tier_known"),
            models.CheckConstraint(condition=~Q(parent=F("agency")), name="state_not_its_own_parent"),
        )
        indexes = (models.Index(fields=("valid_from", "valid_to")),)

    def __str__(self) -> str:
        return f"{self.name} ({self.valid_from:%d/%m/%Y})"


class Descent(models.Model):
    """One line of the closure table: who lies how far below whom, from one day to another, both included.

    It is derived from the states and rebuilt with them. A total joins it once with «holds on the day», in the
    same plain SQL on SQLite and PostgreSQL, whatever the depth of the tree; a recursive query would have to be
    written for each of them and run again for every total. The tree changes a few times a year and is read
    at every page; the table holds about as many rows as agencies times levels.
    """

    ancestor = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="lines_down")
    descendant = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="lines_up")
    depth = models.PositiveSmallIntegerField()
    valid_from = models.DateField()
    valid_to = models.DateField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("ancestor", "descendant", "depth", "valid_from"), name="one_line_from_a_day"
            ),
        )
        indexes = (models.Index(fields=("descendant", "valid_from")),)

    def __str__(self) -> str:
        return f"{self.ancestor_id} > {self.descendant_id} ({self.depth})"


class Succession(models.Model):
    """One agency goes, wholly or with a part, into another (sáp nhập, chia tách, chuyển)."""

    WHOLE = 1_000_000

    day = models.DateField()  # from this day on the new one answers
    kind = models.CharField(max_length=20, choices=SuccessionKind.choices)
    old = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="successors")
    new = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="predecessors")
    millionths = models.PositiveIntegerField(default=WHOLE)  # how much of the old one; an integer keeps its digits
    act = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        ordering = ("day", "old", "new")
        constraints = (
            models.UniqueConstraint(fields=("day", "old", "new"), name="one_succession_a_day"),
            models.CheckConstraint(condition=Q(millionths__gt=0, millionths__lte=1_000_000), name="part_of_a_whole"),
            models.CheckConstraint(condition=~Q(old=F("new")), name="succeeded_by_another"),
            models.CheckConstraint(condition=Q(kind__in=SuccessionKind.values), name="succession_kind_known"),
        )

    def __str__(self) -> str:
        return f"{self.old_id} → {self.new_id} ({self.day:%d/%m/%Y})"
