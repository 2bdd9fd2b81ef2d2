"""The figures of one sentence bound together: roles, bases, and which figure a comparison qualifies."""

from collections.abc import Sequence
from itertools import pairwise

from kybao.claims.bases import basis_in
from kybao.claims.clauses import Line, Site, sites
from kybao.claims.drafts import Draft
from kybao.claims.evidence import between, breaks_in
from kybao.claims.links import level_before, level_from, level_named, levels_before, part_over_whole
from kybao.claims.readings import Comparison, Role
from kybao.claims.roles import (
    Verb,
    aims,
    in_brackets_alone,
    is_aimed_at,
    is_fraction,
    is_percent,
    is_times,
    of_a_whole,
    of_short_plan,
    opens_with_plan,
    own_basis,
    signed,
    verb_of,
)
from kybao.claims.scopes import Scope
from kybao.claims.subjects import (
    Above,
    after_noun,
    indicator,
    is_firm,
    is_generic,
    measured_noun,
    own_subject,
    subject,
)
from kybao.claims.vocabulary import Cue

ROW = 8  # members of a row of comparisons


class Statement:
    """One sentence being read from left to right."""

    def __init__(self, line: Line, scope: Scope, earlier: list[Draft]) -> None:
        self.line = line
        self.scope = scope
        self.sites = sites(line)
        self.drafts = earlier  # of the whole document; this sentence's are added
        self.verbs = [verb_of(site) for site in self.sites]
        self.first = len(earlier)
        self.topic = ""
        self.about_plan = opens_with_plan(line, line.spots[0])
        self.parts_of: Draft | None = None  # the total whose parts are being named
        self.parts = False
        self.each: list[Draft] = []  # levels that wait for their comparison: «giảm lần lượt …»

    def read(self) -> Sequence[Draft]:
        """Bind all figures of the sentence."""
        for site in self.sites:
            self._enter_parts(site)
            draft = self._compared(site) or self._level(site)
            draft.part, draft.total = self.parts, self.parts_of
            self.drafts.append(draft)
        self._link_forward()
        return self.drafts[self.first :]

    @property
    def _last(self) -> Draft | None:
        return self.drafts[-1] if len(self.drafts) > self.first else None

    def _enter_parts(self, site: Site) -> None:
        """Note that «trong đó», «gồm» stand before a figure: what follows are parts of the level before."""
        before = self.line.spots[site.number - 1] + 1 if site.number else 0
        if self.line.tells(before, site.spot) & Cue.PARTS:
            self.parts = True
            self.parts_of = level_before(site, self.drafts)

    # Levels

    def _level(self, site: Site) -> Draft:
        told = self.line.tells(site.head, site.spot)
        before = subject(site)
        draft = Draft(site, cumulative=bool(told & Cue.CUMULATIVE))
        draft.indicator = indicator(site, self._names_above(site))
        draft.firm = bool(before) and is_firm(site) and not is_generic(before)
        if before and not is_generic(before):
            self.scope.governor = before
        self.topic = self.topic or draft.indicator
        above = self._above(before)
        draft.estimate = self.scope.estimated or bool(told & Cue.ESTIMATE)
        draft.estimate = draft.estimate or (above.estimate if above else self.parts and self.scope.estimate)
        draft.role = self._role(site, told, above)
        return draft

    def _names_above(self, site: Site) -> Above:
        level = level_before(site, self.drafts)
        if self.line.tells(site.head, site.spot) & (Cue.PLACE | Cue.STANDING):
            return Above(label=self.scope.label)  # «toàn tỉnh hiện có 529 hợp tác xã»
        if level is None:
            return Above(self.scope.governor, self.topic, label=self.scope.label)
        noun = level.site.figure.unit.base
        return Above(self.scope.governor, self.topic, level.indicator, noun, self.scope.label)

    def _above(self, before: str) -> Draft | None:
        """Give the figure whose plan or estimate a level shares: its total, or the one that it is told with."""
        return self.parts_of if self.parts else None if before else self._last

    def _role(self, site: Site, told: int, above: Draft | None) -> Role:
        done = told & (Cue.REACH | Cue.ESTIMATE | Cue.ACTUAL) and not told & Cue.AIM
        plan = aims(self.line, site.head, site.spot) or is_aimed_at(site)
        plan = plan or (not done and (self.about_plan or (above is not None and above.role is Role.PLAN)))
        self.about_plan = self.about_plan or bool(told & Cue.TARGET)
        if plan or self.scope.plan:
            return Role.PLAN
        share = is_fraction(site) or (is_percent(site) and of_a_whole(site))
        return Role.SHARE if share else Role.VALUE

    # Comparisons and shares

    def _compared(self, site: Site) -> Draft | None:
        verb = self.verbs[site.number]
        found = self._coordinated(site, verb)
        if found or is_fraction(site):
            return found
        if is_percent(site):
            return self._percent(site, verb)
        if is_times(site):
            return self._times(site, verb)
        return self._difference(site, verb)

    def _percent(self, site: Site, verb: Verb) -> Draft | None:
        basis = own_basis(site, verb)
        if verb.told & Cue.CHANGE:
            aimed = self.scope.plan or self.about_plan or self.line.tells(site.head, site.spot) & Cue.AIM
            if not basis and (measured_noun(site) or (aimed and not self._qualified(site, own_subject(site)))):
                return None  # «giảm 2% thuế» compares nothing, «phấn đấu tăng 9%» is a target
            return self._comparison(site, verb, Comparison.GROWTH, basis)
        if verb.told & Cue.SHARE:
            return self._share(site)
        if verb.told & (Cue.REACH | Cue.RATE):
            return self._reached(site, verb, basis)
        if basis and not own_subject(site):
            return self._comparison(site, verb, Comparison.RATIO, basis)
        return self._in_brackets(site) if in_brackets_alone(site) and not own_subject(site) else None

    def _in_brackets(self, site: Site) -> Draft:
        """Read «12 vụ (25%)» as a share and «tăng 97 vụ (41,1%)» as the same growth in percent."""
        last = self._last
        if last is None or last.comparison is not Comparison.DIFFERENCE or last.site.depth != site.depth[:-1]:
            return self._share(site)
        draft = Draft(site, Role.COMPARE, Comparison.GROWTH, last.sign, last.basis, last.of, last.estimate)
        draft.indicator = last.indicator
        return draft

    def _reached(self, site: Site, verb: Verb, basis: str) -> Draft | None:
        """Read «đạt 27% kế hoạch», «đạt tỷ lệ 48,3%», «đạt 73,8%»."""
        if of_a_whole(site):
            return self._share(site)
        if basis:
            return self._comparison(site, verb, Comparison.RATIO, basis)
        level = None if own_subject(site) else level_before(site, self.drafts)
        if level is None or is_percent(level.site):
            return None
        if verb.told & Cue.RATE or is_fraction(level.site):
            return self._share(site)
        return self._comparison(site, verb, Comparison.RATIO, "")

    def _times(self, site: Site, verb: Verb) -> Draft | None:
        if not verb.told & (Cue.CHANGE | Cue.TIMES | Cue.REACH):
            return None
        kind = Comparison.GROWTH if verb.told & Cue.CHANGE else Comparison.RATIO
        basis = own_basis(site, verb)
        return self._comparison(site, verb, kind, basis) if basis or verb.told & ~Cue.REACH else None

    def _difference(self, site: Site, verb: Verb) -> Draft | None:
        basis = own_basis(site, verb)
        if not verb.told & Cue.CHANGE:
            more = basis and self.line.tells(site.head, site.spot) & Cue.MORE
            return self._comparison(site, verb, Comparison.DIFFERENCE, basis) if more else None
        named = own_subject(site)
        basis = basis or ("" if named else self._basis_around(site))
        level = self._qualified(site, named)
        return self._comparison(site, verb, Comparison.DIFFERENCE, basis) if basis or level else None

    def _coordinated(self, site: Site, verb: Verb) -> Draft | None:
        """Read the second number of «tăng 1,1% và 6,2%» as the first."""
        last = self._last
        if verb.told or last is None or last.role is not Role.COMPARE or last.site.depth != site.depth:
            return None
        if last.comparison is None or subject(site) or is_percent(site) != is_percent(last.site):
            return None
        basis = own_basis(site, verb)
        if not is_percent(site) and not basis:
            return None
        like = Verb(Cue.DOWN if last.sign < 0 else Cue.UP, verb.at)
        return self._comparison(site, like, last.comparison, basis)

    def _comparison(self, site: Site, verb: Verb, kind: Comparison, basis: str) -> Draft:
        """Bind a comparison; one that names no basis takes it from its row.

        «… tăng 1,1% so với tháng trước, tăng 6,2% so với cùng kỳ; bán lẻ … tăng 0,9% và 5,1%»: the second row
        compares as the first did, member by member.
        """
        draft = self._linked(Draft(site, Role.COMPARE, kind, signed(verb.told)), own_subject(site))
        level = self.drafts[draft.of] if draft.of is not None else None
        ratio = kind is Comparison.RATIO
        row = level.rows.setdefault(ratio, []) if level else []
        draft.basis = basis or self._basis_of(site, level, row, ratio)
        row.append(draft.basis)
        if basis:
            self.scope.rows[ratio] = row
        if ratio and level:
            self._compare_with_plan(draft, level)
        if kind is Comparison.GROWTH and level and is_percent(level.site) and is_percent(site):
            draft.comparison = Comparison.DIFFERENCE
        return draft

    def _compare_with_plan(self, draft: Draft, level: Draft) -> None:
        """Follow the plans that one level is compared with.

        «tháng 6 thu 27.644 triệu đồng, đạt 69% dự toán tháng; đạt 46% dự toán tỉnh giao»: the second percentage is
        that of the year's total, which the text does not state.
        """
        if of_short_plan(draft.site):
            level.short_plan = True
        elif level.short_plan:
            draft.of = None
        if draft.basis.startswith("plan"):
            self._make_plan(level)

    def _basis_of(self, site: Site, level: Draft | None, row: list[str], ratio: bool) -> str:
        """Give the basis of a comparison that names none."""
        around = self._basis_around(site)
        if around or ratio or level is None or level_from(level, self.drafts) is None:
            return around or self._basis_like(row, ratio)
        return "other"  # «từ 570 hộ tăng lên 1.475 hộ, tăng 2,5 lần»

    def _make_plan(self, part: Draft) -> None:
        """Take the whole of «7.326 triệu đồng/9.480 triệu đồng, đạt 77% kế hoạch» for the plan."""
        after = part.site.index + 1
        if after < len(self.drafts) and part_over_whole(self.drafts[after], self.drafts) is part:
            self.drafts[after].role = Role.PLAN

    def _basis_like(self, row: list[str], ratio: bool) -> str:
        """Give the basis that stood at this place in the row before."""
        model = self.scope.rows.get(ratio, [])
        if not model:
            return "plan" if ratio else self.scope.usual
        return model[min(len(row), len(model) - 1)]

    def _basis_around(self, site: Site) -> str:
        """Give the basis that a later member of the same row names, or that opens the sentence."""
        for later in self.sites[site.number + 1 : site.number + 1 + ROW]:
            verb = self.verbs[later.number]
            if not verb.told & Cue.CHANGE and (verb.told or subject(later)):
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
        draft = self._linked(Draft(site, Role.SHARE), own_subject(site))
        draft.indicator = draft.indicator or indicator(site, self._names_above(site))
        return draft

    def _linked(self, draft: Draft, named: str) -> Draft:
        """Find the level that a comparison or share qualifies; it takes over its name and estimate."""
        site = draft.site
        level = self._each(site) or self._qualified(site, named)
        if named:
            self.scope.governor = named
        if level is not None:
            draft.of = level.site.index
            draft.indicator, draft.estimate = level.indicator, level.estimate
        else:
            draft.indicator = named or self._names_above(site).level or self.scope.governor
        told = self.line.tells(site.head, site.spot)
        draft.estimate = draft.estimate or bool(told & Cue.ESTIMATE)
        return draft

    def _qualified(self, site: Site, named: str) -> Draft | None:
        if named:
            return level_named(named, self.line.block, self.drafts)
        if is_percent(site) or is_times(site):
            return level_before(site, self.drafts)
        return level_before(site, self.drafts, base=site.figure.unit.base, name=after_noun(site))

    def _each(self, site: Site) -> Draft | None:
        """Give the level that a number of «giảm lần lượt 2,27% và 6,91%» belongs to."""
        if self.line.tells(site.head, site.spot) & Cue.EACH:
            count = 1
            while site.number + count < len(self.sites) and not subject(self.sites[site.number + count]):
                count += 1
            self.each = levels_before(site, self.drafts, count)
        return self.each.pop(0) if self.each else None

    def _link_forward(self) -> None:
        """Link «tăng 8,7% so với cùng kỳ, đạt 540 tỷ đồng» to the level that follows."""
        for draft, after in pairwise(self.drafts[self.first :]):
            if draft.role is Role.COMPARE and draft.of is None and after.level and self._continues(draft, after):
                draft.of = after.site.index

    def _continues(self, draft: Draft, after: Draft) -> bool:
        """Whether a level goes on with the subject of the comparison before it."""
        if after.site.depth != draft.site.depth or subject(after.site):
            return False
        signs = breaks_in(self.line, *between(draft, after))
        return signs == [","] and bool(self.verbs[after.site.number].told & Cue.REACH)
