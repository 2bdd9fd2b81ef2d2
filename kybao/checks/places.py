"""Where in the document a finding stands: its block, its sentence, the headings above."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from kybao.text import Document, Kind, Span

LINE_END = re.compile(r"\n")
WIDEST = 240  # characters of a sentence that are shown around a place


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of the document with one place in them."""

    before: str
    marked: str
    after: str


class Places:
    """An index from the characters of a document to its blocks."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._pieces = sorted(
            (start, start + length, block)
            for block, content in enumerate(document.blocks)
            for _, start, length in content.passage.pieces
        )
        self._starts = [piece[0] for piece in self._pieces]
        self._lines = [0, *(match.end() for match in LINE_END.finditer(document.text))]

    def block(self, offset: int) -> int:
        """Give the block that holds a character of the document, or the one before it; -1 for none."""
        index = bisect_right(self._starts, offset) - 1
        return self._pieces[index][2] if index >= 0 else -1

    def path(self, span: Span) -> tuple[str, ...]:
        """Give the headings that a place stands under, the highest first, its own last."""
        block = self.block(span.start)
        if block < 0:
            return ()
        above = list(self.document.headings_over(block))[::-1]
        if self.document.blocks[block].kind is Kind.HEADING:
            above.append(block)
        return tuple(" ".join(self.document.blocks[index].text.split()) for index in above)

    def line(self, span: Span) -> tuple[int, int]:
        """Give line and column of a place in the text, both counted from 1."""
        line = bisect_right(self._lines, span.start) - 1
        return line + 1, span.start - self._lines[line] + 1

    def excerpt(self, span: Span) -> Excerpt:
        """Give the words around a place: its sentence, cut to what can be shown."""
        first, last = self._bounds(span)
        text = self.document.text
        room = max(WIDEST - len(span), 40) // 2
        before, after = text[first : span.start], text[span.end : last]
        before = before if len(before) <= room else "…" + before[-room:].split(" ", 1)[-1]
        after = after if len(after) <= room else after[:room].rsplit(" ", 1)[0] + "…"
        return Excerpt(_one_line(before), _one_line(text[span.start : span.end]), _one_line(after))

    def sentence(self, span: Span) -> str:
        """Give the whole sentence around a place."""
        first, last = self._bounds(span)
        return " ".join(self.document.text[first:last].split())

    def _bounds(self, span: Span) -> tuple[int, int]:
        """Give the ends of the sentence around a place, never beyond the piece of text that holds it."""
        index = bisect_right(self._starts, span.start) - 1
        start, end = self._pieces[index][:2] if index >= 0 else (span.start, span.end)
        start, end = min(start, span.start), max(end, span.end)
        text = self.document.text
        before = [match.end() for match in STOP.finditer(text, max(start, span.start - FARTHEST), span.start)]
        after = STOP.search(text, span.end, min(end, span.end + FARTHEST))
        return before[-1] if before else start, after.start() + 1 if after else end


STOP = re.compile(r"[.!?]\s+(?=[^a-zđ])|\n\n")
FARTHEST = 2000  # characters on either side in which a sentence ends


def _one_line(text: str) -> str:
    return " ".join(text.split("\n"))
