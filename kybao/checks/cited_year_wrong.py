"""A cited document whose number names another year than its day: «36/2020/NĐ-CP ngày 24/3/2021»."""

import re
from collections.abc import Iterator

from kybao.checks.findings import Check, Finding
from kybao.claims import Reading
from kybao.figures import cited_documents
from kybao.text import Kind

YEAR = re.compile(r"\d+\s?/\s?((?:19|20)\d\d)\s?/")


def find(reading: Reading) -> Iterator[Finding]:
    """Yield days of cited documents that lie in another year than the one in their number."""
    document = reading.document
    for index, block in enumerate(document.blocks):
        if block.kind is Kind.CLOSING:
            continue
        for cited in cited_documents(block.text):
            numbered = YEAR.match(cited.number)
            if numbered and cited.day and cited.day.year and cited.day.year != int(numbered[1]):
                day = document.span_in(index, cited.day.start, cited.day.end)
                yield Finding(
                    day,
                    f"Số hiệu {cited.number} là của năm {numbered[1]} nhưng ngày ghi {day.text}.",
                    claimed=str(cited.day.year),
                    computed=numbered[1],
                    related=(document.span_in(index, cited.number_start, cited.number_end),),
                )


CHECK = Check(
    code="T407",
    name="cited-year-wrong",
    title="Năm trong số hiệu văn bản khác năm ban hành",
    why="Văn bản quy phạm pháp luật lấy số theo năm ban hành; hai năm khác nhau là chép nhầm số hoặc nhầm ngày.",
    wrong="Triển khai Nghị định số 36/2020/NĐ-CP ngày 24/3/2021 của Chính phủ.",
    right="Triển khai Nghị định số 36/2020/NĐ-CP ngày 24/3/2020 của Chính phủ.",
    find=find,
)
