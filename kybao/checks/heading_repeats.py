"""A heading that has the number of the one before it."""

from collections.abc import Iterator

from kybao.checks.findings import Check, Finding, Severity
from kybao.checks.numbering import place, sequence, title
from kybao.claims import Reading
from kybao.text import Kind


def find(reading: Reading) -> Iterator[Finding]:
    """Yield headings whose number was used just before under the same heading."""
    document = reading.document
    for numbered in sequence(document):
        before, number = numbered.before, numbered.number
        if before is None or before.number != number or document.blocks[numbered.block].kind is not Kind.HEADING:
            continue
        wanted = before.number.next().written()
        yield Finding(
            title(document, numbered.block),
            f"Mục «{number.written()}» lặp lại số của mục đứng trước; theo thứ tự phải là «{wanted}».",
            claimed=number.written(),
            computed=wanted,
            related=(place(document, before.block),),
        )


CHECK = Check(
    code="F502",
    name="heading-repeats",
    title="Hai đề mục liền nhau cùng một số",
    why="Dẫn chiếu «mục II» không còn chỉ đúng một chỗ; các mục sau cũng lệch theo.",
    wrong="I. CHỈ ĐẠO, ĐIỀU HÀNH\n\nĐã bám sát chương trình.\n\nII. KẾT QUẢ ĐẠT ĐƯỢC\n\nKinh tế ổn định.\n\n"
    "II. HẠN CHẾ, NGUYÊN NHÂN\n\nTiến độ còn chậm.",
    right="I. CHỈ ĐẠO, ĐIỀU HÀNH\n\nĐã bám sát chương trình.\n\nII. KẾT QUẢ ĐẠT ĐƯỢC\n\nKinh tế ổn định.\n\n"
    "III. HẠN CHẾ, NGUYÊN NHÂN\n\nTiến độ còn chậm.",
    find=find,
    severity=Severity.WARNING,
)
