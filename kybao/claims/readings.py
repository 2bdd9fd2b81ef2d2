"""What a document states: its figures as facts, and the claims that arithmetic can test."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kybao.figures import Figure, Interval, shown
from kybao.text import Document, Span


class Role(StrEnum):
    """What a figure does in its sentence."""

    VALUE = "value"  # states a level
    PLAN = "plan"  # a planned, assigned, permitted level
    COMPARE = "compare"  # compares another figure with a basis
    SHARE = "share"  # a part of its whole, as % or fraction


class Comparison(StrEnum):
    """How a comparison is worded."""

    RATIO = "ratio"  # đạt 27% kế hoạch, bằng 103,9% cùng kỳ
    GROWTH = "growth"  # tăng 8,7%
    DIFFERENCE = "difference"  # giảm 02 vụ


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure with what it measures, whose, when, and what it does."""

    figure: Figure
    role: Role
    indicator: str
    of: int | None = None  # index in ``Reading.facts`` of the figure that a compare or share qualifies
    basis: str = ""  # "plan", "plan:tỉnh giao", "same_period", "previous_period", "other"
    comparison: Comparison | None = None
    sign: int = 1  # -1 for a decrease («giảm 02 vụ»)
    estimate: bool = False
    period: str = ""  # "2024-Q1", "asof:2024-03-15", "2024-01..2024-09", …
    cumulative: bool = False  # lũy kế
    agency: str = ""  # the place or body named in the clause, else ""
    code: str = ""  # the indicator of the catalogue, where one is given
    score: float = 0.0  # how well the code fits, 0 to 1
    others: tuple[tuple[str, float], ...] = ()  # next best codes
    sentence: tuple[int, int] = (0, 0)  # passage offsets of the sentence in the figure's block

    @property
    def turn(self) -> int:
        """Give the sign that the number lacks: -1 of «giảm 8,6%», 1 of «(-8,6%)», whose minus is written."""
        return 1 if self.figure.value < 0 else self.sign


@dataclass(frozen=True, slots=True)
class Amount:
    """One number of a figure in the base unit, with all values that its digits and qualifier allow."""

    value: Decimal
    allowed: Interval
    figure: Figure

    @classmethod
    def of(cls, figure: Figure, index: int = 0) -> "Amount":
        """Take one number of a figure (``index`` 1 for the whole of a fraction)."""
        number = figure.numbers[index]
        return cls(number * figure.unit.factor, shown(number) * figure.unit.factor, figure)

    @property
    def exact(self) -> bool:
        """Whether the text states it without «khoảng», «trên», «gần»."""
        return not self.figure.approx


@dataclass(frozen=True, slots=True)
class Ratio:
    """«part / whole … percent»: 42/87 đơn, đạt 47,7%."""

    part: Amount
    whole: Amount
    percent: Amount
    span: Span


@dataclass(frozen=True, slots=True)
class Change:
    """«now, before, and by how much»: a growth in percent, a factor («lần»), or a difference in units."""

    now: Amount
    before: Amount
    by: Amount
    comparison: Comparison
    sign: int
    span: Span


@dataclass(frozen=True, slots=True)
class Sum:
    """A total and its parts. Only a complete one can be wrong in both directions."""

    total: Amount
    parts: tuple[Amount, ...]
    complete: bool
    span: Span


@dataclass(frozen=True, slots=True)
class CountedList:
    """A stated count and the names that are listed for it: «03 cầu cụ thể: A; B»."""

    count: int
    stated: Span  # the figure or word that states the count
    names: tuple[Span, ...]
    span: Span
    in_note: bool = False


@dataclass(frozen=True, slots=True)
class Repeat:
    """One quantity of one period stated at two places (indexes in ``Reading.facts``)."""

    first: int
    second: int


@dataclass(frozen=True)
class Reading:
    """Everything that a document states."""

    document: Document
    facts: tuple[Fact, ...] = ()
    ratios: tuple[Ratio, ...] = ()
    changes: tuple[Change, ...] = ()
    sums: tuple[Sum, ...] = ()
    lists: tuple[CountedList, ...] = ()
    repeats: tuple[Repeat, ...] = ()
    period: str = ""  # the period of the whole report, from its title
    agency: str = ""  # who issued it
