"""Which figure a comparison or a share qualifies."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from kybao.claims.clauses import Line, Site
from kybao.claims.drafts import Draft
from kybao.claims.vocabulary import Cue
from kybao.figures.vocabulary import folded
from kybao.text import fold

SENTENCE: Final = 40  # how many figures back a sentence is looked through
REACH: Final = 12  # how many figures back a subject that is named again may stand
FROM = "từ"
COVERED, ALIKE = 0.75, 0.55
EMPTY = frozenset(["đã", "được", "số", "lượng", "tổng", "các", "của", "thêm", "có", "là", "trong", "đó", "và"])


def level_before(site: Site, drafts: Sequence[Draft], *, base: str = "", name: str = "") -> Draft | None:
    """Give the nearest level before a figure in its sentence that no closed bracket hides.

    With ``base``, it is the nearest in that base unit: «tăng 03 vụ» qualifies «10 vụ», not «02 người»; with
    ``name``, one that is named so comes first: «giảm 07 người chết» qualifies «làm chết 63 người».
    """
    open_here = set(site.depth)
    wanted = {folded(word) for word in name.split()}
    nearest = None
    for draft in reversed(drafts[-SENTENCE:]):
        if draft.site.line is not site.line:
            break
        if draft.level and set(draft.site.depth) <= open_here and same_unit(base, draft.site.figure.unit.base):
            if wanted <= {folded(word) for word in draft.indicator.split()}:
                return part_over_whole(draft, drafts) or draft
            nearest = nearest or draft
    return nearest and (part_over_whole(nearest, drafts) or nearest)


def part_over_whole(whole: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Give the part of «7.326 triệu đồng/9.480 triệu đồng», «118 tỷ đồng/dự toán 196 tỷ đồng» for its whole."""
    line, number = whole.site.line, whole.site.number
    part = drafts[whole.site.index - 1] if number else None
    if part is None or not part.level or not same_unit(part.site.figure.unit.base, whole.site.figure.unit.base):
        return None
    at, last = part.site.spot + 1, whole.site.spot
    return part if line.words[at] == "/" and _names_plan_only(line, at + 1, last) else None


def _names_plan_only(line: Line, first: int, last: int) -> bool:
    """Whether the words name a plan at most: «dự toán», «kế hoạch năm»."""
    while first < last and (first in line.covered or line.cues[first] & (Cue.PLAN | Cue.BETWEEN)):
        first = line.after[first]
    return first >= last


def level_from(now: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Give the first level of «từ 570 hộ tăng lên 1.475 hộ» for the second."""
    before = drafts[now.site.index - 1] if now.site.number else None
    if before is None or not before.level or not before.site.spot:
        return None
    if not same_unit(before.site.figure.unit.base, now.site.figure.unit.base):
        return None
    line, first, last = now.site.line, before.site.spot + 1, now.site.spot
    rises = line.tells(first, last) & Cue.LEVEL_AGAIN and not any(line.parts_here(at) for at in range(first, last))
    return before if rises and line.words[before.site.spot - 1] == FROM else None


def levels_before(site: Site, drafts: Sequence[Draft], count: int) -> list[Draft]:
    """Give the last ``count`` levels of the sentence, for «giảm lần lượt 2,27% và 6,91%»."""
    found = [draft for draft in drafts[-SENTENCE:] if draft.site.line is site.line and draft.level]
    return found[-count:] if len(found) >= count else []


def level_named(name: str, block: int, drafts: Sequence[Draft]) -> Draft | None:
    """Give the level of the block whose indicator is named so again: the best, of equal ones the latest."""
    best, most = None, 0.0
    for draft in reversed(drafts[-REACH:]):
        if draft.site.line.block == block and draft.level:
            found = likeness(name, draft.indicator)
            if found > most:
                best, most = draft, found
    return best


def likeness(name: str, other: str) -> float:
    """Say how much of a name stands in another one, 0 where they are two things.

    >>> likeness("số lượng dự án mới thu hút được", "dự án đầu tư mới thu hút"), likeness("tự vệ", "cơ sở tự vệ")
    (1.0, 0.0)
    """
    one, two = _words(name), _words(other)
    common = len(one & two)
    if not common or common < COVERED * len(one) or common < ALIKE * max(len(one), len(two)):
        return 0.0
    return common / len(one)


def _words(name: str) -> set[str]:
    return {folded(word) for word in name.split()} - EMPTY


def same_unit(first: str, second: str) -> bool:
    """Whether two base units count the same: «vụ» and «vụ việc», «hộ» and a slip of it; no unit goes with any."""
    return (
        not first
        or not second
        or first == second
        or first in second
        or second in first
        or bare(first) == bare(second)
    )


@lru_cache(maxsize=10_000)
def bare(unit: str) -> str:
    """Give a unit without its marks."""
    return fold(unit)
