"""Parts that do not add up to their total."""

from collections.abc import Iterator

from kybao.checks.findings import Check, Finding
from kybao.checks.verdicts import Verdict, judge_sum
from kybao.checks.wording import like, spans_of, written
from kybao.claims import Reading, Sum


def find(reading: Reading) -> Iterator[Finding]:
    """Yield totals that differ from the sum of all their parts."""
    for total in reading.sums:
        if total.complete and judge_sum(total) is Verdict.WRONG:
            claimed, computed = written(total.total.figure), together(total)
            yield Finding(
                total.total.figure.span,
                f"Tổng ghi {claimed}, nhưng các phần được kể ra cộng lại là {computed}.",
                claimed=claimed,
                computed=computed,
                related=spans_of(total.parts),
            )


def together(total: Sum) -> str:
    """Write the sum of the parts in the unit of the total, with the most decimals that any of them shows."""
    return like(sum((part.value for part in total.parts), start=total.total.value * 0), total.total)


CHECK = Check(
    code="S201",
    name="parts-disagree",
    title="Các phần cộng lại không bằng tổng",
    why="Tổng và các phần đứng cạnh nhau; người đọc cộng thử là thấy ngay.",
    wrong="Tổ chức kiểm tra 81 công trình, trong đó 54 công trình có giấy phép và 25 công trình được miễn giấy phép.",
    right="Tổ chức kiểm tra 81 công trình, trong đó 54 công trình có giấy phép và 27 công trình được miễn giấy phép.",
    find=find,
)
