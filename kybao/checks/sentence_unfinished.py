"""A sentence that breaks off: its paragraph ends with a comma, a colon or «của», and something else follows."""

from collections.abc import Iterator

from kybao.checks.findings import Check, Finding, Severity
from kybao.checks.numbering import read
from kybao.checks.tokens import tokens
from kybao.checks.vocabulary import words as book_words
from kybao.checks.wording import quoted
from kybao.claims import Reading
from kybao.text import Block, Document, Kind

RUNNING = frozenset({Kind.PARAGRAPH, Kind.ITEM})
SHOWN = 40
TRAILING = " \t\n\u00a0*_"


def find(reading: Reading) -> Iterator[Finding]:
    """Yield paragraphs and entries that end with «,», «:» or an open word though nothing carries them on."""
    document = reading.document
    after = _following(document)
    for index, block in enumerate(document.blocks):
        if block.kind not in RUNNING:
            continue
        words = block.text.rstrip(TRAILING)
        if _breaks_off(document, index, words, after[index]):
            start = max(len(words) - SHOWN, block.body)
            start = next((token.start for token in tokens(block.text) if token.start >= start), start)
            yield Finding(
                document.span_in(index, start, len(words)),
                f"Câu bỏ dở: đoạn kết bằng {quoted(words.split()[-1])}, sau đó không có phần còn lại.",
            )


def _breaks_off(document: Document, index: int, words: str, after: Block | None) -> bool:
    if words.endswith(":") and after is not None:
        return _goes_on_elsewhere(document.blocks[index], after)
    if words.endswith(",") and after is not None and after.kind is not Kind.PARAGRAPH:
        return not _comma_list(document, index)
    return _ends_open(words) and (after is None or after.kind not in LISTS)


def _ends_open(words: str) -> bool:
    """Whether the last word asks for another: «sang các dự án có»."""
    last = tokens(words[-SHOWN:])[-1:]
    return words[-1:].isalpha() and len(words) > SHOWN and bool(last) and last[0].key in book_words("endings", "open")


LISTS = frozenset({Kind.ITEM, Kind.CELL})


def _following(document: Document) -> list[Block | None]:
    """Give, for each block, the block of running text after it, footnotes aside; None before the closing."""
    following: list[Block | None] = []
    after: Block | None = None
    for block in reversed(document.blocks):
        following.append(after)
        if block.kind is not Kind.NOTE:
            after = None if block.kind is Kind.CLOSING else block
    return following[::-1]


def _goes_on_elsewhere(block: Block, after: Block) -> bool:
    """Whether a later heading or entry follows the colon: a first one («1.», «a)») begins what it announces."""
    number = read(after.number)
    if number is None or number.index == 1:
        return False
    return after.kind is Kind.HEADING or (after.kind is block.kind is Kind.ITEM and block.number == "")


def _comma_list(document: Document, index: int) -> bool:
    """Whether the entries of this list all end with commas."""
    around = [document.blocks[at] for at in (index - 1, index + 1) if 0 <= at < len(document.blocks)]
    return any(block.kind is Kind.ITEM and block.text.rstrip(TRAILING).endswith(",") for block in around)


CHECK = Check(
    code="F511",
    name="sentence-unfinished",
    title="Câu bỏ dở",
    why="Phần còn lại của câu đã mất khi cắt dán; có khi mất luôn số liệu.",
    wrong="II. HẠN CHẾ\n\n- Thu tiền sử dụng đất đạt thấp,\n\n- Tiến độ giải ngân còn chậm.",
    right="II. HẠN CHẾ\n\n- Thu tiền sử dụng đất đạt thấp.\n\n- Tiến độ giải ngân còn chậm.",
    find=find,
    severity=Severity.WARNING,
)
