"""A count that its list does not have."""

from collections.abc import Iterator

from kybao.checks.findings import Check, Finding
from kybao.checks.verdicts import Verdict, judge_list
from kybao.checks.wording import quoted
from kybao.claims import CountedList, Reading


def find(reading: Reading) -> Iterator[Finding]:
    """Yield stated counts that differ from the number of names listed for them."""
    for counted in reading.lists:
        if judge_list(counted) is Verdict.WRONG:
            yield Finding(
                counted.stated,
                f"Ghi {quoted(counted.stated.text)} nhưng {_place(counted)} kể ra {len(counted.names)}: "
                f"từ {quoted(counted.names[0].text)} đến {quoted(counted.names[-1].text)}.",
                claimed=str(counted.count),
                computed=str(len(counted.names)),
                related=counted.names,
            )


def _place(counted: CountedList) -> str:
    return "chú thích" if counted.in_note else "danh sách kèm theo"


CHECK = Check(
    code="L301",
    name="count-disagrees",
    title="Số lượng nêu ra không bằng số tên được liệt kê",
    why="Danh sách và số đếm là một; thiếu một tên là sót một dự án hoặc đếm sai.",
    wrong="Đang xây dựng 03 cầu, cụ thể: cầu Nà Lình, xã Tân Văn; cầu Bản Chu, xã Hòa Bình.",
    right="Đang xây dựng 02 cầu, cụ thể: cầu Nà Lình, xã Tân Văn; cầu Bản Chu, xã Hòa Bình.",
    find=find,
)
