"""Values from one unit into another of the same base, exactly."""

from decimal import Decimal

from kybao.figures import Unit
from kybao.ledger.errors import WrongEntry


def converted(value: Decimal, given: Unit, wanted: Unit) -> Decimal:
    """Give a value in another unit; raises WrongEntry for one that measures something else.

    The digits shown are kept where one unit is a power of ten of the other.

    >>> converted(Decimal("1250"), Unit("triệu đồng", "VND", Decimal(10**6)), Unit("tỷ đồng", "VND", Decimal(10**9)))
    Decimal('1.250')
    """
    if given.base != wanted.base:
        raise WrongEntry(f"Số liệu tính bằng «{given.text}» không đổi được thành «{wanted.text}».")
    factor = given.factor / wanted.factor
    if factor == Decimal(1).scaleb(factor.adjusted()):
        return value.scaleb(factor.adjusted())
    return value * factor
