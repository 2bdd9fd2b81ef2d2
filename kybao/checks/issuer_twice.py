"""A body named twice in a row: «của HĐND tỉnh … của Hội đồng nhân dân tỉnh»."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kybao.checks.findings import Check, Finding, Severity
from kybao.checks.tokens import Token, tokens
from kybao.checks.vocabulary import book
from kybao.checks.word_twice import RUNNING
from kybao.checks.wording import quoted
from kybao.claims import Reading

FARTHEST = 10  # words from one «của» to the next
LEAST = 4  # words that two names have in common: the body and its level


def find(reading: Reading) -> Iterator[Finding]:
    """Yield two phrases with «của» that name the same body, in full or in short."""
    document = reading.document
    for index, block in enumerate(document.blocks):
        if block.kind not in RUNNING:
            continue
        found = tokens(block.text)
        owners = [at for at, token in enumerate(found) if token.key == "của"]
        for first, second in pairwise(owners):
            common = _common(found, first, second)
            if common:
                phrase = block.text[found[first].start : found[common - 1].end]
                yield Finding(
                    document.span_in(index, found[first].start, found[common - 1].end),
                    f"{quoted(phrase)}: một cơ quan được gọi tên hai lần.",
                    claimed=phrase,
                )


def _common(found: Sequence[Token], first: int, second: int) -> int:
    """Give the end of the second name where it begins like the first, else 0."""
    if second - first > FARTHEST or not all(token.joined for token in found[first + 1 : second + 1]):
        return 0
    one = [word for word, _ in _spelled_out(found, first + 1, second)]
    other = _spelled_out(found, second + 1, min(second + 1 + FARTHEST, len(found)))
    size = 0
    while size < min(len(one), len(other)) and one[size] == other[size][0]:
        size += 1
    return other[size - 1][1] + 1 if size > LEAST else 0


def _spelled_out(found: Sequence[Token], start: int, end: int) -> list[tuple[str, int]]:
    """Give the words of a name with abbreviations in full, each with the token that it comes from."""
    bodies = book("doubling")["bodies"]
    return [
        ("ủy" if word == "uỷ" else word, at)
        for at in range(start, end)
        for word in bodies.get(found[at].key, found[at].key).split()
    ]


CHECK = Check(
    code="F523",
    name="issuer-twice",
    title="Một cơ quan được gọi tên hai lần liền nhau",
    why="Tên viết tắt và tên đầy đủ cùng còn lại sau khi sửa câu.",
    wrong="Thực hiện Nghị quyết số 15/2021/NQ-HĐND ngày 17/7/2021 của HĐND tỉnh của Hội đồng nhân dân tỉnh.",
    right="Thực hiện Nghị quyết số 15/2021/NQ-HĐND ngày 17/7/2021 của Hội đồng nhân dân tỉnh.",
    find=find,
    severity=Severity.WARNING,
)
