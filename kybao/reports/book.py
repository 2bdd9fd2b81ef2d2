"""What a draft asks of the ledger, and nothing more: values and comparisons of one agency for one period."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from kybao.claims import Comparison
from kybao.figures import Period
from kybao.narrative import Level


@dataclass(frozen=True, slots=True)
class Subject:
    """An indicator as a report names and prints it."""

    code: str
    name: str
    unit: str
    decimals: int = 0
    field: str = ""  # lĩnh vực
    suppliers: tuple[str, ...] = ()  # names of the agencies that send it


@dataclass(frozen=True, slots=True)
class Value:
    """A value of the ledger for the agency and period of the draft, or a total of it."""

    key: str
    subject: Subject
    level: Level
    value: Decimal
    as_of: date
    decimals: int = 0
    high: Decimal | None = None
    approx: str = ""
    cumulative: bool = False  # from 1 January
    sent: int = 1  # how many agencies have sent their part …
    owing: int = 1  # … of how many that owe one
    absent: tuple[str, ...] = ()  # names of those who have not sent

    @property
    def complete(self) -> bool:
        """Whether everybody has sent."""
        return self.sent >= self.owing


@dataclass(frozen=True, slots=True)
class Against:
    """A value held against a basis; the results are exact, None where they cannot be said."""

    value: Value  # what is compared: of a year's plan it is what the year has reached
    basis: str  # "plan", "plan:tỉnh giao", "same_period", "previous_period"
    base: Value
    ratio: Decimal | None
    growth: Decimal | None
    difference: Decimal | None
    called: str = ""  # of a plan: kế hoạch, dự toán

    @property
    def is_plan(self) -> bool:
        """Whether the basis is a plan."""
        return self.basis.partition(":")[0] == "plan"

    @property
    def assigner(self) -> str:
        """Who assigned the plan, empty where nobody is named."""
        return self.basis.partition(":")[2]

    def by(self, comparison: Comparison) -> Decimal | None:
        """Give one of the results."""
        return {
            Comparison.RATIO: self.ratio,
            Comparison.GROWTH: self.growth,
            Comparison.DIFFERENCE: self.difference,
        }[comparison]


class Book(Protocol):
    """The ledger as a draft sees it."""

    @property
    def period(self) -> Period:
        """The period of the draft."""

    def subject(self, code: str) -> Subject | None:
        """Give the indicator with this code."""

    def subjects(self) -> Iterable[Subject]:
        """Give the indicators that concern the agency, in the order of the catalogue."""

    def value(self, code: str, level: Level) -> Value | None:
        """Give the value of an indicator at a level, None where nothing was sent."""

    def against(self, code: str, level: Level) -> tuple[Against, ...]:
        """Give the value of an indicator at a level, held against each plan and each earlier period."""
