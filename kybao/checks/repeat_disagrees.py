"""One figure that is stated twice with two values."""

from collections.abc import Iterator

from kybao.checks.findings import Check, Finding
from kybao.checks.verdicts import Verdict, judge_repeat
from kybao.checks.wording import written
from kybao.claims import Reading


def find(reading: Reading) -> Iterator[Finding]:
    """Yield second statements of a figure that contradict the first."""
    for repeat in reading.repeats:
        if judge_repeat(reading, repeat) is Verdict.WRONG:
            first, second = reading.facts[repeat.first].figure, reading.facts[repeat.second].figure
            yield Finding(
                second.span,
                f"Ở đây ghi {written(second)}, còn ở chỗ trước cùng số liệu này là {written(first)}.",
                claimed=written(second),
                computed=written(first),
                related=(first.span,),
            )


CHECK = Check(
    code="L302",
    name="repeat-disagrees",
    title="Một số liệu nêu hai lần với hai giá trị",
    why="Trong một báo cáo, một chỉ tiêu của một kỳ chỉ có một giá trị.",
    wrong="Tổng thu ngân sách nhà nước quý I/2024 đạt 113 tỷ đồng.\n\n"
    "Kết quả trên còn thấp: tổng thu ngân sách nhà nước quý I/2024 đạt 131 tỷ đồng.",
    right="Tổng thu ngân sách nhà nước quý I/2024 đạt 113 tỷ đồng.\n\n"
    "Kết quả trên còn thấp: tổng thu ngân sách nhà nước quý I/2024 đạt 113 tỷ đồng.",
    find=find,
)
