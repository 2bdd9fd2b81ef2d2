"""What a printed number claims: every exact value that would be printed so."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from ``low`` to ``high``, both included."""

    low: Decimal
    high: Decimal

    def meets(self, other: "Interval") -> bool:
        """Whether some value lies in both."""
        return self.low <= other.high and other.low <= self.high

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: "Interval") -> "Interval":
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, factor: Decimal | int) -> "Interval":
        ends = sorted((self.low * factor, self.high * factor))
        return Interval(ends[0], ends[1])

    def __truediv__(self, other: "Interval") -> "Interval":
        if other.low <= 0 <= other.high:
            raise ZeroDivisionError("the divisor may be zero")
        ends = [top / bottom for top in (self.low, self.high) for bottom in (other.low, other.high)]
        return Interval(min(ends), max(ends))


def step(number: Decimal) -> Decimal:
    """One unit of the last digit shown: 0.1 for «28,1», 1 for «83»."""
    exponent = number.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def shown(number: Decimal) -> Interval:
    """All values that round to the number as shown.

    >>> shown(Decimal("28.1"))
    Interval(low=Decimal('28.05'), high=Decimal('28.15'))
    """
    half = step(number) / 2
    return Interval(number - half, number + half)


def cut_off(number: Decimal) -> Interval:
    """All values that give the number when their further digits are dropped instead of rounded."""
    return Interval(number, number + step(number)) if number >= 0 else Interval(number - step(number), number)


def rounded(number: Decimal, decimals: int) -> Decimal:
    """Round half away from zero to so many decimals: the one rounding rule of the system."""
    return number.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
