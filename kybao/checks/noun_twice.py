"""A noun on both sides of its number, or a number on both sides of its noun."""

from collections.abc import Iterator, Sequence

from kybao.checks.findings import Check, Finding, Severity
from kybao.checks.tokens import Token, tokens
from kybao.checks.vocabulary import phrases, words
from kybao.checks.word_twice import RUNNING
from kybao.checks.wording import quoted
from kybao.claims import Reading

FARTHEST = 6  # words between a number and the same number


def find(reading: Reading) -> Iterator[Finding]:
    """Yield «công trình 23 công trình», «văn bản các văn bản», «dự án công trình, dự án», «02 dự án mới 02»."""
    document = reading.document
    for index, block in enumerate(document.blocks):
        if block.kind not in RUNNING:
            continue
        found = tokens(block.text)
        joints = {0, *block.passage.joints}
        for start, end, word in _doubled(block.text, found, joints):
            phrase = block.text[found[start].start : found[end - 1].end]
            yield Finding(
                document.span_in(index, found[start].start, found[end - 1].end),
                f"Trong {quoted(phrase)}, {quoted(word)} viết hai lần.",
                claimed=phrase,
            )


def _doubled(text: str, found: Sequence[Token], joints: set[int]) -> Iterator[tuple[int, int, str]]:
    """Yield first word, end and the doubled word; at ``joints`` a page ended."""
    keys = [token.key for token in found]
    for at in range(len(found) - 3):
        if keys[at] == keys[at + 3] and _around(found, at, joints):
            yield at, at + 5, text[found[at].start : found[at + 1].end]
        elif keys[at : at + 2] == keys[at + 4 : at + 6] and _twin(found, at):
            yield at, at + 6, text[found[at].start : found[at + 1].end]
        elif keys[at][0] == "0" and (end := _number_again(text, found, at)):
            yield at, end, text[found[at].start : found[at].end]


def _around(found: Sequence[Token], at: int, joints: set[int]) -> bool:
    """A noun of two syllables, a number or «các», the noun again.

    In «quản lý dự án 08 dự án» the first noun belongs to the verb; a number parts nouns only where the phrase begins.
    """
    if at + 5 > len(found) or not all(token.joined for token in found[at + 1 : at + 5]):
        return False
    first, second, middle, third, fourth = (token.key for token in found[at : at + 5])
    if (first, second) != (third, fourth) or not (first.isalpha() and second.isalpha()):
        return False
    if first in words("doubling", "phrase_ends"):
        return False
    return middle in words("doubling", "plural") or (middle.isdigit() and _begins(found, at, joints))


def _begins(found: Sequence[Token], at: int, joints: set[int]) -> bool:
    """Whether a noun phrase begins with this word: after a sign, a page end, a preposition."""
    if not found[at].joined or found[at].start in joints:
        return True
    return found[at - 1].key in words("doubling", "phrase_starts")


def _twin(found: Sequence[Token], at: int) -> bool:
    """«dự án công trình, dự án» and nothing more: two class nouns and the first of them again."""
    keys = tuple(token.key for token in found[at : at + 7])
    classes = phrases("doubling", "classes")
    if keys[:2] not in classes or keys[2:4] not in classes or keys[2:4] == keys[:2]:
        return False
    if not (found[at + 1].joined and found[at + 2].joined and found[at + 3].joined):
        return False
    return len(keys) < 7 or not found[at + 6].joined or keys[6] in words("doubling", "phrase_ends")


def _number_again(text: str, found: Sequence[Token], at: int) -> int:
    """«02 dự án khởi công mới 02 với»: a number, its noun, the number again, and no noun after it."""
    number = found[at].key
    if not number.isdigit():
        return 0
    for later in range(at + 1, min(at + 2 + FARTHEST, len(found))):
        if not found[later].joined:
            return 0
        if found[later].key != number:
            continue
        if later < at + 3 or found[later - 1].key in words("doubling", "naming"):
            return 0
        return later + 1 if _nothing_counted(text, found, later) else 0
    return 0


def _nothing_counted(text: str, found: Sequence[Token], at: int) -> bool:
    if text[found[at].end : found[at].end + 1] in {"/", "-", "–", "%"}:
        return False
    return at + 1 == len(found) or not found[at + 1].joined or found[at + 1].key in words("doubling", "phrase_ends")


CHECK = Check(
    code="F522",
    name="noun-twice",
    title="Danh từ hoặc con số viết lặp quanh nhau",
    why="Câu ghép từ hai cách viết; người đọc không biết số nào, danh từ nào là đúng.",
    wrong="Đến nay, toàn huyện có công trình 12 công trình giao thông nông thôn đang thi công.",
    right="Đến nay, toàn huyện có 12 công trình giao thông nông thôn đang thi công.",
    find=find,
    severity=Severity.WARNING,
)
