"""Qualifiers (từ chỉ mức gần đúng): «trên», «khoảng», «gần» before a figure, «trở lên» after its unit."""

import re

from kybao.figures.contexts import CONTEXTS, Left
from kybao.figures.numerals import Numeral
from kybao.figures.quantities import Shape
from kybao.figures.runs import LETTER
from kybao.figures.units import Measured
from kybao.figures.vocabulary import any_of, phrases_of

AFTER = re.compile(rf"(?:\s+{LETTER}+){{0,3}}?\s+({any_of(CONTEXTS['qualifiers']['after'])})(?!{LETTER})")
PLACES = phrases_of(CONTEXTS["qualifiers"]["places"])
FEW = 100  # so many places may be named one by one


def qualifier(text: str, numeral: Numeral, unit: Measured, left: Left) -> str:
    """Give the qualifier as written, or nothing."""
    before = left.qualifier
    if before and not (before == "trên" and _says_where(numeral, unit)):
        return before
    after = AFTER.match(text, unit.end)
    return after[1] if after else ""


def _says_where(numeral: Numeral, unit: Measured) -> bool:
    """Whether «trên 11 tuyến đường», «trên 8/8 xã» say where, not how much."""
    number = numeral.numbers[0]
    if numeral.shape is Shape.FRACTION:
        return True
    return number < FEW and number % 10 != 0 and PLACES.longest(tuple(unit.unit.base.split())) is not None
