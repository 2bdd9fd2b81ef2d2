"""A difference that the two levels do not give."""

from collections.abc import Iterator

from kybao.checks.findings import Check, Finding
from kybao.checks.verdicts import Verdict, judge_change
from kybao.checks.wording import like, spans_of, written
from kybao.claims import Comparison, Reading


def find(reading: Reading) -> Iterator[Finding]:
    """Yield differences in units («giảm 02 vụ») that are wrong beyond rounding."""
    for change in reading.changes:
        if change.comparison is Comparison.DIFFERENCE and judge_change(change) is not Verdict.HOLDS:
            difference = change.now.value - change.before.value
            computed = f"{'tăng' if difference >= 0 else 'giảm'} {like(abs(difference), change.by)}"
            claimed = f"{'tăng' if change.sign > 0 else 'giảm'} {written(change.by.figure)}"
            yield Finding(
                change.by.figure.span,
                f"Ghi {claimed}, nhưng {like(change.now.value, change.now)} so với "
                f"{like(change.before.value, change.before)} là {computed}.",
                claimed=claimed,
                computed=computed,
                related=spans_of((change.now, change.before)),
            )


CHECK = Check(
    code="R104",
    name="difference-disagrees",
    title="Phần chênh lệch không khớp với hai số liệu",
    why="Tăng, giảm bao nhiêu là phép trừ mà ai cũng làm được khi đọc.",
    wrong="Số hộ nghèo từ 320 hộ giảm xuống 280 hộ, giảm 50 hộ.",
    right="Số hộ nghèo từ 320 hộ giảm xuống 280 hộ, giảm 40 hộ.",
    find=find,
)
