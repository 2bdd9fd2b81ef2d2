"""Which figure a comparison or a share qualifies."""

from collections.abc import Sequence
from typing import Final

from kybao.claims.clauses import Site
from kybao.claims.drafts import Draft
from kybao.figures.vocabulary import folded

REACH: Final = 12  # how many figures back a subject that is named again may stand
ALIKE = 0.6
EMPTY = frozenset(["đã", "được", "số", "lượng", "tổng", "các", "của", "thêm", "có", "là", "trong", "đó", "và"])


def level_before(site: Site, drafts: Sequence[Draft], *, base: str = "") -> Draft | None:
    """Give the nearest level before a figure in its sentence that no closed bracket hides.

    With ``base``, it is the nearest in that base unit: «tăng 03 vụ» qualifies «10 vụ», not «02 người».
    """
    open_here = set(site.depth)
    for draft in reversed(drafts):
        if draft.site.line is not site.line:
            break
        if draft.level and set(draft.site.depth) <= open_here:
            if same_unit(base, draft.site.figure.unit.base):
                return part_over_whole(draft, drafts) or draft
    return None


def part_over_whole(whole: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Give the part of «7.326 triệu đồng/9.480 triệu đồng» for its whole."""
    line, number = whole.site.line, whole.site.number
    part = drafts[whole.site.index - 1] if number else None
    if part is None or not part.level or part.site.figure.unit.base != whole.site.figure.unit.base:
        return None
    return part if line.words[part.site.spot + 1 : whole.site.spot] == ["/"] else None


def levels_before(site: Site, drafts: Sequence[Draft], count: int) -> list[Draft]:
    """Give the last ``count`` levels of the sentence, for «giảm lần lượt 2,27% và 6,91%»."""
    found = [draft for draft in drafts if draft.site.line is site.line and draft.level]
    return found[-count:] if len(found) >= count else []


def level_named(name: str, block: int, drafts: Sequence[Draft]) -> Draft | None:
    """Give the latest level of the block whose indicator is named so again."""
    for draft in reversed(drafts[-REACH:]):
        if draft.site.line.block == block and draft.level and alike(name, draft.indicator):
            return draft
    return None


def alike(first: str, second: str) -> bool:
    """Whether two names say the same thing: most words of the longer stand in the other.

    >>> alike("số lượng dự án mới thu hút được", "dự án đầu tư mới thu hút"), alike("tự vệ", "cơ sở tự vệ")
    (True, False)
    """
    one, two = _words(first), _words(second)
    return bool(one and two) and len(one & two) >= ALIKE * max(len(one), len(two))


def _words(name: str) -> set[str]:
    return {folded(word) for word in name.split()} - EMPTY


def same_unit(first: str, second: str) -> bool:
    """Whether two base units count the same: «vụ» and «vụ việc»; no unit goes with any."""
    return not first or not second or first == second or first in second or second in first
