"""The words after a number, up to a sign or a digit."""

import re

from kybao.figures.vocabulary import folded

LETTER = r"[^\W\d_⁰¹²³⁴⁵⁶⁷⁸⁹]"
GAP = r"[\s*_\u200b]*"
WORDS = 8  # how far a unit can reach
RUN = re.compile(f"{GAP}({LETTER}+)" + rf"(?:\s+({LETTER}+)" * (WORDS - 1) + ")?" * (WORDS - 1))


class Run:
    """The next words of a text, up to a sign or a digit."""

    __slots__ = ("ends", "folded", "start", "words")

    def __init__(self, text: str, at: int) -> None:
        match = RUN.match(text, at)
        self.words: tuple[str, ...] = match.groups()[: match.lastindex] if match and match.lastindex else ()
        self.folded = tuple(map(folded, self.words))
        self.start = match.start(1) if match else at
        self.ends = tuple(end for _, end in match.regs[1 : len(self.words) + 1]) if match else ()
