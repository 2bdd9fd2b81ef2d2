"""A figure without its unit: money without «đồng», a rate without «%»."""

from collections.abc import Iterator
from itertools import pairwise

from kybao.checks.findings import Check, Finding
from kybao.checks.tokens import tokens
from kybao.checks.vocabulary import phrases, words
from kybao.claims import Reading
from kybao.figures import Figure, Shape, UnitKind
from kybao.text import Document, Kind, plain

REACH = 60  # characters around a number in which the words are looked for
MOST = 1000  # percent
LEAST_MONEY, SURELY_MONEY = 1_000, 1_000_000
OPEN = frozenset("/(:;.")  # signs after which «tỷ lệ» no longer rules the number, or names its own unit


def find(reading: Reading) -> Iterator[Finding]:
    """Yield amounts of money and percentages that have lost their unit."""
    for fact in reading.facts:
        figure = fact.figure
        if figure.unit.text or reading.document.blocks[figure.block].kind is Kind.CELL:
            continue
        if figure.unit.kind is UnitKind.MONEY or _is_money(reading.document, figure):
            yield Finding(
                figure.span, f"Số tiền {figure.span.text} thiếu đơn vị tính (đồng).", claimed=figure.span.text
            )
        elif figure.unit.kind is UnitKind.NONE and _is_percent(reading.document, figure):
            yield Finding(
                figure.span,
                f"Số {figure.span.text} thiếu dấu %.",
                claimed=figure.span.text,
                computed=f"{figure.span.text}%",
            )


def _is_money(document: Document, figure: Figure) -> bool:
    """Whether a number in the millions belongs to «kinh phí», «số tiền», or one in the thousands stands after it."""
    if figure.unit.kind is not UnitKind.NONE or figure.value < LEAST_MONEY:
        return False
    left = plain(document.blocks[figure.block].text[max(figure.start - REACH, 0) : figure.start])
    if figure.value >= SURELY_MONEY and any(word in left for word in words("units", "money")):
        return True
    before = [token.key for token in tokens(left)]
    while before and before[-1] in words("units", "links"):
        before.pop()
    return tuple(before[-2:]) in phrases("units", "spent")


def _is_percent(document: Document, figure: Figure) -> bool:
    exponent = figure.value.as_tuple().exponent
    if figure.shape is not Shape.SINGLE or figure.value > MOST or not isinstance(exponent, int) or exponent >= 0:
        return False
    text = document.blocks[figure.block].text
    left = text[max(figure.start - REACH, 0) : figure.start]
    before = [token.key for token in tokens(left)]
    after = tuple(token.key for token in tokens(text[figure.end : figure.end + REACH])[:2])
    compared = after[:1] == ("so",) or after in phrases("units", "percent_after")
    if before and before[-1] in words("units", "percent_before") and compared:
        return True
    return _of_a_rate(before, left)


def _of_a_rate(before: list[str], left: str) -> bool:
    """Whether «tỷ lệ …» stands before in the same clause; a rate «/vạn dân» has its own unit."""
    named = [pair for pair in pairwise(before) if pair in phrases("units", "rates")]
    return bool(named) and not OPEN.intersection(left[plain(left).rfind(" ".join(named[-1])) :])


CHECK = Check(
    code="F513",
    name="unit-missing",
    title="Số liệu thiếu đơn vị tính hoặc dấu %",
    why="Không biết là đồng hay triệu đồng, là số người hay phần trăm.",
    wrong="Phê duyệt phương án bồi thường 06 dự án với tổng số tiền là 5.832.661.500; bàn giao 02 dự án.",
    right="Phê duyệt phương án bồi thường 06 dự án với tổng số tiền là 5.832.661.500 đồng; bàn giao 02 dự án.",
    find=find,
)
