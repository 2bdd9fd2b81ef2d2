"""Where each character of a document's text stands in its Word file."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kybao.office.pieces import Piece
from kybao.office.word_inlines import Source

TOKEN = re.compile(r"\s+|\S+")
BLANKS = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of the text that stand side by side in one element of the file too."""

    start: int  # in the text of the document
    end: int
    source: Source
    offset: int  # in the words of the source


@dataclass(frozen=True, slots=True)
class Spot:
    """A place before or behind one character of a source."""

    at: int  # in the text of the document
    source: Source
    offset: int  # in the words of the source


class Anchors:
    """Leads from spans of a document to places in its file."""

    def __init__(self, text: str, stretches: Iterable[Stretch]) -> None:
        self._text = text
        self._stretches = sorted(stretches, key=lambda stretch: stretch.start)
        self._starts = [stretch.start for stretch in self._stretches]
        self._ends = [stretch.end for stretch in self._stretches]

    def around(self, start: int, end: int) -> tuple[Spot, Spot]:
        """Give the places before the first and behind the last character of a span; blanks at its edges are left out.

        A span that holds nothing of the file has one place for both.
        """
        start, end = self._trimmed(start, end)
        first = bisect_right(self._ends, start)
        last = bisect_left(self._starts, end) - 1
        if first > last:
            spot = self._near(start)
            return spot, spot
        return self._spot(first, max(start, self._starts[first])), self._spot(last, min(end, self._ends[last]))

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        words = self._text[start:end]
        if not words.strip():
            return start, end
        return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())

    def _spot(self, index: int, at: int) -> Spot:
        stretch = self._stretches[index]
        return Spot(at, stretch.source, stretch.offset + at - stretch.start)

    def _near(self, at: int) -> Spot:
        """Give the place before the next character of the file; behind the last one where there is none."""
        index = bisect_left(self._starts, at)
        if index < len(self._stretches):
            return self._spot(index, self._starts[index])
        return self._spot(index - 1, self._ends[index - 1])


def aligned(text: str, pieces: Iterable[Piece]) -> Iterator[Stretch]:
    """Find the sources of pieces again in the text that was composed of them: only blanks came in or went."""
    at = 0
    for piece in pieces:
        for source in piece.sources:
            for token in TOKEN.finditer(source.text):
                blanks_end = _after_blanks(text, at)
                if token[0].isspace():
                    end = min(blanks_end, at + len(token[0]))
                elif text.startswith(token[0], blanks_end):
                    at, end = blanks_end, blanks_end + len(token[0])
                else:
                    continue
                yield Stretch(at, end, source, token.start())
                at = end


def _after_blanks(text: str, at: int) -> int:
    match = BLANKS.match(text, at)
    return match.end() if match else at
