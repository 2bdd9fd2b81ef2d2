"""A part of the document whose passages were copied from another part."""

from collections.abc import Iterator

from kybao.checks.findings import Check, Finding, Severity
from kybao.checks.passage_twice import part, place
from kybao.checks.passages import Copy, copies
from kybao.checks.wording import quoted
from kybao.claims import Reading
from kybao.text import Document

LEAST = 3  # passages; one or two sentences may well be meant


def find(reading: Reading) -> Iterator[Finding]:
    """Yield one remark for two chief headings that share at least three passages."""
    document = reading.document
    shared: dict[tuple[int, int], list[Copy]] = {}
    for copy in copies(document):
        parts = part(document, copy.first.block), part(document, copy.second.block)
        if parts[0] != parts[1] and min(parts) >= 0:
            shared.setdefault(parts, []).append(copy)
    for (first, second), passages in shared.items():
        if len(passages) >= LEAST:
            yield Finding(
                place(document, passages[0].second),
                f"Phần {_name(document, second)} chép lại nguyên văn {len(passages)} đoạn của phần "
                f"{_name(document, first)}; đây là đoạn đầu tiên.",
                related=tuple(place(document, copy.first) for copy in passages),
            )


def _name(document: Document, heading: int) -> str:
    return quoted(document.blocks[heading].text)


CHECK = Check(
    code="F526",
    name="passage-copied",
    title="Hai phần của văn bản có nhiều đoạn giống hệt nhau",
    why="Phần nhiệm vụ chép lại phần kết quả thì không nói được việc gì là mới.",
    wrong="I. KẾT QUẢ\n\nTăng cường kiểm tra an toàn hồ đập trước mùa mưa bão trên toàn địa bàn huyện.\n\n"
    "Đẩy nhanh tiến độ giải ngân vốn đầu tư công đối với các dự án chuyển tiếp.\n\n"
    "Duy trì chế độ trực sẵn sàng chiến đấu, nắm chắc tình hình trên địa bàn.\n\n"
    "II. NHIỆM VỤ\n\nTăng cường kiểm tra an toàn hồ đập trước mùa mưa bão trên toàn địa bàn huyện.\n\n"
    "Đẩy nhanh tiến độ giải ngân vốn đầu tư công đối với các dự án chuyển tiếp.\n\n"
    "Duy trì chế độ trực sẵn sàng chiến đấu, nắm chắc tình hình trên địa bàn.",
    right="I. KẾT QUẢ\n\nTăng cường kiểm tra an toàn hồ đập trước mùa mưa bão trên toàn địa bàn huyện.\n\n"
    "II. NHIỆM VỤ\n\nHoàn thành sửa chữa ba hồ chứa trước ngày 30/6, bố trí vật tư dự phòng tại các xã.",
    find=find,
    severity=Severity.INFO,
)
