"""The sentences of a block."""

import re
from collections.abc import Iterator

from kybao.text.documents import Document, Sentence
from kybao.text.footnotes import MARK_FORMS
from kybao.text.vocabulary import words

# A full stop, what may stand right after it (closing quote or bracket, footnote mark, emphasis), and a blank.
STOP = re.compile(rf"(?<![.!?…])[.!?…]++(?:[”\"’')\]*_]|{MARK_FORMS})*+\s++")
LAST_WORD = re.compile(r"[^\s(\[“\"]*$")
REACH = 24
COUNTS_AFTER = frozenset({"", ";", ":", "(", ","})


def sentences(document: Document, block: int) -> tuple[Sentence, ...]:
    """Part a block into sentences, from its first word on.

    A semicolon ends none, nor does the dot of a number, a date or an abbreviation.

    >>> from kybao.text.blocks import parse
    >>> text = "UBND TP. Lạng Sơn cấp 1.085 giấy phép; thu 2,5 tỷ đồng. Quý II tiếp tục."
    >>> [text[part.start : part.end] for part in sentences(parse(text), 0)]
    ['UBND TP. Lạng Sơn cấp 1.085 giấy phép; thu 2,5 tỷ đồng.', 'Quý II tiếp tục.']
    """
    found = document.blocks[block]
    return tuple(Sentence(block, start, end) for start, end in _bounds(found.text, found.body))


def _bounds(text: str, start: int) -> Iterator[tuple[int, int]]:
    for stop in STOP.finditer(text, start):
        if stop.end() >= len(text) or not _ends(text, start, stop):
            continue
        yield start, start + len(text[start : stop.end()].rstrip())
        start = stop.end()
    end = len(text.rstrip())
    if end > start:
        yield start, end


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether the next word begins a sentence and the last one is no abbreviation."""
    after = stop.end()
    while after < len(text) and text[after] in "*_“\"‘'([":
        after += 1
    if after >= len(text) or text[after].islower():
        return False
    if text[stop.start()] != ".":
        return True
    last = LAST_WORD.search(text, max(start, stop.start() - REACH), stop.start())
    if not last:
        return True
    before = text[max(start, last.start() - 6) : last.start()].rstrip()[-1:]
    counts = _is_number(last[0]) and before in COUNTS_AFTER
    return not counts and not _is_abbreviation(last[0])


def _is_abbreviation(word: str) -> bool:
    """Whether a word stands before a name: «TP.», «ThS.», an initial. «I.», «V.» and «X.» count quarters, too."""
    if len(word) == 1 and word.isupper():
        return word not in "IVX"
    return word.lower() in words("abbreviations", "before_names")


def _is_number(word: str) -> bool:
    """Whether a word may count an entry: «1. Về kinh tế; 2. Về văn hóa»."""
    return bool(word) and (word.replace(".", "").isdigit() or (len(word) <= 4 and not word.strip("IVX")))
