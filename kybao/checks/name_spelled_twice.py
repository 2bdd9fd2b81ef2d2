"""A name that is spelled two ways: «Khu đô thị Nam Hoàng Đồng I», «Khu đô thị Nam Hoàng Đông I»."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kybao.checks.findings import Check, Finding, Severity
from kybao.checks.tokens import Token, tokens
from kybao.checks.vocabulary import words
from kybao.checks.wording import quoted
from kybao.claims import Reading
from kybao.text import Document, Kind, fold

LEAST_WORDS = 3  # of a name; two words with another mark are often two places (Tân Thanh, Tân Thành)
MOST_WORDS = 10
CHECKED = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.NOTE, Kind.HEADING})
ROMAN = frozenset("ivx")


@dataclass(frozen=True, slots=True)
class Name:
    """A run of words with capitals."""

    block: int
    start: int
    end: int
    words: tuple[str, ...]


def find(reading: Reading) -> Iterator[Finding]:
    """Yield the rarer of two spellings that differ in the marks or the last letter of one word."""
    document = reading.document
    alike: dict[tuple[str, ...], list[Name]] = {}
    for name in names(document):
        for key in _keys(name.words):
            alike.setdefault(key, []).append(name)
    seen: set[tuple[int, int]] = set()
    for group in alike.values():
        for name, other in _odd(group):
            place = name.block, name.start
            if place in seen:
                continue
            seen.add(place)
            span = document.span_in(name.block, name.start, name.end)
            first = document.span_in(other.block, other.start, other.end)
            yield Finding(
                span,
                f"Tên {quoted(span.text)} ở chỗ khác viết là {quoted(first.text)}; thống nhất một cách viết.",
                claimed=span.text,
                computed=first.text,
                related=(first,),
            )


def names(document: Document) -> Iterator[Name]:
    """Yield the runs of at least three words with capitals that are no person's name and not all in capitals."""
    for index, block in enumerate(document.blocks):
        if block.kind not in CHECKED:
            continue
        run: list[Token] = []
        for token in tokens(block.text):
            if run and not (token.joined and block.text[token.start].isupper()):
                yield from _name(index, block.text, run)
                run = []
            if run or block.text[token.start].isupper():
                run.append(token)
        yield from _name(index, block.text, run)


def _name(block: int, text: str, run: list[Token]) -> Iterator[Name]:
    keys = tuple(token.key for token in run)
    if not LEAST_WORDS <= len(run) <= MOST_WORDS or keys[0] in words("names", "surnames"):
        return
    if any(text[token.start : token.end].isupper() and not ROMAN.issuperset(token.key) for token in run):
        return
    yield Name(block, run[0].start, run[-1].end, keys)


def _keys(name: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield what a name has in common with those that may be meant: without marks, and with one last letter off."""
    bare = tuple(map(fold, name))
    yield bare
    for at, word in enumerate(bare):
        if not ROMAN.issuperset(word):
            yield (*bare[:at], f"{word}~", *bare[at + 1 :])
            if len(word) > LEAST_LETTERS:
                yield (*bare[:at], f"{word[:-1]}~", *bare[at + 1 :])


LEAST_LETTERS = 2


def _odd(group: list[Name]) -> Iterator[tuple[Name, Name]]:
    """Yield names that are spelled once in a group that spells otherwise more often, or first."""
    spellings = Counter(name.words for name in group)
    if len(spellings) < 2:
        return
    usual = max(spellings, key=lambda words: spellings[words])
    standard = next(name for name in group if name.words == usual)
    for name in group:
        if spellings[name.words] == 1 and name.words != usual and not _same_tone(name.words, usual):
            yield name, standard


def _same_tone(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the two differ only in where the tone mark stands: «Hoà», «Hòa»."""
    return all(sorted(_marks(a)) == sorted(_marks(b)) for a, b in zip(one, other, strict=True))


def _marks(word: str) -> str:
    return unicodedata.normalize("NFD", word)


CHECK = Check(
    code="F527",
    name="name-spelled-twice",
    title="Một tên viết hai cách",
    why="Tra cứu, cộng dồn theo dự án hay theo cơ quan sẽ tách một thành hai.",
    wrong="Phê duyệt phương án bồi thường dự án Khu đô thị Nam Hoàng Đồng I.\n\n"
    "Dự án Khu đô thị Nam Hoàng Đông I còn vướng mắc.",
    right="Phê duyệt phương án bồi thường dự án Khu đô thị Nam Hoàng Đồng I.\n\n"
    "Dự án Khu đô thị Nam Hoàng Đồng I còn vướng mắc.",
    find=find,
    severity=Severity.INFO,
)
