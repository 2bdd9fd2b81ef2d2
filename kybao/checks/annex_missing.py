"""An annex that the text promises and the document does not have."""

import re
from collections.abc import Iterator

from kybao.checks.findings import Check, Finding, Severity
from kybao.checks.wording import quoted
from kybao.claims import Reading
from kybao.text import Document, Kind, plain

PROMISE = re.compile(
    r"\b(?:có|theo|xem|tại)?\s?(?:các )?(?:biểu|phụ lục|phụ biểu|bảng|danh sách|danh mục)"
    r"(?: [^\W\d_]+| \d[\d/.]*){0,6}? (?<!ban hành )(?:đính )?kèm\b"
    r"(?!(?: theo)? (?:quyết định|nghị quyết|nghị định|thông tư|công văn|tờ trình|kế hoạch|hướng dẫn|văn bản))"
    r"(?: theo)?"
)
ANNEX = re.compile(r"(?:phụ lục|phụ biểu|biểu|bảng|danh sách|danh mục)\b")
RUNNING = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.NOTE})


def find(reading: Reading) -> Iterator[Finding]:
    """Yield promises of an annex where neither a table nor an annex follows."""
    document = reading.document
    if _has_annex(document):
        return
    for index, block in enumerate(document.blocks):
        if block.kind not in RUNNING or " kèm" not in block.text:
            continue
        for match in PROMISE.finditer(plain(block.text)):
            if len(plain(block.text)) != len(block.text):
                break
            span = document.span_in(index, match.start(), match.end())
            yield Finding(span, f"Bài ghi {quoted(span.text)} nhưng tệp này không có biểu hay phụ lục nào.")


def _has_annex(document: Document) -> bool:
    """Whether the document has a table, or something after the signature that begins like an annex."""
    return any(
        block.kind is Kind.CELL
        or (block.kind in {Kind.CLOSING, Kind.HEADING, Kind.TITLE} and ANNEX.match(plain(block.text[block.body :])))
        for block in document.blocks
    )


CHECK = Check(
    code="F507",
    name="annex-missing",
    title="Có nhắc biểu, phụ lục kèm theo nhưng không có trong tệp",
    why="Người nhận sẽ hỏi lại; nếu biểu nằm ở tệp khác thì nhớ gửi cùng.",
    wrong="Các nhiệm vụ cơ bản đúng tiến độ (có biểu chi tiết kèm theo).",
    right="Các nhiệm vụ cơ bản đúng tiến độ.",
    find=find,
    severity=Severity.INFO,
)
