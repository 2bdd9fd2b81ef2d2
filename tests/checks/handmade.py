"""Amounts and claims made by hand, for tests of verdicts alone."""

from kybao.claims import Amount, Change, Comparison, Ratio, Sum
from kybao.figures import Figure, Shape, read_number, read_unit
from kybao.text import Span

NOWHERE = Span(0, 0, "")


def amount(number: str, unit: str = "", approx: str = "") -> Amount:
    """Give «27,0 tỷ đồng» as an amount."""
    figure = Figure(Span(0, len(number), number), (read_number(number),), read_unit(unit), Shape.SINGLE, approx)
    return Amount.of(figure)


def ratio(part: Amount, whole: Amount, percent: Amount) -> Ratio:
    return Ratio(part, whole, percent, NOWHERE)


def growth(now: Amount, before: Amount, by: Amount, *, sign: int = 1) -> Change:
    return Change(now, before, by, Comparison.GROWTH, sign, NOWHERE)


def difference(now: Amount, before: Amount, by: Amount, *, sign: int = 1) -> Change:
    return Change(now, before, by, Comparison.DIFFERENCE, sign, NOWHERE)


def total(whole: Amount, *parts: Amount, complete: bool = True) -> Sum:
    return Sum(whole, parts, complete, NOWHERE)


def money(number: str, approx: str = "") -> Amount:
    return amount(number, "tỷ đồng", approx)


def percent(number: str, approx: str = "") -> Amount:
    return amount(number, "%", approx)


def cases(number: str) -> Amount:
    return amount(number, "vụ")
