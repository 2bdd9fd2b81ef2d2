"""A word or a group of words that is written twice in a row."""

from collections.abc import Iterator, Sequence

from kybao.checks.findings import Check, Finding, Severity
from kybao.checks.tokens import Token, tokens
from kybao.checks.vocabulary import words
from kybao.checks.wording import quoted
from kybao.claims import Reading
from kybao.text import Kind

LONGEST_GROUP = 6
RUNNING = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.NOTE, Kind.HEADING})


def find(reading: Reading) -> Iterator[Finding]:
    """Yield groups of two to six words that follow themselves, and single words that never do."""
    document = reading.document
    for index, block in enumerate(document.blocks):
        if block.kind not in RUNNING:
            continue
        found = tokens(block.text)
        for start, size in _doubled(found):
            first, last = found[start], found[start + 2 * size - 1]
            group = block.text[first.start : found[start + size - 1].end]
            yield Finding(
                document.span_in(index, first.start, last.end),
                f"{quoted(group)} viết hai lần liền nhau.",
                claimed=block.text[first.start : last.end],
                computed=group,
            )


def _doubled(found: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield where a doubled group starts and how many words it has; the longest group wins."""
    at = 0
    while at < len(found):
        size = _group(found, at)
        if size:
            yield at, size
        at += 2 * size or 1


def _group(found: Sequence[Token], at: int) -> int:
    word = found[at].key
    if (
        at + 1 < len(found)
        and found[at + 1].key == word
        and found[at + 1].joined
        and word in words("doubling", "never_doubled")
    ):
        return 1
    for size in range(LONGEST_GROUP, 1, -1):
        end = at + 2 * size
        if end <= len(found) and found[at + size].key == word and _repeats(found, at, size):
            return size
    return 0


def _repeats(found: Sequence[Token], at: int, size: int) -> bool:
    return all(
        found[at + step].key == found[at + size + step].key and found[at + step].key.isalpha() for step in range(size)
    ) and all(token.joined for token in found[at + 1 : at + 2 * size])


CHECK = Check(
    code="F521",
    name="word-twice",
    title="Từ hoặc cụm từ viết hai lần liền nhau",
    why="Dấu vết của việc chép hoặc sửa câu; bản in ra trông cẩu thả.",
    wrong="Tổ chức thành công Hội thi Hội thi văn nghệ quần chúng.",
    right="Tổ chức thành công Hội thi văn nghệ quần chúng.",
    find=find,
    severity=Severity.WARNING,
)
