"""More done than there was to do: «tiếp nhận 87 đơn, đã giải quyết 92 đơn»."""

from collections.abc import Iterator

from kybao.checks.findings import Check, Finding
from kybao.checks.verdicts import possible
from kybao.checks.vocabulary import words
from kybao.checks.wording import written
from kybao.claims import Amount, Fact, Reading, Role
from kybao.figures import Shape
from kybao.text import Document, plain

REACH = 40  # characters before a figure in which its verb stands


def find(reading: Reading) -> Iterator[Finding]:
    """Yield counts of work done that exceed the count received before in the same sentence."""
    received: Fact | None = None
    for before, fact in zip((None, *reading.facts), reading.facts, strict=False):
        if received is not None and not _same_sentence(reading.document, received, fact):
            received = None
        if fact.role not in {Role.VALUE, Role.SHARE} or fact.figure.shape is not Shape.SINGLE:
            continue
        left = _left(reading.document, before, fact)
        if _says(left, "received"):
            received = fact
        elif received is not None and _says(left, "done") and _exceeds(reading.document, fact, received):
            yield Finding(
                fact.figure.span,
                f"Đã làm xong {written(fact.figure)} trong khi chỉ nhận {written(received.figure)}.",
                claimed=written(fact.figure),
                computed=written(received.figure),
                related=(received.figure.span,),
            )


def _left(document: Document, before: Fact | None, fact: Fact) -> str:
    """Give the words between the figure before and this one."""
    figure = fact.figure
    start = max(figure.start - REACH, 0)
    if before is not None and before.figure.block == figure.block:
        start = max(start, before.figure.unit_end)
    return plain(document.blocks[figure.block].text[start : figure.start])


def _says(left: str, key: str) -> bool:
    return any(phrase in left for phrase in words("work", key))


def _same_sentence(document: Document, one: Fact, other: Fact) -> bool:
    if one.figure.block != other.figure.block:
        return False
    return ". " not in document.blocks[one.figure.block].text[one.figure.unit_end : other.figure.start]


def _exceeds(document: Document, done: Fact, received: Fact) -> bool:
    one, other = done.figure, received.figure
    if one.unit.base != other.unit.base:
        return False
    text = plain(document.blocks[one.block].text[max(other.start - REACH, 0) : one.unit_end + 2 * REACH])
    if any(phrase in text for phrase in words("work", "carried_over")):
        return False
    return possible(Amount.of(one)).low > possible(Amount.of(other)).high


CHECK = Check(
    code="R109",
    name="done-exceeds-received",
    title="Giải quyết nhiều hơn tiếp nhận",
    why="Không thể giải quyết nhiều hơn số nhận vào, trừ khi có phần kỳ trước chuyển sang thì phải nói rõ.",
    wrong="Tiếp nhận 87 đơn thuộc thẩm quyền, đã giải quyết 92 đơn.",
    right="Tiếp nhận 87 đơn thuộc thẩm quyền, đã giải quyết 42 đơn.",
    find=find,
)
