"""The figures of one sentence bound together: roles, bases, and which figure a comparison qualifies."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from kybao.claims.bases import basis_in
from kybao.claims.clauses import Line, Site, sites
from kybao.claims.drafts import Draft
from kybao.claims.links import level_before, level_named
from kybao.claims.readings import Comparison, Role
from kybao.claims.roles import (
    Verb,
    aims,
    in_brackets_alone,
    is_fraction,
    is_percent,
    is_times,
    of_a_whole,
    own_basis,
    signed,
    verb_of,
)
from kybao.claims.subjects import indicator, is_generic, own_subject, subject
from kybao.claims.times import Times
from kybao.claims.vocabulary import Cue

USUAL = {Comparison.RATIO: "plan", Comparison.GROWTH: "same_period", Comparison.DIFFERENCE: "same_period"}


@dataclass(slots=True)
class Scope:
    """What a sentence takes over from what stands before it."""

    plan: bool = False
    estimate: bool = False
    governor: str = ""
    bases: dict[bool, str] = field(default_factory=dict)  # the last one stated, for ratios (True) and changes


class Statement:
    """One sentence being read from left to right."""

    def __init__(self, line: Line, times: Times, scope: Scope, earlier: list[Draft]) -> None:
        self.line = line
        self.covered: Set[int] = times.covered
        self.scope = scope
        self.sites = sites(line)
        self.drafts = earlier  # of the whole document, this sentence's are added
        self.verbs = [verb_of(site) for site in self.sites]
        self.first = len(earlier)
        self.parts = False

    def read(self) -> Sequence[Draft]:
        """Bind all figures of the sentence."""
        for site in self.sites:
            self.drafts.append(self._draft(site))
        self._link_forward()
        return self.drafts[self.first :]

    def _draft(self, site: Site) -> Draft:
        told = self.line.tells(site.head, site.spot)
        gap = self.line.tells(self.sites[site.number - 1].spot + 1 if site.number else 0, site.spot)
        self.parts = self.parts or bool(gap & Cue.PARTS)
        draft = self._compared(site) or self._level(site, told)
        draft.part = self.parts
        return draft

    # Levels

    def _level(self, site: Site, told: int) -> Draft:
        previous = self.drafts[-1] if len(self.drafts) > self.first else None
        draft = Draft(site)
        draft.indicator = indicator(site, self.covered, self.scope.governor)
        before = subject(site, self.covered)
        if before and not is_generic(before):
            self.scope.governor = before
        goes_on = self.parts or not before
        draft.estimate = bool(told & Cue.ESTIMATE) or (
            goes_on and (previous.estimate if previous else self.scope.estimate)
        )
        draft.cumulative = bool(told & Cue.CUMULATIVE)
        plan = aims(self.line, site.head, site.spot) or (
            goes_on and (previous.role is Role.PLAN if previous else False)
        )
        draft.role = Role.PLAN if plan or self.scope.plan else Role.VALUE
        if (is_fraction(site) and draft.role is not Role.PLAN) or (is_percent(site) and draft.role is Role.VALUE and of_a_whole(site)):
            draft.role = Role.SHARE
        return draft

    # Comparisons and shares

    def _compared(self, site: Site) -> Draft | None:
        verb = self.verbs[site.number]
        found = self._coordinated(site, verb)
        if found:
            return found
        if is_percent(site):
            return self._percent(site, verb)
        if is_times(site):
            return self._times(site, verb)
        if verb.told & Cue.CHANGE and not is_fraction(site):
            return self._difference(site, verb)
        return None

    def _percent(self, site: Site, verb: Verb) -> Draft | None:
        basis = own_basis(site, verb)
        if verb.told & Cue.CHANGE:
            return self._comparison(site, verb, Comparison.GROWTH, basis)
        if verb.told & Cue.SHARE:
            return self._share(site)
        if verb.told & (Cue.REACH | Cue.RATE):
            return self._reached(site, verb, basis)
        if basis and not own_subject(site, self.covered):
            return self._comparison(site, verb, Comparison.RATIO, basis)
        if in_brackets_alone(site):
            return self._share(site)
        return None

    def _reached(self, site: Site, verb: Verb, basis: str) -> Draft | None:
        """Read «đạt 27% kế hoạch», «đạt tỷ lệ 48,3%», «đạt 73,8%»."""
        named = own_subject(site, self.covered)
        level = None if named else level_before(site, self.drafts)
        if level and is_fraction(level.site):
            return self._share(site)
        if of_a_whole(site):
            return self._share(site)
        if basis:
            return self._comparison(site, verb, Comparison.RATIO, basis)
        if level is None or is_percent(level.site):
            return None
        if verb.told & Cue.RATE:
            return self._share(site)
        return self._comparison(site, verb, Comparison.RATIO, "")

    def _times(self, site: Site, verb: Verb) -> Draft | None:
        if not verb.told & (Cue.CHANGE | Cue.TIMES | Cue.REACH):
            return None
        kind = Comparison.GROWTH if verb.told & Cue.CHANGE else Comparison.RATIO
        basis = own_basis(site, verb)
        return self._comparison(site, verb, kind, basis) if basis or verb.told & ~Cue.REACH else None

    def _difference(self, site: Site, verb: Verb) -> Draft | None:
        basis = own_basis(site, verb) or self._basis_around(site)
        level = level_before(site, self.drafts)
        same = level is not None and level.site.figure.unit.base == site.figure.unit.base
        if not basis and not same:
            return None
        return self._comparison(site, verb, Comparison.DIFFERENCE, basis)

    def _coordinated(self, site: Site, verb: Verb) -> Draft | None:
        """Read the second number of «tăng 1,1% và 6,2%» as the first."""
        if verb.told or len(self.drafts) == self.first or self.drafts[-1].role is not Role.COMPARE:
            return None
        last = self.drafts[-1]
        if subject(site, self.covered) or is_percent(site) != is_percent(last.site) or last.site.depth != site.depth:
            return None
        if not is_percent(site) and not own_basis(site, verb):
            return None
        draft = Draft(site, Role.COMPARE, last.comparison, last.sign, own_basis(site, verb) or last.basis)
        return self._linked(draft, "")

    def _comparison(self, site: Site, verb: Verb, kind: Comparison, basis: str) -> Draft:
        ratio = kind is Comparison.RATIO
        if basis:
            self.scope.bases[ratio] = basis
        else:
            basis = self._basis_around(site) or self.scope.bases.get(ratio, "") or USUAL[kind]
        draft = Draft(site, Role.COMPARE, kind, signed(verb.told), basis)
        draft = self._linked(draft, own_subject(site, self.covered))
        level = self.drafts[draft.of] if draft.of is not None else None
        if kind is Comparison.GROWTH and level and is_percent(level.site):
            draft.comparison = Comparison.DIFFERENCE
        return draft

    def _basis_around(self, site: Site) -> str:
        """Give the basis that a later member of the same row names, or that opens the sentence."""
        for later in self.sites[site.number + 1 :]:
            verb = self.verbs[later.number]
            if not verb.told & Cue.CHANGE and subject(later, self.covered):
                break
            basis = own_basis(later, verb)
            if basis:
                return basis
        first = self.sites[0]
        for at, _, told in self.line.phrases(0, first.head):
            if told & Cue.COMPARED:
                return basis_in(self.line, at, first.head)
        return ""

    def _share(self, site: Site) -> Draft:
        draft = self._linked(Draft(site, Role.SHARE), own_subject(site, self.covered))
        draft.indicator = draft.indicator or indicator(site, self.covered, self.scope.governor)
        return draft

    def _linked(self, draft: Draft, named: str) -> Draft:
        """Find the level that a comparison or share qualifies; it takes over its name, plan and estimate."""
        site = draft.site
        if named:
            level = level_named(named, self.line.block, self.drafts)
            self.scope.governor = named
        else:
            level = level_before(site, self.drafts, base="" if is_percent(site) else site.figure.unit.base)
        if level is not None:
            draft.of = level.site.index
            draft.indicator, draft.estimate = level.indicator, level.estimate
        else:
            draft.indicator = named or self.scope.governor
        told = self.line.tells(site.head, site.spot)
        draft.estimate = draft.estimate or bool(told & Cue.ESTIMATE)
        return draft

    def _link_forward(self) -> None:
        """Link «tăng 8,7% so với cùng kỳ, đạt 540 tỷ đồng» to the level that follows."""
        for number, draft in enumerate(self.drafts[self.first : -1]):
            after = self.drafts[self.first + number + 1]
            if (
                draft.role is Role.COMPARE
                and draft.of is None
                and after.level
                and not subject(after.site, self.covered)
            ):
                draft.of = after.site.index
