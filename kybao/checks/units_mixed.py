"""Two figures that are compared in different units: «1.200 triệu đồng/1,5 tỷ đồng»."""

from collections.abc import Iterator

from kybao.checks.findings import Check, Finding, Severity
from kybao.checks.wording import written
from kybao.claims import Amount, Reading


def find(reading: Reading) -> Iterator[Finding]:
    """Yield the second figure of a ratio or change whose unit is another multiple of the same base."""
    for ratio in reading.ratios:
        yield from _mixed(ratio.part, ratio.whole)
    for change in reading.changes:
        yield from _mixed(change.now, change.before)


def _mixed(first: Amount, second: Amount) -> Iterator[Finding]:
    one, other = first.figure, second.figure
    same_block = one.block == other.block
    if same_block and one.unit.base == other.unit.base and one.unit.factor != other.unit.factor:
        later, earlier = (other, one) if other.start > one.start else (one, other)
        yield Finding(
            later.span,
            f"Cùng một chỉ tiêu mà chỗ ghi {written(earlier)}, chỗ ghi {written(later)}; nên dùng một đơn vị tính.",
            claimed=written(later),
            related=(earlier.span,),
        )


CHECK = Check(
    code="F516",
    name="units-mixed",
    title="Một chỉ tiêu ghi bằng hai đơn vị tính trong một câu",
    why="Khác hàng triệu, hàng tỷ thì mắt người đọc so sánh sai.",
    wrong="Đã giải ngân 1.200 triệu đồng/1,5 tỷ đồng, đạt 80% kế hoạch.",
    right="Đã giải ngân 1.200 triệu đồng/1.500 triệu đồng, đạt 80% kế hoạch.",
    find=find,
    severity=Severity.INFO,
)
