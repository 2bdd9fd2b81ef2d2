"""The words of the room, kept as data in ``words/*.toml``, and how a word is compared."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any, Generic, TypeVar
from unicodedata import normalize

Meaning = TypeVar("Meaning")

# «hoà» and «hòa», «thuỷ» and «thủy»: two placements of one tone mark.
TONES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe",
    "oẹ": "ọe", "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip


@lru_cache(maxsize=16)
def words(name: str) -> Mapping[str, Any]:
    """Read a file of words: ``words("units")`` is ``words/units.toml``."""
    return tomllib.loads((files("kybao.figures") / "words" / f"{name}.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=100_000)
def folded(word: str) -> str:
    """Give a word as it is compared: composed, lower case, the tone mark where dictionaries put it.

    >>> folded("Thuỷ"), folded("QUÝ")
    ('thủy', 'quý')
    """
    word = normalize("NFC", word).lower()
    if word[-2:] in TONES and not word.startswith("qu"):
        return word[:-2] + TONES[word[-2:]]
    return word


def folded_phrase(phrase: str) -> tuple[str, ...]:
    """Give the words of a phrase as they are compared."""
    return tuple(folded(word) for word in phrase.split())


class Phrases(Generic[Meaning]):
    """Phrases of one or more words, each with its meaning, found by walking word by word."""

    __slots__ = ("_root",)

    def __init__(self, phrases: Iterable[tuple[str, Meaning]]) -> None:
        self._root: dict[str | None, Any] = {}
        for phrase, meaning in phrases:
            node = self._root
            for word in folded_phrase(phrase):
                node = node.setdefault(word, {})
            node[None] = meaning

    def longest(self, sequence: tuple[str, ...], at: int = 0) -> tuple[Meaning, int] | None:
        """Give the meaning of the longest phrase that begins at word ``at``, and the word after it."""
        node, found = self._root, None
        while True:
            if None in node:
                found = (node[None], at)
            if at == len(sequence) or sequence[at] not in node:
                return found
            node = node[sequence[at]]
            at += 1

    def __contains__(self, sequence: tuple[str, ...]) -> bool:
        found = self.longest(sequence)
        return found is not None and found[1] == len(sequence)


def phrases_of(entries: Iterable[str]) -> Phrases[str]:
    """Give phrases whose meaning is their own spelling."""
    return Phrases((entry, entry) for entry in entries)


def any_of(phrases: Iterable[str]) -> str:
    """Give a pattern of these phrases, the longest first, blanks as any white space."""
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in ordered)


def literals(alternatives: Iterable[str]) -> str:
    """Give a pattern of literal words in their order, grouped by their first letter: searching it is twice as fast.

    >>> literals(["tuần", "năm", "tháng"])
    't(?:uần|háng)|n(?:ăm)'
    """
    groups: dict[str, list[str]] = {}
    for word in alternatives:
        groups.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in groups.items())
