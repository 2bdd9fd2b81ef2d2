"""A sentence that begins again in its middle: «ban hành, chỉ đạo thực hiện Ban hành kế hoạch»."""

from collections.abc import Iterator, Sequence

from kybao.checks.findings import Check, Finding, Severity
from kybao.checks.tokens import Token, tokens
from kybao.checks.vocabulary import phrases
from kybao.checks.word_twice import RUNNING
from kybao.checks.wording import quoted
from kybao.claims import Reading
from kybao.text import sentences

FARTHEST = 12  # words back to the first use of the verb


def find(reading: Reading) -> Iterator[Finding]:
    """Yield verbs that open a sentence of a report but stand, for the second time, in the middle of one."""
    document = reading.document
    for index, block in enumerate(document.blocks):
        if block.kind not in RUNNING:
            continue
        found = tokens(block.text)
        starts = {sentence.start for sentence in sentences(document, index)}
        for first, second in _again(block.text, found, starts):
            phrase = block.text[found[first].start : found[second + 1].end]
            yield Finding(
                document.span_in(index, found[second].start, found[second + 1].end),
                f"Câu bắt đầu lại ở giữa chừng: {quoted(phrase)}.",
                claimed=phrase,
                related=(document.span_in(index, found[first].start, found[first + 1].end),),
            )


def _again(text: str, found: Sequence[Token], starts: set[int]) -> Iterator[tuple[int, int]]:
    seen: dict[tuple[str, str], int] = {}
    for at in range(len(found) - 1):
        if found[at].start in starts:
            seen.clear()
        verb = found[at].key, found[at + 1].key
        if verb not in phrases("doubling", "openers"):
            continue
        before = seen.get(verb)
        if before is not None and at - before <= FARTHEST and _begins_again(text, found[before], found[at]):
            yield before, at
        seen[verb] = at


def _begins_again(text: str, first: Token, second: Token) -> bool:
    """Whether the second verb has a capital in the middle of the clause that the first belongs to."""
    return second.joined and text[second.start].isupper() and ";" not in text[first.end : second.start]


CHECK = Check(
    code="F524",
    name="verb-twice",
    title="Câu bắt đầu lại ở giữa chừng",
    why="Hai cách viết của một ý bị để lẫn trong một câu.",
    wrong="Xây dựng, ban hành và chỉ đạo thực hiện Ban hành kế hoạch phòng, chống thiên tai.",
    right="Xây dựng, ban hành và chỉ đạo thực hiện kế hoạch phòng, chống thiên tai.",
    find=find,
    severity=Severity.WARNING,
)
