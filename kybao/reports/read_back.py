"""Reading a report back from its words alone: does every figure in the file still say what the ledger says?"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from kybao.claims import Fact, Reading
from kybao.narrative import differences
from kybao.office.manifests import Entry, Manifest
from kybao.text import Document, Kind

TOLD_IN_CELLS = frozenset({"con số", "đơn vị tính", "dấu gần đúng"})  # the rest is said by the head of the column


class State(StrEnum):
    """What became of a figure; the value is how it is told."""

    UNCHANGED = "giữ nguyên"
    RETYPED = "bị gõ lại"  # another number stands in its place
    REWORDED = "lời văn nói khác"  # the same number, but unit, direction or basis say otherwise
    MISSING = "không còn"
    NEW = "số mới, không có nguồn"


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of the manifest, of the file, or of both."""

    state: State
    entry: Entry | None = None
    fact: Fact | None = None
    differs: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Say in one sentence what became of the figure."""
        written = self.entry.text if self.entry else ""
        found = self.fact.figure.span.text if self.fact else ""
        key = self.entry.figure.key if self.entry else ""
        match self.state:
            case State.UNCHANGED:
                return f"«{written}» ({key}) giữ nguyên."
            case State.RETYPED:
                return f"«{written}» ({key}) bị gõ lại thành «{found}»."
            case State.REWORDED:
                return f"«{written}» ({key}) còn nguyên số nhưng lời văn nói khác về: {', '.join(self.differs)}."
            case State.MISSING:
                return f"«{written}» ({key}) không còn trong văn bản."
            case State.NEW:
                return f"«{found}» là số mới, không có nguồn trong sổ số liệu."


@dataclass(frozen=True, slots=True)
class ReadBack:
    """Figure by figure, in the order of the page."""

    lines: tuple[Line, ...]

    @property
    def holds(self) -> bool:
        """Whether every figure of the file is one of the ledger's, and none is missing."""
        return all(line.state is State.UNCHANGED for line in self.lines)

    @property
    def counts(self) -> Counter[State]:
        """How many figures are in each state."""
        return Counter(line.state for line in self.lines)

    @property
    def troubles(self) -> tuple[Line, ...]:
        """All lines but the unchanged."""
        return tuple(line for line in self.lines if line.state is not State.UNCHANGED)


def compare_with_manifest(reading: Reading, manifest: Manifest) -> ReadBack:
    """Hold the figures that were read out of a file against the manifest of what was written into it."""
    order = page_order(reading)
    facts = [reading.facts[index] for index in order]
    matcher = SequenceMatcher(
        None, [_bare(entry.text) for entry in manifest.entries], [_bare(fact.figure.span.text) for fact in facts],
        autojunk=False,
    )  # fmt: skip
    pairs: list[tuple[Entry | None, Fact | None]] = []
    for _, first, last, start, end in matcher.get_opcodes():
        pairs += _paired(manifest.entries[first:last], facts[start:end])
    keys = {id(fact): entry.figure.key for entry, fact in pairs if entry and fact}
    return ReadBack(tuple(_line(entry, fact, reading, keys) for entry, fact in pairs))


def page_order(reading: Reading) -> list[int]:
    """Give the indexes of the facts in the order of the page: a footnote is read at its mark."""
    document = reading.document
    marks = {mark.number: (mark.block, mark.start) for mark in reversed(document.marks)}

    def place(index: int) -> tuple[int, int, int, int]:
        figure = reading.facts[index].figure
        block = document.blocks[figure.block]
        if block.kind is Kind.NOTE and block.mark in marks:
            return *marks[block.mark], 1, figure.start
        return figure.block, figure.start, 0, 0

    return sorted(range(len(reading.facts)), key=place)


def _paired(entries: tuple[Entry, ...], facts: list[Fact]) -> Iterator[tuple[Entry | None, Fact | None]]:
    """Pair what was written with what was read in its place, and what is left over with nothing."""
    both = min(len(entries), len(facts))
    yield from zip(entries, facts, strict=False)
    yield from ((entry, None) for entry in entries[both:])
    yield from ((None, fact) for fact in facts[both:])


def _line(entry: Entry | None, fact: Fact | None, reading: Reading, keys: dict[int, str]) -> Line:
    if entry is None or fact is None:
        return Line(State.NEW if entry is None else State.MISSING, entry, fact)
    if fact.figure.numbers != entry.figure.numbers:
        return Line(State.RETYPED, entry, fact)
    differs = differences(entry.figure, fact)
    if _in_table(reading.document, fact):
        differs = tuple(name for name in differs if name in TOLD_IN_CELLS)
    if _qualifies_another(entry, fact, reading, keys):
        differs += ("so với số nào",)
    return Line(State.REWORDED if differs else State.UNCHANGED, entry, fact, differs)


def _qualifies_another(entry: Entry, fact: Fact, reading: Reading, keys: dict[int, str]) -> bool:
    """Whether a comparison was read as one of another figure than was meant; in tables the columns say it."""
    if not entry.figure.of or _in_table(reading.document, fact):
        return False
    if fact.of is not None:
        return keys.get(id(reading.facts[fact.of])) != entry.figure.of
    nearby = {keys.get(id(other)) for other in reading.facts if other.figure.block == fact.figure.block}
    return entry.figure.of in nearby


def _in_table(document: Document, fact: Fact) -> bool:
    return document.blocks[fact.figure.block].kind is Kind.CELL


def _bare(text: str) -> str:
    return "".join(text.split())
