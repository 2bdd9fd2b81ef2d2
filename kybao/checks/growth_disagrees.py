"""A growth or a comparison that the two levels do not give."""

from collections.abc import Iterator

from kybao.checks.findings import Check, Finding
from kybao.checks.verdicts import HUNDRED, Verdict, judge_change
from kybao.checks.wording import like, spans_of, written
from kybao.claims import Change, Comparison, Reading


def find(reading: Reading) -> Iterator[Finding]:
    """Yield growths in percent, ratios and factors («lần») that are wrong beyond rounding."""
    for change in reading.changes:
        if change.comparison is not Comparison.DIFFERENCE and judge_change(change) is Verdict.WRONG:
            claimed, computed = written(change.by.figure), worked_out(change)
            yield Finding(
                change.by.figure.span,
                f"Ghi {claimed}, nhưng {like(change.now.value, change.now)} so với "
                f"{like(change.before.value, change.before)} là {computed}.",
                claimed=claimed,
                computed=computed,
                related=spans_of((change.now, change.before)),
            )


def worked_out(change: Change) -> str:
    """Say what the two levels give, in the wording of the claim."""
    times = change.now.value / change.before.value
    if change.by.figure.unit.base != "%":
        return f"gấp {like(times, change.by)} (tăng thêm {like(times - 1, change.by)})"
    if change.comparison is Comparison.RATIO:
        return like(times * HUNDRED, change.by)
    grown = (times - 1) * HUNDRED
    return f"{'tăng' if grown >= 0 else 'giảm'} {like(abs(grown), change.by)}"


CHECK = Check(
    code="R103",
    name="growth-disagrees",
    title="Mức tăng, giảm không khớp với hai số liệu",
    why="Tốc độ tăng là con số được trích lại nhiều nhất; sai ở đây là sai ở mọi báo cáo sau.",
    wrong="Số hộ kinh doanh từ 500 hộ tăng lên 600 hộ, tăng 25%.",
    right="Số hộ kinh doanh từ 500 hộ tăng lên 600 hộ, tăng 20%.",
    find=find,
)
