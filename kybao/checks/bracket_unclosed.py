"""A bracket that is opened and not closed, or closed and not opened."""

import re
from collections.abc import Iterator

from kybao.checks.findings import Check, Finding, Severity
from kybao.claims import Reading
from kybao.text import Block, Document, Kind

CHECKED = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.NOTE, Kind.HEADING, Kind.TITLE})
# «a)», «1)», «iv)» begin an entry in the middle of a paragraph: no bracket was opened for them.
ENTRY = re.compile(r"(?:(?<=^)|(?<=[\s;:,.(/*]))(?:[a-zđ]\d?|\d{1,2}|[ivx]{1,4})\)")
SHOWN = 40
LONGEST_LIST = 12  # entries over which a bracket may stay open


def find(reading: Reading) -> Iterator[Finding]:
    """Yield round brackets without a partner in their paragraph, nor in the list that the paragraph begins."""
    document = reading.document
    opened: list[tuple[int, int]] = []  # block and offset of brackets that may yet be closed
    for index, block in enumerate(document.blocks):
        if opened and (block.kind is Kind.HEADING or index - opened[0][0] > LONGEST_LIST):
            yield from (_finding(document, *place) for place in opened)
            opened.clear()
        for at in _lonely(block) if block.kind in CHECKED else ():
            if block.text[at] == "(":
                opened.append((index, at))
            elif opened:
                opened.pop()
            else:
                yield _finding(document, index, at)
    yield from (_finding(document, *place) for place in opened)


def _finding(document: Document, index: int, at: int) -> Finding:
    text = document.blocks[index].text
    opens = text[at] == "("
    start, end = (at, min(at + SHOWN, len(text))) if opens else (max(at - SHOWN, 0), at + 1)
    message = "Ngoặc mở ra mà không đóng lại." if opens else "Có ngoặc đóng mà không có ngoặc mở."
    return Finding(document.span_in(index, start, end), message, claimed=text[at])


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
