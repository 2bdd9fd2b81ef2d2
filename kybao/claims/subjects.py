"""The words of the text that say what a figure measures: those before it and those after it."""

import re

from kybao.claims.bases import is_than
from kybao.claims.clauses import BREAKS, FIGURE, Line, Site
from kybao.claims.vocabulary import Cue
from kybao.figures import UnitKind

LONGEST = 18  # words of an indicator
NOISE = re.compile(r"\*+|_{2,}|<sup>\s*\w{1,3}\s*</sup>|[⁰¹²³⁴-⁹]+|\[\^\d+\]")
NUMBER = re.compile(r"^\s*(?:\(?(?:[ivx]{1,4}|\d{1,2})\)\s*)+")  # «(1) Dự án …», «ii) …»
BACK = (
    Cue.LINK | Cue.FILLER | Cue.COMPARING | Cue.ESTIMATE | Cue.AIM | Cue.CUMULATIVE | Cue.STANDING | Cue.COMPARED
    | Cue.PARTS | Cue.LEAD
)  # fmt: skip
FRONT = (
    Cue.OPENING | Cue.PARTS | Cue.TARGET | Cue.ESTIMATE | Cue.STANDING | Cue.CUMULATIVE | Cue.FILLER | Cue.COMPARED
)
WITH = "với"
CHAINED = (["/"], ["với"])


def subject_words(site: Site) -> tuple[int, int]:
    """Give the words of a head that name something, without what opens the clause or leads to the number.

    «… với tổng số tiền» names «tổng số tiền».
    """
    found = site.line.subjects.get(site.spot)
    if found is None:
        found = site.line.subjects[site.spot] = _subject_words(site)
    return found


def _subject_words(site: Site) -> tuple[int, int]:
    first, last = _trimmed(site.line, site.head, site.spot)
    at = _generic_after_with(site.line, first, last)
    return (at, last) if at else (first, last)


def _generic_after_with(line: Line, first: int, last: int) -> int:
    """Give the word after «với» that begins «tổng số tiền», 0 where there is none."""
    for at in range(last - 1, first, -1):
        if line.words[at - 1] == WITH and line.cues[at] & Cue.GENERIC:
            return at
    return 0


def context(site: Site) -> str:
    """Give what a generic name is said of in the same clause: «hỗ trợ nhà ở» of «hỗ trợ nhà ở với tổng vốn»."""
    if site.number and site.head == site.line.spots[site.number - 1] + 1:
        return ""  # the words after the figure before: its name says it better
    first, last = _trimmed(site.line, site.head, site.spot)
    at = _generic_after_with(site.line, first, last)
    return said(site.line, *_trimmed(site.line, first, at - 1)) if at else ""


def _trimmed(line: Line, first: int, last: int) -> tuple[int, int]:
    items = _items(line, first, last)
    while items and _droppable(line, items[-1][0], BACK):
        items.pop()
    start = 0
    while start < len(items) and _droppable(line, items[start][0], FRONT):
        start += 1
    if start < len(items) and line.cues[items[start][0]] & Cue.PLACE:
        start = _after_place(line, items, start)
    return (items[start][0], items[-1][1]) if start < len(items) else (last, last)


def _after_place(line: Line, items: list[tuple[int, int]], start: int) -> int:
    """Skip «trên địa bàn thành phố Lạng Sơn»."""
    at = start + 1
    while at < len(items) and (_is_name(line, items[at][0]) or _droppable(line, items[at][0], FRONT)):
        at += 1
    return at


def _is_name(line: Line, at: int) -> bool:
    return line.text[line.starts[at]].isupper() or bool(line.cues[at] & Cue.ASSIGNER)


def _items(line: Line, first: int, last: int) -> list[tuple[int, int]]:
    items = []
    while first < last:
        after = min(line.after[first], last)
        items.append((first, after))
        first = after
    return items


def _droppable(line: Line, at: int, droppable: int) -> bool:
    if line.words[at] in BREAKS or at in line.covered:
        return True
    return bool(line.cues[at] & droppable) and not line.cues[at] & (Cue.GENERIC | Cue.NEUTRAL)


def subject(site: Site) -> str:
    """Give the words before a figure that name what it measures."""
    first, last = subject_words(site)
    if last - first > LONGEST:
        first, last = (first, first + LONGEST) if is_firm(site) else (last - LONGEST, last)
    return said(site.line, first, last)


def said(line: Line, first: int, last: int) -> str:
    """Give words without those that only tell a time."""
    runs: list[str] = []
    while first < last:
        stop = first
        while stop < last and stop not in line.covered:
            stop += 1
        if first < stop:
            runs.append(line.slice(first, stop))
        first = stop + 1
    return clean(" ".join(runs))


def own_subject(site: Site) -> str:
    """Give the subject that a comparison has of its own.

    The words right after a level are that level's («414 hộ có nhà đạt chuẩn chiếm 87,7%»), and what «so với»
    leads to is the basis.
    """
    line = site.line
    if site.number and site.head == line.spots[site.number - 1] + 1:
        return ""
    first, last = subject_words(site)
    for at in range(site.head, site.spot):
        if line.cues[at] & Cue.THAN and is_than(line, line.after[at]):
            return said(line, *_trimmed(line, site.head, at))  # «tỷ lệ … thấp hơn cùng kỳ 0,6 điểm %»
    if any(line.cues[at] & Cue.COMPARED for at in range(site.head, first)):
        first = _after_basis(line, first, last)
    return "" if first < last and line.cues[first] & (Cue.BASIS | Cue.COMPARED) else said(line, first, last)


def _after_basis(line: Line, first: int, last: int) -> int:
    """Skip «cùng kỳ», «cùng kỳ năm 2023»; whatever else «so với» leads to is no subject at all."""
    if first < last and line.cues[first] & Cue.BASIS:
        first = line.after[first]
        while first < last and first in line.covered:
            first += 1
        return first
    return last


def after_noun(site: Site, skipped: int = 0) -> str:
    """Give the words after a counted noun that say which: «147 hộ kinh doanh được cấp mới giấy chứng nhận».

    The first ``skipped`` words do not end the name.
    """
    line, spot = site.line, _chain_end(site)
    tail = site.tail if spot == site.spot else _tail_of(line, spot)
    first = at = spot + 1
    while at < tail and (at - first < skipped or not _ends_name(line, at)):
        at = line.after[at]
    return clean(line.slice(first, min(at, tail, first + LONGEST)))


def _ends_name(line: Line, at: int) -> bool:
    return bool(line.cues[at] & (Cue.STOP | Cue.COMPARED | Cue.SHARE | Cue.RATE)) or at in line.covered


def _chain_end(site: Site) -> int:
    """Give the last figure of a chain, whose words belong to all: «300 lượt/869 bản sao», «14 vụ 14 đối tượng»."""
    line, spot = site.line, site.spot
    while True:
        after = spot + 2 if line.words[spot + 1 : spot + 2] in CHAINED else spot + 1
        if line.words[after : after + 1] != [FIGURE]:
            return spot
        spot = after


def _tail_of(line: Line, spot: int) -> int:
    stops = (at for at in range(spot + 1, len(line.words)) if line.parts_here(at) or line.words[at] == FIGURE)
    return next(stops, len(line.words))


def clean(text: str) -> str:
    """Take footnote marks and emphasis out of a phrase."""
    return " ".join(NUMBER.sub("", NOISE.sub("", text)).split()).strip(" ,;:.-–(*)/\"“”'")


def is_firm(site: Site) -> bool:
    """Whether the words before the number certainly name it: «… là 41», «…: 155 ha»."""
    line, told = site.line, Cue.NONE
    if site.spot > site.head and line.words[site.spot - 1] == ":":
        return True
    first, last = subject_words(site)
    if first < last and line.cues[first] & Cue.QUANTITY:
        return True
    for at, _ in reversed(_items(line, site.head, site.spot)):
        if not _droppable(line, at, BACK):
            break
        told |= line.cues[at]
    return bool(told & Cue.FIRM_LINK)


def measured_noun(site: Site) -> str:
    """Give the noun that a measure is of: «thuốc sát trùng» of «136 lít thuốc sát trùng»."""
    line, at = site.line, site.spot + 1
    nouns = Cue.GENERIC | Cue.NEUTRAL | Cue.QUANTITY | Cue.WHOLE | Cue.COUNTED_WHOLE
    if site.figure.unit.kind is UnitKind.NONE:
        nouns |= Cue.ACT  # «11 công trình (07 chuyển tiếp, 04 khởi công mới)»
    if at >= site.tail or (line.cues[at] and not line.cues[at] & nouns):
        return ""
    return after_noun(site, skipped=1)
