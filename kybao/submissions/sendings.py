"""Submissions (lần gửi): the return of one agency for one form and period, with its state."""

from typing import Self

from django.db import models
from django.db.models import Q

from kybao.figures import Period
from kybao.org.models import Agency, User
from kybao.submissions.forms import Form


class State(models.TextChoices):
    """Where a return is on its way up."""

    ENTERING = "entering", "đang nhập"
    SENT = "sent", "đã gửi, chờ duyệt"
    RETURNED = "returned", "trả lại"
    APPROVED = "approved", "đã duyệt, chờ tổng hợp"
    CONSOLIDATED = "consolidated", "đã tổng hợp"
    DONE = "done", "hoàn thành"


MAY_BE_SENT = frozenset({State.ENTERING, State.RETURNED})
OUT = frozenset({State.SENT, State.APPROVED, State.CONSOLIDATED, State.DONE})


class SubmissionQuerySet(models.QuerySet["Submission"]):
    """Questions about returns."""

    def of_period(self, period: Period) -> Self:
        """Give the returns of one period."""
        return self.filter(period_code=period.code)


class Submission(models.Model):
    """One return. It leads from đang nhập to hoàn thành; each step is a verb of ``workflow``."""

    form = models.ForeignKey(Form, on_delete=models.PROTECT, related_name="submissions")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="submissions")
    period_code = models.CharField(max_length=30)
    state = models.CharField(max_length=15, choices=State.choices, default=State.ENTERING)
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="submissions", null=True, blank=True)
    late = models.BooleanField(default=False)
    reason = models.CharField(max_length=500, blank=True, default="")  # for being late, or for being sent back

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        ordering = ("form", "agency", "period_code")
        constraints = (
            models.UniqueConstraint(fields=("form", "agency", "period_code"), name="one_return_a_period"),
            models.CheckConstraint(condition=Q(state__in=State.values), name="return_state_known"),
            models.CheckConstraint(
                condition=Q(state=State.ENTERING) | Q(sent_at__isnull=False, sent_by__isnull=False),
                name="sent_at_some_time_by_somebody",
            ),
        )

    def __str__(self) -> str:
        return f"{self.agency} · {self.form_id} · {self.period_code}"
