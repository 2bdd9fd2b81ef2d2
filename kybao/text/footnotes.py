"""Footnote marks: «du lịch¹», ``du lịch<sup>1</sup>``, ``du lịch[1]``, and the notes that begin with them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
PLAIN = str.maketrans(SUPERSCRIPTS, "0123456789")
MARK_FORMS = (
    rf"⁽?[{SUPERSCRIPTS}]{{1,3}}⁾?|<sup>\s*[(\[]?\d{{1,3}}[)\]]?\s*</sup>|\[\^?\d{{1,3}}\]"  # ¹ ⁽¹⁾ <sup>1</sup> [1]
)
MARK = re.compile(MARK_FORMS)
POWER = re.compile(r"(?<![^\W\d_])(?:[kcdmh]|da)?m$")  # what stands before «²» in m², km², m<sup>3</sup>
OPENERS = frozenset(SUPERSCRIPTS + "⁽<[(")
REACH = 8


@dataclass(frozen=True, slots=True)
class Raised:
    """A footnote mark, wherever it stands."""

    number: str
    start: int
    end: int


def marks(text: str, start: int = 0, end: int | None = None) -> Iterator[Raised]:
    """Yield the footnote marks of a text; the power of a unit is none.

    >>> [mark.number for mark in marks("trồng 600 cây² trên 3.602 m²; sửa 4 m<sup>2</sup> đường¹²")]
    ['2', '12']
    """
    for match in MARK.finditer(text, start, len(text) if end is None else end):
        first = match.start()
        number = digits(match[0])
        if number[:1] in {"2", "3"} and POWER.search(text, max(start, first - REACH), first):
            if len(number) == 1 or match[0][0] in "<[⁽":
                continue
            first, number = first + 1, number[1:]
        yield Raised(number, first, match.end())


def note_opening(line: str) -> Raised | None:
    """Give the mark that a line begins with, if it is the text of a footnote.

    >>> note_opening("<sup>9</sup>Cấp giấy chứng nhận cho 22 hộ.").number
    '9'
    """
    start = int(line.startswith("("))  # «(¹) Trong đó»
    if line[:1] not in OPENERS or not (match := MARK.match(line, start)):
        return None
    after = match.end() + line.startswith((":", ")"), match.end())
    return Raised(digits(match[0]), 0, after)


def digits(mark: str) -> str:
    """Give the plain digits of a mark.

    >>> digits("¹²"), digits("<sup>7</sup>")
    ('12', '7')
    """
    return "".join(re.findall(r"\d", mark.translate(PLAIN)))


def raised(number: int) -> str:
    """Write the mark of a note.

    >>> raised(27)
    '²⁷'
    """
    return str(number).translate(str.maketrans("0123456789", SUPERSCRIPTS))
