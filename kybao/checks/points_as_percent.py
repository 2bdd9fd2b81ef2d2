"""The difference of two percentages that is worded as «%» instead of «điểm %»."""

from collections.abc import Iterator
from decimal import Decimal

from kybao.checks.findings import Check, Finding, Severity
from kybao.checks.wording import like, written
from kybao.claims import Change, Comparison, Reading


def find(reading: Reading) -> Iterator[Finding]:
    """Yield «tăng từ 60% lên 65%, tăng 5%»: 5 is the difference in points, the growth is 8,3%."""
    for change in reading.changes:
        if _is_difference_of_rates(change):
            points = change.now.value - change.before.value
            span = change.by.figure.span
            yield Finding(
                span,
                f"Từ {written(change.before.figure)} đến {written(change.now.figure)} là {_verb(points)} "
                f"{like(abs(points), change.by).removesuffix('%')} điểm %, không phải {written(change.by.figure)}.",
                claimed=written(change.by.figure),
                computed=f"{like(abs(points), change.by).removesuffix('%')} điểm %",
                related=(change.now.figure.span, change.before.figure.span),
            )


def _is_difference_of_rates(change: Change) -> bool:
    rates = change.now.figure.unit.base == change.before.figure.unit.base == change.by.figure.unit.base == "%"
    points = (change.now.value - change.before.value) * change.sign
    return rates and change.comparison is not Comparison.RATIO and points == change.by.value


def _verb(points: Decimal) -> str:
    return "tăng" if points >= 0 else "giảm"


CHECK = Check(
    code="R108",
    name="points-as-percent",
    title="Chênh lệch giữa hai tỷ lệ phải ghi «điểm %»",
    why="Từ 60% lên 65% là tăng 5 điểm %, còn tăng 5% của 60% là lên 63%.",
    wrong="Tỷ lệ lao động qua đào tạo từ 60% tăng lên 65%, tăng 5%.",
    right="Tỷ lệ lao động qua đào tạo từ 60% tăng lên 65%, tăng 5 điểm %.",
    find=find,
    severity=Severity.INFO,
)
