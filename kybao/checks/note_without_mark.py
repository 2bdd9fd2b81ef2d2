"""A footnote that nothing in the text points to."""

from collections import Counter
from collections.abc import Iterator

from kybao.checks.findings import Check, Finding
from kybao.claims import Reading
from kybao.text import Kind


def find(reading: Reading) -> Iterator[Finding]:
    """Yield notes whose number stands at no mark, and second notes of one number."""
    document = reading.document
    marked = Counter(mark.number for mark in document.marks)
    for index, block in enumerate(document.blocks):
        if block.kind is not Kind.NOTE:
            continue
        span = document.span_in(index, 0, max(block.body, 1))
        if not marked[block.mark]:
            message = f"Chú thích số {block.mark} không có dấu dẫn tới trong bài."
            yield Finding(span, message, claimed=block.mark)
        elif document.notes[block.mark] != index and marked[block.mark] == 1:  # else the notes are numbered by page
            first = document.span_in(document.notes[block.mark], 0, 1)
            yield Finding(span, f"Có hai chú thích cùng số {block.mark}.", claimed=block.mark, related=(first,))


CHECK = Check(
    code="F506",
    name="note-without-mark",
    title="Chú thích không có dấu dẫn tới",
    why="Chú thích mồ côi thường là phần còn lại của đoạn đã xóa.",
    wrong="Tổng đàn lợn tăng khá¹. Diện tích lúa ổn định.\n\n¹ Chủ yếu ở các xã vùng thấp.\n\n² Chưa tính lúa nương.",
    right="Tổng đàn lợn tăng khá¹. Diện tích lúa ổn định².\n\n¹ Chủ yếu ở các xã vùng thấp.\n\n"
    "² Chưa tính lúa nương.",
    find=find,
)
