"""Letters where a number has a digit: «l5 hộ», «1O5 xã», as recognition of print and hasty typing leave them.

Such a number is never read as if it were right: it is no figure, and a check proposes what it may have been.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kybao.figures.numbers import LETTERS_LIKE_DIGITS, NUMBER

LETTERS = "lIOo"  # what recognition confuses with 1 and 0; «5S», «B5» are names
FIRST_LETTERS = frozenset(LETTERS)
DIGITS = {ord(letter): LETTERS_LIKE_DIGITS[letter] for letter in LETTERS}
NEAR = re.compile(rf"[{LETTERS}][.,]?[0-9]|[0-9][.,]?[{LETTERS}]")
WHOLE = re.compile(rf"[0-9{LETTERS}]+(?:[.,][0-9{LETTERS}]+)*")
LITRES_OR_DEGREES = re.compile(r"[0-9.,]+[lo]")  # «50l», «30o»
LONGEST = 28


@dataclass(frozen=True, slots=True)
class Misread:
    """A number with letters in it, at passage characters ``start`` to ``end``."""

    start: int
    end: int
    text: str

    @property
    def proposed(self) -> str:
        """What it may have been: «105»."""
        return self.text.translate(DIGITS)


def misread_numbers(text: str) -> Iterator[Misread]:
    """Yield numbers that have letters in the place of digits.

    >>> [(found.text, found.proposed) for found in misread_numbers("l.2O5 hộ, bình chứa 50l, bếp 4B, khí CO2")]
    [('l.2O5', '1.205')]
    """
    at = 0
    while near := NEAR.search(text, at):
        start = _begin(text, near.start())
        whole = WHOLE.match(text, start)
        at = max(whole.end() if whole else 0, near.end())
        if whole is None or LITRES_OR_DEGREES.fullmatch(whole[0]) or _in_a_word(text, *whole.span()):
            continue
        found = Misread(start, whole.end(), whole[0])
        if NUMBER.fullmatch(found.proposed):
            yield found


def is_cut_by_a_letter(text: str, start: int, end: int) -> bool:
    """Whether digits are only a part of a misread number: «112,5» of «l.112,5», «1» of «1.OOO».

    >>> is_cut_by_a_letter("l.112,5", 2, 7), is_cut_by_a_letter("1.OOO", 0, 1), is_cut_by_a_letter("theo.12", 5, 7)
    (True, True, False)
    """
    if start > 1 and text[start - 1] in ".," and text[start - 2] in LETTERS:
        return start == 2 or not text[start - 3].isalpha() or text[start - 3] in LETTERS
    if text[end : end + 1] in {".", ","} and text[end + 1 : end + 2] in FIRST_LETTERS:
        behind = text[end + 2 : end + 3]
        return not behind.isalpha() or behind in LETTERS
    return False


def _begin(text: str, at: int) -> int:
    """Go back to the first sign of the number."""
    first = max(0, at - LONGEST)
    while at > first and (text[at - 1] in LETTERS or text[at - 1] in "0123456789.,"):
        at -= 1
    while text[at] in ".,":
        at += 1
    return at


def _in_a_word(text: str, start: int, end: int) -> bool:
    """Whether it belongs to a word before or behind it: «CO2», «QL1O», «số 5/1O», «1.240lđ»."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    return before.isalnum() or before in {"/", "-", ".", ",", "_"} or behind.isalnum()
