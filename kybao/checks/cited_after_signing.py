"""A cited document that is younger than the report that cites it."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from kybao.checks.findings import Check, Finding
from kybao.claims import Reading
from kybao.figures import cited_documents, dates
from kybao.text import Document, Kind

DAY_BLANK = re.compile(r"tháng[\s.…_]*(\d{1,2})[\s.…_]+năm[\s.…_]+((?:19|20)\d\d)")


def find(reading: Reading) -> Iterator[Finding]:
    """Yield days of cited documents that come after the day of signing."""
    document = reading.document
    signed = signing(document)
    if signed is None:
        return
    for index, block in enumerate(document.blocks):
        if block.kind in {Kind.HEAD, Kind.CLOSING}:
            continue
        for cited in cited_documents(block.text):
            if cited.day and cited.date and cited.date > signed:
                day = document.span_in(index, cited.day.start, cited.day.end)
                yield Finding(
                    day,
                    f"Văn bản {cited.number} ghi ngày {day.text}, sau ngày ký báo cáo này ({signed:%d/%m/%Y}).",
                    claimed=day.text,
                )


def signing(document: Document) -> date | None:
    """Give the day in the head of a document, the last of the month where the day is blank; None for neither."""
    for block in document.blocks:
        if block.kind is not Kind.HEAD:
            continue
        named = next((day.on() for day in dates(block.text) if day.year), None)
        if named is not None:
            return named
        blank = DAY_BLANK.search(block.text)
        if blank and 1 <= int(blank[1]) <= 12:
            month, year = int(blank[1]), int(blank[2])
            return date(year, month, monthrange(year, month)[1])
    return None


CHECK = Check(
    code="T405",
    name="cited-after-signing",
    title="Văn bản được dẫn có ngày sau ngày ký báo cáo",
    why="Không thể dẫn một văn bản chưa có; thường là gõ nhầm năm.",
    wrong="UBND HUYỆN BÌNH GIA\n\nBình Gia, ngày 05 tháng 7 năm 2024\n\nBÁO CÁO\nKết quả công tác tháng 6\n\n"
    "Thực hiện Kế hoạch số 53/KH-UBND ngày 02/8/2024 của UBND tỉnh.",
    right="UBND HUYỆN BÌNH GIA\n\nBình Gia, ngày 05 tháng 7 năm 2024\n\nBÁO CÁO\nKết quả công tác tháng 6\n\n"
    "Thực hiện Kế hoạch số 53/KH-UBND ngày 02/02/2024 của UBND tỉnh.",
    find=find,
)
