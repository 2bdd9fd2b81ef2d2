"""A sentence while it is read: its figures in order, and what has been found about them so far."""

from kybao.claims.clauses import Line, sites
from kybao.claims.drafts import Draft
from kybao.claims.roles import opens_with_parts, opens_with_plan, verb_of
from kybao.claims.scopes import Scope, label_in
from kybao.claims.vocabulary import Cue


class Sentence:
    """What is known of the sentence being read."""

    def __init__(self, line: Line, scope: Scope, earlier: list[Draft]) -> None:
        self.line = line
        self.scope = scope
        self.sites = sites(line)
        self.drafts = earlier  # of the whole document; this sentence's are added
        self.verbs = [verb_of(site) for site in self.sites]
        self.first = len(earlier)
        self.topic = ""
        self.label = scope.label or self._quantity()
        self.about_plan = opens_with_plan(line, line.spots[0])
        self.parts_of: Draft | None = None  # the total whose parts are being named
        self.parts = False
        self.of_estimate = scope.of_estimate or self._goes_on_with_estimate()
        self.each: list[Draft] = []  # levels that wait for their comparison: «giảm lần lượt …»

    def _quantity(self) -> str:
        """Give the quantity that a sentence tells of several: «Tỷ lệ phòng học: mầm non 84%; tiểu học 93%»."""
        line = self.line
        if len(line.spots) < 2 or not line.tells(0, min(2, line.spots[0])) & (Cue.QUANTITY | Cue.GENERIC):
            return ""
        return label_in(line.text, line.start, line.figures[0].start)

    def _goes_on_with_estimate(self) -> bool:
        """Whether the sentence opens with «Trong đó», «Cụ thể» after one of an estimate."""
        last = self.drafts[self.first - 1] if self.first else None
        here = last is not None and last.estimate and last.site.line.block == self.line.block
        return here and opens_with_parts(self.line)

    @property
    def before(self) -> list[Draft]:
        """The figures of the sentence before, where it stands in the same passage."""
        at, last = self.first, self.drafts[self.first - 1].site.line if self.first else None
        if last is None or last.block != self.line.block:
            return []
        while at and self.drafts[at - 1].site.line is last:
            at -= 1
        return self.drafts[at : self.first]

    @property
    def last(self) -> Draft | None:
        """The figure of this sentence that was read last."""
        return self.drafts[-1] if len(self.drafts) > self.first else None
