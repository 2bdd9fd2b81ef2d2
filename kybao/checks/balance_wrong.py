"""A trade balance that exports and imports do not give: «xuất siêu 8,82 tỷ USD»."""

from collections.abc import Iterator
from itertools import groupby

from kybao.checks.findings import Check, Finding
from kybao.checks.verdicts import possible
from kybao.checks.wording import like, written
from kybao.claims import Amount, Fact, Reading, Role
from kybao.figures import Shape, period_mentions
from kybao.text import Document

EXPORT, IMPORT, BOTH = "xuất khẩu", "nhập khẩu", "xuất nhập khẩu"
PARTIAL = (
    "fdi",
    "doanh nghiệp",
    "chính ngạch",
    "tiểu ngạch",
    "khu vực",
    "cửa khẩu",
    "mặt hàng",
    "nhóm",
)  # not all trade
SURPLUS, DEFICIT = "xuất siêu", "nhập siêu"


def find(reading: Reading) -> Iterator[Finding]:
    """Yield balances that differ from exports less imports in the same paragraph and period."""
    for _, facts in groupby(reading.facts, key=lambda fact: fact.figure.block):
        levels = [fact for fact in facts if fact.role is Role.VALUE and fact.figure.shape is Shape.SINGLE]
        for balance in levels:
            if SURPLUS in balance.indicator.lower() or DEFICIT in balance.indicator.lower():
                yield from _wrong(reading.document, balance, levels)


def _wrong(document: Document, balance: Fact, levels: list[Fact]) -> Iterator[Finding]:
    exports, imports = (_only(levels, balance, name) for name in (EXPORT, IMPORT))
    if exports is None or imports is None or _times_change(document, exports, imports, balance):
        return
    more, less = (imports, exports) if DEFICIT in balance.indicator.lower() else (exports, imports)
    amounts = [Amount.of(fact.figure) for fact in (more, less, balance)]
    if possible(amounts[2]).meets(possible(amounts[0]) - possible(amounts[1])):
        return
    computed = like(amounts[0].value - amounts[1].value, amounts[2])
    yield Finding(
        balance.figure.span,
        f"Ghi {written(balance.figure)}, nhưng {written(more.figure)} trừ {written(less.figure)} là {computed}.",
        claimed=written(balance.figure),
        computed=computed,
        related=(exports.figure.span, imports.figure.span),
    )


def _times_change(document: Document, *facts: Fact) -> bool:
    """Whether another period is named between the figures, in a text whose periods cannot be told."""
    if facts[0].period:
        return False
    places = sorted(fact.figure.start for fact in facts)
    text = document.blocks[facts[0].figure.block].text[places[0] : places[-1]]
    return any(period_mentions(text))


def _only(levels: list[Fact], balance: Fact, name: str) -> Fact | None:
    """Give the one level of exports or imports that the balance can be of."""
    found = [
        fact
        for fact in levels
        if name in fact.indicator.lower()
        and BOTH not in fact.indicator.lower().replace(",", "")
        and not any(word in fact.indicator.lower() for word in PARTIAL)
        and fact.figure.unit.base == balance.figure.unit.base
        and fact.period == balance.period
    ]
    return found[0] if len(found) == 1 else None


CHECK = Check(
    code="R112",
    name="balance-wrong",
    title="Cán cân thương mại không bằng xuất khẩu trừ nhập khẩu",
    why="Xuất siêu, nhập siêu là phép trừ của hai số đứng ngay trước nó.",
    wrong="Kim ngạch xuất khẩu đạt 22,34 tỷ USD; kim ngạch nhập khẩu đạt 14,06 tỷ USD; xuất siêu 8,82 tỷ USD.",
    right="Kim ngạch xuất khẩu đạt 22,34 tỷ USD; kim ngạch nhập khẩu đạt 14,06 tỷ USD; xuất siêu 8,28 tỷ USD.",
    find=find,
)
