"""Which figure a comparison or a share qualifies."""

from collections.abc import Sequence
from typing import Final

from kybao.claims.clauses import Site
from kybao.claims.drafts import Draft
from kybao.figures.vocabulary import folded

REACH: Final = 12  # how many figures back a subject that is named again may stand
ALIKE = 0.6


def level_before(site: Site, drafts: Sequence[Draft], *, base: str = "") -> Draft | None:
    """Give the nearest level before a figure in its sentence that no closed bracket hides.

    With ``base``, a level in that base unit is preferred: «tăng 03 vụ» qualifies «10 vụ», not «02 người».
    """
    open_here = set(site.depth)
    nearest = None
    for draft in reversed(drafts):
        if draft.site.line is not site.line:
            break
        if draft.level and set(draft.site.depth) <= open_here:
            if not base or draft.site.figure.unit.base == base:
                return draft
            nearest = nearest or draft
    return nearest


def level_named(name: str, block: int, drafts: Sequence[Draft]) -> Draft | None:
    """Give the latest level of the block whose indicator is named so again."""
    for draft in reversed(drafts[-REACH:]):
        if draft.site.line.block == block and draft.level and alike(name, draft.indicator):
            return draft
    return None


def alike(first: str, second: str) -> bool:
    """Whether two names say the same thing: most words of the shorter stand in the other."""
    one, two = _words(first), _words(second)
    if not one or not two:
        return False
    return len(one & two) >= ALIKE * max(min(len(one), len(two)), 2)


def _words(name: str) -> set[str]:
    return {folded(word) for word in name.split()}
