"""Numbers without a unit: most of them name, date or list something; a few are figures."""

import re

from kybao.figures.contexts import CONTEXTS, Left
from kybao.figures.numerals import NUMERAL, Numeral, numeral_at
from kybao.figures.quantities import Shape, Unit, UnitKind
from kybao.figures.runs import Run
from kybao.figures.units import NONE, Measured, unit_at
from kybao.figures.vocabulary import phrases_of

VERBS = phrases_of(CONTEXTS["verbs"])
MONEY = Unit("", "VND", kind=UnitKind.MONEY)
LEAST_MONEY = 1_000_000  # a smaller number after «số tiền» may be counted in triệu đồng
UP_TO = re.compile(r"\s+(?:đến|tới)\s+(?=[0-9])")
PART_OF = re.compile(r"\s+số\s")
YEAR_SIZES = (4, 9, 11)  # characters of «2024», «2021-2025», «2021 - 2025»
TELEPHONE_SIZE = 9


def unit_of_bare(text: str, numeral: Numeral, left: Left) -> Unit | None:
    """Give the unit that the words around a bare number imply, mostly none; None where it is no figure."""
    if left.names:
        return None
    shared = _unit_of_the_upper_end(text, numeral)
    if shared is not None:
        return shared
    if numeral.shape is Shape.RANGE or left.may_name or left.scale:
        return None
    if like_a_year(numeral) or _like_a_telephone(text, numeral):
        return None
    if not (left.introduces or _part_of_a_whole(text, numeral) or _counts_what_was_named(text, numeral, left)):
        return None
    return MONEY if left.of_money and numeral.numbers[0] >= LEAST_MONEY else NONE


def like_a_year(numeral: Numeral) -> bool:
    """Whether it is «2024» or «2021 - 2025»."""
    size = numeral.end - numeral.start
    return size in YEAR_SIZES and all(1900 <= number <= 2100 for number in numeral.numbers)


def _like_a_telephone(text: str, numeral: Numeral) -> bool:
    return text[numeral.start] == "0" and numeral.end - numeral.start >= TELEPHONE_SIZE


def _unit_of_the_upper_end(text: str, numeral: Numeral) -> Unit | None:
    """Give the unit of «từ 20 đến 25 hộ» to the 20."""
    up_to = UP_TO.match(text, numeral.end)
    match = NUMERAL.match(text, up_to.end()) if up_to else None
    upper = numeral_at(text, match) if match else None
    unit = unit_at(text, upper.end) if upper and upper.shape is Shape.SINGLE is numeral.shape else None
    return unit.unit if isinstance(unit, Measured) and not unit.guessed else None


def _part_of_a_whole(text: str, numeral: Numeral) -> bool:
    """Whether it is a fraction like «2/3 số đại biểu»."""
    return numeral.shape is Shape.FRACTION and PART_OF.match(text, numeral.end) is not None


def _counts_what_was_named(text: str, numeral: Numeral, left: Left) -> bool:
    """Whether it is one of «11 công trình (07 chuyển tiếp; 04 khởi công mới)»."""
    return left.opened and VERBS.longest(Run(text, numeral.end).folded) is not None
