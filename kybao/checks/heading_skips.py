"""A heading whose number skips one: d) and then e), 2 and then 4."""

from collections.abc import Iterator

from kybao.checks.findings import Check, Finding, Severity
from kybao.checks.numbering import place, sequence, title
from kybao.claims import Reading


def find(reading: Reading) -> Iterator[Finding]:
    """Yield headings and entries whose number does not follow the one before."""
    document = reading.document
    for numbered in sequence(document):
        before, number = numbered.before, numbered.number
        if before is None or before.number.prefix != number.prefix or number.index <= before.number.index + 1:
            continue
        if number.index > before.number.index + FARTHEST:  # no number of this list
            continue
        wanted = before.number.next().written()
        yield Finding(
            title(document, numbered.block),
            f"Mục «{number.written()}» đứng ngay sau mục «{before.number.written()}»: thiếu mục «{wanted}» "
            "hoặc đánh số nhảy cóc.",
            claimed=number.written(),
            computed=wanted,
            related=(place(document, before.block),),
        )


FARTHEST = 3

CHECK = Check(
    code="F501",
    name="heading-skips",
    title="Số hoặc chữ của đề mục nhảy cóc",
    why="Nghị định 30/2020/NĐ-CP: khoản đánh số Ả Rập, điểm theo thứ tự bảng chữ cái tiếng Việt (a, b, c, d, đ, e). "
    "Nhảy số làm người đọc tưởng mất một mục.",
    wrong="1. Kinh tế\n\na) Nông nghiệp\n\nSản xuất ổn định.\n\nb) Công nghiệp\n\nSản xuất tăng.\n\n"
    "c) Thương mại\n\nThị trường ổn định.\n\nd) Du lịch\n\nLượng khách tăng.\n\ne) Ngân sách\n\nThu đạt khá.",
    right="1. Kinh tế\n\na) Nông nghiệp\n\nSản xuất ổn định.\n\nb) Công nghiệp\n\nSản xuất tăng.\n\n"
    "c) Thương mại\n\nThị trường ổn định.\n\nd) Du lịch\n\nLượng khách tăng.\n\nđ) Ngân sách\n\nThu đạt khá.",
    find=find,
    severity=Severity.WARNING,
)
