"""A word of which only the first half is left, where a page or a paragraph ends: «cho các dự»."""

from collections.abc import Iterator

from kybao.checks.findings import Check, Finding, Severity
from kybao.checks.tokens import Token, tokens
from kybao.checks.vocabulary import book
from kybao.checks.wording import quoted
from kybao.claims import Reading
from kybao.text import Block, Kind

RUNNING = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.NOTE})
SHOWN = 3  # words of the place


def find(reading: Reading) -> Iterator[Finding]:
    """Yield first halves of words that nothing, or something else, goes on."""
    document = reading.document
    for index, block in enumerate(document.blocks):
        if block.kind not in RUNNING:
            continue
        found = tokens(block.text)
        for at in _ends(block, found):
            halves = book("halves")["halves"].get(found[at].key)
            after = found[at + 1].key if at + 1 < len(found) else ""
            if halves is not None and after not in halves and not _closed(block, found[at]):
                span = document.span_in(index, found[max(at - SHOWN + 1, 0)].start, found[at].end)
                yield Finding(span, f"Câu bị cắt giữa chừng: sau {quoted(span.text)} thiếu phần còn lại của từ.")


def _ends(block: Block, found: tuple[Token, ...]) -> Iterator[int]:
    """Yield the words that stand last on a page of the block, or in the block itself."""
    joints = block.passage.joints
    for at in range(1, len(found)):
        if found[at].start in joints:
            yield at - 1
    if found:
        yield len(found) - 1


def _closed(block: Block, word: Token) -> bool:
    """Whether a full stop or another sign ends the sentence after the word."""
    return block.text[word.end : word.end + 1].strip() != ""


CHECK = Check(
    code="F517",
    name="word-cut",
    title="Câu bị cắt giữa một từ",
    why="Phần cuối câu mất khi ngắt trang hoặc cắt dán; thường mất luôn số liệu.",
    wrong="1. Tài chính\n\nBố trí kinh phí từ nguồn tạm ứng ngân sách tỉnh cho các dự\n\n"
    "2. Nhiệm vụ\n\nĐẩy nhanh giải ngân.",
    right="1. Tài chính\n\nBố trí kinh phí từ nguồn tạm ứng ngân sách tỉnh cho các dự án.\n\n"
    "2. Nhiệm vụ\n\nĐẩy nhanh giải ngân.",
    find=find,
    severity=Severity.WARNING,
)
