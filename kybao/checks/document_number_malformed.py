"""The number of a cited document that no office gives: «36/2020NĐ-CP»."""

import re
from collections.abc import Iterator

from kybao.checks.findings import Check, Finding, Severity
from kybao.checks.wording import quoted
from kybao.claims import Reading
from kybao.text import Kind

# A running number, perhaps the year, and the sign of kind and body: 36/2020/NĐ-CP, 136/QĐ-UBND, 51-NQ/TU.
CANDIDATE = re.compile(r"\b[Ss]ố:?\s?(\d{1,5}\s?[/-]\s?[\w/-]{0,20}[A-ZĐ]{2}[\w/-]{0,20})")
YEAR_GLUED = re.compile(r"(\d+)\s?/\s?((?:19|20)\d\d)([A-ZĐ].*)")  # 36/2020NĐ-CP
NO_DASH = re.compile(
    r"(\d+/(?:(?:19|20)\d\d/)?)(NĐ|QĐ|NQ|TT|CT|KH|BC|TB|TTr|KL)(CP|TTg|HĐND|UBND|TU|BTC|BNV|BYT)\b(.*)"
)


def find(reading: Reading) -> Iterator[Finding]:
    """Yield numbers of documents in which a stroke or a dash is missing."""
    document = reading.document
    for index, block in enumerate(document.blocks):
        if block.kind is Kind.CLOSING:
            continue
        for match in CANDIDATE.finditer(block.text):
            mended = _mended(match[1])
            if mended:
                span = document.span_in(index, match.start(1), match.end(1))
                yield Finding(
                    span,
                    f"Số hiệu {quoted(span.text)} viết sai thể thức; đúng là «{mended}».",
                    claimed=span.text,
                    computed=mended,
                )


def _mended(number: str) -> str:
    """Give the number as it has to be, "" for one that is right."""
    if match := YEAR_GLUED.fullmatch(number):
        return f"{match[1]}/{match[2]}/{match[3]}"
    if match := NO_DASH.fullmatch(number):
        return f"{match[1]}{match[2]}-{match[3]}{match[4]}"
    return ""


CHECK = Check(
    code="F508",
    name="document-number-malformed",
    title="Số, ký hiệu văn bản được dẫn viết sai thể thức",
    why="Nghị định 30/2020/NĐ-CP, Phụ lục I: số và ký hiệu cách nhau bằng dấu gạch chéo, các nhóm chữ viết tắt cách "
    "nhau bằng dấu gạch nối. Viết sai thì không tra cứu được.",
    wrong="Triển khai thực hiện Nghị định số 36/2020NĐ-CP ngày 24/3/2020 của Chính phủ.",
    right="Triển khai thực hiện Nghị định số 36/2020/NĐ-CP ngày 24/3/2020 của Chính phủ.",
    find=find,
    severity=Severity.WARNING,
)
