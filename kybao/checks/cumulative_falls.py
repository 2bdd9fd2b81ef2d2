"""A cumulative figure that is smaller than it was earlier in the year."""

from collections.abc import Iterator
from decimal import Decimal

from kybao.checks.findings import Check, Finding
from kybao.checks.known import Known, KnownFigure, last_day, pairs
from kybao.checks.verdicts import possible
from kybao.checks.wording import written
from kybao.claims import Amount, Reading


def compare(reading: Reading, known: Known) -> Iterator[Finding]:
    """Yield cumulative figures below the known one of an earlier day of the same year."""
    for fact, one in pairs(reading, known):
        day, earlier = last_day(fact.period), last_day(one.period)
        in_order = day[:4] == earlier[:4] != "" and earlier < day
        if not (in_order and fact.cumulative and one.cumulative) or fact.estimate or one.estimate:
            continue
        if possible(Amount.of(fact.figure)).high < one.allowed.low:
            yield Finding(
                fact.figure.span,
                f"Lũy kế ghi {written(fact.figure)}, nhưng kỳ {one.period} đã là {one.written()}; "
                "lũy kế không thể giảm.",
                claimed=written(fact.figure),
                computed=one.written(),
            )


CHECK = Check(
    code="K603",
    name="cumulative-falls",
    title="Số lũy kế giảm so với kỳ trước",
    why="Lũy kế từ đầu năm chỉ có thể bằng hoặc tăng; giảm là nhầm kỳ hoặc kỳ trước đã báo thừa.",
    wrong="Số hộ kinh doanh cấp mới lũy kế 6 tháng đầu năm 2024 là 459 hộ.",
    right="Số hộ kinh doanh cấp mới lũy kế 6 tháng đầu năm 2024 là 495 hộ.",
    compare=compare,
    known=(KnownFigure("số hộ kinh doanh cấp mới", "2024-01..2024-05", Decimal(470), "hộ", cumulative=True),),
)
