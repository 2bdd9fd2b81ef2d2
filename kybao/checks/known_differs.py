"""A figure that differs from what units reported."""

from collections.abc import Iterator
from decimal import Decimal

from kybao.checks.findings import Check, Finding
from kybao.checks.known import Known, KnownFigure, pairs, same_period
from kybao.checks.verdicts import possible
from kybao.checks.wording import written
from kybao.claims import Amount, Fact, Reading


def compare(reading: Reading, known: Known) -> Iterator[Finding]:
    """Yield levels of the report's own year that rounding does not reconcile with the known figure."""
    for fact, one in pairs(reading, known):
        own = fact.period[:4] == reading.period[:4] or not reading.period
        if own and same_period(fact.period, one.period) and differs(fact, one):
            yield Finding(
                fact.figure.span,
                f"Ghi {written(fact.figure)}, nhưng số liệu đã có của «{one.indicator}» là {one.written()}.",
                claimed=written(fact.figure),
                computed=one.written(),
            )


def differs(fact: Fact, one: KnownFigure) -> bool:
    """Whether the two are the same kind of figure and no value is allowed by both."""
    same_kind = fact.estimate is one.estimate and fact.cumulative is one.cumulative
    return same_kind and not possible(Amount.of(fact.figure)).meets(one.allowed)


CHECK = Check(
    code="K601",
    name="known-differs",
    title="Số liệu khác với số các đơn vị đã báo cáo",
    why="Báo cáo tổng hợp phải khớp với sổ số liệu; sửa ở đâu thì phải sửa từ gốc.",
    wrong="Tổng thu ngân sách quý I/2024 đạt 131 tỷ đồng.",
    right="Tổng thu ngân sách quý I/2024 đạt 113 tỷ đồng.",
    compare=compare,
    known=(KnownFigure("Tổng thu ngân sách", "2024-Q1", Decimal("113.2"), "tỷ đồng"),),
)
