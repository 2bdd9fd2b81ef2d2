"""«Trong tháng» in a report for a quarter or longer."""

import re
from collections.abc import Iterator

from kybao.checks.findings import Check, Finding, Severity
from kybao.claims import Reading
from kybao.figures import Period, PeriodKind, Relative, period_mentions
from kybao.text import Kind, sentences

LONGER = {
    PeriodKind.QUARTER: "báo cáo quý",
    PeriodKind.HALF: "báo cáo 6 tháng",
    PeriodKind.NINE_MONTHS: "báo cáo 9 tháng",
    PeriodKind.YEAR: "báo cáo năm",
}


def find(reading: Reading) -> Iterator[Finding]:
    """Yield the only «trong tháng» of a report for a longer period, where it stands beside a figure."""
    kind = _kind(reading.period)
    document = reading.document
    if kind not in LONGER or not any(block.kind is Kind.TITLE for block in document.blocks):
        return
    found = [
        (index, mention)
        for index, block in enumerate(document.blocks)
        if "rong tháng" in block.text
        for mention in period_mentions(block.text)
        if mention.relative is Relative.MONTH and not NAMED.match(block.text, mention.end)
    ]
    if len(found) != 1:  # a report that says so often means it
        return
    index, mention = found[0]
    counted = {fact.figure.start for fact in reading.facts if fact.figure.block == index}
    sentence = next((one for one in sentences(document, index) if one.end >= mention.end), None)
    if sentence is not None and any(sentence.start <= at < sentence.end for at in counted):
        span = document.span_in(index, mention.start, mention.end)
        yield Finding(span, f"Ghi «{span.text}» trong {LONGER[kind]}: số liệu này là của tháng nào?")


# «trong tháng 6», «trong tháng năm»: the month has a name.
NAMED = re.compile(r"\s+(?:(?:0?[1-9]|1[0-2])(?![\d.,])|giêng|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|chạp)")


def _kind(period: str) -> PeriodKind | None:
    return Period.parse(period).kind if period and not period.startswith("asof:") else None


CHECK = Check(
    code="T406",
    name="month-in-longer-report",
    title="«Trong tháng» trong báo cáo quý, 6 tháng, 9 tháng, năm",
    why="Có thể sót từ báo cáo tháng; số của một tháng đứng lẫn với số của cả kỳ.",
    wrong="BÁO CÁO\nTình hình kinh tế - xã hội quý I năm 2024\n\n"
    "Trạm y tế xã điều trị ngoại trú trong tháng: 531 lượt.",
    right="BÁO CÁO\nTình hình kinh tế - xã hội quý I năm 2024\n\n"
    "Trạm y tế xã điều trị ngoại trú trong quý: 531 lượt.",
    find=find,
    severity=Severity.INFO,
)
