"""Numbers without a unit: most of them name, date or list something; a few are figures."""

import re
from dataclasses import dataclass, replace

from kybao.figures.contexts import CONTEXTS, Left
from kybao.figures.numerals import NUMERAL, Numeral, in_thousands, numeral_at
from kybao.figures.quantities import Shape, Unit, UnitKind
from kybao.figures.runs import LETTER, Run
from kybao.figures.units import NONE, Measured, unit_at
from kybao.figures.vocabulary import any_of, phrases_of

VERBS = phrases_of(CONTEXTS["verbs"])
MONEY = Unit("", "VND", kind=UnitKind.MONEY)
LEAST_MONEY = 1_000_000  # a smaller number after «số tiền» may be counted in triệu đồng
UP_TO = re.compile(r"\s+(?:đến|tới)\s+(?=[0-9])")
PART_OF = re.compile(r"\s+số\s")
COMPARED = re.compile(rf"\s?,?\s?(?:{any_of(CONTEXTS['comparing'])})\s")
# «60 đơn thư (tố cáo 12, khiếu nại 48)»: a bracket right after what is counted, and the end of a member of it.
OPENED = re.compile(rf"(?:\s+{LETTER}+){{0,4}}\s?\(")
MEMBER_END = re.compile(r"\s?[,;)]|\s+và\s")
REACH = 200  # characters in which a bracket or sentence goes on with what was counted
YEAR_SIZES = (4, 9, 11)  # characters of «2024», «2021-2025», «2021 - 2025»
TELEPHONE_SIZE = 9


@dataclass(frozen=True, slots=True)
class Counted:
    """The last number before that counted things, with its unit, which ended at ``end``."""

    unit: Unit
    end: int


def unit_of_bare(text: str, numeral: Numeral, left: Left, last: Counted | None) -> Unit | None:
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
    if last is not None and (_member(text, numeral, last) or _goes_on(text, numeral, left, last)):
        return replace(last.unit, text="")
    if not (left.introduces or _part_of_a_whole(text, numeral) or _counts_what_was_named(text, numeral, left)):
        return NONE if in_thousands(text, numeral) and COMPARED.match(text, numeral.end) else None
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


def _member(text: str, numeral: Numeral, last: Counted) -> bool:
    """Whether it counts one kind of what stands before the bracket: «60 đơn thư (tố cáo 12, khiếu nại 48)».

    The word before it must be a common one: «3 thôn (Nà Lạ 1, Nà Lạ 2)» names the three.
    """
    opened = OPENED.match(text, last.end)
    if opened is None or not opened.end() < numeral.start < opened.end() + REACH:
        return False
    if text.find(")", opened.end(), numeral.start) >= 0 or not MEMBER_END.match(text, numeral.end):
        return False
    words = text[opened.end() : numeral.start].split()
    return bool(words) and words[-1].isalpha() and words[-1][0].islower()


def _goes_on(text: str, numeral: Numeral, left: Left, last: Counted) -> bool:
    """Whether it says by how much a count grew or fell: «05 ca, so cùng kỳ giảm 02»."""
    if not left.changes or numeral.shape is not Shape.SINGLE or not text[numeral.start : numeral.end].isdigit():
        return False
    near = numeral.start - last.end < REACH
    return near and text.find(". ", last.end, numeral.start) < 0
