"""What the ledger gives out: a value with its unit, its digits, and what stands behind it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Self

from kybao.figures import Period, rounded
from kybao.ledger.indicators import Indicator
from kybao.ledger.kinds import Bound, Level
from kybao.ledger.pieces import Piece
from kybao.org.models import Agency


class Basis(StrEnum):
    """Over which agencies a value was taken."""

    AS_REPORTED = "as_reported"  # the tree of the period's own date
    RESTATED = "restated"  # the tree of another date


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A value of one indicator, agency and period, in the unit that is shown; exact, not rounded."""

    value: Decimal
    decimals: int  # digits to show
    unit: str
    indicator: str  # code
    agency: str  # key
    period: str  # code
    as_of: date  # until when it is counted (of several: the earliest)
    level: Level
    cumulative: bool = False
    high: Decimal | None = None  # the upper end of a range
    bound: Bound = Bound.NONE
    approx: str = ""  # trên, khoảng, gần
    derived: bool = False
    sent: int = 1  # «X/Y đơn vị đã gửi»
    owed: int = 1
    entries: tuple[int, ...] = ()  # the rows of the ledger that it was made of
    basis: Basis = Basis.AS_REPORTED
    day: date  # of the tree

    @classmethod
    def of(
        cls,
        piece: Piece,
        *,
        indicator: Indicator,
        agency: Agency,
        period: Period,
        day: date | None = None,
        sent: int = 1,
        owed: int = 1,
        cumulative: bool = False,
        basis: Basis = Basis.AS_REPORTED,
    ) -> Self:
        """Name a piece: what it measures, whose and when."""
        return cls(
            value=piece.value,
            decimals=piece.decimals,
            unit=indicator.unit_text,
            indicator=indicator.code,
            agency=agency.key,
            period=period.code,
            as_of=piece.as_of,
            level=piece.level,
            cumulative=cumulative,
            high=piece.high,
            bound=piece.bound,
            approx=piece.approx,
            derived=piece.derived,
            sent=sent,
            owed=owed,
            entries=piece.entries,
            basis=basis,
            day=day or period.end,
        )

    @property
    def shown(self) -> Decimal:
        """The value as it is printed."""
        return rounded(self.value, self.decimals)

    @property
    def is_complete(self) -> bool:
        """Whether all agencies that owe a part have sent it."""
        return self.sent >= self.owed

    @property
    def is_estimate(self) -> bool:
        """Whether some part of it is only expected."""
        return self.level == Level.ESTIMATE

    @property
    def label(self) -> str:
        """The tree that the value was taken over, in words."""
        if self.basis is Basis.AS_REPORTED:
            return f"theo đơn vị hành chính ngày {self.day:%d/%m/%Y} (số đã báo cáo)"
        return f"tính lại theo đơn vị hành chính ngày {self.day:%d/%m/%Y}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Total(Measured):
    """A value made of what the agencies below sent."""
