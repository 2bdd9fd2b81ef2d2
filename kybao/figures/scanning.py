"""Every statistical figure (số liệu) of a document, and nothing that only looks like one."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kybao.figures.bare_numbers import Counted, like_a_year, unit_of_bare
from kybao.figures.composing import compose
from kybao.figures.contexts import CONTEXTS, Left
from kybao.figures.dates import find_dates
from kybao.figures.document_numbers import find_numbers
from kybao.figures.misread import is_cut_by_a_letter
from kybao.figures.number_words import BOOK
from kybao.figures.numerals import NUMERAL, Numeral, in_thousands, numeral_at
from kybao.figures.qualifiers import qualifier
from kybao.figures.quantities import Figure, Shape, Unit, UnitKind
from kybao.figures.tables import cells_of
from kybao.figures.time_words import find_periods
from kybao.figures.units import Lasting, Measured, NoUnit, in_currency, unit_at
from kybao.figures.vocabulary import any_of, folded_phrase
from kybao.text import Document, Kind

CLOCK = re.compile(r"[0-9]{1,2}:[0-9]{2}")
IN_WORDS = re.compile(rf"\s?\((?:{any_of(BOOK['ones'])}|mười)[^()0-9]{{0,40}}\)")  # «02 (hai) công trình»
COUNTERS = frozenset(map(folded_phrase, CONTEXTS["counters"]))
SEASON = re.compile(rf"\s+(?:{any_of(CONTEXTS['seasons'])})", re.IGNORECASE)
NEAR_NUMBER = re.compile(r"\s{1,3}(?=[0-9])")


@dataclass(frozen=True, slots=True)
class Found:
    """A figure in a passage, before it is given its place in the document."""

    start: int
    end: int
    numbers: tuple[Decimal, ...]
    shape: Shape
    unit: Unit
    unit_end: int
    approx: str = ""


def figures(document: Document) -> tuple[Figure, ...]:
    """Give every figure of a document in the order of its blocks; letterhead and signature hold none."""
    marks: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for mark in document.marks:
        marks[mark.block].append((mark.start, mark.end))
    cells = cells_of(document)
    return tuple(
        _placed(document, index, found)
        for index, block in enumerate(document.blocks)
        if block.kind not in (Kind.HEAD, Kind.CLOSING) and index not in cells.ordinals
        for found in (
            _in_cell(block.passage.text, cells.units[index])
            if index in cells.units
            else figures_in(block.passage.text, block.body, marks[index])
        )
    )


def _in_cell(text: str, unit: Unit) -> Iterator[Found]:
    """Yield the figure of a cell that holds a number and at most a qualifier; no year, day or period."""
    match = NUMERAL.search(text)
    numeral = numeral_at(text, match) if match else None
    if numeral is None or like_a_year(numeral) or any(find_periods(text, tuple(find_dates(text)))):
        return
    numeral = _signed(text, numeral, -1)
    approx = qualifier(text, numeral, Measured(unit, numeral.end, numeral.end), Left(text, numeral.start, 0))
    yield Found(numeral.start, numeral.end, numeral.numbers, numeral.shape, unit, numeral.end, approx)


def _placed(document: Document, block: int, found: Found) -> Figure:
    span = document.span_in(block, found.start, found.end)
    return Figure(
        span, found.numbers, found.unit, found.shape, found.approx, block, found.start, found.end, found.unit_end
    )


def figures_in(text: str, begin: int = 0, closed: Sequence[tuple[int, int]] = ()) -> Iterator[Found]:
    """Yield the figures of a passage from character ``begin`` on; ``closed`` are stretches without any."""
    composed = compose(text)
    if not composed.offsets:
        yield from _scan(text, begin, list(closed))
        return
    here, back = composed.here, composed.back
    for found in _scan(composed.text, here(begin), [(here(start), here(end)) for start, end in closed]):
        yield replace(found, start=back(found.start), end=back(found.end), unit_end=back(found.unit_end))


def _scan(text: str, begin: int, closed: list[tuple[int, int]]) -> Iterator[Found]:
    """Go from number to number, over the days and periods."""
    match = NUMERAL.search(text, begin)
    if match is None:
        return
    days = tuple(find_dates(text))
    closed += [(day.start, day.end) for day in days]
    closed += [(period.start, period.end) for period in find_periods(text, days)]
    closed += [(number.start, number.end) for number in find_numbers(text, days)]
    closed.sort()
    starts = [start for start, _ in closed]
    before, last = -1, None
    while match is not None:
        over = bisect_right(starts, match.start()) - 1
        if over >= 0 and match.start() < closed[over][1]:
            at = closed[over][1]
        else:
            numeral = numeral_at(text, match)
            found = _figure(text, numeral, begin, before, last) if numeral else None
            at = numeral.end if numeral else match.end()
            if found is not None:
                yield found
                at = before = max(found.end, found.unit_end)
                if found.unit.kind is UnitKind.COUNT and found.unit.text:
                    last = Counted(found.unit, before)
        match = NUMERAL.search(text, at)


def _figure(text: str, numeral: Numeral, begin: int, before: int, last: Counted | None) -> Found | None:
    """Decide by its neighbours whether a numeral is a figure; ``before`` is where the last one's unit ended."""
    if _part_of_a_word(text, numeral.start) or _clock(text, numeral):
        return None
    if is_cut_by_a_letter(text, numeral.start, numeral.end):
        return None
    said = IN_WORDS.match(text, numeral.end)
    unit = unit_at(text, said.end() if said else numeral.end)
    if isinstance(unit, NoUnit) and not isinstance(unit, Lasting):
        return None
    left = Left(text, numeral.start, begin)
    if isinstance(unit, NoUnit):
        return _average(numeral, unit, left)
    if unit is None:
        return _bare(text, numeral, left, last)
    if unit.unit.kind is UnitKind.COUNT and _only_names(text, numeral, unit, left, before):
        return None
    return _with_unit(text, numeral, unit, left, begin)


def _part_of_a_word(text: str, start: int) -> bool:
    """Whether letters stand right before the number (QL4B, Km18, COVID-19), or it is raised: <sup>1</sup>."""
    if not start:
        return False
    previous = text[start - 1]
    if previous in "-–":
        return start > 1 and text[start - 2].isalpha()
    if previous == ".":
        return start > 1 and text[start - 2].isupper()  # TP.2, P.12
    return previous.isalnum() or (previous == ">" and text.endswith("<sup>", 0, start))


def _clock(text: str, numeral: Numeral) -> bool:
    """Whether it belongs to a time of day: 08:52."""
    start, end = numeral.start, numeral.end
    if text[end : end + 1] == ":":
        return CLOCK.match(text, start) is not None
    return text[start - 1 : start] == ":" and text[max(0, start - 2) : start - 1].isdigit()


def _only_names(text: str, numeral: Numeral, unit: Measured, left: Left, before: int) -> bool:
    """Whether the number names or ranks the word before it instead of counting the noun after it."""
    if unit.guessed and (unit.start == numeral.end or like_a_year(numeral) or left.may_name):
        return True
    if unit.unit.factor != 1 or in_thousands(text, numeral) or _only_counted(text, unit):
        return False
    follows_a_figure = before >= 0 and not text[before : numeral.start].strip("*_/ \n\t\xa0")
    return not follows_a_figure and left.names


def _only_counted(text: str, unit: Measured) -> bool:
    """Whether the noun never follows a name: «trên quốc lộ 38 vụ», but «lần 2 vụ Đông Xuân»."""
    return tuple(unit.unit.base.split()) in COUNTERS and not SEASON.match(text, unit.end)


def _average(numeral: Numeral, unit: NoUnit, left: Left) -> Found | None:
    """Take a duration or age for a figure only where it is an average."""
    if not isinstance(unit, Lasting) or not left.average:
        return None
    return Found(numeral.start, numeral.end, numeral.numbers, numeral.shape, unit.unit, unit.end)


def _with_unit(text: str, numeral: Numeral, unit: Measured, left: Left, begin: int) -> Found:
    if unit.bare and numeral.shape is Shape.SINGLE:
        unit = replace(unit, unit=in_currency(unit.unit, left.words[-1:]))
        numeral, unit = _composite(text, numeral, unit) or (numeral, unit)
    elif unit.unit.kind is not UnitKind.COUNT:
        numeral = _signed(text, numeral, begin)
    elif unit.unit.factor == 1:
        numeral = replace(numeral, numbers=tuple(map(_whole, numeral.numbers)))
    approx = qualifier(text, numeral, unit, left)
    return Found(numeral.start, numeral.end, numeral.numbers, numeral.shape, unit.unit, unit.end, approx)


def _signed(text: str, numeral: Numeral, begin: int) -> Numeral:
    """Read the minus of «(-10%)», «giảm -3,5%»; a dash at the beginning of a passage is a bullet."""
    at = numeral.start - 1
    if (
        numeral.shape is not Shape.SINGLE
        or at <= begin
        or text[at] not in "-−"
        or (at and text[at - 1] not in " (\t:")
    ):
        return numeral
    return Numeral(at, numeral.end, (numeral.numbers[0].copy_negate(),))


def _whole(number: Decimal) -> Decimal:
    """Read «12,345 người» as 12.345 người: nobody counts people in thousandths."""
    return number.scaleb(3) if number.as_tuple().exponent == -3 and number >= 1 else number


def _composite(text: str, numeral: Numeral, unit: Measured) -> tuple[Numeral, Measured] | None:
    """Read «825 tỷ 776 triệu đồng» as 825776 triệu đồng."""
    near = NEAR_NUMBER.match(text, unit.end)
    match = NUMERAL.match(text, near.end()) if near else None
    second = numeral_at(text, match) if match else None
    if second is None or second.shape is not Shape.SINGLE:
        return None
    smaller = unit_at(text, second.end)
    if not isinstance(smaller, Measured) or smaller.unit.kind is not UnitKind.MONEY:
        return None
    ratio = unit.unit.factor / smaller.unit.factor
    if second.numbers[0] >= ratio or numeral.numbers[0] != int(numeral.numbers[0]):
        return None
    return Numeral(numeral.start, second.end, (numeral.numbers[0] * ratio + second.numbers[0],)), smaller


def _bare(text: str, numeral: Numeral, left: Left, last: Counted | None) -> Found | None:
    """Take a number without a unit only where the words around it say that it is a figure."""
    unit = unit_of_bare(text, numeral, left, last)
    if unit is None:
        return None
    return Found(numeral.start, numeral.end, numeral.numbers, numeral.shape, unit, numeral.end, left.qualifier)
