"""Indicators (chỉ tiêu): what is measured, in which unit, by whom, and how it adds up."""

from collections.abc import Collection
from decimal import Decimal
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from kybao.figures import Unit
from kybao.ledger.fields import ExactField
from kybao.ledger.kinds import Kind


class IndicatorQuerySet(models.QuerySet["Indicator"]):
    """Questions about the catalogue."""

    def coded(self, codes: Collection[str]) -> Self:
        """Give the indicators with these codes, each with numerator and denominator."""
        return self.filter(code__in=codes).select_related("numerator", "denominator")

    def parts_of(self, parent: "Indicator") -> Self:
        """Give the indicators that the parent says «trong đó» of, in order."""
        return self.filter(parent=parent)


class Indicator(models.Model):
    """What is measured. The code is its own stable key; the official code stays empty rather than invented."""

    code = models.CharField(max_length=80, unique=True)
    official_code = models.CharField(max_length=20, blank=True, default="")
    order = models.PositiveIntegerField(default=0)  # of the catalogue
    group = models.CharField(max_length=2, blank=True, default="")  # 01 to 20 of the statistics system
    field = models.CharField(max_length=100)  # lĩnh vực
    name = models.CharField(max_length=250)
    wordings: Any = models.JSONField(default=list, blank=True)  # other names, a list of strings
    unit_text = models.CharField(max_length=60)  # as shown: «tỷ đồng»
    unit_base = models.CharField(max_length=60)  # «VND»
    unit_factor = ExactField(default=Decimal(1))  # what one is worth in the base
    decimals = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=1, choices=Kind.choices)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, related_name="parts", null=True, blank=True)
    parts_add_up = models.BooleanField(default=False)  # con cộng đủ
    numerator = models.ForeignKey("self", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    denominator = models.ForeignKey("self", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    multiplier = ExactField(default=Decimal(1))  # numerator / denominator times this, in the shown unit; 100 for %
    price_basis = models.CharField(max_length=40, blank=True, default="")  # giá hiện hành, giá so sánh 2010
    suppliers: Any = models.JSONField(default=list, blank=True)  # keys of the agencies that send it

    objects = IndicatorQuerySet.as_manager()

    class Meta:
        ordering = ("order", "code")
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="indicator_kind_known"),
            models.CheckConstraint(condition=Q(decimals__lte=9), name="indicator_decimals_few"),
            models.CheckConstraint(condition=~Q(unit_text=""), name="indicator_has_a_unit"),
            models.CheckConstraint(condition=~Q(parent=F("id")), name="indicator_not_its_own_part"),
            models.CheckConstraint(
                condition=Q(numerator__isnull=True, denominator__isnull=True)
                | Q(numerator__isnull=False, denominator__isnull=False, kind=Kind.RATIO),
                name="only_a_ratio_has_terms",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def unit(self) -> Unit:
        """The unit that values are kept and shown in."""
        return Unit(self.unit_text, self.unit_base, self.unit_factor)

    @property
    def terms(self) -> tuple["Indicator", "Indicator"] | None:
        """Numerator and denominator of a ratio that can be recomputed."""
        return (self.numerator, self.denominator) if self.numerator and self.denominator else None

    @property
    def is_recomputed(self) -> bool:
        """Whether it is a ratio with numerator and denominator."""
        return self.numerator_id is not None
