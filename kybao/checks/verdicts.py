"""What becomes of a claim when its own figures are worked out again."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kybao.claims import Amount, Change, Comparison, CountedList, Ratio, Reading, Repeat, Sum
from kybao.figures import Interval, UnitKind, cut_off

COUNTED = frozenset({UnitKind.COUNT, UnitKind.NONE})
TIMES = frozenset({"lần"})  # «tăng 2,5 lần» is a factor
ABOUT = Decimal("0.05")  # how far «khoảng» may be off, as a share
SAME = Decimal("1.5")  # how far two values of one quantity may lie apart, as a factor
MORE = Decimal("0.1")  # how far «trên» or «gần» may be off
BELOW = frozenset({"gần", "chưa đến", "chưa đầy", "dưới", "chưa tới", "không quá", "tối đa", "trở xuống"})
ABOVE = frozenset({"trên", "hơn", "trở lên", "tối thiểu", "ít nhất", "quá"})
HUNDRED = Decimal(100)


class Verdict(StrEnum):
    """The four ways in which a claim can come out."""

    HOLDS = "holds"
    CUT_OFF = "cut_off"
    WRONG = "wrong"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims a document makes and how they came out."""

    holds: int = 0
    cut_off: int = 0
    wrong: int = 0
    unclear: int = 0

    @property
    def made(self) -> int:
        """How many claims the document makes."""
        return self.judged + self.unclear

    @property
    def judged(self) -> int:
        """How many of them could be judged."""
        return self.holds + self.cut_off + self.wrong

    @classmethod
    def of(cls, verdicts: Iterable[Verdict]) -> "Tally":
        """Count verdicts."""
        found = list(verdicts)
        return cls(*(found.count(verdict) for verdict in Verdict))


def possible(amount: Amount) -> Interval:
    """Give all values that a printed number allows: a count is exact, a measure was rounded, «khoảng» widens both."""
    width = abs(amount.value)
    exact = Interval(amount.value, amount.value) if is_count(amount) else amount.allowed
    if amount.exact:
        return exact
    word = amount.figure.approx.lower()
    low = exact.low - width * (Decimal(0) if word in ABOVE else MORE if word in BELOW else ABOUT)
    high = exact.high + width * (Decimal(0) if word in BELOW else MORE if word in ABOVE else ABOUT)
    return Interval(low, high)


def is_count(amount: Amount) -> bool:
    """Whether the number was counted and not measured, so that nothing was rounded."""
    unit = amount.figure.unit
    whole = amount.value == amount.value.to_integral_value()
    return unit.kind in COUNTED and unit.base not in TIMES and unit.factor == 1 and not unit.per and whole


def judge(claimed: Amount, given: Interval) -> Verdict:
    """Hold what is claimed against what the other figures give."""
    if possible(claimed).meets(given):
        return Verdict.HOLDS
    cut = cut_off(claimed.value / claimed.figure.unit.factor) * claimed.figure.unit.factor
    if claimed.exact and not is_count(claimed) and given.low < cut.high and cut.low <= given.high:
        return Verdict.CUT_OFF
    return Verdict.WRONG


def quotient(part: Amount, whole: Amount) -> Interval | None:
    """Give part : whole in percent, or nothing where the whole may be zero."""
    below = possible(whole)
    return None if below.low <= 0 <= below.high else possible(part) / below * HUNDRED


def judge_ratio(ratio: Ratio) -> Verdict:
    """Judge «42/87 đơn, đạt 47,7%»."""
    given = quotient(ratio.part, ratio.whole)
    return Verdict.UNCLEAR if given is None else judge(ratio.percent, given)


def judge_change(change: Change) -> Verdict:
    """Judge «từ 570 hộ lên 1.475 hộ, tăng 2,5 lần»: «tăng gấp đôi» and «tăng thêm hai lần» may both be meant."""
    readings = [judge(change.by, given) for given in given_by(change)]
    return min(readings, key=list(Verdict).index) if readings else Verdict.UNCLEAR


def given_by(change: Change) -> list[Interval]:
    """Give what the two levels of a change may be taken to say, in the unit of the change."""
    now, before = possible(change.now), possible(change.before)
    if change.comparison is Comparison.DIFFERENCE:
        return [(now - before) * change.sign]
    percent = quotient(change.now, change.before)
    if percent is None:
        return []
    grown = (percent - Interval(HUNDRED, HUNDRED)) * change.sign
    if change.by.figure.unit.base != "%":
        return [percent * (1 / HUNDRED), grown * (1 / HUNDRED)]
    return [percent if change.comparison is Comparison.RATIO else grown]


def judge_sum(total: Sum) -> Verdict:
    """Judge a total and its parts; parts that need not be all of them can only be too many."""
    given = added(total.parts)
    claimed = possible(total.total)
    if total.complete:
        return Verdict.HOLDS if claimed.meets(given) else Verdict.WRONG
    return Verdict.WRONG if given.low > claimed.high else Verdict.UNCLEAR


def added(parts: Iterable[Amount]) -> Interval:
    """Give the sum of amounts with all that their digits allow."""
    return sum((possible(part) for part in parts), Interval(Decimal(0), Decimal(0)))


def judge_list(counted: CountedList) -> Verdict:
    """Judge a stated count and the names listed for it."""
    return Verdict.HOLDS if counted.count == len(counted.names) else Verdict.WRONG


def judge_repeat(reading: Reading, repeat: Repeat) -> Verdict:
    """Judge one quantity stated twice."""
    first, second = (reading.facts[index].figure for index in (repeat.first, repeat.second))
    tables = [reading.document.blocks[figure.block].table for figure in (first, second)]
    verdict = judge_same(Amount.of(first), Amount.of(second))
    # Two cells of one table are two figures, however alike their heads read.
    return Verdict.UNCLEAR if tables[0] == tables[1] >= 0 else verdict


def judge_same(first: Amount, second: Amount) -> Verdict:
    """Judge two values of one quantity; values far apart are more likely those of two quantities worded alike."""
    if possible(first).meets(possible(second)):
        return Verdict.HOLDS
    small, great = sorted((abs(first.value), abs(second.value)))
    return Verdict.WRONG if great <= small * SAME else Verdict.UNCLEAR


def tally(reading: Reading) -> Tally:
    """Judge every claim of a document."""
    return Tally.of(
        [judge_ratio(ratio) for ratio in reading.ratios]
        + [judge_change(change) for change in reading.changes]
        + [judge_sum(total) for total in reading.sums]
        + [judge_list(counted) for counted in reading.lists]
        + [judge_repeat(reading, repeat) for repeat in reading.repeats]
    )
