"""A figure (số liệu) as it stands in a text: number, unit, qualifier."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kybao.text import Span


class Shape(StrEnum):
    """How many numbers a figure is made of."""

    SINGLE = "single"
    RANGE = "range"  # 9 - 10
    FRACTION = "fraction"  # 42/87


class UnitKind(StrEnum):
    """What a unit measures."""

    NONE = "none"  # a bare number
    COUNT = "count"  # people, animals, things, cases
    MONEY = "money"
    AREA = "area"
    LENGTH = "length"
    WEIGHT = "weight"
    VOLUME = "volume"
    ENERGY = "energy"
    PERCENT = "percent"
    POINTS = "points"  # điểm %: the difference of two percentages


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written and what one of it is worth in its base: «tỷ đồng» is 1.000.000.000 VND."""

    text: str
    base: str
    factor: Decimal = Decimal(1)
    kind: UnitKind = UnitKind.NONE
    per: str = ""  # what a rate is counted for: «người/năm» in «triệu đồng/người/năm»


@dataclass(frozen=True, slots=True)
class Figure:
    """How much or how many, with its place. The numbers are exact and keep the digits shown: «27,0» is 27.0."""

    span: Span  # the number's own characters, without unit
    numbers: tuple[Decimal, ...]  # as written; two for a range or a fraction
    unit: Unit
    shape: Shape = Shape.SINGLE
    approx: str = ""  # trên, hơn, khoảng, gần, trở lên: as written
    block: int = 0  # index of the block in the document
    start: int = 0  # offsets in the passage of that block: of the number …
    end: int = 0
    unit_end: int = 0  # … and where its unit ends (equal to ``end`` without a unit)

    @property
    def value(self) -> Decimal:
        """The number as written: the first of a range or a fraction."""
        return self.numbers[0]

    @property
    def base(self) -> tuple[Decimal, ...]:
        """The numbers in the base unit."""
        return tuple(number * self.unit.factor for number in self.numbers)
