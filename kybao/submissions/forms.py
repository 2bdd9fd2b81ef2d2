"""Forms, their rows, and which agency owes which form: dated rows, since tiers and deadlines change."""

from collections.abc import Collection
from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q

from kybao.figures import Period, PeriodKind
from kybao.ledger.models import Indicator
from kybao.org.models import FOREVER, Agency, Descent, holds_on
from kybao.submissions.calendars import calendars, working_days_after

KINDS = [(kind.value, kind.name) for kind in PeriodKind]


class Form(models.Model):
    """What is asked of an agency: a number, a kind of period, a calendar; its version counts changes of its rows."""

    code = models.CharField(max_length=40, unique=True)
    version = models.PositiveSmallIntegerField(default=1)
    name = models.CharField(max_length=250)
    period_kind = models.CharField(max_length=12, choices=KINDS)
    calendar = models.CharField(max_length=40)

    class Meta:
        ordering = ("code",)
        constraints = (models.CheckConstraint(condition=Q(period_kind__in=list(PeriodKind)), name="form_kind_known"),)

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    def closing(self, period: Period) -> date:
        """Give the day until which the figures of the period are counted."""
        return calendars()[self.calendar].closing(period)


class FormRow(models.Model):
    """One indicator of a form, at its place."""

    form = models.ForeignKey(Form, on_delete=models.CASCADE, related_name="rows")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="form_rows")
    order = models.PositiveIntegerField()

    class Meta:
        ordering = ("form", "order")
        constraints = (
            models.UniqueConstraint(fields=("form", "indicator"), name="an_indicator_once_a_form"),
            models.UniqueConstraint(fields=("form", "order"), name="one_row_a_place"),
        )

    def __str__(self) -> str:
        return f"{self.form_id} {self.order}"


class ObligationQuerySet(models.QuerySet["Obligation"]):
    """Questions about who owes what."""

    def due(self, period: Period) -> Self:
        """Give what is owed for a period: forms of its kind, obligations in force on its last day."""
        return self.filter(holds_on(period.end), form__period_kind=period.kind)

    def under(self, agency: Agency, day: date) -> Self:
        """Give what the agency and all below it on the day owe."""
        below = Descent.objects.filter(holds_on(day), ancestor=agency)
        return self.filter(agency__in=below.values("descendant"))

    def naming(self, indicators: Collection[Indicator]) -> Self:
        """Give the obligations for forms that ask for one of the indicators."""
        return self.filter(form__rows__indicator__in=indicators)


class Obligation(models.Model):
    """An agency owes a form, so many working days after the closing date, from one day to another."""

    form = models.ForeignKey(Form, on_delete=models.PROTECT, related_name="obligations")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="obligations")
    working_days = models.PositiveSmallIntegerField()
    valid_from = models.DateField()
    valid_to = models.DateField(default=FOREVER)

    objects = ObligationQuerySet.as_manager()

    class Meta:
        ordering = ("form", "agency")
        constraints = (
            models.UniqueConstraint(fields=("form", "agency", "valid_from"), name="one_obligation_from_a_day"),
            # Nghị định 09/2019/NĐ-CP: at least one working day between closing and sending
            models.CheckConstraint(condition=Q(working_days__gte=1), name="a_working_day_at_least"),
            models.CheckConstraint(condition=Q(valid_from__lte=F("valid_to")), name="obligation_in_order"),
        )

    def __str__(self) -> str:
        return f"{self.agency} · {self.form}"

    def deadline(self, period: Period) -> date:
        """Give the last day on which the return is in time."""
        return working_days_after(self.form.closing(period), self.working_days)
