"""Everything in a text that looks like a number, by its shape alone: plain, range, fraction."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from kybao.figures.quantities import Shape
from kybao.figures.units import has_unit

PLAIN = r"[0-9]+(?:[.,][0-9]+)*"
NUMERAL = re.compile(rf"({PLAIN})(?:(\s?[/–—-]\s?)({PLAIN}))?")
# «87.010, 7 triệu đồng»: a blank slipped in behind the decimal comma.
SLIP = re.compile(r"(?<=\.[0-9]{3}), ([0-9]{1,2})(?=\s?(?:nghìn|triệu|tỷ|tỉ|đồng|ha|m|%))")
# «12 345 người», «1 234 567 đồng»: blanks between thousands, as in statistical yearbooks.
SPACED = r"[1-9][0-9]{0,2}(?:[ \xa0\u2009\u202f][0-9]{3}){1,6}(?:,[0-9]{1,3})?"
# «41.56 2 tỷ đồng»: a blank slipped in between the last three digits.
BROKEN = r"[1-9][0-9]{0,2}\.(?:[0-9] [0-9]{2}|[0-9]{2} [0-9])"
WITH_BLANKS = re.compile(rf"(?:{SPACED}|{BROKEN})(?![0-9/]|[.,][0-9])")
MOST_CHARACTERS = 28  # a longer row of digits counts nothing
DOTTED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
THOUSANDS_BY_COMMA = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number, a range or a fraction at characters ``start`` to ``end``."""

    start: int
    end: int
    numbers: tuple[Decimal, ...]
    shape: Shape = Shape.SINGLE


@lru_cache(maxsize=20_000)
def amount(written: str) -> Decimal | None:
    """Read digits with dots and commas as officials write and mistype them; None for a list such as «1,2,3».

    >>> amount("46.362,2"), amount("3.335,250"), amount("6.2"), amount("1,234,567")
    (Decimal('46362.2'), Decimal('3335.250'), Decimal('6.2'), Decimal('1234567'))
    """
    dots, commas = written.count("."), written.count(",")
    if not dots and not commas:
        return Decimal(written)
    if commas > 1 or (commas and dots and written.rindex(".") > written.index(",")):
        return _by_comma(written)
    whole, _, decimals = written.partition(",")
    if not dots or DOTTED.fullmatch(whole):
        return Decimal(f"{whole.replace('.', '')}.{decimals}" if decimals else whole.replace(".", ""))
    return _odd_dots(whole, decimals)


def _by_comma(written: str) -> Decimal | None:
    """Read «1,234,567» and «1,234.5», whose commas stand between thousands."""
    whole, _, decimals = written.partition(".")
    if THOUSANDS_BY_COMMA.fullmatch(whole) or (
        decimals.isdigit() and whole.count(",") == 1 and len(whole.split(",")[1]) == 3
    ):
        return Decimal(f"{whole.replace(',', '')}.{decimals}" if decimals else whole.replace(",", ""))
    return None


def _odd_dots(whole: str, decimals: str) -> Decimal | None:
    """Read dots that do not stand between thousands: «6.2», «0.85», «1234.567», «12.345.67»."""
    *groups, last = whole.split(".")
    if decimals:
        return Decimal(f"{''.join(groups)}{last}.{decimals}")
    if len(last) != 3 or groups == ["0"]:
        return Decimal(f"{''.join(groups)}.{last}")
    return Decimal("".join([*groups, last]))


def in_thousands(text: str, numeral: Numeral) -> bool:
    """Whether a number has dots between its thousands, as no name or rank has: «1.350»."""
    return DOTTED.fullmatch(text, numeral.start, numeral.end) is not None


def numeral_at(text: str, match: re.Match[str]) -> Numeral | None:
    """Give what a match of NUMERAL says; None where it is a list or no number at all."""
    start, end = match.span(1)
    spaced = WITH_BLANKS.match(text, start)
    whole = amount("".join(spaced[0].split())) if spaced and has_unit(text, spaced.end()) else None
    if spaced and whole is not None:
        return Numeral(start, spaced.end(), (whole,))
    first = amount(match[1]) if end - start <= MOST_CHARACTERS else None
    if first is None:
        return None
    link = match[2]
    if link is None:
        slip = SLIP.match(text, end)
        if slip:
            return Numeral(start, slip.end(1), (Decimal(f"{first}.{slip[1]}"),))
        return Numeral(start, end, (first,))
    second = amount(match[3]) if len(match[3]) <= MOST_CHARACTERS else None
    if second is None:
        return Numeral(start, end, (first,))
    if "/" in link:
        return Numeral(start, match.end(), (first, second), Shape.FRACTION)
    if first < second:
        return Numeral(start, match.end(), (first, second), Shape.RANGE)
    return Numeral(start, end, (first,))
