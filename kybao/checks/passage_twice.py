"""A passage that one part of the document holds twice."""

from collections.abc import Iterator

from kybao.checks.findings import Check, Finding, Severity
from kybao.checks.passages import Copy, copies, parted
from kybao.checks.wording import quoted
from kybao.claims import Reading
from kybao.text import Document, Sentence, Span

SHOWN = 300  # characters of a place


def find(reading: Reading) -> Iterator[Finding]:
    """Yield sentences and longer passages that stand twice under one chief heading."""
    document = reading.document
    twice = (
        copy for copy in copies(document) if part(document, copy.first.block) == part(document, copy.second.block)
    )
    for run in parted(twice):
        first, second = place(document, run[0].first), place(document, run[0].second)
        more = f" và {len(run) - 1} câu gần đó" if len(run) > 1 else ""
        yield Finding(
            second,
            f"Đoạn {quoted(second.text)}{more} đã viết ở trên{_where(document, run[0])}; bỏ một chỗ.",
            claimed="2 lần",
            computed="1 lần",
            related=(first,),
        )


def part(document: Document, block: int) -> int:
    """Give the chief heading that a block stands under, -1 for none."""
    return next(reversed(list(document.headings_over(block))), -1)


def place(document: Document, sentence: Sentence) -> Span:
    """Give the place of a passage, cut to what a finding may hold."""
    start, end = document.blocks[sentence.block].passage.place(sentence.start, sentence.end)
    return document.span(start, min(end, start + SHOWN))


def _where(document: Document, copy: Copy) -> str:
    heading = document.blocks[copy.first.block].parent
    return f", mục {quoted(document.blocks[heading].text)}" if heading >= 0 else ""


CHECK = Check(
    code="F525",
    name="passage-twice",
    title="Một đoạn viết hai lần trong cùng một phần",
    why="Lặp nguyên văn là do chép từ báo cáo của nhiều đơn vị; người đọc mất thời gian, số liệu dễ vênh nhau.",
    wrong="Thực hiện tốt công tác quản lý đất đai, kịp thời xử lý các trường hợp vi phạm trên địa bàn huyện.\n\n"
    "Thực hiện tốt công tác quản lý đất đai, kịp thời xử lý các trường hợp vi phạm trên địa bàn huyện.",
    right="Thực hiện tốt công tác quản lý đất đai, kịp thời xử lý các trường hợp vi phạm trên địa bàn huyện.\n\n"
    "Thực hiện tốt công tác quản lý đô thị, kịp thời xử lý các trường hợp vi phạm trên địa bàn huyện.",
    find=find,
    severity=Severity.WARNING,
)
