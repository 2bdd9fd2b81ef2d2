"""Counts in words: «hai chương trình», «mười hai xã». They are no figures; claims compare them with lists."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kybao.figures.composing import compose
from kybao.figures.quantities import Unit
from kybao.figures.runs import Run
from kybao.figures.units import Measured, unit_at
from kybao.figures.vocabulary import folded, words

BOOK = words("numbers")
ONES: dict[str, int] = BOOK["ones"]
AFTER_TEN: dict[str, int] = {**ONES, **BOOK["after_ten"]}
RULES = BOOK["rules"]
NOT_ALONE, RANKS = frozenset(RULES["not_alone"]), frozenset(RULES["ranks"])
ANCHOR = re.compile("|".join(cased for word in (*ONES, RULES["ten"]) for cased in (word, word.capitalize())))
LOOK_BACK = 12  # characters before a count that can hold «thứ»


@dataclass(frozen=True, slots=True)
class CountInWords:
    """A count written in words, at passage characters ``start`` to ``end``, with the noun that is counted."""

    start: int
    end: int
    value: int
    unit: Unit
    unit_end: int


def number_words(text: str) -> Iterator[CountInWords]:
    """Yield the counts in words of a passage; only those before a noun that the lists know.

    >>> [(count.value, count.unit.text) for count in number_words("Trong mười hai xã có hai xã đạt; một số xã chưa")]
    [(12, 'xã'), (2, 'xã')]
    """
    composed = compose(text)
    at = 0
    for anchor in ANCHOR.finditer(composed.text):
        if anchor.start() < at:
            continue
        count = _count_at(composed.text, anchor.start())
        if count is not None:
            at = count.unit_end
            back = composed.back
            yield CountInWords(back(count.start), back(count.end), count.value, count.unit, back(count.unit_end))


def _count_at(text: str, start: int) -> CountInWords | None:
    if start and text[start - 1].isalpha():
        return None
    run = Run(text, start)
    value, length = _value(run.folded)
    if not length or (length == 1 and run.folded[0] in NOT_ALONE) or _ranks(text, start):
        return None
    unit = unit_at(text, run.ends[length - 1])
    if not isinstance(unit, Measured) or unit.guessed or unit.bare:
        return None
    return CountInWords(start, run.ends[length - 1], value, unit.unit, unit.end)


def _ranks(text: str, start: int) -> bool:
    before = text[max(0, start - LOOK_BACK) : start].split()[-1:]
    return bool(before) and folded(before[0]) in RANKS


def _value(spoken: tuple[str, ...]) -> tuple[int, int]:
    """Give the number that the words begin with and how many of them say it; (0, 0) for none.

    >>> _value(("hai", "trăm", "linh", "năm", "xã")), _value(("mười", "lăm", "hộ")), _value(("xã",))
    ((205, 4), (15, 2), (0, 0))
    """
    if len(spoken) > 1 and spoken[1] == RULES["hundred"] and spoken[0] in ONES:
        rest, length = _below_hundred(spoken[2:], after_hundred=True)
        return 100 * ONES[spoken[0]] + rest, 2 + length
    return _below_hundred(spoken)


def _below_hundred(spoken: tuple[str, ...], *, after_hundred: bool = False) -> tuple[int, int]:
    first, second, third = (*spoken, "", "", "")[:3]
    if first == RULES["ten"]:
        return (10 + AFTER_TEN[second], 2) if second in AFTER_TEN else (10, 1)
    if first in ONES and second == RULES["tens"]:
        return (10 * ONES[first] + AFTER_TEN[third], 3) if third in AFTER_TEN else (10 * ONES[first], 2)
    if after_hundred:
        return (ONES[second], 2) if first in RULES["nought"] and second in ONES else (0, 0)
    return (ONES[first], 1) if first in ONES else (0, 0)
