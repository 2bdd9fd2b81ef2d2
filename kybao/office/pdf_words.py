"""The words of a PDF page with their places, in the order in which the eye meets them."""

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from kybao.text.footnotes import raised

LINE = re.compile(r"[^\r\n]+")
WORD = re.compile(r"[^\s\x00-\x1f\ufffe\uffff]+")
WIDE = re.compile("[\U00010000-\U0010ffff]")  # pdfium counts these letters as two
DIGITS = re.compile(r"\d+")
LONGEST_MARK = 3
SAME_LINE = 0.35  # of the size: how far baselines of one line may be apart
GLUED = 0.13  # of the size: a smaller gap is none
COLUMN = 2.5  # of the size: a wider gap parts columns
NARROWEST = 0.15  # of the size: no letters are narrower all through a word
SMALL = 0.8  # of the size of the line: raised digits are smaller


@dataclass(slots=True)
class Word:
    """A word on a page. ``base`` is the height of its baseline above the foot of the page."""

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(slots=True)
class PdfLine:
    """The words at one height, from left to right."""

    words: list[Word]
    base: float
    size: float

    @property
    def columns(self) -> list[list[Word]]:
        """The words in groups with wide gaps between them."""
        groups = [[self.words[0]]]
        for word in self.words[1:]:
            if word.left - groups[-1][-1].right > COLUMN * self.size:
                groups.append([])
            groups[-1].append(word)
        return groups

    @property
    def text(self) -> str:
        """The words in one line."""
        return spelled(self.words, self.size)


def spelled(words: list[Word], size: float) -> str:
    """Write words of one line side by side, with a blank where there is a gap."""
    parts: list[str] = []
    right = None
    for word in words:
        if right is not None and word.left - right > GLUED * size:
            parts.append(" ")
        parts.append(word.text)
        right = word.right
    return "".join(parts)


class PageText:
    """Asks pdfium for the words of one page."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._page: Any = page.get_textpage()
        self._text: str = WIDE.sub("\ufffd\ufffd", self._page.get_text_range())
        self._shifted = len(self._text) != self._page.count_chars()  # characters without a meaning have no text
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()

    def lines(self) -> list[PdfLine]:
        """Give the lines of the page from top to bottom."""
        return gathered([word for line in LINE.finditer(self._text) for word in self._words(*line.span())])

    def _words(self, start: int, end: int) -> list[Word]:
        places = [part for match in WORD.finditer(self._text, start, end) for part in self._parts(match)]
        if not places:
            return []
        size = self._size(next((first for first, _ in places if not self._text[first].isdigit()), places[0][0]))
        words = [self._word(first, last, size) for first, last in places]
        if all(map(_is_wide_enough, words)) and all(a.left < b.left for a, b in pairwise(words)):
            return words
        # Letters of another font were written after the rest of the line: each letter is put where it stands.
        letters = (
            letter for word, place in zip(words, places, strict=True) for letter in self._letters(word, *place)
        )
        return sorted(letters, key=lambda letter: letter.left)

    def _parts(self, match: re.Match[str]) -> Iterator[tuple[int, int]]:
        """Part raised numbers from the word around them: «2024¹)», «m²», «đồng¹⁸.»."""
        start, end = match.span()
        for digits in DIGITS.finditer(self._text, start, end) if len(match[0]) > 1 else ():
            first = self._raised_from(digits, start, end)
            if first < digits.end():
                if start < first:
                    yield start, first
                yield first, digits.end()
                start = digits.end()
        if start < end:
            yield start, end

    def _raised_from(self, digits: re.Match[str], start: int, end: int) -> int:
        """Give the index of the first raised digit, the end of the digits where none is."""
        beside = start if start < digits.start() or digits.end() == end else digits.end()
        first, limit = digits.end(), SMALL * self._size(beside)
        while first > digits.start() and digits.end() - first < LONGEST_MARK and self._size(first - 1) < limit:
            first -= 1
        return first

    def _word(self, start: int, end: int, size: float) -> Word:
        raw.FPDFText_GetCharOrigin(self._page, self._index(start), self._x, self._y)
        raw.FPDFText_GetLooseCharBox(self._page, self._index(end - 1), self._box)
        text = self._text[start:end]
        own = self._size(start) if text.isdigit() and len(text) <= LONGEST_MARK else size
        return Word(text, self._x.value, self._box.right, self._y.value, own)

    def _letters(self, word: Word, start: int, end: int) -> Iterator[Word]:
        for index in range(start, end):
            raw.FPDFText_GetLooseCharBox(self._page, self._index(index), self._box)
            yield Word(self._text[index], self._box.left, self._box.right, word.base, word.size)

    def _size(self, index: int) -> float:
        """Give the size of a letter as it is seen."""
        index = self._index(index)
        size = float(raw.FPDFText_GetFontSize(self._page, index))
        if raw.FPDFText_GetMatrix(self._page, index, self._matrix):
            size *= math.hypot(self._matrix.c, self._matrix.d)
        return size or 1.0

    def _index(self, index: int) -> int:
        return raw.FPDFText_GetCharIndexFromTextIndex(self._page, index) if self._shifted else index


def _is_wide_enough(word: Word) -> bool:
    return word.right - word.left >= NARROWEST * word.size * len(word.text)


def gathered(words: list[Word]) -> list[PdfLine]:
    """Put words of one height together; a raised number belongs to the line that it stands in."""
    lines: list[PdfLine] = []
    largest = max((word.size for word in words), default=0)
    marks = [word for word in words if _may_be_raised(word, largest)]
    for word in sorted((word for word in words if not _may_be_raised(word, largest)), key=lambda word: -word.base):
        if lines and lines[-1].base - word.base < SAME_LINE * max(word.size, lines[-1].size):
            lines[-1].words.append(word)
            lines[-1].size = max(lines[-1].size, word.size)
        else:
            lines.append(PdfLine([word], word.base, word.size))
    for mark in marks:
        _place(mark, lines)
    lines.sort(key=lambda line: -line.base)
    for line in lines:
        line.words.sort(key=lambda word: word.left)
    return lines


def _may_be_raised(word: Word, largest: float) -> bool:
    return word.size < SMALL * largest and word.text.isdigit() and len(word.text) <= LONGEST_MARK


def _place(mark: Word, lines: list[PdfLine]) -> None:
    """Write a raised number as such into the line whose letters stand a little below it and are larger."""
    near = [line for line in lines if 0 < mark.base - line.base < 0.7 * line.size and mark.size < SMALL * line.size]
    if near:
        line = min(near, key=lambda line: mark.base - line.base)
        line.words.append(Word(raised(int(mark.text)), mark.left, mark.right, line.base, line.size))
        return
    same = next((line for line in lines if abs(line.base - mark.base) < SAME_LINE * mark.size), None)
    if same:
        same.words.append(mark)
    else:
        lines.append(PdfLine([mark], mark.base, mark.size))
