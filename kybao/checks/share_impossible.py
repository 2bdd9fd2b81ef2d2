"""A share over the whole: «chiếm 103%», «12/10 xã»."""

from collections.abc import Iterator

from kybao.checks.findings import Check, Finding
from kybao.checks.vocabulary import words
from kybao.checks.wording import written
from kybao.claims import Fact, Reading, Role
from kybao.figures import Figure, Shape
from kybao.text import Document, plain


def find(reading: Reading) -> Iterator[Finding]:
    """Yield parts that are more than their whole."""
    for fact in reading.facts:
        if fact.role is Role.SHARE and _is_over(fact) and not _of_a_plan(reading.document, fact.figure):
            claimed = written(fact.figure)
            yield Finding(fact.figure.span, f"{claimed}: phần không thể lớn hơn toàn thể.", claimed=claimed)


def _is_over(fact: Fact) -> bool:
    figure = fact.figure
    if figure.shape is Shape.FRACTION:
        return figure.numbers[0] > figure.numbers[1]
    return figure.unit.base == "%" and max(figure.numbers) > WHOLE


def _of_a_plan(document: Document, figure: Figure) -> bool:
    """Whether the words around speak of a plan, which may be exceeded."""
    text = document.blocks[figure.block].text
    around = plain(text[max(figure.start - REACH, 0) : figure.unit_end + REACH])
    return any(word in around for word in words("work", "exceedable"))


WHOLE = 100
REACH = 60  # characters on either side

CHECK = Check(
    code="R107",
    name="share-impossible",
    title="Phần lớn hơn toàn thể",
    why="Tỷ trọng không thể quá 100%, số xã đạt không thể nhiều hơn số xã có; thường là viết ngược tử số và mẫu số.",
    wrong="Đến nay 19/11 xã đã công khai số liệu quyết toán.",
    right="Đến nay 11/19 xã đã công khai số liệu quyết toán.",
    find=find,
)
