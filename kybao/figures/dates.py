"""Days in prose: «ngày 15/3/2024», «15 tháng 3 năm 2024», «đến 31/6»; days that do not exist are kept as written."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from kybao.figures.composing import Composed, compose
from kybao.figures.units import Measured, unit_at
from kybao.figures.vocabulary import words

DAY = r"([0-9]{1,2})"
YEAR = r"([0-9]{4})"
MARK = r"\s?[/.-]\s?"


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


def any_of(entries: list[str]) -> str:
    """Give a pattern of these phrases, the longest first, blanks as any white space."""
    ordered = sorted(entries, key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, entry.split())) for entry in ordered)


CERTAIN, POSSIBLE = (any_of(words("time")[key]) for key in ("before_a_day", "perhaps_before_a_day"))

# One pattern a way of writing; the first that fits wins.
FULL = rf"(?<![\w/.,-]){DAY}{MARK}{DAY}{MARK}{YEAR}(?![\w/])"
IN_WORDS = rf"(?<![\w/.,]){DAY}\s+tháng\s+{DAY}(?:\s*(?:/|,?\s+năm\s+){YEAR})?(?![\w/])"
BEFORE_A_FULL_ONE = (
    rf"(?<![\w/.,]){DAY}[/.]{DAY}(?=\s?(?:[-–—]|(?:và|đến)(?:\s+ngày)?)\s?[0-9]{{1,2}}[/.][0-9]{{1,2}}[/.][0-9]{{4}})"
)
AFTER_A_DAY_WORD = rf"\b(?:{CERTAIN})\s+(?:[0-9]{{1,2}},\s?)*{DAY}\s?[/.]\s?{DAY}(?!\w|[/.,][0-9])"
AFTER_A_PLACE_WORD = rf"\b(?:{POSSIBLE})\s+{DAY}/{DAY}(?![\w/]|[.,][0-9])"
DATE = re.compile("|".join((FULL, IN_WORDS, BEFORE_A_FULL_ONE, AFTER_A_DAY_WORD, AFTER_A_PLACE_WORD)), re.IGNORECASE)
UNSURE = 11  # the first group of AFTER_A_PLACE_WORD


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
    for match in DATE.finditer(text):
        first = next(index for index, group in enumerate(match.groups(), 1) if group)
        if first >= UNSURE and _counts_something(text, match.end(), match):
            continue
        has_year = first in (1, 4)
        year = match[first + 2] if has_year else None
        yield DateMention(
            match.start(first), match.end(), int(match[first]), int(match[first + 1]), int(year) if year else None
        )


def _counts_something(text: str, end: int, match: re.Match[str]) -> bool:
    """Whether «đến 8/8 …» goes on with a unit, or is no day of any calendar."""
    if int(match[UNSURE]) > 31 or int(match[UNSURE + 1]) > 12:
        return True
    found = unit_at(text, end)
    return isinstance(found, Measured) and not found.guessed
