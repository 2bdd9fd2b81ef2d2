"""Automatic numbers, as Word shows them: «I.», «1.1.», «a)», «-»."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kybao.office.word_names import Element, child, local, number, switched, value, w

LEVELS = 9
LETTERS = "abcdefghijklmnopqrstuvwxyz"
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
SMALL_ROMAN = ((9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
BULLETS = frozenset("-–—+*•●▪■◦○·❖✓✔➢►→o")
BULLET = "•"
LARGEST = 4000


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list."""

    start: int = 1
    form: str = "decimal"
    text: str = ""  # «%1.%2.»
    suffix: str = " "
    restarts_after: int = -1  # the level after which it starts anew; -1 for any above
    legal: bool = False  # all numbers in digits
    letters: tuple[str, ...] = ()  # an order of its own: a, b, c, d, đ, e


@dataclass(slots=True)
class NumberedList:
    """A list with its counters."""

    levels: dict[int, Level]
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a file. It counts: each paragraph is asked for once, in order."""

    def __init__(self, root: Element | None, style_lists: Mapping[str, str] | None = None) -> None:
        self._abstract: dict[str, NumberedList] = {}
        self._links: dict[str, str] = {}  # abstract list: the style that holds its levels
        self._of: dict[str, str] = {}  # numId: abstract list
        self._overrides: dict[str, dict[int, int]] = {}
        self._own_levels: dict[str, dict[int, Level]] = {}
        self._style_lists = style_lists or {}
        for element in root if root is not None else ():
            if local(element) == "abstractNum":
                self._add_abstract(element)
            elif local(element) == "num":
                self._add_list(element)

    def shown(self, list_id: str, level: int) -> str:
        """Count one paragraph on and give its number with what separates it from the words."""
        found = self._abstract.get(self._abstract_of(list_id))
        if found is None or not 0 <= level < LEVELS:
            return ""
        levels = found.levels | self._own_levels.get(list_id, {})
        for at, start in self._overrides.pop(list_id, {}).items():
            found.counts[at] = start - 1
        _count(found.counts, levels, level)
        return _written(found.counts, levels, level)

    def _abstract_of(self, list_id: str) -> str:
        name = self._of.get(list_id, "")
        linked = self._style_lists.get(self._links.get(name, ""), "")
        return self._of.get(linked, name) if linked else name

    def _add_abstract(self, element: Element) -> None:
        name = value(element, "abstractNumId")
        levels = {number(level, 0, "ilvl"): _level(level) for level in element.iterfind(w("lvl"))}
        self._abstract[name] = NumberedList(levels)
        if link := value(child(element, "numStyleLink")):
            self._links[name] = link

    def _add_list(self, element: Element) -> None:
        name = value(element, "numId")
        self._of[name] = value(child(element, "abstractNumId"))
        for override in element.iterfind(w("lvlOverride")):
            at = number(override, 0, "ilvl")
            start, own = child(override, "startOverride"), child(override, "lvl")
            if start is not None:
                self._overrides.setdefault(name, {})[at] = number(start, 1)
            if own is not None:
                self._own_levels.setdefault(name, {})[at] = _level(own)


def _level(element: Element) -> Level:
    form = next((found for found in element.iter(w("numFmt"))), None)
    suffix = value(child(element, "suff"))
    letters = tuple(letter.strip() for letter in value(form, "format").split(",") if letter.strip(" .…"))
    return Level(
        number(child(element, "start"), 1),
        value(form) or "decimal",
        value(child(element, "lvlText")),
        "" if suffix == "nothing" else " ",
        number(child(element, "lvlRestart"), -1),
        bool(switched(element, "isLgl")),
        letters,
    )


def _count(counts: dict[int, int], levels: Mapping[int, Level], level: int) -> None:
    counts[level] = counts.get(level, levels.get(level, Level()).start - 1) + 1
    for deeper in range(level + 1, LEVELS):
        after = levels.get(deeper, Level()).restarts_after
        if after != 0 and (after == -1 or level < after):
            counts.pop(deeper, None)


def _written(counts: Mapping[int, int], levels: Mapping[int, Level], level: int) -> str:
    own = levels.get(level, Level())
    if own.form == "bullet":
        bullet = own.text.strip()
        return (bullet if bullet in BULLETS else BULLET) + (own.suffix or " ")
    if own.form == "none" and "%" not in own.text:
        return own.text + own.suffix if own.text else ""
    text = own.text
    for at in range(min(level + 1, LEVELS)):
        place = levels.get(at, Level())
        form = "decimal" if own.legal and at < level else place.form
        text = text.replace(f"%{at + 1}", formatted(counts.get(at, place.start), form, place.letters))
    return text + own.suffix if text.strip() else ""


def formatted(count: int, form: str, letters: tuple[str, ...] = ()) -> str:
    """Write a number in one of Word's forms.

    >>> [formatted(4, form) for form in ("decimal", "upperRoman", "lowerLetter", "decimalZero", "none")]
    ['4', 'IV', 'd', '04', '']
    """
    if not 0 < count < LARGEST:
        return str(count) if form != "none" else ""
    if letters:
        return letters[(count - 1) % len(letters)]
    match form:
        case "upperRoman" | "lowerRoman":
            return _roman(count).upper() if form == "upperRoman" else _roman(count)
        case "upperLetter" | "lowerLetter":
            letter = LETTERS[(count - 1) % 26] * ((count - 1) // 26 + 1)
            return letter.upper() if form == "upperLetter" else letter
        case "decimalZero":
            return f"{count:02d}"
        case "none":
            return ""
    return str(count)


def _roman(count: int) -> str:
    written = ""
    for worth, letters in ROMAN + SMALL_ROMAN:
        while count >= worth:
            written, count = written + letters, count - worth
    return written
