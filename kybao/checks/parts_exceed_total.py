"""Parts that are together more than their total."""

from collections.abc import Iterator

from kybao.checks.findings import Check, Finding
from kybao.checks.parts_disagree import together
from kybao.checks.verdicts import Verdict, judge_sum
from kybao.checks.vocabulary import words
from kybao.checks.wording import spans_of, written
from kybao.claims import Reading, Sum
from kybao.text import plain


def find(reading: Reading) -> Iterator[Finding]:
    """Yield totals that are smaller than the parts named, though these need not be all."""
    for total in reading.sums:
        if not total.complete and judge_sum(total) is Verdict.WRONG and not _carried_over(reading, total):
            claimed, computed = written(total.total.figure), together(total)
            yield Finding(
                total.total.figure.span,
                f"Tổng ghi {claimed}, nhưng riêng các phần được nêu đã là {computed}.",
                claimed=claimed,
                computed=computed,
                related=spans_of(total.parts),
            )


def _carried_over(reading: Reading, total: Sum) -> bool:
    """Whether the total is only what came from before: «kỳ trước chuyển sang 37 hồ sơ, trong đó đã trả 59»."""
    figure = total.total.figure
    left = plain(reading.document.blocks[figure.block].text[max(figure.start - REACH, 0) : figure.start])
    return any(phrase in left for phrase in words("work", "carried_over"))


REACH = 40  # characters before the total

CHECK = Check(
    code="S202",
    name="parts-exceed-total",
    title="Các phần được nêu lớn hơn tổng",
    why="Một phần không thể lớn hơn cái toàn thể; thường là nhầm dòng hoặc nhầm kỳ.",
    wrong="Phát hiện 59 trường hợp vi phạm, trong đó có 95 trường hợp vi phạm nồng độ cồn.",
    right="Phát hiện 95 trường hợp vi phạm, trong đó có 59 trường hợp vi phạm nồng độ cồn.",
    find=find,
)
