"""A document without its number or its day."""

import re
from collections.abc import Iterator

from kybao.checks.findings import Check, Finding
from kybao.claims import Reading
from kybao.text import Kind, plain

NUMBER = re.compile(r"số\s*:?[\s.…_]*/")
DAY = re.compile(r"ngày[\s.…_]*tháng[\s.…_]*(?:\d{1,2})?[\s.…_]*năm")


def find(reading: Reading) -> Iterator[Finding]:
    """Yield «Số: /BC-UBND» and «ngày tháng 7 năm 2024» in the head of the document."""
    document = reading.document
    for index, block in enumerate(document.blocks):
        if block.kind is not Kind.HEAD:
            continue
        for pattern, message in ((NUMBER, "Chưa điền số văn bản."), (DAY, "Chưa điền ngày ban hành.")):
            match = pattern.search(plain(block.text))
            if match and len(plain(block.text)) == len(block.text):
                yield Finding(document.span_in(index, match.start(), match.end()), message)


CHECK = Check(
    code="F515",
    name="number-blank",
    title="Số hoặc ngày của văn bản còn để trống",
    why="Văn bản phát hành phải có số và ngày (Nghị định 30/2020/NĐ-CP, Điều 8). Dự thảo thì chưa cần.",
    wrong="UBND HUYỆN BÌNH GIA\n\nSố: /BC-UBND\n\nBình Gia, ngày tháng 7 năm 2024\n\n"
    "BÁO CÁO\nKết quả công tác tháng 6",
    right="UBND HUYỆN BÌNH GIA\n\nSố: 215/BC-UBND\n\nBình Gia, ngày 05 tháng 7 năm 2024\n\n"
    "BÁO CÁO\nKết quả công tác tháng 6",
    find=find,
    only_final=True,
)
