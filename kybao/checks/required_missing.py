"""A figure that the report has to state and leaves out."""

from collections.abc import Iterator
from decimal import Decimal

from kybao.checks.findings import Check, Finding, Severity
from kybao.checks.known import Known, KnownFigure, pairs
from kybao.claims import Reading
from kybao.text import Document, Kind, Span

SHOWN = 100


def compare(reading: Reading, known: Known) -> Iterator[Finding]:
    """Yield one finding, at the title, for each required indicator that no figure of the document states."""
    stated = {(one.code, one.indicator) for _, one in pairs(reading, known)}
    missing = {(one.code, one.indicator): one for one in known if one.required}
    place = _title(reading.document)
    for key, one in missing.items():
        if key not in stated and place is not None:
            yield Finding(place, f"Báo cáo chưa nêu chỉ tiêu bắt buộc «{one.indicator}».", computed=one.written())


def _title(document: Document) -> Span | None:
    for kind in (Kind.TITLE, None):
        for index, block in enumerate(document.blocks):
            if kind in {None, block.kind}:
                return document.span_in(index, 0, min(len(block.text), SHOWN))
    return None


CHECK = Check(
    code="K604",
    name="required-missing",
    title="Thiếu chỉ tiêu bắt buộc",
    why="Cấp trên tổng hợp theo biểu; thiếu một chỉ tiêu là cả biểu bị trả lại.",
    wrong="Tổng thu ngân sách quý I/2024 đạt 113 tỷ đồng.",
    right="Tổng thu ngân sách quý I/2024 đạt 113 tỷ đồng. Tổng chi ngân sách quý I/2024 đạt 180 tỷ đồng.",
    compare=compare,
    severity=Severity.WARNING,
    known=(KnownFigure("Tổng chi ngân sách", "2024-Q1", Decimal(180), "tỷ đồng", required=True),),
)
