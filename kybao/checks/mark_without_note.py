"""A footnote mark whose footnote is missing."""

from collections.abc import Iterator

from kybao.checks.findings import Check, Finding
from kybao.claims import Reading


def find(reading: Reading) -> Iterator[Finding]:
    """Yield marks without a note; where the document has no notes at all, only the first."""
    document = reading.document
    lonely = [mark for mark in document.marks if mark.number not in document.notes]
    for mark in lonely if document.notes else lonely[:1]:
        yield Finding(
            mark.span,
            f"Có dấu chú thích {mark.number} nhưng không có chú thích số {mark.number} ở cuối trang.",
            claimed=mark.number,
        )


CHECK = Check(
    code="F505",
    name="mark-without-note",
    title="Dấu chú thích không có chú thích",
    why="Người đọc được chỉ tới một chú thích không tồn tại; số liệu chi tiết bị mất.",
    wrong="Tổng đàn lợn tăng khá¹. Diện tích lúa ổn định².\n\n¹ Chủ yếu ở các xã vùng thấp.",
    right="Tổng đàn lợn tăng khá¹. Diện tích lúa ổn định².\n\n¹ Chủ yếu ở các xã vùng thấp.\n\n"
    "² Chưa tính lúa nương.",
    find=find,
)
