"""Units (đơn vị tính) after a number: measures, money, percentages, and the nouns that are counted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from kybao.figures.counted_nouns import VERBS, guessed_length, noun_end
from kybao.figures.quantities import Unit, UnitKind
from kybao.figures.runs import GAP, LETTER, Run
from kybao.figures.vocabulary import Phrases, any_of, folded, words


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure or currency of ``units.toml``."""

    kind: UnitKind
    base: str
    factor: Decimal


@dataclass(frozen=True, slots=True)
class Noun:
    """A head of ``nouns.toml``."""

    text: str


@dataclass(frozen=True, slots=True)
class NoUnit:
    """A word that makes the number before it no figure: a class, a rank."""


@dataclass(frozen=True, slots=True)
class Lasting(NoUnit):
    """A duration or age, which is a figure only where it is an average; it ends at ``end``."""

    text: str = ""
    end: int = 0

    @property
    def unit(self) -> "Unit":
        """The duration as a unit that is counted."""
        return _unit(self.text, self.text, Decimal(1), UnitKind.COUNT, "")


@dataclass(frozen=True, slots=True)
class Measured:
    """A unit found in a text, and how sure that is."""

    unit: Unit
    start: int
    end: int
    guessed: bool = False  # the noun is in no list
    bare: bool = False  # a magnitude alone: «825 tỷ»


NONE = Unit("", "")
MAGNITUDES = {folded(word): Decimal(factor) for word, factor in words("units")["magnitudes"].items()}
COUNTING = frozenset(map(folded, words("units")["alone"]["counting"]))
ALONE = frozenset(map(folded, words("units")["alone"]["magnitudes"]))


def _measures() -> Iterator[tuple[str, Measure]]:
    for entry in words("units")["measures"]:
        measure = Measure(UnitKind(entry["kind"]), entry["base"], Decimal(entry.get("factor", "1")))
        for form in entry["forms"]:
            yield form, measure


def _meanings() -> Iterator[tuple[str, Measure | Noun | NoUnit]]:
    """Yield all that can follow a number; a later entry wins over an earlier one of the same words."""
    contexts = words("contexts")
    yield from ((form, measure) for form, measure in _measures() if not SIGNS.search(form))
    yield from ((head, Noun(head)) for head in words("nouns")["heads"])
    yield from ((word, Lasting(word)) for word in contexts["durations"])
    yield from ((word, NoUnit()) for word in contexts["classes"])


SIGNS = re.compile(r"[^\w\s]|[\d²³]")
MEANINGS: Phrases[Measure | Noun | NoUnit] = Phrases(_meanings())
SIGNED: dict[str, Measure | Noun] = {form.lower(): measure for form, measure in _measures() if SIGNS.search(form)}
SIGNED.update(
    (head.lower(), Noun(head)) for head in words("nouns")["heads"] if SIGNS.search(head) and "," not in head
)


# «%» may be glued to the next word: «81,4%KH».
SIGNED_FORM = re.compile(rf"{GAP}({any_of(SIGNED)})(?:(?<=[%‰])|(?!{LETTER}|[0-9]))", re.IGNORECASE)
DENOMINATORS = words("units")["rates"]["denominators"]
RATE = re.compile(rf"(?:\s?/\s?(?:{any_of(DENOMINATORS)})(?!{LETTER}|[0-9]))+", re.IGNORECASE)


def unit_at(text: str, at: int) -> Measured | NoUnit | None:
    """Give the unit that a number ending at ``at`` has; NoUnit where the next words make it no figure."""
    signed = SIGNED_FORM.match(text, at)
    if signed:
        meaning = SIGNED[" ".join(signed[1].lower().split())]
        return _rated(text, signed.start(1), signed.end(1), meaning, Decimal(1))
    run = Run(text, at)
    if not run.words:
        return None
    if run.start == at and len(run.words[0]) == 1 and run.words[0].isupper():
        return NoUnit()  # 7A, 2G
    return _of_words(text, run)


def has_unit(text: str, at: int) -> bool:
    """Whether a unit that the lists know stands here."""
    found = unit_at(text, at)
    return isinstance(found, Measured) and not found.guessed


def _of_words(text: str, run: Run) -> Measured | NoUnit | None:
    """Read [magnitude …] and then a measure, a counted noun or nothing."""
    factor, first = Decimal(1), 0
    while first < len(run.folded) and run.folded[first] in MAGNITUDES:
        factor *= MAGNITUDES[run.folded[first]]
        first += 1
    signed = SIGNED_FORM.match(text, run.ends[first - 1]) if first else None
    if signed:
        return _rated(text, run.start, signed.end(1), SIGNED[" ".join(signed[1].lower().split())], factor, first)
    found = MEANINGS.longest(run.folded, first)
    if found is None:
        return _guessed(run, first, factor) or _magnitude_alone(text, run, first, factor)
    meaning, after = found
    verb = VERBS.longest(run.folded, first)
    if verb and verb[1] > after:
        return None  # «đến 31/10 giải ngân», «12 công nhận»
    end = run.ends[after - 1]
    if isinstance(meaning, NoUnit):
        return Lasting(meaning.text, end) if isinstance(meaning, Lasting) else meaning
    if isinstance(meaning, Noun):
        end = noun_end(text, run, first, after)
    return _rated(text, run.start, end, meaning, factor, first)


def _magnitude_alone(text: str, run: Run, first: int, factor: Decimal) -> Measured | None:
    """Read «15 tỷ» as money."""
    if not first or run.folded[first - 1] not in ALONE:
        return None
    end = run.ends[first - 1]
    unit = _unit(text[run.start : end], words("units")["alone"]["base"], factor, UnitKind.MONEY, "")
    return Measured(unit, run.start, end, bare=True)


def _rated(
    text: str, start: int, end: int, meaning: Measure | Noun, factor: Decimal, magnitudes: int = 0
) -> Measured:
    """Add the denominators of a rate, and build the unit."""
    rate = RATE.match(text, end)
    stop = rate.end() if rate else end
    per = "/".join(part.strip() for part in rate[0].split("/")[1:]) if rate else ""
    written = " ".join(text[start:stop].split())
    if isinstance(meaning, Measure):
        unit = _unit(written, meaning.base, meaning.factor * factor, meaning.kind, per)
    else:
        noun = text[start:end].split()[magnitudes:]
        unit = _unit(written, _lowered(" ".join(noun)), factor, UnitKind.COUNT, per)
    return Measured(unit, start, stop)


@lru_cache(maxsize=10_000)
def _unit(text: str, base: str, factor: Decimal, kind: UnitKind, per: str) -> Unit:
    return Unit(text, f"{base}/{per}" if per else base, factor, kind, per)


@lru_cache(maxsize=10_000)
def _lowered(noun: str) -> str:
    """Give a noun in lower case but for its abbreviations: «Hộ kinh doanh», «hồ sơ TTHC»."""
    return " ".join(word if len(word) > 1 and word.isupper() else word.lower() for word in noun.split())


def _guessed(run: Run, first: int, factor: Decimal) -> Measured | None:
    """Take what may be a noun that no list knows, also after «nghìn»."""
    if first and run.folded[first - 1] not in COUNTING:
        return None
    size = guessed_length(run, first)
    if not size:
        return None
    noun = _lowered(" ".join(run.words[first : first + size]))
    unit = _unit(" ".join(run.words[: first + size]), noun, factor, UnitKind.COUNT, "")
    return Measured(unit, run.start, run.ends[first + size - 1], guessed=True)


def in_currency(unit: Unit, before: tuple[str, ...]) -> Unit:
    """Give the unit of «USD 5 triệu» its currency, which stands before the number."""
    found = MEANINGS.longest(before)
    if found is None or not isinstance(found[0], Measure) or found[0].kind is not UnitKind.MONEY:
        return unit
    return _unit(unit.text, found[0].base, unit.factor, UnitKind.MONEY, unit.per)


def read_unit(text: str) -> Unit:
    """Read a unit that stands alone, as in a table's column «Đơn vị tính»; an unknown one is a counted noun.

    >>> read_unit("Nghìn lượt người").factor, read_unit("Triệu").base
    (Decimal('1000'), 'VND')
    """
    found = unit_at(text.strip(), 0)
    if isinstance(found, Measured) and not found.guessed:
        return found.unit
    written = " ".join(text.split())
    return _unit(written, _lowered(written), Decimal(1), UnitKind.COUNT, "") if written else NONE
