"""A sign before a number whose verb says the direction already: «giảm -2,5%»."""

import re
from collections.abc import Iterator

from kybao.checks.findings import Check, Finding, Severity
from kybao.claims import Reading
from kybao.text import Kind

SIGNED = re.compile(r"\b(?P<verb>[Tt]ăng|[Gg]iảm)\s+(?P<number>[-−]\d[\d.,]*\s?%?)")


def find(reading: Reading) -> Iterator[Finding]:
    """Yield «giảm -2,5%» and «tăng -2,5%»."""
    document = reading.document
    for index, block in enumerate(document.blocks):
        if block.kind is Kind.CLOSING:
            continue
        for match in SIGNED.finditer(block.text):
            plain = match["number"].lstrip("-−")
            falls = match["verb"].lower() == "giảm"
            message = f"ghi «giảm {plain}», bỏ dấu trừ" if falls else f"là giảm {plain} hay tăng {plain}?"
            span = document.span_in(index, match.start(), match.end())
            yield Finding(span, f"«{span.text}» thừa dấu âm: {message}.", claimed=span.text)


CHECK = Check(
    code="F518",
    name="sign-twice",
    title="Dấu âm sau chữ «tăng» hoặc «giảm»",
    why="«Giảm -2,5%» đọc đúng chữ là tăng 2,5%.",
    wrong="Tổng mức bán lẻ đạt 2.015 tỷ đồng, giảm -2,5% so với cùng kỳ.",
    right="Tổng mức bán lẻ đạt 2.015 tỷ đồng, giảm 2,5% so với cùng kỳ.",
    find=find,
    severity=Severity.WARNING,
)
