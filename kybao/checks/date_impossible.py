"""A day that the calendar does not have: «31/6»."""

from calendar import monthrange
from collections.abc import Iterator

from kybao.checks.findings import Check, Finding
from kybao.checks.wording import quoted
from kybao.claims import Reading
from kybao.figures import DateMention, dates
from kybao.text import Kind


def find(reading: Reading) -> Iterator[Finding]:
    """Yield days that do not exist."""
    document = reading.document
    for index, block in enumerate(document.blocks):
        if block.kind is Kind.CLOSING:
            continue
        for day in dates(block.text):
            if not day.possible:
                span = document.span_in(index, day.start, day.end)
                yield Finding(span, f"Không có ngày {quoted(span.text)}{_why(day)}.", claimed=span.text)


def _why(day: DateMention) -> str:
    if not 1 <= day.month <= 12:
        return ": một năm có 12 tháng"
    last = monthrange(day.year or 2000, day.month)[1]
    year = f"/{day.year}" if day.year else ""
    return f": tháng {day.month}{year} có {last} ngày"


CHECK = Check(
    code="T401",
    name="date-impossible",
    title="Ngày không có trong lịch",
    why="Ngày sai làm mốc chốt số liệu hoặc văn bản được dẫn không tra cứu được.",
    wrong="Tính đến ngày 31/6/2024, toàn huyện có 3.811 người tham gia.",
    right="Tính đến ngày 30/6/2024, toàn huyện có 3.811 người tham gia.",
    find=find,
)
