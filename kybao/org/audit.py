"""The audit log: who did what, when. Lines are only ever added; the database refuses the rest."""

from typing import Any

from django.db import models

from kybao.org.people import User


class AuditLine(models.Model):
    """One deed of one person."""

    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="audit_lines")
    verb = models.CharField(max_length=60)  # the file in ``workflow``
    what = models.CharField(max_length=500)  # one Vietnamese sentence
    about = models.CharField(max_length=120, blank=True, default="")  # "submission:12", "chain:tp-lang-son:2024-Q1"
    details: Any = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ("-pk",)
        indexes = (models.Index(fields=("about",)),)

    def __str__(self) -> str:
        return f"{self.at:%d/%m/%Y %H:%M} {self.by}: {self.what}"


def note(verb: str, what: str, *, by: User, about: str = "", **details: object) -> AuditLine:
    """Write down a deed, within the transaction of the deed itself."""
    return AuditLine.objects.create(by=by, verb=verb, what=what[:500], about=about, details=details)
