"""A count that its list does not have."""

from collections.abc import Iterator

from kybao.checks.findings import Check, Finding
from kybao.checks.verdicts import Verdict, judge_list
from kybao.checks.vocabulary import phrases, words
from kybao.checks.wording import quoted, written
from kybao.claims import CountedList, Reading
from kybao.figures import Figure
from kybao.text import Document, plain

REACH = 20  # characters before the first name in which «như» stands


def find(reading: Reading) -> Iterator[Finding]:
    """Yield stated counts that differ from the number of names listed for them."""
    facts = {fact.figure.span.start: at for at, fact in enumerate(reading.facts)}
    for counted in reading.lists:
        at = facts.get(counted.stated.start)
        if judge_list(counted) is not Verdict.WRONG or _only_examples(reading.document, counted):
            continue
        if not _of_another(reading, counted, at):
            yield Finding(
                counted.stated,
                f"Ghi {_stated(reading, counted, at)} nhưng {_place(counted)} kể ra {len(counted.names)}: "
                f"từ {quoted(counted.names[0].text)} đến {quoted(counted.names[-1].text)}.",
                claimed=str(counted.count),
                computed=str(len(counted.names)),
                related=counted.names,
            )


def _stated(reading: Reading, counted: CountedList, at: int | None) -> str:
    """Give the count with what is counted; a count in words as it stands."""
    return counted.stated.text if at is None else written(reading.facts[at].figure)


def _only_examples(document: Document, counted: CountedList) -> bool:
    """Whether the list says that it names only some: «như», «điển hình»."""
    before = document.text[max(counted.names[0].start - REACH, 0) : counted.names[0].start]
    lead = plain(before).rsplit("\n", 1)[-1]
    return any(phrase in f" {lead} " for phrase in words("work", "examples"))


def _of_another(reading: Reading, counted: CountedList, at: int | None) -> bool:
    """Whether the names belong to another count («4 cuộc/6 đơn vị») or only say where («07 hộ (phường A, xã B)»)."""
    if at is None:
        return False
    beside = (reading.facts[place].figure for place in (at - 1, at + 1) if 0 <= place < len(reading.facts))
    own = reading.facts[at].figure
    if any(one.value == len(counted.names) and _chained(reading, own, one) for one in beside):
        return True
    head = plain(own.unit.base).split(" ")[0]
    return head not in words("names", "bodies") and _is_place(counted.names[0].text)


def _chained(reading: Reading, one: Figure, other: Figure) -> bool:
    """Whether nothing but a stroke stands between two figures and their units."""
    first, second = sorted((one, other), key=lambda figure: figure.start)
    if first.block != second.block:
        return False
    between = reading.document.blocks[first.block].text[first.unit_end : second.start]
    return between.strip(" *_") == "/"


def _is_place(name: str) -> bool:
    first = tuple(plain(name).split(" "))
    return first[:1] in phrases("names", "places") or first[:2] in phrases("names", "places")


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
