"""Last year's level that differs from last year's report."""

from collections.abc import Iterator
from decimal import Decimal

from kybao.checks.findings import Check, Finding
from kybao.checks.known import Known, KnownFigure, pairs, same_period
from kybao.checks.known_differs import differs
from kybao.checks.verdicts import HUNDRED, possible
from kybao.checks.wording import like, written
from kybao.claims import Amount, Comparison, Fact, Reading
from kybao.figures import Interval, Period, PeriodError


def compare(reading: Reading, known: Known) -> Iterator[Finding]:
    """Yield levels of earlier years, and comparisons with the same period, that deny the known figure."""
    compared = _with_same_period(reading)
    for fact, one in pairs(reading, known):
        if fact.period[:4] < reading.period[:4] and same_period(fact.period, one.period) and differs(fact, one):
            yield Finding(
                fact.figure.span,
                f"Ghi {written(fact.figure)} cho kỳ {one.period}, nhưng báo cáo kỳ đó ghi {one.written()}.",
                claimed=written(fact.figure),
                computed=one.written(),
            )
        if same_period(_a_year_before(fact.period), one.period):
            yield from _denied(fact, one, compared.get(fact.figure.span.start, ()))


def _with_same_period(reading: Reading) -> dict[int, list[Fact]]:
    """Give the growths and ratios against the same period, by the place of the figure that they qualify."""
    found: dict[int, list[Fact]] = {}
    for fact in reading.facts:
        if fact.of is not None and fact.basis == "same_period" and fact.figure.unit.base == "%":
            found.setdefault(reading.facts[fact.of].figure.span.start, []).append(fact)
    return found


def _denied(level: Fact, one: KnownFigure, comparisons: list[Fact] | tuple[()]) -> Iterator[Finding]:
    for fact in comparisons:
        claimed = possible(Amount.of(fact.figure))
        if one.allowed.low <= 0:
            continue
        percent = possible(Amount.of(level.figure)) / one.allowed * HUNDRED
        given = percent
        if fact.comparison is Comparison.GROWTH:
            given = (percent - Interval(HUNDRED, HUNDRED)) * fact.turn
        if not claimed.meets(given):
            computed = like((given.low + given.high) / 2, Amount.of(fact.figure))
            yield Finding(
                fact.figure.span,
                f"Ghi {written(fact.figure)} so với cùng kỳ, nhưng cùng kỳ năm trước là {one.written()}, tính ra "
                f"{computed}.",
                claimed=written(fact.figure),
                computed=computed,
                related=(level.figure.span,),
            )


def _a_year_before(code: str) -> str:
    try:
        return Period.parse(code).same_of_last_year().code
    except PeriodError:
        return ""


CHECK = Check(
    code="K602",
    name="last-year-differs",
    title="Số liệu năm trước khác với báo cáo năm trước",
    why="Gốc so sánh bị đổi thì mức tăng trưởng không còn ý nghĩa.",
    wrong="Doanh thu du lịch quý I/2024 đạt 752 tỷ đồng, tăng 18,5% so với cùng kỳ.",
    right="Doanh thu du lịch quý I/2024 đạt 752 tỷ đồng, tăng 7,4% so với cùng kỳ.",
    compare=compare,
    known=(KnownFigure("Doanh thu du lịch", "2023-Q1", Decimal(700), "tỷ đồng"),),
)
