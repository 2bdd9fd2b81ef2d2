"""What a block takes over from what stands before it: plan, estimate and time of its list or mark."""

from dataclasses import dataclass, field

from kybao.claims.clocks import Time
from kybao.claims.drafts import Draft
from kybao.claims.sections import is_estimate, is_plan, topic
from kybao.claims.vocabulary import CUES, Cue, words
from kybao.figures.vocabulary import folded
from kybao.text import Document, Kind

LABEL, LABEL_WORDS = 200, 30  # characters and words
ACTIVITIES = tuple(words("subjects")["activities"])
OPENING = 24  # characters in which a block says that it lists parts


@dataclass(slots=True)
class Scope:
    """What a sentence takes over from what stands before it."""

    plan: bool = False
    estimate: bool = False
    estimated: bool = False  # the whole section is estimated
    of_estimate: bool = False  # the block names a part of an estimate: «… ước 43 tỷ đồng, trong đó:»
    governor: str = ""
    rows: dict[bool, list[str]] = field(default_factory=dict)  # bases stated last, for ratios (True) and changes
    usual: str = "same_period"  # the basis of a growth that names none
    heading: str = ""  # what the section is about: «TÌNH HÌNH TAI NẠN GIAO THÔNG» of «xảy ra 96 vụ»
    label: str = ""  # what the block is about: «- Nguồn thu tiền sử dụng đất: …»
    time: Time | None = None  # what the block is about
    latest: Time | None = None  # what was said last
    parent: Draft | None = None  # the figure that a list or footnote is about


class Scopes:
    """The scopes of the blocks of one document, asked for in their order."""

    def __init__(self, document: Document, drafts: list[Draft]) -> None:
        self.document = document
        self.drafts = drafts
        self.marks = {mark.number: mark for mark in reversed(document.marks)}
        self.levels: dict[int, list[Draft]] = {}  # the levels of each block
        self.lead: int | None = None  # the block that introduces the list being read
        self.at = 0
        self.noted = 0
        self.parts: dict[
            int, tuple[Draft, int]
        ] = {}  # blocks that list parts: of which total, after how many figures

    def enter(self, block: int) -> Scope:
        """Give the scope in which a block begins."""
        self._note_levels()
        self._follow_lists(block)
        kind = self.document.blocks[block].kind
        scope = Scope(plan=is_plan(self.document, block), estimated=is_estimate(self.document, block))
        scope.heading = topic(self.document, block)
        parent = self._lead() if kind is Kind.ITEM else self._marked(block) if kind is Kind.NOTE else None
        if parent is not None:
            self._inherit(scope, parent)
            scope.of_estimate = kind is Kind.ITEM and parent.estimate and self._leads_to_parts()
            self.parts[block] = (parent, len(self.drafts))
        return scope

    @property
    def listed(self) -> list[tuple[Draft, list[Draft]]]:
        """The totals whose parts stand in a list or footnote, with the figures of these; of an entry its first."""
        found: dict[int, tuple[Draft, list[Draft]]] = {}
        for block, (total, at) in self.parts.items():
            entry = self.document.blocks[block].kind is Kind.ITEM
            while at < len(self.drafts) and self.drafts[at].site.line.block == block:
                found.setdefault(total.site.index, (total, []))[1].append(self.drafts[at])
                at = len(self.drafts) if entry else at + 1
        return list(found.values())

    def _inherit(self, scope: Scope, parent: Draft) -> None:
        scope.parent = parent
        scope.plan = scope.plan or parent.plan
        scope.estimate, scope.time, scope.latest = parent.estimate, parent.time, parent.time

    def _note_levels(self) -> None:
        """Keep the levels of the blocks read since."""
        for draft in self.drafts[self.noted :]:
            if draft.level:
                self.levels.setdefault(draft.site.line.block, []).append(draft)
        self.noted = len(self.drafts)

    def _follow_lists(self, block: int) -> None:
        """Find the block ending in a colon that introduces the entries up to ``block``."""
        for index in range(self.at, block):
            found = self.document.blocks[index]
            if found.text.rstrip().endswith(":"):
                self.lead = index
            elif found.kind is not Kind.ITEM and found.kind is not Kind.NOTE:
                self.lead = None
        self.at = max(self.at, block)

    def _lead(self) -> Draft | None:
        """Give the last level that leads to the list, one in a bracket only where there is no other."""
        levels = self.levels.get(self.lead, []) if self.lead is not None else []
        outside = [draft for draft in levels if not draft.site.depth]
        return next(iter((outside or levels)[-1:]), None)

    def _leads_to_parts(self) -> bool:
        """Whether the list is led by «trong đó:», «cụ thể:»."""
        text = self.document.blocks[self.lead].text if self.lead is not None else ""
        last = [folded(word.strip(",.;:")) for word in text[-OPENING:].split()]
        return any((CUES.longest(tuple(last), at) or (0, 0))[0] & Cue.PARTS for at in range(len(last)))

    def _marked(self, block: int) -> Draft | None:
        """Give the level that a footnote of parts belongs to: the last one before its mark."""
        note = self.document.blocks[block]
        mark = self.marks.get(note.mark)
        if mark is None or not lists_parts(note.text[note.body : note.body + OPENING]):
            return None
        for draft in reversed(self.levels.get(mark.block, ())):
            if draft.site.figure.end <= mark.start:
                return draft if mark.start <= draft.site.line.end else None
        return None


def label_in(text: str, start: int, end: int) -> str:
    """Give the words before a colon, where they are a short name: «Nguồn thu tiền sử dụng đất: …»."""
    label, colon, _ = text[start : min(end, start + LABEL)].partition(":")
    name = label.strip(" -+*•_")
    short = 1 < len(name.split()) <= LABEL_WORDS
    return name if colon and short and not name.lower().startswith(ACTIVITIES) else ""


def lists_parts(text: str) -> bool:
    """Whether a text begins by naming parts: «Trong đó: …»."""
    pieces = tuple(folded(word.strip(",:;")) for word in text.split())
    found = CUES.longest(pieces) if pieces else None
    return bool(found and found[0] & Cue.PARTS)
