"""A blank inside a number: «87.010, 7 triệu đồng»."""

import re
from collections.abc import Iterator

from kybao.checks.findings import Check, Finding, Severity
from kybao.claims import Reading
from kybao.figures import Shape

# «87.010, 7», «41.56 2»; blanks alone may well part the thousands: «89 634».
BLANK = re.compile(r"\d\s*[.,]\s+\d|\d\s+[.,]\s*\d|[.,]\d+\s+\d")


def find(reading: Reading) -> Iterator[Finding]:
    """Yield numbers with a blank before or after their dot or comma."""
    for fact in reading.facts:
        figure = fact.figure
        if figure.shape is Shape.SINGLE and BLANK.search(figure.span.text):
            whole = "".join(figure.span.text.split())
            yield Finding(
                figure.span,
                f"Có dấu cách trong con số «{figure.span.text}»; viết liền: {whole}.",
                claimed=figure.span.text,
                computed=whole,
            )


CHECK = Check(
    code="F514",
    name="blank-in-number",
    title="Dấu cách trong con số",
    why="Con số bị tách làm hai khi xuống dòng, khi tra cứu và khi nhập vào bảng tính.",
    wrong="Chi trả bồi thường với tổng giá trị 87.010, 7 triệu đồng.",
    right="Chi trả bồi thường với tổng giá trị 87.010,7 triệu đồng.",
    find=find,
    severity=Severity.WARNING,
)
