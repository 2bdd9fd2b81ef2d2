"""Figures that are known from elsewhere: what units reported, what last year's report said."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kybao.claims import Role


@dataclass(frozen=True, slots=True)
class KnownFigure:
    """One figure of the ledger or of a file, as a plain value."""

    indicator: str  # the name, as the catalogue words it
    period: str  # a period code: 2024-Q1, 2024-01..2024-09, asof:2024-03-15
    value: Decimal  # in ``unit``
    unit: str = ""
    code: str = ""  # of the indicator
    agency: str = ""
    level: Role = Role.VALUE  # a level reached, or a plan
    cumulative: bool = False
    required: bool = False  # the report has to state it


Known = Sequence[KnownFigure]
