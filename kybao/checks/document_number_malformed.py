"""The number of a cited document that no office gives: «36/2020NĐ-CP»."""

import re
from collections.abc import Iterator

from kybao.checks.findings import Check, Finding, Severity
from kybao.checks.wording import quoted
from kybao.claims import Reading
from kybao.figures import cited_documents
from kybao.text import Kind

YEAR_GLUED = re.compile(r"(\d+)\s?/\s?((?:19|20)\d\d)([A-ZĐ].*)")  # 36/2020NĐ-CP
BODIES = "CP|TTg|HĐND|UBND|TU|TW|BTC|BNV|BYT|BTNMT|VPCP"
STROKE_LOST = re.compile(rf"(\d+)\s?((?:NĐ|QĐ|NQ|TT|CT|KH|BC|TB|TTr|KL|CV|HD)\s?-\s?(?:{BODIES}))")  # 58KH-UBND
DASH_LOST = re.compile(rf"(\d+/(?:(?:19|20)\d\d/)?)(NĐ|QĐ|NQ|TT|CT|KH|BC|TB|TTr|KL)\s?({BODIES})")  # 36/2020/NĐCP


def find(reading: Reading) -> Iterator[Finding]:
    """Yield numbers of documents in which a stroke or a dash is missing."""
    document = reading.document
    for index, block in enumerate(document.blocks):
        if block.kind is Kind.CLOSING:
            continue
        for cited in cited_documents(block.text):
            mended = _mended(cited.number)
            if mended:
                yield Finding(
                    document.span_in(index, cited.number_start, cited.number_end),
                    f"Số hiệu {quoted(cited.number)} viết sai thể thức; đúng là «{mended}».",
                    claimed=cited.number,
                    computed=mended,
                )


def _mended(number: str) -> str:
    """Give the number as it has to be, "" where that is not clear; a mere blank is no matter."""
    if match := YEAR_GLUED.fullmatch(number):
        return f"{match[1]}/{match[2]}/{match[3]}"
    if match := STROKE_LOST.fullmatch(number):
        return f"{match[1]}/{match[2]}"
    if match := DASH_LOST.fullmatch(number):
        return f"{match[1]}{match[2]}-{match[3]}"
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
