"""A plan and its result that lie orders of magnitude apart: digits were lost."""

from collections.abc import Iterator
from itertools import pairwise

from kybao.checks.findings import Check, Finding, Severity
from kybao.checks.wording import written
from kybao.claims import Fact, Reading, Role
from kybao.figures import Shape, UnitKind

FACTOR = 50  # a result may well be many times a small plan
LEAST = 20  # plans below this are counts of single things


def find(reading: Reading) -> Iterator[Finding]:
    """Yield plans in a measured unit that the result beside them exceeds fifty times."""
    for plan, result in pairwise(reading.facts):
        if _belong(plan, result) and _apart(plan, result):
            times = int(result.figure.value / plan.figure.value)
            yield Finding(
                plan.figure.span,
                f"Kế hoạch {written(plan.figure)} mà kết quả {written(result.figure)}, gấp {times} lần: "
                "một trong hai số có lẽ thiếu hoặc thừa chữ số.",
                claimed=written(plan.figure),
                related=(result.figure.span,),
            )


def _belong(plan: Fact, result: Fact) -> bool:
    one, other = plan.figure, result.figure
    measured = one.unit.kind not in {UnitKind.PERCENT, UnitKind.POINTS, UnitKind.NONE}
    return (
        (plan.role is Role.PLAN or "kế hoạch" in plan.indicator)
        and result.role is Role.VALUE
        and one.block == other.block
        and one.shape is other.shape is Shape.SINGLE
        and one.unit == other.unit
        and measured
        and other.start - one.unit_end < REACH
    )


def _apart(plan: Fact, result: Fact) -> bool:
    return plan.figure.value >= LEAST and result.figure.value >= plan.figure.value * FACTOR


REACH = 120  # characters between the two

CHECK = Check(
    code="R110",
    name="plan-out-of-scale",
    title="Kế hoạch và kết quả chênh nhau hàng chục lần",
    why="Thường do mất ba chữ số («650 tấn» thay cho «650.000 tấn») hoặc nhầm đơn vị tính.",
    wrong="Kế hoạch năm 2019 là 650 tấn, 6 tháng đầu năm đã sản xuất được 317.211 tấn.",
    right="Kế hoạch năm 2019 là 650.000 tấn, 6 tháng đầu năm đã sản xuất được 317.211 tấn.",
    find=find,
    severity=Severity.WARNING,
)
