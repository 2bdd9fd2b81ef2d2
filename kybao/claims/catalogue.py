"""Names of indicators looked up in a catalogue: the best code, its score, and the next best."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from kybao.text import fold

ENOUGH = 60.0  # of 100
CANDIDATES = 4
OTHER_UNIT = 0.6  # what is left of a score where the units do not fit


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """An indicator as plain values: its code, its name and other wordings, and its base unit."""

    code: str
    names: tuple[str, ...]
    unit_base: str = ""


class Catalogue:
    """Indicators found by name."""

    def __init__(self, entries: Iterable[CatalogueEntry]) -> None:
        self._names: list[str] = []
        self._entries: list[CatalogueEntry] = []
        for entry in entries:
            for name in entry.names:
                self._names.append(fold(name))
                self._entries.append(entry)
        self.match = lru_cache(maxsize=10_000)(self._match)

    def _match(self, name: str, unit_base: str = "") -> tuple[tuple[str, float], ...]:
        """Give the codes whose names fit best with their scores (0 to 1), the best first; at most four."""
        found = process.extract(
            fold(name), self._names, scorer=fuzz.token_sort_ratio, limit=4 * CANDIDATES, score_cutoff=ENOUGH
        )
        scores: dict[str, float] = {}
        for _, score, index in found:
            entry = self._entries[index]
            fits = not entry.unit_base or not unit_base or entry.unit_base == unit_base
            scores[entry.code] = max(scores.get(entry.code, 0.0), round(score / 100 * (1 if fits else OTHER_UNIT), 3))
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        return tuple(entry for entry in ranked if entry[1] >= ENOUGH / 100)[:CANDIDATES]
