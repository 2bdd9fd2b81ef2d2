"""What a figure measures (chỉ tiêu): a name put together from its own words and what stands above it."""

from dataclasses import dataclass
from functools import lru_cache

from kybao.claims.clauses import Site
from kybao.claims.subjects import (
    LONGEST,
    after_noun,
    context,
    is_firm,
    measured_noun,
    own_subject,
    subject,
    subject_words,
)
from kybao.claims.vocabulary import CUES, Cue, words
from kybao.figures import Shape, UnitKind
from kybao.figures.vocabulary import folded, folded_phrase

SHORT = 3  # words of a name that needs what the sentence speaks of
ENOUGH = 8
GENERIC = frozenset(folded_phrase(entry) for entry in words("subjects")["generic"])
HECTARES = frozenset(("ha", "héc ta", "hecta"))
SPACES = frozenset(folded(word) for word in words("subjects")["spaces"])


@dataclass(slots=True)
class Above:
    """What stands above a figure and completes its name."""

    governor: str = ""  # what the sentence named last: «kiểm soát giết mổ được 304 con trâu, 12.167 con lợn»
    topic: str = ""  # what the sentence speaks of as a whole
    level: str = ""  # the name of the level before
    noun: str = ""  # … and what it counts: «11 công trình (07 chuyển tiếp, 04 khởi công mới)»
    heading: str = ""  # what the section is about
    label: str = ""  # what the entry of a list is about: «- Nguồn thu tiền sử dụng đất: …»


@lru_cache(maxsize=10_000)
def is_generic(phrase: str) -> bool:
    """Whether a head says nothing without what it belongs to."""
    pieces = folded_phrase(phrase)
    return pieces in GENERIC or (bool(pieces) and _generic_words(pieces) == len(pieces))


def _generic_words(pieces: tuple[str, ...]) -> int:
    """Count the words that only say «diện tích», «năng suất bình quân», «dự toán năm» of something."""
    at, generic = 0, Cue.GENERIC | Cue.PLAN_LEVEL
    while at < len(pieces):
        told, after = CUES.longest(pieces, at) or (Cue.NONE, at)
        if not told & generic:
            break
        at, generic = after, Cue.GENERIC | Cue.PLAN_LEVEL | Cue.BETWEEN | Cue.ASSIGNER | Cue.ASSIGNED
    return at


def without_generic(name: str) -> str:
    """Give what «diện tích lúa», «năng suất bình quân lúa» are of.

    >>> without_generic("năng suất bình quân lúa"), without_generic("diện tích")
    ('lúa', '')
    """
    return " ".join(name.split()[_generic_words(folded_phrase(name)) :])


def rated_subject(site: Site) -> str:
    """Give the subject of its own that a percentage has; the bare «tỷ lệ» of «16/20 trường, tỷ lệ 80%» is none."""
    named = own_subject(site)
    return "" if folded_phrase(named) in GENERIC else named


def indicator(site: Site, above: Above) -> str:
    """Name what a level measures; what stands above completes a name that says too little."""
    before, unit = subject(site), site.figure.unit
    firm = bool(before) and is_firm(site) and site.figure.shape is not Shape.FRACTION
    if is_generic(before):
        name = joined(before, after_noun(site) or context(site) or without_generic(above.level) or above.governor)
    elif unit.kind is UnitKind.COUNT and not firm:
        after = after_noun(site)
        name = joined(unit.base, after, before or ("" if len(after.split()) >= SHORT else above.governor))
    else:
        name = _measured(site, before, above, firm=firm)
    if before and site.line.cues[subject_words(site)[0]] & Cue.CONSEQUENCE:
        return joined(name, above.topic)
    name = joined(name, above.label) if len(name.split()) <= ENOUGH else name
    return joined(name, above.heading) if len(name.split()) <= 1 else name  # «Xảy ra 96 vụ»


def _measured(site: Site, before: str, above: Above, *, firm: bool) -> str:
    """Name what a measure, a percentage or a bare number tells: its subject, or the noun after it."""
    if firm:
        return _of_area(site, before)
    after = measured_noun(site)
    if before and not after and not site.line.cues[subject_words(site)[0]] & Cue.ACT:
        return _of_area(site, before)
    if after and site.figure.unit.kind is UnitKind.NONE:
        return joined(above.noun, after, above.governor)
    return joined(after, before) or above.level or above.governor


def _of_area(site: Site, name: str) -> str:
    """Give «diện tích lúa» for the «lúa» of «lúa 37.128 ha»: hectares tell an area."""
    told = is_proper(site, name) or len(name.split()) > SHORT or set(folded_phrase(name)) & SPACES
    if told or not is_in_hectares(site):
        return name
    return f"diện tích {name}"


def is_proper(site: Site, name: str) -> bool:
    """Whether capitals make a name that of a place: «Mù Cang Chải 211 ha», not the «Lúa» that opens a sentence."""
    first, *others = (word[0].isupper() for word in name.split())
    return first and (site.number > 0 or (bool(others) and all(others)))


def is_in_hectares(site: Site) -> bool:
    """Whether the figure is an area of fields."""
    return site.figure.unit.text.lower() in HECTARES


def joined(*parts: str) -> str:
    """Put the parts of a name together, without words that are there already; long names are cut."""
    name: list[str] = []
    for part in parts:
        pieces = part.split()
        said = {folded(word) for word in name}
        if any(folded(word) not in said for word in pieces):
            name += pieces
    return " ".join(name[:LONGEST])
