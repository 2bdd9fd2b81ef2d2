"""Where a page ended in the middle of a paragraph: what was cut there, and what goes on.

A text recognised from a scan keeps its pages: a paragraph stops in mid-sentence, the footnotes of the page follow,
then the paragraph goes on. A footnote can be cut in the same way.
"""

import re
from enum import Enum

from kybao.text.folding import plain
from kybao.text.footnotes import MARK_FORMS
from kybao.text.vocabulary import words

TRAILERS = re.compile(rf"(?:{MARK_FORMS}|[\s*_])+$")
NUMBER = re.compile(r"\d|[IVX]+\b|…")
DASH = re.compile(r"[-–]\s+[^\W_]")
FIRST_LETTER = re.compile(r"[^\w(\[]*(\w)")
REACH = 60
LEAST_CUT = 30  # shorter lines are names and captions
LEAST_PAGE_LINE = 60


class Ending(Enum):
    """How a paragraph ends."""

    FINISHED = "finished"  # with a full stop
    LOOSE = "loose"  # with a semicolon, a colon, a closing bracket or quote: perhaps
    CUT = "cut"  # in mid-sentence


def ending(text: str) -> Ending:
    """Tell how a paragraph ends, footnote marks aside.

    >>> [ending(f"Huyện xây dựng công trình theo kế hoạch {last}").value for last in ("2024³.", "thuộc 13", "“A”²")]
    ['finished', 'cut', 'loose']
    """
    tail = TRAILERS.sub("", text[-REACH:])
    last = tail[-1:]
    if last in {".", "!", "?", "…"}:
        return Ending.FINISHED
    if len(text) < LEAST_CUT:
        return Ending.LOOSE if last in {",", ";"} else Ending.FINISHED
    if last.isalnum() or last in {",", "(", "-", "–", "“", "/", "%"}:
        return Ending.CUT
    return Ending.LOOSE


def begins_small(text: str) -> bool:
    """Whether a paragraph begins with a small letter, as only the second half of one does."""
    match = FIRST_LETTER.match(text)
    return match is not None and match[1].islower()


def is_second_half(text: str) -> bool:
    """Whether a dash at the beginning may join two halves: «kinh tế | - xã hội», «2024 | - 2025»."""
    return DASH.match(text) is not None and (begins_small(text) or text[1:].lstrip()[:1].isdigit())


def goes_on(text: str, more: str, *, page_ended: bool = False) -> bool:
    """Whether a cut paragraph goes on with a capital or a number: «ở tỉnh» | «Lạng Sơn», «năm» | «2024»."""
    tail = TRAILERS.sub("", text[-REACH:])
    if tail.endswith((",", "(", "“", "/")) or _is_unbalanced(text):
        return True
    if page_ended and len(text) >= LEAST_PAGE_LINE:
        return True
    if ends_open(tail):
        return True
    if _ends_with(tail, "before_numbers"):
        return NUMBER.match(more) is not None
    return _ends_with(tail, "before_names") and _begins_with_name(more)


def ends_open(text: str) -> bool:
    """Whether the last word asks for another: «ngay từ», «số tiền của»."""
    return _ends_with(text[-REACH:], "open_endings")


def _ends_with(tail: str, name: str) -> bool:
    last = plain(tail).split()[-2:]
    return last[-1:] != [] and (last[-1] in words("structure", name) or " ".join(last) in words("structure", name))


def _begins_with_name(text: str) -> bool:
    """Whether two words with capitals come first: «Lạng Sơn»."""
    first = text.split(None, 2)[:2]
    return len(first) == 2 and all(word[0].isupper() and word[1:2].islower() for word in first)


def _is_unbalanced(text: str) -> bool:
    """Whether a quote is still open: «dự án “Hỗ trợ kỹ thuật»."""
    return text.rfind("“") > text.rfind("”") or text.rfind("(") > text.rfind(")")
