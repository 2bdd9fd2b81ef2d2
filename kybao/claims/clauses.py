"""A sentence taken apart: its words and its figures in order, and where each figure's own words begin and end."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kybao.claims.vocabulary import CUES, FIRSTS, Cue
from kybao.figures import Figure
from kybao.figures.vocabulary import folded
from kybao.text import Document, sentences

FIGURE = "#"
MARK = r"<sup>\s*\d+\s*</sup>|\[\^\d+\]"
TOKEN = re.compile(rf"{MARK}|[^\W_⁰¹²³⁴-⁹]+|[,;:()\[\]/–—-]|\.(?=\s|$)")
COMPOSED = re.compile(rf"{MARK}|(?:[^\W_⁰¹²³⁴-⁹]|[\u0300-\u036f])+|[,;:()\[\]/–—-]|\.(?=\s|$)")
COMBINING = re.compile(r"[\u0300-\u036f]")
STROKES = frozenset("/-–—")
WEAK = frozenset((",", "và", *STROKES))
STRONG = frozenset((";", "(", ")", "[", "]", ".", ":"))
BREAKS = WEAK | STRONG
OPEN, CLOSE = frozenset("(["), frozenset(")]")
OPENING_SIGNS = frozenset("([:")
DEEPEST = 8  # brackets in brackets
LONGEST_HEAD = 24  # words
SHORT_AFTER_COMMA, SHORT_AFTER_AND = 3, 6  # words of a piece that goes with the one before it


@dataclass(slots=True)
class Line:
    """One sentence with its figures; ``words`` are folded, a figure with its unit is one word «#»."""

    block: int
    start: int
    end: int
    text: str  # of the whole passage
    figures: Sequence[Figure]
    first: int  # index of the first figure among all figures
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    cues: list[int] = field(default_factory=list)  # what the phrase that begins here tells
    after: list[int] = field(default_factory=list)  # the word after that phrase
    spots: list[int] = field(default_factory=list)  # the word of each figure
    covered: set[int] = field(default_factory=set)  # words that only tell a time
    bases: dict[int, str] = field(default_factory=dict)  # the basis that a time may be, by its first word
    subjects: dict[int, tuple[int, int]] = field(default_factory=dict)  # the words that name each figure, once found

    def slice(self, first: int, last: int) -> str:
        """Give the text of words ``first`` to ``last``, the last not included."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""

    def phrases(self, first: int, last: int) -> Iterator[tuple[int, int, int]]:
        """Yield the cues between two words as (word, word after, what it tells), none overlapping."""
        while first < last:
            if self.cues[first]:
                yield first, self.after[first], self.cues[first]
            first = self.after[first]

    def parts_here(self, index: int) -> bool:
        """Whether a word parts two pieces: a comma, bracket, «và», a stroke beside a figure; no stroke of a date."""
        word = self.words[index]
        if word not in BREAKS or index in self.covered:
            return False
        return word not in STROKES or FIGURE in self.words[max(0, index - 1) : index + 2]

    def tells(self, first: int, last: int) -> int:
        """Give all that the words tell together."""
        told = 0
        while first < last:
            told |= self.cues[first]
            first = self.after[first]
        return told


@dataclass(frozen=True, slots=True)
class Site:
    """A figure in its clause: the words before it that are its own (head) and those after it (tail)."""

    line: Line
    number: int  # of the figure in its line
    head: int  # first word of the head; the head ends at the figure
    spot: int
    tail: int  # word after the last of the tail
    depth: tuple[int, ...]  # the brackets that are open here, by the word that opened them

    @property
    def figure(self) -> Figure:
        """The figure itself."""
        return self.line.figures[self.number]

    @property
    def index(self) -> int:
        """Index of the figure among all figures."""
        return self.line.first + self.number


def lines(document: Document, figures: Sequence[Figure]) -> Iterator[Line]:
    """Yield the sentences that hold figures, in the order of the figures."""
    at = 0
    while at < len(figures):
        block = figures[at].block
        stop = at
        while stop < len(figures) and figures[stop].block == block:
            stop += 1
        yield from _lines_of(document, block, figures, at, stop)
        at = stop


def _lines_of(document: Document, block: int, figures: Sequence[Figure], at: int, stop: int) -> Iterator[Line]:
    text = document.blocks[block].text
    pattern = COMPOSED if COMBINING.search(text) else TOKEN
    for sentence in sentences(document, block):
        first = at
        while at < stop and figures[at].start < sentence.end:
            at += 1
        if first < at:
            yield line_of(block, sentence.start, sentence.end, text, figures[first:at], first, pattern)
    if at < stop:
        yield line_of(block, 0, len(text), text, figures[at:stop], at, pattern)


def line_of(
    block: int,
    start: int,
    end: int,
    text: str,
    figures: Sequence[Figure],
    first: int,
    pattern: re.Pattern[str] = TOKEN,
) -> Line:
    """Take a sentence apart."""
    line = Line(block, start, end, text, figures, first)
    for figure in figures:
        _add_words(line, pattern, start, figure.start)
        line.spots.append(len(line.words))
        _add(line, FIGURE, figure.start, max(figure.unit_end, figure.end))
        start = max(start, figure.unit_end, figure.end)
    _add_words(line, pattern, start, end)
    _add_cues(line)
    return line


def _add(line: Line, word: str, start: int, end: int) -> None:
    line.words.append(word)
    line.starts.append(start)
    line.ends.append(end)


def _add_words(line: Line, pattern: re.Pattern[str], start: int, end: int) -> None:
    for match in pattern.finditer(line.text, start, end):
        word = match[0]
        if word[0] != "<" and not word.startswith("[^"):
            _add(line, folded(word), match.start(), match.end())


def _add_cues(line: Line) -> None:
    sequence = tuple(line.words)
    for index, word in enumerate(sequence):
        found = CUES.longest(sequence, index) if word in FIRSTS else None
        line.cues.append(found[0] if found else Cue.NONE)
        line.after.append(found[1] if found else index + 1)


def sites(line: Line) -> list[Site]:
    """Give each figure of a line with its own words."""
    found: list[Site] = []
    depth: tuple[int, ...] = ()
    at = 0
    heads = [_head(line, number) for number in range(len(line.spots))]
    for number, spot in enumerate(line.spots):
        depth = _depth(line, at, spot, depth)
        at = spot
        found.append(Site(line, number, heads[number], spot, _tail(line, number), depth))
    return found


def _depth(line: Line, at: int, spot: int, depth: tuple[int, ...]) -> tuple[int, ...]:
    """Follow the brackets from one word to another."""
    for index in range(at, spot):
        if line.words[index] in OPEN:
            depth = (*depth, index)[-DEEPEST:]
        elif line.words[index] in CLOSE:
            depth = depth[:-1]
    return depth


def _gap(line: Line, number: int) -> tuple[int, int]:
    """Give the words between a figure and the one before it."""
    return (line.spots[number - 1] + 1 if number else 0), line.spots[number]


def _tail(line: Line, number: int) -> int:
    """Give the word at which the words after a figure stop being its own."""
    first = line.spots[number] + 1
    last = line.spots[number + 1] if number + 1 < len(line.spots) else len(line.words)
    return next((index for index in range(first, last) if line.parts_here(index)), last)


def _head(line: Line, number: int) -> int:
    """Give the first word of the clause that leads to a figure.

    A comma or «và» inside a name («đàn trâu, bò», «bồi thường, hỗ trợ và tái định cư») begins no clause: a short
    piece goes with the piece before it, unless a figure stands there or the piece is a verb of its own.
    """
    first, spot = _gap(line, number)
    at = piece_before(line, first, spot)
    while at > first and line.words[at - 1] in WEAK and spot - at < LONGEST_HEAD:
        before = piece_before(line, first, at - 1)
        if (before == first and number) or not _goes_on(line, before, at, spot, after_figure=number > 0):
            break
        at = before
    return at


def piece_before(line: Line, first: int, last: int) -> int:
    """Give the first word of the piece that ends before ``last``.

    A bracket without a figure belongs to the piece, and so does the bracket or colon right before the figure.
    """
    at = last
    if at > first and line.words[at - 1] in OPENING_SIGNS:
        at -= 1
    while at > first:
        if line.words[at - 1] in CLOSE:
            opened = _opened(line, first, at - 1)
            if opened < 0:
                break
            at = opened
        elif line.parts_here(at - 1):
            break
        else:
            at -= 1
    return at


def _opened(line: Line, first: int, closing: int) -> int:
    """Give the word that opened the bracket closed at ``closing``, -1 where it holds a figure or none opened it."""
    for index in range(closing - 1, first - 1, -1):
        if line.words[index] in OPEN:
            return index
        if line.words[index] in CLOSE:
            return -1
    return -1


def _goes_on(line: Line, before: int, at: int, spot: int, *, after_figure: bool) -> bool:
    """Whether the piece from ``at`` on belongs to the piece before it."""
    end = next((index for index in range(at, spot) if line.parts_here(index)), spot)
    own = own_words(line, at, end)
    if own == 0:
        return not after_figure
    if own_words(line, before, at - 1) == 0:
        return True  # «Ước thực hiện tháng 6, tổng thu đạt …»
    if line.cues[at] & Cue.ACT and line.after[at] - at >= own:
        return False
    if line.words[at - 1] == "và":
        return own <= SHORT_AFTER_AND or bool(line.tells(end - 1, spot) & Cue.FIRM_LINK)
    return own <= SHORT_AFTER_COMMA


def own_words(line: Line, first: int, last: int) -> int:
    """Count the words that name something: no verb of comparison, no preposition, no time."""
    count = 0
    while first < last:
        told = line.cues[first]
        if (not told or told & Cue.NAMING) and first not in line.covered and line.words[first] not in BREAKS:
            count += line.after[first] - first
        first = line.after[first]
    return count
