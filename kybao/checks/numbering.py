"""Numbers of headings and entries in the order of the document: what each one follows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kybao.text import Block, Document, Kind, Span

# Nghị định 30/2020/NĐ-CP, Phụ lục I: points (điểm) are lettered in the order of the Vietnamese alphabet.
ALPHABET = "abcdđeghiklmnopqrstuvxy"
ROMAN = re.compile(r"(?i:X{0,3})(?i:IX|IV|V?I{0,3})")
VALUES = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class Number:
    """The number of a heading: what stands before its last part, what kind that is, and which it is."""

    prefix: str  # "2" in 2.1, else ""
    kind: str  # "roman", "arabic", "letter"
    index: int  # from 1 on

    def written(self) -> str:
        """Write the number as documents do."""
        if self.kind == "letter":
            return ALPHABET[(self.index - 1) % len(ALPHABET)]
        last = roman(self.index) if self.kind == "roman" else str(self.index)
        return f"{self.prefix}.{last}" if self.prefix else last

    def next(self) -> "Number":
        """Give the number that has to follow."""
        return Number(self.prefix, self.kind, self.index + 1)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A heading or entry, and the one before it on the same level and under the same heading."""

    block: int
    number: Number
    before: "Numbered | None"
    above: "Numbered | None"


@lru_cache(maxsize=1000)
def read(written: str) -> Number | None:
    """Read the number of a heading.

    >>> read("II").index, read("2.1").prefix, read("đ").index
    (2, '2', 5)
    """
    prefix, _, last = written.rpartition(".")
    if last.isascii() and last.isdigit():
        return None if last.startswith("0") else Number(prefix, "arabic", int(last))
    if prefix or not last:
        return None
    if len(last) == 1 and last in ALPHABET:
        return Number("", "letter", ALPHABET.index(last) + 1)
    if last.isupper() and ROMAN.fullmatch(last):
        return Number("", "roman", _roman_value(last))
    return None


def sequence(document: Document) -> Iterator[Numbered]:
    """Yield the numbered headings and entries in order, each with the one that it follows."""
    opened: list[tuple[int, Numbered]] = []  # the last number of each list that may still go on, by level
    for index, block in enumerate(document.blocks):
        if block.kind is Kind.CLOSING:
            opened.clear()
        number = read(block.number) if block.kind in NUMBERED and block.number else None
        if block.kind is Kind.HEADING or number is not None:
            while opened and opened[-1][0] > block.level:
                opened.pop()
        if number is not None:
            before = _followed(opened, block.level, number)
            above = next((one for level, one in reversed(opened) if level < block.level), None)
            numbered = Numbered(index, number, before, above)
            opened.append((block.level, numbered))
            yield numbered


def _followed(opened: list[tuple[int, Numbered]], level: int, number: Number) -> Numbered | None:
    """Take the number that this one follows off the open lists; None where it begins a list.

    «1.» may begin a list inside the third section; after it «4.» goes on the sections, not that list.
    """
    same = [at for at, (depth, one) in enumerate(opened) if depth == level and one.number.kind == number.kind]
    nested = same[-MOST_NESTED:][::-1]
    fitting = next((at for at in nested if opened[at][1].number.next() == number), None)
    if fitting is None:
        if not nested or (number.index == 1 and opened[nested[0]][1].number != number):
            return None
        fitting = nested[0]
    before = opened[fitting][1]
    del opened[fitting:]
    return before


NUMBERED = frozenset({Kind.HEADING, Kind.ITEM})
MOST_NESTED = 3  # lists of one level inside one another


def place(document: Document, block: int) -> Span:
    """Give the place of a heading's number."""
    return document.span_in(block, 0, number_end(document.blocks[block]))


def title(document: Document, block: int) -> Span:
    """Give the place of a whole heading; of an entry, its first words."""
    content = document.blocks[block]
    end = len(content.text) if content.kind is Kind.HEADING else min(len(content.text), content.body + 40)
    return document.span_in(block, 0, end)


def number_end(block: Block) -> int:
    """Give where the number of a block ends in its passage."""
    return max(len(block.text[: block.body].rstrip()), 1)


def roman(number: int) -> str:
    """Write a number up to 39 in Roman letters.

    >>> roman(4), roman(29)
    ('IV', 'XXIX')
    """
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[number % 10]
    return "X" * (number // 10) + ones


def _roman_value(letters: str) -> int:
    values = [VALUES[letter] for letter in letters.lower()]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
