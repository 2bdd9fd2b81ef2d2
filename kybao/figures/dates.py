"""Days in prose: «ngày 15/3/2024», «15 tháng 3 năm 2024», «đến 31/6»; days that do not exist are kept as written."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from kybao.figures.composing import Composed, compose
from kybao.figures.units import has_unit
from kybao.figures.vocabulary import any_of, folded, words

DAY = r"([0-9]{1,2})"
YEAR = r"([0-9]{4})"
# The shape of a day; what stands before it and after it decides. It begins with a digit, so that searching is fast.
SHAPE = re.compile(
    rf"{DAY}(?:(\s?[/.-]\s?){DAY}(?:\s?[/.-]\s?{YEAR})?|\s+[Tt]háng\s+{DAY}(?:\s*(?:/|,?\s+năm\s+){YEAR})?)"
)
NEXT_DAY = re.compile(r"\s?(?:[-–—]|(?:và|đến)(?:\s+ngày)?)\s?[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{4}")
NO_DAY_BEFORE = re.compile(r"[\w/.,-]$")
MORE_DIGITS = re.compile(r"[\w/]|[.,][0-9]")
OTHER_DAYS = re.compile(r"(?:\s+[0-9]{1,2},)*\s*$")  # «ngày 5, 6/7»
CERTAIN, POSSIBLE = (frozenset(map(folded, words("time")[key])) for key in ("before_a_day", "perhaps_before_a_day"))
YEARS = range(1000, 3000)  # any other year is a slip
LOOK_BACK = 16  # characters before a day that can hold «ngày»
# «từ 27-30/8», «ngày 27 đến ngày 30/8»: the first day is told by its number only.
PARTS_OF_A_DAY = any_of(words("time")["parts_of_a_day"])
FIRST_OF_TWO = re.compile(
    rf"\b(?:từ|{PARTS_OF_A_DAY})\s+{DAY}"
    rf"(?:\s?[-–—]\s?|\s+(?:đến|tới)\s+(?:hết\s+)?(?:(?:{PARTS_OF_A_DAY})\s+)?)$",
    re.IGNORECASE,
)
LONGEST_FIRST = 32  # characters of «đêm 27 đến hết ngày »


@dataclass(frozen=True, slots=True)
class DateMention:
    """A day as written, at passage characters ``start`` to ``end``; ``year`` is None where none is written."""

    start: int
    end: int
    day: int
    month: int
    year: int | None

    @property
    def possible(self) -> bool:
        """Whether the calendar has such a day: «31/6» never is, «29/2» without a year may be."""
        if not 1 <= self.month <= 12 or self.day < 1 or (self.year is not None and self.year not in YEARS):
            return False
        return self.day <= monthrange(self.year or 2000, self.month)[1]

    def on(self, year: int | None = None) -> date | None:
        """Give the day, in ``year`` where the text names none; None for one that does not exist."""
        year = self.year or year
        if year is None or not self.possible:
            return None
        return date(year, self.month, min(self.day, monthrange(year, self.month)[1]))


def dates(text: str) -> Iterator[DateMention]:
    """Yield the days that a passage names, in order, with their offsets in it."""
    composed = compose(text)
    for mention in find_dates(composed.text):
        yield moved(mention, composed)


def moved(mention: DateMention, composed: Composed) -> DateMention:
    """Give the mention with its offsets in the text as it was before its letters were composed."""
    return replace(mention, start=composed.back(mention.start), end=composed.back(mention.end))


def find_dates(text: str) -> Iterator[DateMention]:
    """Yield the days that a text of composed letters names."""
    match = SHAPE.search(text)
    while match is not None:
        at = match.end()
        if MORE_DIGITS.match(text, at):
            at = match.start(3) if match[3] and "-" in match[2] else at  # «27-30/8» is no 27th of a 30th month
        else:
            yield from _days_of(text, match)
        match = SHAPE.search(text, at)


def _days_of(text: str, match: re.Match[str]) -> Iterator[DateMention]:
    """Yield the day that a match of SHAPE is, after the one that borrows its month: «27 đến 30/8»."""
    first = FIRST_OF_TWO.search(text, max(0, match.start() - LONGEST_FIRST), match.start())
    day = _day(text, match, after_another=first is not None)
    if day is None:
        return
    if first and 0 < int(first[1]) < day.day:
        yield DateMention(first.start(1), first.end(1), int(first[1]), day.month, day.year)
    yield day


def _day(text: str, match: re.Match[str], *, after_another: bool) -> DateMention | None:
    day, mark, month, year, named_month, its_year = match.groups()
    start, end = match.span()
    if not after_another and NO_DAY_BEFORE.search(text, max(0, start - 1), start):
        return None
    month, year = named_month or month, its_year or year
    mention = DateMention(start, end, int(day), int(month), int(year) if year else None)
    if year or (not (mark and "-" in mark) and _certain(text, start, end)):
        return mention
    told = named_month or after_another or (mark and "/" in mark and _word_before(text, start) in POSSIBLE)
    return mention if told and _fits(text, mention) else None


def _certain(text: str, start: int, end: int) -> bool:
    """Whether two numbers are a day and a month, even an impossible one."""
    return NEXT_DAY.match(text, end) is not None or _word_before(text, start) in CERTAIN


def _word_before(text: str, start: int) -> str:
    before = OTHER_DAYS.sub("", text[max(0, start - LOOK_BACK) : start]).rsplit(None, 1)[-1:]
    return folded(before[0].strip("(*_[,;:")) if before else ""


def _fits(text: str, mention: DateMention) -> bool:
    """Whether the calendar may have the day, and nothing counted follows: «9 tháng 5 tỷ đồng» is none."""
    return mention.day <= 31 and mention.month <= 12 and not has_unit(text, mention.end)
