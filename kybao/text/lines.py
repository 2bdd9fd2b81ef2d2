"""The lines of a text without the markup around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kybao.text.unseen import UNSEEN

LINE = re.compile(r"[^\n]+")
LONGEST_FURNITURE = 200
LEAD = re.compile(
    rf"[\s{UNSEEN}]*(?:>\s?)*(#{{1,6}}\s+)?(?:\*{{1,3}}(?=[^\s*])|_{{2,3}}(?=[^\s_])|</?(?:b|i|u|strong|em)>)*[\s{UNSEEN}]*"
)
TAIL = re.compile(rf"(?:(?<=[^\s*])\*{{1,3}}|(?<=[^\s_])_{{2,3}}|</?(?:b|i|u|strong|em)>|[\s{UNSEEN}])+$")
TAIL_CHARACTERS = frozenset("*_>\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u00ad")
RULE = re.compile(r"(?:[-–—_=*.~·•]\s*){3,}$|\[img\]$")
PAGE_NUMBER = re.compile(r"(?:(?:[Tt]rang|[Pp]age)\s*)?[-–—]?\s*(\d{1,3})(?:\s*/\s*\d{1,3})?\s*[-–—]?$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: where its words stand, and how it stands out."""

    start: int
    end: int
    words: str
    gap: bool = False  # a blank line stands before it
    outline: int = 0  # heading level given by markup or by a style, 0 for none
    loud: bool = False  # the whole line is emphasised
    raw: tuple[int, int] = (0, 0)  # with the markup, for rows of a table
    row: bool = False  # known to be a row of a table
    more: tuple[tuple[int, int], ...] = ()  # the lines that go on this one in a text with hard line ends

    @property
    def spans(self) -> list[tuple[int, int]]:
        """The places of its words."""
        return [(self.start, self.end), *self.more]


def lines_of(text: str) -> Iterator[Line]:
    """Yield the lines that hold something.

    >>> [(line.words, line.outline) for line in lines_of("## **I. KINH TẾ**\\n\\nThu đạt 27%.")]
    [('I. KINH TẾ', 2), ('Thu đạt 27%.', 0)]
    """
    last_end = -1
    for match in LINE.finditer(text):
        start, end = match.span()
        words = match[0]
        if words.isspace():
            continue
        yield _line(text, start, end, gap=start != last_end + 1)
        last_end = end


def is_furniture(words: str) -> bool:
    """Whether a line is a rule, the place of a picture or a page number with signs: no part of the text."""
    if len(words) > LONGEST_FURNITURE:
        return False
    return RULE.match(words) is not None or (not words.isdigit() and PAGE_NUMBER.match(words) is not None)


def _line(text: str, start: int, end: int, *, gap: bool) -> Line:
    lead = LEAD.match(text, start, end)
    first, outline = (lead.end(), len((lead[1] or "").strip())) if lead else (start, 0)
    last = _without_tail(text, first, end)
    if first >= last:  # nothing but markup: «***», «##»
        stripped = text[start:end].strip()
        first = text.index(stripped, start)
        return Line(first, first + len(stripped), stripped, gap, raw=(start, end))
    loud = first > start and text[first - 1] in "*_>" and last < end
    return Line(first, last, text[first:last], gap, outline, loud, (start, end))


def _without_tail(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start and text[end - 1] in TAIL_CHARACTERS and (tail := TAIL.search(text, max(start, end - 40), end)):
        return tail.start()
    return end
