"""Every statistical figure (số liệu) of a document, and nothing that only looks like one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kybao.figures.dates import dates
from kybao.figures.numerals import NUMERAL, Numeral, numeral_at
from kybao.figures.quantities import Figure, Shape, Unit, UnitKind
from kybao.figures.time_words import period_mentions
from kybao.figures.units import NONE, Measured, NoUnit, Run, unit_at
from kybao.figures.vocabulary import Phrases, endings, folded, phrases_of, words
from kybao.text import Block, Document, Kind

CONTEXTS = words("contexts")
NAMERS = phrases_of(CONTEXTS["namers"])
NAME_HEADS = phrases_of(CONTEXTS["name_heads"])
NOT_NAMERS = phrases_of(CONTEXTS["not_namers"])
OVER_A_COLON = phrases_of(CONTEXTS["over_a_colon"])
INTRODUCERS = phrases_of(CONTEXTS["introducers"])
BEFORE = phrases_of(CONTEXTS["qualifiers"]["before"])
AFTER = phrases_of(CONTEXTS["qualifiers"]["after"])
PLACES = phrases_of(CONTEXTS["qualifiers"]["places"])
CONNECTIVES = phrases_of(CONTEXTS["connectives"])

LOOK_BACK = 40  # characters before a number that decide what it is
SIGNS = "*_([{\"“”'‘’:;,.-–…"
MARKUP_OPENS = ("<sup>", "[^")
FOLLOWING_NUMBER = re.compile(r"\s+[0-9]")


@dataclass(frozen=True, slots=True)
class Found:
    """A figure in a passage, before it is given its place in the document."""

    start: int
    end: int
    numbers: tuple[Decimal, ...]
    shape: Shape
    unit: Unit
    unit_end: int
    approx: str


class Left:
    """The words before a number."""

    __slots__ = ("colon", "opened", "raw", "words")

    def __init__(self, text: str, start: int, begin: int) -> None:
        self.raw = text[max(begin, start - LOOK_BACK) : start].rsplit(None, 3)[-3:]
        last = self.raw[-1].rstrip("*_") if self.raw else ""
        self.colon = last.endswith(":")
        self.opened = not last or last[-1] in "(;,+-–[{…"
        kept: list[str] = []
        for token in reversed(self.raw):
            word = token.strip(SIGNS)
            if not word or (kept and token[-1] in ",;:.)"):
                break
            kept.append(folded(word))
            if token[0] in "([":
                break
        closed = last and last[-1] in ",;.)"
        self.words = () if closed else tuple(reversed(kept))

    def ends_with(self, phrases: Phrases[str]) -> str:
        """Give the longest of these phrases that the words end with, or nothing."""
        return next((" ".join(ending) for ending in endings(self.words) if ending in phrases), "")


def figures(document: Document) -> tuple[Figure, ...]:
    """Give every figure of a document in the order of its blocks."""
    return tuple(
        _placed(document, index, found)
        for index, block in enumerate(document.blocks)
        for found in _in_block(document, index, block)
    )


def _placed(document: Document, index: int, found: Found) -> Figure:
    span = document.span_in(index, found.start, found.end)
    return Figure(
        span, found.numbers, found.unit, found.shape, found.approx, index, found.start, found.end, found.unit_end
    )


def _in_block(document: Document, index: int, block: Block) -> Iterator[Found]:
    if block.kind in (Kind.HEAD, Kind.CLOSING):
        return iter(())
    marks = [(mark.start, mark.end) for mark in document.marks if mark.block == index]
    return figures_in(block.passage.text, block.body, marks)


def figures_in(text: str, begin: int = 0, closed: Sequence[tuple[int, int]] = ()) -> Iterator[Found]:
    """Yield the figures of a passage from character ``begin``; ``closed`` are stretches without any."""
    if not NUMERAL.search(text, begin):
        return
    days = tuple(dates(text))
    spans = sorted(
        [
            *closed,
            *((day.start, day.end) for day in days),
            *((period.start, period.end) for period in period_mentions(text, days)),
        ]
    )
    at, before, next_span = begin, -1, 0
    while match := NUMERAL.search(text, at):
        start = match.start()
        while next_span < len(spans) and spans[next_span][1] <= start:
            next_span += 1
        if next_span < len(spans) and spans[next_span][0] <= start:
            at = spans[next_span][1]
            continue
        numeral = numeral_at(text, match)
        if numeral is None:
            at = match.end()
            continue
        found = _figure(text, numeral, begin, before)
        if found is None:
            at = numeral.end
            continue
        yield found
        at, before = max(found.end, found.unit_end), max(found.end, found.unit_end)


def _figure(text: str, numeral: Numeral, begin: int, before: int) -> Found | None:
    """Decide by its neighbours whether a numeral is a figure."""
    if _glued(text, numeral):
        return None
    unit = unit_at(text, numeral.end)
    if isinstance(unit, NoUnit):
        return None
    left = Left(text, numeral.start, begin)
    if _only_names(text, numeral, unit, left, before):
        return None
    if unit is None:
        return _bare(text, numeral, left)
    if unit.start == numeral.end and unit.guessed:
        return None
    return _with_unit(text, numeral, unit, left)


def _glued(text: str, numeral: Numeral) -> bool:
    """Whether letters stand right before the number: QL4B, Km18, COVID-19; or it is a mark: <sup>1</sup>."""
    start = numeral.start
    if not start:
        return False
    if text[start - 1].isalnum() or text.startswith(MARKUP_OPENS, max(0, start - 5)) and text[start - 1] in ">^":
        return True
    return text[start - 1] in "-–./" and start > 1 and text[start - 2].isalpha() and text[start - 1] != "/"


def _only_names(text: str, numeral: Numeral, unit: Measured | None, left: Left, before: int) -> bool:
    """Whether the number names or ranks what stands before it."""
    if unit is not None and unit.unit.kind is not UnitKind.COUNT:
        return False
    if left.colon:
        return bool(left.ends_with(OVER_A_COLON))
    if before >= 0 and not text[before : numeral.start].strip("*_ \n\t\xa0"):
        return False
    if left.ends_with(NOT_NAMERS):
        return False
    if left.ends_with(NAMERS):
        return True
    sure = unit is not None and not unit.guessed
    return not sure and bool(left.ends_with(NAME_HEADS))


def _bare(text: str, numeral: Numeral, left: Left) -> Found | None:
    """Take a number without a unit where the words before it introduce one."""
    if numeral.shape is Shape.RANGE or _like_a_year(numeral) or _like_a_telephone(text, numeral):
        return None
    follows = Run(text, numeral.end)
    introduced = left.colon or left.ends_with(INTRODUCERS)
    if not introduced:
        return None
    return Found(
        numeral.start, numeral.end, numeral.numbers, numeral.shape, NONE, numeral.end, left.ends_with(BEFORE)
    )


def _like_a_year(numeral: Numeral) -> bool:
    return (
        all(1900 <= number <= 2100 and number == int(number) for number in numeral.numbers)
        and (numeral.end - numeral.start) == 4
    )


def _like_a_telephone(text: str, numeral: Numeral) -> bool:
    return text[numeral.start] == "0" and numeral.end - numeral.start >= 9


def _with_unit(text: str, numeral: Numeral, unit: Measured, left: Left) -> Found | None:
    if unit.guessed and _like_a_year(numeral):
        return None
    end, numbers, unit_end = numeral.end, numeral.numbers, unit.end
    if unit.bare and numeral.shape is Shape.SINGLE:
        joined = _composite(text, numeral, unit)
        if joined is not None:
            end, numbers, unit = joined
            unit_end = unit.end
    approx = _qualifier(text, numeral, unit, left)
    return Found(numeral.start, end, numbers, numeral.shape, unit.unit, unit_end, approx)


def _composite(text: str, numeral: Numeral, unit: Measured) -> tuple[int, tuple[Decimal, ...], Measured] | None:
    """Read «825 tỷ 776 triệu đồng» as 825776 triệu đồng."""
    match = NUMERAL.search(text, unit.end)
    if match is None or not FOLLOWING_NUMBER.match(text, unit.end) or match.start() - unit.end > 3:
        return None
    second = numeral_at(text, match)
    smaller = unit_at(text, second.end) if second and second.shape is Shape.SINGLE else None
    if second is None or not isinstance(smaller, Measured) or smaller.unit.kind is not UnitKind.MONEY:
        return None
    ratio = unit.unit.factor / smaller.unit.factor
    if ratio <= second.numbers[0] or ratio <= 1:
        return None
    return second.end, (numeral.numbers[0] * int(ratio) + second.numbers[0],), smaller


def _qualifier(text: str, numeral: Numeral, unit: Measured, left: Left) -> str:
    """Give «trên», «khoảng», «trở lên» as written, or nothing."""
    before = left.ends_with(BEFORE)
    if before and not (before == "trên" and _where(numeral, unit)):
        return before
    run = Run(text, unit.end)
    for first in range(min(3, len(run.folded))):
        found = AFTER.longest(run.folded, first)
        if found:
            return found[0]
    return ""


def _where(numeral: Numeral, unit: Measured) -> bool:
    """Whether «trên 11 tuyến đường» says where, not how much."""
    return (
        numeral.numbers[0] < 100
        and numeral.numbers[0] % 10 != 0
        and PLACES.longest(tuple(unit.unit.base.split())) is not None
    )
