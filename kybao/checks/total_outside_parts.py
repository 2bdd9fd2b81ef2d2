"""A total's percentage outside the range of its parts' percentages."""

from collections.abc import Iterator, Sequence

from kybao.checks.findings import Check, Finding
from kybao.checks.verdicts import possible
from kybao.checks.wording import written
from kybao.claims import Amount, Comparison, Fact, Reading

Kind = tuple[Comparison, str]


def find(reading: Reading) -> Iterator[Finding]:
    """Yield ratios of a total that no mixture of its parts' ratios can give."""
    compared = _comparisons(reading.facts)
    for total in reading.sums:
        if not total.complete or len(total.parts) < 2:
            continue
        of_total = compared.get(total.total.figure.span.start, {})
        of_parts = [compared.get(part.figure.span.start, {}) for part in total.parts]
        for kind, fact in of_total.items():
            parts = [found[kind] for found in of_parts if kind in found]
            if len(parts) == len(of_parts) and _outside(fact, parts):
                yield _finding(fact, parts)


def _comparisons(facts: Sequence[Fact]) -> dict[int, dict[Kind, Fact]]:
    """Give the percentages that qualify each figure, by the place of the figure; one of each kind."""
    compared: dict[int, dict[Kind, Fact]] = {}
    for fact in facts:
        percent = fact.comparison in {Comparison.RATIO, Comparison.GROWTH} and fact.figure.unit.base == "%"
        if percent and fact.of is not None and fact.comparison is not None:
            place = facts[fact.of].figure.span.start
            compared.setdefault(place, {}).setdefault((fact.comparison, fact.basis), fact)
    return compared


def _outside(total: Fact, parts: Sequence[Fact]) -> bool:
    whole = possible(Amount.of(total.figure)) * total.turn
    ranges = [possible(Amount.of(part.figure)) * part.turn for part in parts]
    return whole.high < min(one.low for one in ranges) or whole.low > max(one.high for one in ranges)


def _finding(total: Fact, parts: Sequence[Fact]) -> Finding:
    claimed = written(total.figure)
    between = ", ".join(written(part.figure) for part in parts)
    return Finding(
        total.figure.span,
        f"Tổng ghi {claimed} nhưng các phần là {between}: tỷ lệ của tổng phải nằm trong khoảng đó.",
        claimed=claimed,
        computed=between,
        related=tuple(part.figure.span for part in parts),
    )


CHECK = Check(
    code="R105",
    name="total-outside-parts",
    title="Tỷ lệ của tổng nằm ngoài tỷ lệ của các phần",
    why="Tổng là trung bình có trọng số của các phần, không thể cao hơn phần cao nhất hay thấp hơn phần thấp nhất.",
    wrong="Tổng thu ngân sách đạt 300 tỷ đồng, tăng 25% so với cùng kỳ, trong đó thu nội địa 200 tỷ đồng, tăng 8% "
    "so với cùng kỳ và thu xuất nhập khẩu 100 tỷ đồng, tăng 12% so với cùng kỳ.",
    right="Tổng thu ngân sách đạt 300 tỷ đồng, tăng 9,3% so với cùng kỳ, trong đó thu nội địa 200 tỷ đồng, tăng 8% "
    "so với cùng kỳ và thu xuất nhập khẩu 100 tỷ đồng, tăng 12% so với cùng kỳ.",
    find=find,
)
