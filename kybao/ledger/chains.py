"""Chains: the entries of one agency and period, each sealed together with the one before it."""

from django.db import models
from django.db.models import Q

from kybao.org.models import Agency, User

NOTHING = ""  # the head of an empty chain


class Chain(models.Model):
    """The head and the length of one chain; locked while entries are added, so that writers take turns."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="chains")
    period_code = models.CharField(max_length=30)
    length = models.PositiveIntegerField(default=0)
    head = models.CharField(max_length=64, blank=True, default=NOTHING)

    class Meta:
        ordering = ("agency", "period_code")
        constraints = (
            models.UniqueConstraint(fields=("agency", "period_code"), name="one_chain_a_period"),
            models.CheckConstraint(condition=Q(length=0, head="") | (Q(length__gt=0) & ~Q(head="")), name="head_of"),
        )

    def __str__(self) -> str:
        return f"{self.agency} · {self.period_code}"


class Closing(models.Model):
    """The record that a period was closed for an agency: how long its chain was then, and its head."""

    chain = models.ForeignKey(Chain, on_delete=models.PROTECT, related_name="closings")
    length = models.PositiveIntegerField()
    head = models.CharField(max_length=64, blank=True)
    closed_at = models.DateTimeField()
    closed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="closings")

    class Meta:
        ordering = ("chain", "pk")
        constraints = (models.UniqueConstraint(fields=("chain", "length"), name="closed_once_at_a_length"),)

    def __str__(self) -> str:
        return f"{self.chain} ({self.length})"
