"""Two percentages of one indicator that imply two different plans."""

from collections.abc import Iterator
from decimal import Decimal

from kybao.checks.findings import Check, Finding, Severity
from kybao.checks.verdicts import HUNDRED, possible
from kybao.checks.wording import like, written
from kybao.claims import Amount, Comparison, Fact, Reading
from kybao.figures import Interval, Shape

Key = tuple[str, str, str, str, str]


def find(reading: Reading) -> Iterator[Finding]:
    """Yield the second of two shares of a year's plan where both cannot be shares of one plan."""
    first: dict[Key, tuple[Fact, Fact, Interval]] = {}
    for fact in reading.facts:
        level = reading.facts[fact.of] if fact.of is not None else None
        if level is None or not _is_share_of_plan(fact, level):
            continue
        plan = possible(Amount.of(level.figure)) / possible(Amount.of(fact.figure)) * HUNDRED
        year = level.period.removeprefix("asof:")[:4]
        key = (level.indicator.lower(), level.agency, fact.basis, level.figure.unit.base, year)
        earlier = first.setdefault(key, (fact, level, plan))
        if not plan.meets(earlier[2]):
            yield _finding(fact, level, *earlier[:2])


def _is_share_of_plan(fact: Fact, level: Fact) -> bool:
    """Whether it is «113 tỷ đồng, bằng 28,1% dự toán tỉnh giao» with a plan whose assigner is named."""
    return (
        fact.comparison is Comparison.RATIO
        and fact.basis.startswith("plan:")
        and fact.figure.unit.base == "%"
        and fact.figure.shape is level.figure.shape is Shape.SINGLE
        and bool(level.indicator)
        and not fact.figure.approx
        and not level.figure.approx
        and possible(Amount.of(fact.figure)).low > 0
    )


def _finding(fact: Fact, level: Fact, earlier: Fact, earlier_level: Fact) -> Finding:
    here, there = (_implied(one, other) for one, other in ((fact, level), (earlier, earlier_level)))
    basis = fact.basis.partition(":")[2]
    return Finding(
        fact.figure.span,
        f"Nếu {written(level.figure)} bằng {written(fact.figure)} thì mức {basis} là {here}; nhưng "
        f"{written(earlier_level.figure)} bằng {written(earlier.figure)} thì mức {basis} là {there}.",
        claimed=written(fact.figure),
        computed=there,
        related=(earlier.figure.span, earlier_level.figure.span, level.figure.span),
    )


def _implied(fact: Fact, level: Fact) -> str:
    amount = Amount.of(level.figure)
    plan: Decimal = amount.value / fact.figure.value * HUNDRED
    return like(plan, amount)


CHECK = Check(
    code="R106",
    name="bases-contradict",
    title="Hai tỷ lệ của một chỉ tiêu cho hai mức kế hoạch khác nhau",
    why="Một kế hoạch chỉ có một giá trị; hai tỷ lệ cho hai giá trị thì một số đã lấy nhầm kỳ hoặc nhầm cấp giao.",
    wrong="Tổng thu ngân sách đến ngày 15/3/2024 đạt 83 tỷ đồng, bằng 20,6% dự toán tỉnh giao; ước thực hiện quý "
    "I/2024 đạt 113 tỷ đồng, bằng 38,1% dự toán tỉnh giao.",
    right="Tổng thu ngân sách đến ngày 15/3/2024 đạt 83 tỷ đồng, bằng 20,6% dự toán tỉnh giao; ước thực hiện quý "
    "I/2024 đạt 113 tỷ đồng, bằng 28,1% dự toán tỉnh giao.",
    find=find,
    severity=Severity.WARNING,
)
