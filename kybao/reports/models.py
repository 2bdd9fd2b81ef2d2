"""The door of the room: reports and their drafts."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from kybao.figures import Period
from kybao.office.manifests import Manifest
from kybao.org.models import Agency, User


class ReportQuerySet(models.QuerySet["Report"]):
    """Questions about reports."""

    def visible_to(self, user: User) -> Self:
        """Give the reports of the agencies that the user may see."""
        return self.filter(agency__in=Agency.objects.visible_to(user))


class Report(models.Model):
    """The report of one agency for one period; its drafts carry the contents."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="reports")
    period_code = models.CharField(max_length=30)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ("agency", "period_code")
        constraints = (models.UniqueConstraint(fields=("agency", "period_code"), name="one_report_a_period"),)

    def __str__(self) -> str:
        return f"{self.agency_id} {self.period_code}"

    @property
    def period(self) -> Period:
        """The period of the report."""
        return Period.parse(self.period_code)


class Draft(models.Model):
    """One version of a report: which figures were written into it. Drafts are only ever added (trigger)."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="drafts")
    version = models.PositiveIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="drafts")
    figures: Any = models.JSONField(default=list)  # the rows of the manifest, in the order of the page
    missing: Any = models.JSONField(default=list)  # sentences: what the ledger did not have
    digest = models.CharField(max_length=64, blank=True, default="")  # SHA-256 of the file that was written

    class Meta:
        ordering = ("report", "version")
        constraints = (
            models.UniqueConstraint(fields=("report", "version"), name="one_draft_a_version"),
            models.CheckConstraint(condition=Q(version__gte=1), name="draft_counted_from_one"),
        )

    def __str__(self) -> str:
        return f"{self.report_id} v{self.version}"

    @property
    def manifest(self) -> Manifest:
        """The figures that the draft holds, as they were printed."""
        return Manifest.from_rows(self.figures)
