"""Parts that are together more than their total."""

from collections.abc import Iterator

from kybao.checks.findings import Check, Finding
from kybao.checks.parts_disagree import together
from kybao.checks.verdicts import Verdict, judge_sum
from kybao.checks.wording import spans_of, written
from kybao.claims import Reading


def find(reading: Reading) -> Iterator[Finding]:
    """Yield totals that are smaller than the parts named, though these need not be all."""
    for total in reading.sums:
        if not total.complete and judge_sum(total) is Verdict.WRONG:
            claimed, computed = written(total.total.figure), together(total)
            yield Finding(
                total.total.figure.span,
                f"Tổng ghi {claimed}, nhưng riêng các phần được nêu đã là {computed}.",
                claimed=claimed,
                computed=computed,
                related=spans_of(total.parts),
            )


CHECK = Check(
    code="S202",
    name="parts-exceed-total",
    title="Các phần được nêu lớn hơn tổng",
    why="Một phần không thể lớn hơn cái toàn thể; thường là nhầm dòng hoặc nhầm kỳ.",
    wrong="Phát hiện 59 trường hợp vi phạm, trong đó có 95 trường hợp vi phạm nồng độ cồn.",
    right="Phát hiện 95 trường hợp vi phạm, trong đó có 59 trường hợp vi phạm nồng độ cồn.",
    find=find,
)
