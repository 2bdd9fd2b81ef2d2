"""A bracket that is opened and not closed, or closed and not opened."""

import re
from collections.abc import Iterator

from kybao.checks.findings import Check, Finding, Severity
from kybao.claims import Reading
from kybao.text import Block, Kind

CHECKED = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.NOTE, Kind.HEADING, Kind.TITLE})
# «a)», «1)», «iv)» begin an entry in the middle of a paragraph: no bracket was opened for them.
ENTRY = re.compile(r"(?:(?<=^)|(?<=[\s;:,.(/*]))(?:[a-zđ]\d?|\d{1,2}|[ivx]{1,4})\)")
SHOWN = 40


def find(reading: Reading) -> Iterator[Finding]:
    """Yield round brackets without a partner in their paragraph."""
    document = reading.document
    for index, block in enumerate(document.blocks):
        if block.kind not in CHECKED:
            continue
        for at in _lonely(block):
            opened = block.text[at] == "("
            start, end = (at, min(at + SHOWN, len(block.text))) if opened else (max(at - SHOWN, 0), at + 1)
            message = "Ngoặc mở ra mà không đóng lại trong đoạn." if opened else "Có ngoặc đóng mà không có ngoặc mở."
            yield Finding(document.span_in(index, start, end), message, claimed=block.text[at])


def _lonely(block: Block) -> Iterator[int]:
    """Yield the brackets without a partner."""
    text = block.text
    if "(" not in text and ")" not in text:
        return
    entries = {match.end() - 1 for match in ENTRY.finditer(text)}
    open_brackets: list[int] = []
    for at in range(block.body, len(text)):
        if text[at] == "(":
            open_brackets.append(at)
        elif text[at] == ")":
            if open_brackets:
                open_brackets.pop()
            elif at not in entries:
                yield at
    yield from open_brackets


CHECK = Check(
    code="F512",
    name="bracket-unclosed",
    title="Ngoặc mở không đóng, hoặc đóng không mở",
    why="Không rõ phần giải thích dừng ở đâu, số liệu nào là «trong đó».",
    wrong="Đã kiểm tra 12 cơ sở (gồm 07 cơ sở sản xuất, 05 cơ sở kinh doanh, không phát hiện vi phạm.",
    right="Đã kiểm tra 12 cơ sở (gồm 07 cơ sở sản xuất, 05 cơ sở kinh doanh), không phát hiện vi phạm.",
    find=find,
    severity=Severity.WARNING,
)
