"""The words of a passage, and which of them stand directly side by side."""

import re
from functools import lru_cache
from typing import NamedTuple

from kybao.text import plain

WORD = re.compile(r"[^\W_⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[./][^\W_⁰¹²³⁴⁵⁶⁷⁸⁹]+)*")
BLANKS = " \t\n\u00a0\u200b*_"  # emphasis marks do not part words


class Token(NamedTuple):
    """One word or number of a passage."""

    key: str  # composed, in lower case
    start: int
    end: int
    joined: bool  # nothing but blanks between it and the word before


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """Part a passage into words and numbers; signs between two words part them.

    >>> [(token.key, token.joined) for token in tokens("Thu 1.085 đơn, trả 42/87 đơn")][:4]
    [('thu', False), ('1.085', True), ('đơn', True), ('trả', False)]
    """
    found = []
    last = 0
    for match in WORD.finditer(text):
        start, end = match.span()
        joined = last > 0 and not text[last:start].strip(BLANKS)
        found.append(Token(_key(match[0]), start, end, joined))
        last = end
    return tuple(found)


@lru_cache(maxsize=50_000)
def _key(word: str) -> str:
    return plain(word)
