"""A percentage whose further digits were dropped instead of rounded."""

from collections.abc import Iterator

from kybao.checks.findings import Check, Finding, Severity
from kybao.checks.growth_disagrees import worked_out
from kybao.checks.verdicts import HUNDRED, Verdict, judge_change, judge_ratio
from kybao.checks.wording import like, spans_of, written
from kybao.claims import Amount, Reading


def find(reading: Reading) -> Iterator[Finding]:
    """Yield percentages and growths that hold only if cut off."""
    for ratio in reading.ratios:
        if judge_ratio(ratio) is Verdict.CUT_OFF:
            computed = like(ratio.part.value / ratio.whole.value * HUNDRED, ratio.percent)
            yield cut_off(ratio.percent, computed, ratio.part, ratio.whole)
    for change in reading.changes:
        if judge_change(change) is Verdict.CUT_OFF:
            yield cut_off(change.by, worked_out(change), change.now, change.before)


def cut_off(claimed: Amount, computed: str, first: Amount, second: Amount) -> Finding:
    """Word the finding for a number that was cut."""
    return Finding(
        claimed.figure.span,
        f"Ghi {written(claimed.figure)} là cắt bỏ phần lẻ; làm tròn đúng thì {like(first.value, first)} "
        f"so với {like(second.value, second)} cho {computed}.",
        claimed=written(claimed.figure),
        computed=computed,
        related=spans_of((first, second)),
    )


CHECK = Check(
    code="R102",
    name="ratio-cut-off",
    title="Tỷ lệ bị cắt bỏ phần lẻ thay vì làm tròn",
    why="Mỗi nơi làm tròn một cách thì cộng và so sánh giữa các báo cáo sẽ lệch; quy ước chung là làm tròn.",
    wrong="Đã giải ngân 19.980/52.600 triệu đồng, đạt 37% kế hoạch.",
    right="Đã giải ngân 19.980/52.600 triệu đồng, đạt 38% kế hoạch.",
    find=find,
    severity=Severity.WARNING,
)
