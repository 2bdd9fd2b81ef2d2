"""A lone a) or 1.1: one entry where a division needs at least two."""

from collections.abc import Iterator

from kybao.checks.findings import Check, Finding, Severity
from kybao.checks.numbering import Numbered, sequence, title
from kybao.claims import Reading
from kybao.text import Kind


def find(reading: Reading) -> Iterator[Finding]:
    """Yield first headings that no second one of their kind follows."""
    document = reading.document
    numbered = list(sequence(document))
    followed = {one.before.block for one in numbered if one.before is not None}
    for one in numbered:
        if document.blocks[one.block].kind is Kind.HEADING and _is_first(one) and one.block not in followed:
            yield Finding(
                title(document, one.block),
                f"Chỉ có mục «{one.number.written()}», không có mục «{one.number.next().written()}»: bỏ cấp chia này "
                "hoặc bổ sung mục sau.",
                claimed=one.number.written(),
            )


def _is_first(one: Numbered) -> bool:
    """Whether it is a) or 1.1 under a heading: an excerpt may well begin and end with «1.»."""
    lettered = one.number.kind == "letter" and one.above is not None
    return one.number.index == 1 and (lettered or one.number.prefix != "")


CHECK = Check(
    code="F503",
    name="heading-alone",
    title="Chia mục mà chỉ có một mục con",
    why="Chia ra thì phải có ít nhất hai; mục lẻ thường là dấu vết của phần đã bị xóa.",
    wrong="1. Kinh tế\n\na) Nông nghiệp\n\nSản xuất ổn định.\n\n2. Văn hóa - xã hội\n\nDuy trì tốt các hoạt động.",
    right="1. Kinh tế\n\na) Nông nghiệp\n\nSản xuất ổn định.\n\nb) Công nghiệp\n\nSản xuất tăng.\n\n"
    "2. Văn hóa - xã hội\n\nDuy trì tốt các hoạt động.",
    find=find,
    severity=Severity.WARNING,
)
