"""Passages that a document holds twice."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kybao.checks.tokens import Token, tokens
from kybao.text import Document, Kind, Sentence, sentences

START = 10  # words by which a passage is recognised
LEAST_SENTENCE = 16  # words; shorter sentences are formulas
LEAST_RUN = 22  # words that have to agree where a sentence goes on differently
RUNNING = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.NOTE})

Place = tuple[int, int]  # a block, and a word in it


@dataclass(frozen=True, slots=True)
class Copy:
    """A run of words that stands at two places: in passage characters of two blocks."""

    first: Sentence
    second: Sentence


def copies(document: Document) -> Iterator[Copy]:
    """Yield the sentences that stood in the document before, word by word, with all that follows alike."""
    seen: dict[tuple[str, ...], Place] = {}
    for block, content in enumerate(document.blocks):
        if content.kind in RUNNING:
            yield from _copied(document, block, seen)


def _copied(document: Document, block: int, seen: dict[tuple[str, ...], Place]) -> Iterator[Copy]:
    """Yield the copies that begin in one block, and add its words to those that were seen."""
    words = tokens(document.blocks[block].text)
    keys = [word.key for word in words]
    known, covered = 0, 0  # words that were added, words that the last copy covers
    for first, last in _sentence_words(document, block, words):
        for at in range(known, first):
            seen.setdefault(tuple(keys[at : at + START]), (block, at))
        known = first
        if first < covered or last - first + 1 < LEAST_SENTENCE:
            continue
        earlier = seen.get(tuple(keys[first : first + START]))
        if earlier is None:
            continue
        size = _common(document, earlier, (block, first))
        if first + size > last or size >= LEAST_RUN:
            yield Copy(_sentence(document, earlier, size), _sentence(document, (block, first), size))
            covered = first + size
    for at in range(known, len(keys) - START + 1):
        seen.setdefault(tuple(keys[at : at + START]), (block, at))


def _sentence_words(document: Document, block: int, words: tuple[Token, ...]) -> Iterator[tuple[int, int]]:
    """Yield, for each sentence, the index of its first and of its last word."""
    at = 0
    for sentence in sentences(document, block):
        while at < len(words) and words[at].start < sentence.start:
            at += 1
        first = at
        while at < len(words) and words[at].start < sentence.end:
            at += 1
        if at > first:
            yield first, at - 1


def _common(document: Document, earlier: Place, later: Place) -> int:
    """Count the words that two places have in common."""
    (block, at), (other, start) = earlier, later
    one, two = tokens(document.blocks[block].text), tokens(document.blocks[other].text)
    limit = min(len(one) - at, len(two) - start)
    if block == other:
        limit = min(limit, start - at)
    size = 0
    while size < limit and one[at + size].key == two[start + size].key:
        size += 1
    return size


def _sentence(document: Document, place: Place, size: int) -> Sentence:
    block, at = place
    words = tokens(document.blocks[block].text)
    return Sentence(block, words[at].start, words[at + size - 1].end)


def parted(found: Iterable[Copy]) -> Iterator[list[Copy]]:
    """Yield copies that follow one another at both places together: one passage with a word changed in it."""
    run: list[Copy] = []
    for copy in found:
        if run and not (_follows(run[-1].first, copy.first) and _follows(run[-1].second, copy.second)):
            yield run
            run = []
        run.append(copy)
    if run:
        yield run


def _follows(one: Sentence, other: Sentence) -> bool:
    return one.block <= other.block <= one.block + 1
