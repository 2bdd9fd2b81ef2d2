"""Text whose lines were broken at a fixed width: the lines of a paragraph are put together again."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kybao.text.footnotes import note_opening
from kybao.text.headings import is_capitals, opening
from kybao.text.lines import Line, is_furniture
from kybao.text.pages import Ending, ending, is_second_half
from kybao.text.titles import is_closing

WIDEST = 140  # characters; a line of print has 60 to 100
LEAST_LINES = 12
WITHIN_WIDTH = 0.95  # of the lines; a few may be longer
FULL = 0.8  # of the width: only a full line was broken
SHARE_OF_FULL = 0.4  # of the lines that stand right above another one


def unwrapped(lines: Sequence[Line]) -> Sequence[Line]:
    """Join the broken lines of a text; a text with a paragraph a line stays as it is."""
    width = _width(lines)
    if not width:
        return lines
    paragraphs: list[list[Line]] = []
    for line in lines:
        above = paragraphs[-1][-1] if paragraphs else None
        if above and above.end - above.start >= FULL * width and _goes_on(above, line):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [_joined(paragraph) for paragraph in paragraphs]


def _joined(paragraph: Sequence[Line]) -> Line:
    first, *others = paragraph
    words = " ".join(line.words for line in paragraph)
    return replace(first, words=words, more=tuple((line.start, line.end) for line in others)) if others else first


def _width(lines: Sequence[Line]) -> int:
    """Give the width at which a text was broken, 0 where it was not."""
    if len(lines) < LEAST_LINES:
        return 0
    width = sorted(line.end - line.start for line in lines)[int(WITHIN_WIDTH * len(lines))]
    above = [line.end - line.start for line, below in pairwise(lines) if not below.gap]
    full = sum(length >= FULL * width for length in above)
    return width if width <= WIDEST and len(above) > len(lines) // 3 and full >= SHARE_OF_FULL * len(above) else 0


def _goes_on(above: Line, line: Line) -> bool:
    if line.gap or "\t" in line.words or line.words.startswith("|") or is_furniture(line.words):
        return False
    if is_second_half(line.words) and ending(above.words) is Ending.CUT:  # «kinh tế | - xã hội», «2024 | - 2025»
        return True
    if opening(line.words) or note_opening(line.words) or is_closing(line.words):
        return False
    return is_capitals(line.words) == is_capitals(above.words)
