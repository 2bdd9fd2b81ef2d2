"""What narrative is asked to word: values of the ledger and their comparisons, as plain values."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from kybao.claims import Comparison


class Level(StrEnum):
    """At which level a value stands."""

    ACTUAL = "actual"  # thực hiện
    ESTIMATE = "estimate"  # ước thực hiện
    PLAN = "plan"  # kế hoạch, dự toán, chỉ tiêu


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value in the unit in which it is printed, not yet rounded."""

    key: str
    value: Decimal
    unit: str
    decimals: int = 0
    approx: str = ""  # trên, khoảng, gần, trở lên
    high: Decimal | None = None  # the upper end of a range


@dataclass(frozen=True, slots=True)
class Compared:
    """A level compared with a basis: derived by the ledger, signed, not yet rounded."""

    key: str
    basis: str  # "plan", "plan:tỉnh giao", "same_period", "previous_period"
    comparison: Comparison
    value: Decimal  # percent for a ratio or a growth
    unit: str = "%"
    decimals: int = 1
    plan: str = "kế hoạch"  # kế hoạch, dự toán, kế hoạch vốn
    previous: str = ""  # tháng trước, quý trước
    year: int = 0  # of the plan or of the same period, where it is to be named
    pattern: str = ""  # a wording other than the first

    @property
    def assigner(self) -> str:
        """Who assigned the plan: «tỉnh giao»."""
        return self.basis.partition(":")[2]


@dataclass(frozen=True, slots=True)
class Statement:
    """A level of an indicator with the comparisons that a sentence tells."""

    name: str
    amount: Quantity
    level: Level = Level.ACTUAL
    comparisons: tuple[Compared, ...] = ()
    period: str = ""  # «quý I/2024», where the sentence names it
    day: date | None = None  # until when it is counted, where the sentence names it
    year: int = 0  # of a plan, where the sentence names it
    assigner: str = ""  # of a plan, where the sentence names it
    pattern: str = ""  # a wording other than the first
    joined: str = "phay"  # how the comparisons stand beside their level
