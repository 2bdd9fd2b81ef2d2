"""A letter where a number has a digit: «l5 hộ», «1O5 xã»."""

from collections.abc import Iterator

from kybao.checks.findings import Check, Finding, Severity
from kybao.claims import Reading
from kybao.figures import dates, misread_numbers, passage_figures
from kybao.figures.misread import LETTERS, Misread
from kybao.text import Kind


def find(reading: Reading) -> Iterator[Finding]:
    """Yield numbers with l, I, O or o inside that would be a figure or a day with digits instead."""
    document = reading.document
    for index, block in enumerate(document.blocks):
        if block.kind in {Kind.HEAD, Kind.CLOSING}:
            continue
        for found in misread_numbers(block.text):
            if found.start >= block.body and _makes_sense(block.text, found):
                letters = ", ".join(f"«{letter}»" for letter in LETTERS if letter in found.text)
                yield Finding(
                    document.span_in(index, found.start, found.end),
                    f"Số «{found.text}» có chữ {letters} ở chỗ của chữ số; có lẽ là {found.proposed}.",
                    claimed=found.text,
                    computed=found.proposed,
                )


def _makes_sense(text: str, found: Misread) -> bool:
    """Whether the proposed number would be read as a figure or as part of a day."""
    mended = text[: found.start] + found.proposed + text[found.end :]
    places = [(figure.start, figure.end) for figure in passage_figures(mended)]
    places += [(day.start, day.end) for day in dates(mended)]
    return any(start <= found.start and found.end <= end for start, end in places)


CHECK = Check(
    code="F519",
    name="letter-in-number",
    title="Chữ cái lẫn trong con số",
    why="Máy quét và người gõ hay lẫn «l» với 1, «O» với 0; con số ấy không tra cứu được, không cộng được.",
    wrong="Toàn huyện còn 1O5 hộ nghèo.",
    right="Toàn huyện còn 105 hộ nghèo.",
    find=find,
    severity=Severity.WARNING,
)
