"""The words of claims, kept as data in ``words/*.toml``, each with what it does in a sentence."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from kybao.figures.vocabulary import Phrases, folded_phrase

BOOKS = ("comparisons", "bases", "levels", "parts", "subjects")


class Cue:
    """What a phrase tells of the numbers beside it, as bits: one phrase may tell several things."""

    NONE = 0
    UP = 1 << 0
    DOWN = 1 << 1
    LEVEL_AGAIN = 1 << 2
    TIMES = 1 << 3
    REACH = 1 << 4
    SHARE = 1 << 5
    RATE = 1 << 6
    FILLER = 1 << 7
    WHOLE = 1 << 8
    LINK = 1 << 9
    FIRM_LINK = 1 << 10
    SAME_PERIOD = 1 << 11
    PREVIOUS_PERIOD = 1 << 12
    OTHER = 1 << 13
    PLAN = 1 << 14
    COMPARED = 1 << 15
    ASSIGNER = 1 << 16
    ASSIGNED = 1 << 17
    BETWEEN = 1 << 18
    ESTIMATE = 1 << 19
    ACTUAL = 1 << 20
    AIM = 1 << 21
    PLAN_LEVEL = 1 << 22
    PLAN_OBJECT = 1 << 23
    CUMULATIVE = 1 << 24
    STANDING = 1 << 25
    COMPLETE = 1 << 26
    PARTIAL = 1 << 27
    OPENING = 1 << 28
    STOP = 1 << 29
    PLACE = 1 << 30
    GENERIC = 1 << 31
    LEAD = 1 << 32
    CONSEQUENCE = 1 << 33
    ACT = 1 << 34
    NEUTRAL = 1 << 35
    COUNTED_WHOLE = 1 << 36
    MORE = 1 << 37
    TARGET = 1 << 38
    EACH = 1 << 39
    PLAN_OPENING = 1 << 40
    QUANTITY = 1 << 41
    THAN = 1 << 42
    AGAIN = 1 << 43

    CHANGE = UP | DOWN
    COMPARING = UP | DOWN | TIMES | REACH | SHARE | RATE
    BASIS = SAME_PERIOD | PREVIOUS_PERIOD | OTHER | PLAN
    PARTS = COMPLETE | PARTIAL
    NAMING = GENERIC | CONSEQUENCE | ACT | NEUTRAL | QUANTITY  # said of what is measured


# Which list of which book says what.
LISTS = {
    "comparisons": {
        "up": Cue.UP, "down": Cue.DOWN, "more": Cue.MORE, "each": Cue.EACH, "than": Cue.THAN, "again": Cue.AGAIN,
        "level_again": Cue.LEVEL_AGAIN, "times": Cue.TIMES, "reach": Cue.REACH, "share": Cue.SHARE, "rate": Cue.RATE,
        "fillers": Cue.FILLER, "wholes": Cue.WHOLE, "counted_wholes": Cue.COUNTED_WHOLE, "links": Cue.LINK,
        "firm_links": Cue.FIRM_LINK,
    },
    "bases": {
        "same_period": Cue.SAME_PERIOD, "previous_period": Cue.PREVIOUS_PERIOD, "other": Cue.OTHER, "plan": Cue.PLAN,
        "compared": Cue.COMPARED, "assigners": Cue.ASSIGNER, "assigned": Cue.ASSIGNED, "between": Cue.BETWEEN,
    },
    "levels": {
        "estimate": Cue.ESTIMATE, "actual": Cue.ACTUAL, "aims": Cue.AIM, "targets": Cue.TARGET,
        "plan_openings": Cue.PLAN_OPENING, "plans": Cue.PLAN_LEVEL, "plan_objects": Cue.PLAN_OBJECT,
        "cumulative": Cue.CUMULATIVE, "standing": Cue.STANDING,
    },
    "parts": {"complete": Cue.COMPLETE, "partial": Cue.PARTIAL},
    "subjects": {
        "openings": Cue.OPENING, "leads": Cue.LEAD, "stops": Cue.STOP, "places": Cue.PLACE, "generic": Cue.GENERIC,
        "consequences": Cue.CONSEQUENCE, "acts": Cue.ACT, "neutral": Cue.NEUTRAL, "quantities": Cue.QUANTITY,
    },
}  # fmt: skip


@cache
def words(book: str) -> Mapping[str, Any]:
    """Read a book of words: ``words("bases")`` is ``words/bases.toml``."""
    return tomllib.loads((files("kybao.claims") / "words" / f"{book}.toml").read_text(encoding="utf-8"))


def _entries() -> Iterator[tuple[str, int]]:
    """Yield each phrase once, with all that it tells."""
    found: dict[tuple[str, ...], int] = {}
    for book, lists in LISTS.items():
        for name, cue in lists.items():
            for phrase in words(book)[name]:
                key = folded_phrase(phrase)
                found[key] = found.get(key, Cue.NONE) | cue
    yield from ((" ".join(key), cue) for key, cue in found.items())


CUES: Phrases[int] = Phrases(_entries())
FIRSTS = frozenset(phrase.split()[0] for phrase, _ in _entries())
