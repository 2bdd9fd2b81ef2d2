"""Days in prose: «ngày 15/3/2024», «15 tháng 3 năm 2024», «đến 31/6»; days that do not exist are kept as written."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from kybao.figures.composing import Composed, compose
from kybao.figures.units import has_unit
from kybao.figures.vocabulary import folded, words

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
LOOK_BACK = 16  # characters before a day that can hold «ngày»


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
        if not 1 <= self.month <= 12 or self.day < 1 or self.year == 0:
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
    for match in SHAPE.finditer(text):
        day, mark, month, year, named_month, its_year = match.groups()
        start, end = match.span()
        if NO_DAY_BEFORE.search(text, max(0, start - 1), start) or MORE_DIGITS.match(text, end):
            continue
        if named_month:
            yield DateMention(start, end, int(day), int(named_month), int(its_year) if its_year else None)
        elif year:
            yield DateMention(start, end, int(day), int(month), int(year))
        elif "-" not in mark and _is_a_day(text, start, end, int(day), int(month)):
            yield DateMention(start, end, int(day), int(month), None)


def _is_a_day(text: str, start: int, end: int, day: int, month: int) -> bool:
    """Whether two numbers without a year are a day and a month, not a fraction or a decimal."""
    if NEXT_DAY.match(text, end):
        return True
    before = OTHER_DAYS.sub("", text[max(0, start - LOOK_BACK) : start]).rsplit(None, 1)[-1:]
    word = folded(before[0].strip("(*_[,;:")) if before else ""
    if word in CERTAIN:
        return True
    return word in POSSIBLE and "/" in text[start:end] and day <= 31 and month <= 12 and not has_unit(text, end)
