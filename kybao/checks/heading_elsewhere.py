"""A heading whose number belongs under another heading: 3.1 under 2."""

from collections.abc import Iterator

from kybao.checks.findings import Check, Finding, Severity
from kybao.checks.numbering import place, sequence, title
from kybao.claims import Reading
from kybao.text import Kind


def find(reading: Reading) -> Iterator[Finding]:
    """Yield headings «3.1» that stand under a heading «2»."""
    document = reading.document
    for one in sequence(document):
        above = one.above
        if document.blocks[one.block].kind is not Kind.HEADING or above is None or not one.number.prefix:
            continue
        if above.number.kind == "arabic" and above.number.written() != one.number.prefix:
            yield Finding(
                title(document, one.block),
                f"Mục «{one.number.written()}» lại nằm trong mục «{above.number.written()}».",
                claimed=one.number.written(),
                computed=f"{above.number.written()}.{one.number.index}",
                related=(place(document, above.block),),
            )


CHECK = Check(
    code="F504",
    name="heading-elsewhere",
    title="Số của đề mục không thuộc mục trên nó",
    why="Số «3.1» nằm trong mục 2 là do chép hoặc chuyển đoạn mà quên đánh số lại.",
    wrong="2. Kinh tế\n\n2.1. Nông nghiệp\n\nSản xuất ổn định.\n\n3.2. Công nghiệp\n\nSản xuất tăng.",
    right="2. Kinh tế\n\n2.1. Nông nghiệp\n\nSản xuất ổn định.\n\n2.2. Công nghiệp\n\nSản xuất tăng.",
    find=find,
    severity=Severity.WARNING,
)
