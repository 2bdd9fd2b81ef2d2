"""A percentage that its two figures do not give."""

from collections.abc import Iterator

from kybao.checks.findings import Check, Finding
from kybao.checks.verdicts import HUNDRED, Verdict, judge_ratio
from kybao.checks.wording import like, spans_of, written
from kybao.claims import Ratio, Reading


def find(reading: Reading) -> Iterator[Finding]:
    """Yield percentages that are wrong even for the rounding that the digits shown allow."""
    for ratio in reading.ratios:
        if judge_ratio(ratio) is Verdict.WRONG:
            yield disagreement(ratio)


def disagreement(ratio: Ratio) -> Finding:
    """Word the finding for a percentage and its two figures."""
    claimed = written(ratio.percent.figure)
    computed = like(ratio.part.value / ratio.whole.value * HUNDRED, ratio.percent)
    return Finding(
        ratio.percent.figure.span,
        f"Ghi {claimed}, nhưng {like(ratio.part.value, ratio.part)} so với {like(ratio.whole.value, ratio.whole)} "
        f"là {computed}.",
        claimed=claimed,
        computed=computed,
        related=spans_of((ratio.part, ratio.whole)),
    )


CHECK = Check(
    code="R101",
    name="ratio-disagrees",
    title="Tỷ lệ không khớp với hai số liệu",
    why="Người đọc tính lại được; một tỷ lệ sai làm mất tin cả báo cáo.",
    wrong="Thu ngân sách đạt 540 tỷ đồng, bằng 56% dự toán 1.000 tỷ đồng.",
    right="Thu ngân sách đạt 540 tỷ đồng, bằng 54% dự toán 1.000 tỷ đồng.",
    find=find,
)
