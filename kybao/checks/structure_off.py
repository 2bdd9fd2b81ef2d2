"""Shares of a structure (cơ cấu) that do not make a hundred."""

from collections.abc import Iterator, Sequence

from kybao.checks.findings import Check, Finding
from kybao.checks.verdicts import HUNDRED, added
from kybao.checks.wording import like, spans_of
from kybao.claims import Amount, Fact, Reading, Role
from kybao.figures import Interval, Shape
from kybao.text import Document, plain, sentences

LEAST = 3  # shares
NEAR = Interval(HUNDRED - 6, HUNDRED + 6)  # further off, the sentence does not name all of them


def find(reading: Reading) -> Iterator[Finding]:
    """Yield the last share of a structure whose shares come near to 100% but do not reach it by rounding."""
    for shares in _structures(reading):
        amounts = [Amount.of(share.figure) for share in shares]
        given = added(amounts)
        if NEAR.meets(given) and not given.low <= HUNDRED <= given.high:
            together = like(sum((amount.value for amount in amounts), start=HUNDRED * 0), amounts[-1])
            yield Finding(
                shares[-1].figure.span,
                f"Các tỷ trọng trong cơ cấu cộng lại là {together}, không phải 100%.",
                claimed="100%",
                computed=together,
                related=spans_of(amounts[:-1]),
            )


def _structures(reading: Reading) -> Iterator[Sequence[Fact]]:
    """Yield the percentages of each sentence that says «cơ cấu», where none of them is a comparison."""
    by_block: dict[int, list[Fact]] = {}
    for fact in reading.facts:
        by_block.setdefault(fact.figure.block, []).append(fact)
    for block, facts in by_block.items():
        if "cơ cấu" in plain(reading.document.blocks[block].text):
            yield from _in_block(reading.document, block, facts)


def _in_block(document: Document, block: int, facts: Sequence[Fact]) -> Iterator[Sequence[Fact]]:
    text = document.blocks[block].text
    for sentence in sentences(document, block):
        inside = [fact for fact in facts if sentence.start <= fact.figure.start < sentence.end]
        percents = all(fact.figure.unit.base == "%" and fact.figure.shape is Shape.SINGLE for fact in inside)
        stated = all(fact.role is not Role.COMPARE and not fact.figure.approx for fact in inside)
        if len(inside) >= LEAST and percents and stated and "cơ cấu" in plain(text[sentence.start : sentence.end]):
            yield inside


CHECK = Check(
    code="S203",
    name="structure-off",
    title="Tỷ trọng các phần của cơ cấu không đủ 100%",
    why="Cơ cấu là toàn bộ chia ra; thiếu hoặc thừa là có một tỷ trọng sai.",
    wrong="Cơ cấu kinh tế: nông, lâm nghiệp 21,4%; công nghiệp, xây dựng 28,3%; thương mại, dịch vụ 52,3%.",
    right="Cơ cấu kinh tế: nông, lâm nghiệp 21,4%; công nghiệp, xây dựng 28,3%; thương mại, dịch vụ 50,3%.",
    find=find,
)
