"""The workbooks that were taken in, each kept as it came: a later one supersedes the former and erases nothing."""

from typing import Any, Self

from django.db import models

from kybao.figures import Period
from kybao.org.models import Agency, Descent, User, holds_on
from kybao.submissions.form_lists import FormList
from kybao.submissions.sendings import Submission


class ReturnFileQuerySet(models.QuerySet["ReturnFile"]):
    """Questions about workbooks."""

    def current(self) -> Self:
        """Give the newest workbook of each return."""
        newer = ReturnFile.objects.filter(
            submission=models.OuterRef("submission"), number__gt=models.OuterRef("number")
        )
        return self.filter(~models.Exists(newer))

    def under(self, agency: Agency, period: Period) -> Self:
        """Give the workbooks of a period from an agency and all below it."""
        lines = Descent.objects.filter(holds_on(period.end), ancestor=agency).values("descendant")
        return self.filter(submission__period_code=period.code, submission__agency__in=lines)


class ReturnFile(models.Model):
    """One workbook of a return."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="files")
    number = models.PositiveIntegerField()  # of the files of the return, from 1
    name = models.CharField(max_length=255)
    digest = models.CharField(max_length=64)  # SHA-256
    content = models.BinaryField()
    note = models.CharField(max_length=500, blank=True, default="")  # with which questions were answered
    lists: Any = models.JSONField(default=dict, blank=True)  # by code of the list: its lines
    loaded_at = models.DateTimeField(auto_now_add=True)
    loaded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="return_files")

    objects = ReturnFileQuerySet.as_manager()

    class Meta:
        ordering = ("submission", "number")
        constraints = (
            models.UniqueConstraint(fields=("submission", "number"), name="one_file_a_number"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="files_counted_from_one"),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.number})"


def submitted_lists(agency: Agency, period: Period) -> dict[str, list[str]]:
    """Give what the first column of each list says, over all returns of a period below an agency."""
    names: dict[str, list[str]] = {}
    files = ReturnFile.objects.current().under(agency, period).values_list("submission__form", "lists")
    listed = {(one.form_id, one.code): one for one in FormList.objects.all()}
    for form, lists in files:
        for code, lines in lists.items():
            if (form, code) in listed:
                names.setdefault(code, []).extend(listed[form, code].names(lines))
    return names
