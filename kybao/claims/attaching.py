"""A comparison or share attached to the level that it qualifies."""

from itertools import pairwise

from kybao.claims.clauses import Site
from kybao.claims.drafts import Draft
from kybao.claims.evidence import between, breaks_in
from kybao.claims.levels import names_above
from kybao.claims.links import level_before, level_named, levels_before, same_unit
from kybao.claims.readings import Role
from kybao.claims.roles import is_percent, is_times, opens_with_comparison
from kybao.claims.sentences import Sentence
from kybao.claims.subjects import after_noun, subject
from kybao.claims.vocabulary import Cue
from kybao.figures.vocabulary import folded


def attached(sentence: Sentence, draft: Draft, named: str) -> Draft:
    """Find the level that a comparison or share qualifies; it takes over its name and estimate."""
    site, scope = draft.site, sentence.scope
    level = _each(sentence, site) or qualified(sentence, site, named)
    if named:
        scope.governor = named
    if level is not None:
        draft.of = level.site.index
        draft.indicator, draft.estimate = level.indicator, level.estimate
    else:
        draft.indicator = named or names_above(sentence, site).level or scope.governor
        draft.estimate = _shares_estimate(sentence, named)
    told = sentence.line.tells(site.head, site.spot)
    draft.estimate = draft.estimate or bool(told & Cue.ESTIMATE)
    return draft


def _shares_estimate(sentence: Sentence, named: str) -> bool:
    """Whether a comparison of no level belongs to an estimate: «ước tăng 2% so với tháng trước và tăng 6%»."""
    last = sentence.last
    goes_on = not named and last is not None and last.comparison is not None and last.of is None
    return sentence.of_estimate or (goes_on and last is not None and last.estimate)


def qualified(sentence: Sentence, site: Site, named: str) -> Draft | None:
    """Give the level that a number qualifies: the one named again, else the nearest in its unit."""
    if named:
        return level_named(named, sentence.line.block, sentence.drafts)
    if is_percent(site) or is_times(site):
        return level_before(site, sentence.drafts) or _of_sentence_before(sentence, "", "")
    base, name = site.figure.unit.base, after_noun(site)
    found = level_before(site, sentence.drafts, base=base, name=name)
    return found or _of_sentence_before(sentence, base, name)


def _of_sentence_before(sentence: Sentence, base: str, name: str) -> Draft | None:
    """Give the level that a sentence beginning with «So với cùng kỳ, giảm …» goes on with."""
    if not opens_with_comparison(sentence.line):
        return None
    levels = [draft for draft in sentence.before if draft.level and same_unit(base, draft.site.figure.unit.base)]
    wanted = {folded(word) for word in name.split()}
    named = [draft for draft in levels if wanted <= {folded(word) for word in draft.indicator.split()}]
    fitting = (named if base else []) or levels
    return fitting[-1] if base and fitting else levels[0] if len(levels) == 1 else None


def _each(sentence: Sentence, site: Site) -> Draft | None:
    """Give the level that a number of «giảm lần lượt 2,27% và 6,91%» belongs to."""
    if sentence.line.tells(site.head, site.spot) & Cue.EACH:
        count = 1
        while site.number + count < len(sentence.sites) and not subject(sentence.sites[site.number + count]):
            count += 1
        sentence.each = levels_before(site, sentence.drafts, count)
    return sentence.each.pop(0) if sentence.each else None


def attach_forward(sentence: Sentence) -> None:
    """Link «tăng 8,7% so với cùng kỳ, đạt 540 tỷ đồng» to the level that follows."""
    for draft, after in pairwise(sentence.drafts[sentence.first :]):
        if draft.role is Role.COMPARE and draft.of is None and after.level and _continues(sentence, draft, after):
            draft.of = after.site.index


def _continues(sentence: Sentence, draft: Draft, after: Draft) -> bool:
    """Whether a level goes on with the subject of the comparison before it."""
    if after.site.depth != draft.site.depth or subject(after.site):
        return False
    signs = breaks_in(sentence.line, *between(draft, after))
    return signs == [","] and bool(sentence.verbs[after.site.number].told & Cue.REACH)
