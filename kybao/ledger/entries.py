"""Entries (dòng số liệu): one figure each, only ever added; a correction is a new version that supersedes one."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Protocol, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from kybao.figures import Period
from kybao.ledger.chains import Chain
from kybao.ledger.indicators import Indicator
from kybao.ledger.kinds import Bound, Level, Scope, SourceKind
from kybao.org.models import Agency, Descent, User, holds_on

LARGEST = 10**17  # beyond it sums of entries could leave 64 bits
KEY = ("agency", "indicator", "period_code", "level", "assigner", "scope", "as_of")


class Keyed(Protocol):
    """A figure that knows which one it is."""

    @property
    def key(self) -> tuple[object, ...]:
        """Agency, indicator, period, level, assigner, scope and cut-off."""


class EntryQuerySet(models.QuerySet["Entry"]):
    """Questions about figures."""

    def current(self) -> Self:
        """Give what holds now: versions that none supersedes and that were not withdrawn."""
        return self.filter(superseded_by__isnull=True, withdrawn=False)

    def history(self, entry: "Entry") -> Self:
        """Give all versions of the figure that the entry is one of, the newest first."""
        return self.filter(**{name: getattr(entry, name) for name in KEY}).order_by("-version")

    def keyed(self, figures: Iterable[Keyed]) -> dict[tuple[object, ...], "Entry"]:
        """Give, by key, what the ledger holds of some figures."""
        wanted = {figure.key for figure in figures}
        rows = self.filter(agency__in={key[0] for key in wanted}, indicator__in={key[1] for key in wanted})
        return {row.key: row for row in rows if row.key in wanted}

    def under(self, agency: Agency, day: date) -> Self:
        """Give the entries of an agency and of all below it on the day."""
        dated = holds_on(day, "agency__lines_up__")
        return self.filter(dated, agency__lines_up__ancestor=agency)

    def visible_to(self, user: User) -> Self:
        """Give what the user may see: figures of the own agencies and of what lay below them at the period's end."""
        if user.is_superuser:
            return self.all()
        above = Descent.objects.filter(
            holds_on(timezone.localdate(), "ancestor__memberships__"),
            ancestor__memberships__user=user,
            descendant=OuterRef("agency"),
            valid_from__lte=OuterRef("period_end"),
            valid_to__gte=OuterRef("period_end"),
        )
        return self.filter(Exists(above))

    def reached(self) -> Self:
        """Give what was reached or is expected to be: no plans."""
        return self.exclude(level=Level.PLAN)

    def planned(self) -> Self:
        """Give the plans."""
        return self.filter(level=Level.PLAN)

    def of_year_until(self, period: Period) -> Self:
        """Give the entries of the period and of all times of its year before its end."""
        within = Q(period_start__gte=period.since_new_year().start, period_end__lte=period.end)
        return self.filter(within | Q(period_start=period.start, period_end=period.end))


class Entry(models.Model):
    """How much of what, whose, when, at which level, and where it came from.

    The value is ``number`` with its last ``decimals`` digits behind the comma, in the indicator's own unit: an
    integer keeps all digits in every database. ``KEY`` says which figure it is; ``version`` counts its corrections.
    """

    chain = models.ForeignKey(Chain, on_delete=models.PROTECT, related_name="entries")
    position = models.PositiveIntegerField()  # in its chain, from 1

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="entries")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="entries")
    period_code = models.CharField(max_length=30)
    period_start = models.DateField()
    period_end = models.DateField()
    as_of = models.DateField()  # ngày chốt: until when this value is counted
    level = models.CharField(max_length=10, choices=Level.choices)
    assigner = models.CharField(
        max_length=80, blank=True, default=""
    )  # of a plan: «tỉnh giao»; else empty, never NULL
    scope = models.CharField(max_length=12, choices=Scope.choices)
    version = models.PositiveIntegerField(default=1)
    supersedes = models.OneToOneField(
        "self", on_delete=models.PROTECT, related_name="superseded_by", null=True, blank=True
    )

    withdrawn = models.BooleanField(default=False)  # a version without a value: the figure was taken back
    number = models.BigIntegerField(null=True, blank=True)
    decimals = models.PositiveSmallIntegerField(default=0)
    high_number = models.BigIntegerField(null=True, blank=True)  # the upper end of «9 - 10»
    bound = models.CharField(max_length=10, choices=Bound.choices, blank=True, default="")
    qualifier = models.CharField(max_length=40, blank=True, default="")  # trên, khoảng, gần
    written = models.CharField(max_length=120, blank=True, default="")  # number and unit as they were written
    called = models.CharField(max_length=60, blank=True, default="")  # what a plan is called: dự toán, chỉ tiêu
    decision = models.CharField(max_length=250, blank=True, default="")  # the document that set a plan

    source_kind = models.CharField(max_length=10, choices=SourceKind.choices)
    source = models.CharField(max_length=250)  # form and sender, workbook and cell, document
    source_start = models.PositiveIntegerField(null=True, blank=True)  # characters a..b of a document
    source_end = models.PositiveIntegerField(null=True, blank=True)
    source_digest = models.CharField(max_length=64, blank=True, default="")  # SHA-256 of the file
    derived = models.BooleanField(default=False)
    derivation = models.CharField(max_length=250, blank=True, default="")  # suy ra từ
    note = models.CharField(max_length=500, blank=True, default="")

    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="entries")
    previous_hash = models.CharField(max_length=64, blank=True, default="")
    hash = models.CharField(max_length=64, unique=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        ordering = ("chain", "position")
        constraints = (
            models.UniqueConstraint(fields=(*KEY, "version"), name="one_entry_a_version"),
            models.UniqueConstraint(fields=("chain", "position"), name="one_entry_a_position"),
            models.CheckConstraint(condition=Q(position__gte=1, version__gte=1), name="entry_counted_from_one"),
            models.CheckConstraint(
                condition=Q(version=1, supersedes__isnull=True) | Q(version__gt=1, supersedes__isnull=False),
                name="a_later_version_supersedes",
            ),
            models.CheckConstraint(condition=Q(period_start__lte=F("period_end")), name="entry_period_in_order"),
            models.CheckConstraint(condition=Q(level__in=Level.values), name="entry_level_known"),
            models.CheckConstraint(condition=Q(scope__in=Scope.values), name="entry_scope_known"),
            models.CheckConstraint(condition=Q(bound__in=Bound.values), name="entry_bound_known"),
            models.CheckConstraint(condition=Q(source_kind__in=SourceKind.values), name="entry_source_known"),
            models.CheckConstraint(
                condition=(Q(level=Level.PLAN) & ~Q(assigner="")) | (~Q(level=Level.PLAN) & Q(assigner="")),
                name="a_plan_has_its_assigner",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn=True, number__isnull=True, high_number__isnull=True)
                | Q(withdrawn=False, number__isnull=False, number__gte=-LARGEST, number__lte=LARGEST),
                name="entry_value_in_range",
            ),
            models.CheckConstraint(condition=Q(decimals__lte=9), name="entry_decimals_few"),
            models.CheckConstraint(
                condition=Q(high_number__isnull=True) | Q(high_number__gt=F("number"), high_number__lte=LARGEST),
                name="entry_range_in_order",
            ),
            models.CheckConstraint(
                condition=Q(source_start__isnull=True, source_end__isnull=True)
                | Q(source_start__isnull=False, source_end__isnull=False, source_end__gt=F("source_start")),
                name="entry_place_in_order",
            ),
            models.CheckConstraint(
                condition=~Q(source_kind=SourceKind.DOCUMENT) | Q(source_start__isnull=False),
                name="a_document_has_a_place",
            ),
            models.CheckConstraint(condition=~Q(source=""), name="entry_has_a_source"),
        )
        indexes = (
            models.Index(fields=("indicator", "period_code", "agency")),
            models.Index(fields=("agency", "period_end")),
        )

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.period_code} {self.level} v{self.version}"

    @property
    def key(self) -> tuple[object, ...]:
        """Which figure it is a version of."""
        return (self.agency_id, self.indicator_id, self.period_code, str(self.level), self.assigner,
                str(self.scope), self.as_of)  # fmt: skip

    @property
    def value(self) -> Decimal:
        """The value in the indicator's unit, with the digits shown."""
        return Decimal(self.number or 0).scaleb(-self.decimals)
