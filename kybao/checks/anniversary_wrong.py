"""An anniversary whose count does not fit its two years."""

import re
from collections.abc import Iterator

from kybao.checks.findings import Check, Finding
from kybao.claims import Reading

COUNT = re.compile(r"(?i:kỷ\s+niệm|mừng)[^.;(\d]{0,40}?\b(?P<count>\d{1,3})\s+năm\b")
DAY = r"(?:\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?)?"
YEARS = re.compile(rf"[^.;(]{{0,160}}\(\s*{DAY}(?P<first>\d{{4}})\s?[-–—/]\s?{DAY}(?P<last>\d{{4}})")


def find(reading: Reading) -> Iterator[Finding]:
    """Yield «kỷ niệm 76 năm … (27/7/1947 - 27/7/2024)»."""
    document = reading.document
    for index, block in enumerate(document.blocks):
        for match in COUNT.finditer(block.text):
            years = YEARS.match(block.text, match.end())
            if years is None:
                continue
            exact = int(years["last"]) - int(years["first"])
            if 0 < exact != int(match["count"]):
                yield Finding(
                    document.span_in(index, match.start("count"), match.end("count")),
                    f"Từ {years['first']} đến {years['last']} là {exact} năm, không phải {match['count']} năm.",
                    claimed=match["count"],
                    computed=str(exact),
                    related=(document.span_in(index, years.start("first"), years.end("last")),),
                )


CHECK = Check(
    code="T403",
    name="anniversary-wrong",
    title="Số năm kỷ niệm không khớp với hai mốc năm",
    why="Con số in trên phông lễ, trong diễn văn; chép từ năm trước thì thiếu đúng một năm.",
    wrong="Tổ chức kỷ niệm 76 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2024).",
    right="Tổ chức kỷ niệm 77 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2024).",
    find=find,
)
