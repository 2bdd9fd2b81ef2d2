"""Counted nouns (danh từ chỉ thứ được đếm): how far they reach in a text."""

import re

from kybao.figures.runs import LETTER, Run
from kybao.figures.vocabulary import folded, folded_phrase, phrases_of, words

LINK = re.compile(rf"(\s*[,–-]\s*|\s+và\s+|\s+)({LETTER}+)(?:\s+({LETTER}+))?(?:\s+({LETTER}+))?")
PARTICLES = phrases_of(words("contexts")["connectives"])
VERBS = phrases_of(words("contexts")["verbs"])
MODIFIERS = phrases_of(words("nouns")["modifiers"])
WHOLE = frozenset(map(folded_phrase, words("nouns")["whole"]))
GUESSED_WORDS = 4
MODIFYING_WORDS = 3
COMPANY_OF: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
for _company in words("nouns")["companies"]:
    for _head in map(folded_phrase, _company):
        COMPANY_OF.setdefault(_head, set()).update(map(folded_phrase, _company))


def noun_end(text: str, run: Run, first: int, after: int) -> int:
    """Read modifiers and a second head after the head of a counted noun."""
    limit = after + MODIFYING_WORDS
    while after < len(run.folded) and run.folded[first:after] not in WHOLE:
        found = MODIFIERS.longest(run.folded, after)
        if found is not None:
            next_after = found[1]
        elif len(run.words[after]) > 1 and run.words[after].isupper():
            next_after = after + 1
        else:
            break
        if next_after > limit:
            break
        after = next_after
    return _company_end(text, run.folded[first:after], run.ends[after - 1])


def _company_end(text: str, noun: tuple[str, ...], end: int) -> int:
    """Read on over «, cá nhân» after «hộ gia đình», «, phường» after «xã»."""
    while noun in COMPANY_OF:
        link = LINK.match(text, end)
        if link is None:
            return end
        next_words = tuple(map(folded, link.groups()[1 : link.lastindex]))
        size = next((n for n in range(len(next_words), 0, -1) if next_words[:n] in COMPANY_OF[noun]), 0)
        if not size or (link[1].isspace() and VERBS.longest(next_words)):  # «12 đơn vị tổ chức hội nghị»
            return end
        noun, end = next_words[:size], link.end(size + 1)
    return end


def guessed_length(run: Run, first: int = 0) -> int:
    """Tell how many words from ``first`` up to a particle or verb may be a noun that no list knows; 0 for none."""
    at = first
    while at < min(len(run.words), first + GUESSED_WORDS):
        word = run.words[at]
        if PARTICLES.longest(run.folded, at) or (at > first and word[0].isupper() and not word.isupper()):
            break
        verb = VERBS.longest(run.folded, at)
        if verb and (at != first + 1 or verb[1] > first + 2):  # «trung cấp» is one word, «kiốt phục vụ» is not
            break
        at += 1
    return at - first
