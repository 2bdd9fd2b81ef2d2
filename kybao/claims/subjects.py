"""What a figure measures: a noun phrase taken from the text (chỉ tiêu)."""

import re
from collections.abc import Set

from kybao.claims.clauses import BREAKS, Line, Site
from kybao.claims.vocabulary import Cue
from kybao.figures.quantities import UnitKind
from kybao.figures.vocabulary import folded

LONGEST = 16  # words of an indicator
NOISE = re.compile(r"\*+|_{2,}|<sup>\s*\w{1,3}\s*</sup>|[⁰¹²³⁴-⁹]+|\[\^\d+\]")
BACK = (
    Cue.LINK
    | Cue.FILLER
    | Cue.COMPARING
    | Cue.ESTIMATE
    | Cue.AIM
    | Cue.CUMULATIVE
    | Cue.STANDING
    | Cue.COMPARED
    | Cue.PARTS
)
FRONT = Cue.OPENING | Cue.PARTS | Cue.ESTIMATE | Cue.STANDING | Cue.CUMULATIVE | Cue.FILLER | Cue.COMPARED
COUNTED = frozenset((UnitKind.COUNT, UnitKind.NONE))


def trimmed(line: Line, first: int, last: int, covered: Set[int]) -> tuple[int, int]:
    """Drop what only opens a clause or leads to the number; what is left names the subject."""
    items = _items(line, first, last)
    while items and _droppable(line, items[-1], covered, BACK):
        items.pop()
    start = 0
    while start < len(items) and _droppable(line, items[start], covered, FRONT):
        start += 1
    return (items[start][0], items[-1][1]) if start < len(items) else (last, last)


def _items(line: Line, first: int, last: int) -> list[tuple[int, int]]:
    items = []
    while first < last:
        after = min(line.after[first], last)
        items.append((first, after))
        first = after
    return items


def _droppable(line: Line, item: tuple[int, int], covered: Set[int], droppable: int) -> bool:
    first = item[0]
    return line.words[first] in BREAKS or first in covered or bool(line.cues[first] & droppable)


def subject(site: Site, covered: Set[int]) -> str:
    """Give the words before a figure that name what it measures."""
    first, last = trimmed(site.line, site.head, site.spot, covered)
    return clean(site.line.slice(max(first, last - LONGEST), last))


def own_subject(site: Site, covered: Set[int]) -> str:
    """Give the subject that a comparison has of its own; what names only its basis is none."""
    line = site.line
    first, last = trimmed(line, site.head, site.spot, covered)
    words = []
    while first < last:
        if line.cues[first] & Cue.BASIS:
            return ""
        words.append(line.slice(first, line.after[first]))
        first = line.after[first]
    return clean(" ".join(words))


def right(site: Site, covered: Set[int]) -> str:
    """Give the words after a counted noun that say which: «147 hộ kinh doanh được cấp mới giấy chứng nhận»."""
    line = site.line
    at = site.spot + 1
    while at < site.tail and not line.cues[at] & (Cue.STOP | Cue.COMPARED) and at not in covered:
        at = line.after[at]
    return clean(line.slice(site.spot + 1, min(at, site.tail, site.spot + 1 + LONGEST)))


def noun(site: Site) -> str:
    """Give the counted noun of a figure: «lượt khách» of «3,66 triệu lượt khách»."""
    unit = site.figure.unit
    return unit.base if unit.kind is UnitKind.COUNT else ""


def clean(text: str) -> str:
    """Take footnote marks and emphasis out of a phrase."""
    return " ".join(NOISE.sub("", text).split()).strip(" ,;:.-–(*)/\"“”'")


def firm(site: Site, covered: Set[int]) -> bool:
    """Whether the words before the number certainly name it: «… là 41», «…: 155 ha»."""
    line, at = site.line, site.spot
    if at > site.head and line.words[at - 1] == ":":
        return True
    told = 0
    for first, after in reversed(_items(line, site.head, at)):
        if not _droppable(line, (first, after), covered, BACK):
            break
        told |= line.cues[first]
    return bool(told & Cue.FIRM_LINK)


def is_generic(phrase: str) -> bool:
    """Whether a head says nothing without what it belongs to."""
    return tuple(folded(word) for word in phrase.split()) in GENERIC


def _generic() -> frozenset[tuple[str, ...]]:
    from kybao.claims.vocabulary import words  # noqa: PLC0415

    return frozenset(tuple(folded(word) for word in entry.split()) for entry in words("subjects")["generic"])


GENERIC = _generic()


def indicator(site: Site, covered: Set[int], governor: str) -> str:
    """Name what a level measures; ``governor`` is the subject or verb that the sentence named before."""
    before, counted = subject(site, covered), noun(site)
    if counted and not (before and firm(site, covered)):
        return joined(counted, right(site, covered), before or governor)
    if not before:
        return joined(counted, right(site, covered) if counted else "", governor)
    if is_generic(before):
        return joined(before, "", governor)
    return before


def joined(*parts: str) -> str:
    """Put the parts of a name together, without saying a word twice in a row; long ones are cut."""
    words: list[str] = []
    for part in parts:
        pieces = part.split()
        if pieces and [folded(word) for word in words[-len(pieces) :]] != [folded(word) for word in pieces]:
            words += pieces
    return " ".join(words[:LONGEST])
