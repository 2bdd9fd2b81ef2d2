"""The name of a place without its capitals: «xã hữu kiên»."""

from collections.abc import Iterator

from kybao.checks.findings import Check, Finding, Severity
from kybao.checks.tokens import Token, tokens
from kybao.checks.vocabulary import phrases
from kybao.checks.word_twice import RUNNING
from kybao.checks.wording import quoted
from kybao.claims import Reading
from kybao.text import Document

Place = tuple[tuple[str, ...], str, str]  # «xã», «hữu», «kiên»


def find(reading: Reading) -> Iterator[Finding]:
    """Yield names in lower case that the document writes with capitals elsewhere after the same word."""
    document = reading.document
    proper: dict[Place, str] = {}
    common: list[tuple[Place, int, int, int]] = []
    for block, place, start, end in _places(document):
        written = document.blocks[block].text[start:end]
        if all(word[0].isupper() and not word.isupper() for word in written.split()):
            proper.setdefault(place, written)
        elif written.islower():
            common.append((place, block, start, end))
    for place, block, start, end in common:
        if place in proper:
            span = document.span_in(block, start, end)
            yield Finding(
                span,
                f"Tên riêng {quoted(span.text)} thiếu viết hoa; chỗ khác viết {quoted(proper[place])}.",
                claimed=span.text,
                computed=proper[place],
            )


def _places(document: Document) -> Iterator[tuple[int, Place, int, int]]:
    """Yield what may be a name of two syllables after «xã», «huyện», «thị trấn»."""
    kinds = phrases("names", "places")
    for index, block in enumerate(document.blocks):
        if block.kind not in RUNNING:
            continue
        found = tokens(block.text)
        for at in range(1, len(found) - 1):
            if not (found[at].joined and found[at + 1].joined and found[at + 1].key.isalpha()):
                continue
            kind = _kind(found, at)
            if kind in kinds:
                yield index, (kind, found[at].key, found[at + 1].key), found[at].start, found[at + 1].end


def _kind(found: tuple[Token, ...], at: int) -> tuple[str, ...]:
    two = (found[at - 2].key, found[at - 1].key) if at > 1 and found[at - 1].joined else ()
    return two if two in phrases("names", "places") else (found[at - 1].key,)


CHECK = Check(
    code="F528",
    name="name-without-capitals",
    title="Tên địa phương thiếu viết hoa",
    why="Nghị định 30/2020/NĐ-CP, Phụ lục II: tên địa lý viết hoa chữ cái đầu của mọi âm tiết.",
    wrong="Ngày 21/6, trên địa bàn xã hữu kiên phát hiện châu chấu tre. UBND xã Hữu Kiên đã tổ chức phun trừ.",
    right="Ngày 21/6, trên địa bàn xã Hữu Kiên phát hiện châu chấu tre. UBND xã Hữu Kiên đã tổ chức phun trừ.",
    find=find,
    severity=Severity.WARNING,
)
