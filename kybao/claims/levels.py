"""A figure that states a level: its name, whether it is planned, estimated, or a share."""

from kybao.claims.clauses import Site
from kybao.claims.drafts import Draft
from kybao.claims.links import level_before
from kybao.claims.names import Above, indicator, is_generic
from kybao.claims.readings import Role
from kybao.claims.roles import aims, is_aimed_at, is_fraction, is_percent, of_a_whole
from kybao.claims.sentences import Sentence
from kybao.claims.subjects import is_firm, subject
from kybao.claims.vocabulary import Cue


def level(sentence: Sentence, site: Site) -> Draft:
    """Read a figure that compares nothing."""
    told = sentence.line.tells(site.head, site.spot)
    before = subject(site)
    draft = Draft(site, cumulative=bool(told & Cue.CUMULATIVE))
    draft.indicator = indicator(site, names_above(sentence, site))
    draft.firm = bool(before) and not is_generic(before) and is_firm(site)
    if before and not is_generic(before):
        sentence.scope.governor = before
    sentence.topic = sentence.topic or draft.indicator
    above = _above(sentence, before)
    draft.estimate = _is_estimate(sentence, site, told, above)
    draft.role = _role(sentence, site, told, above)
    draft.estimate = draft.estimate and (not draft.plan or bool(told & Cue.ESTIMATE))
    return draft


def names_above(sentence: Sentence, site: Site) -> Above:
    """Give the names that complete that of a figure."""
    above, scope = level_before(site, sentence.drafts), sentence.scope
    if sentence.line.tells(site.head, site.spot) & (Cue.PLACE | Cue.STANDING):
        return Above(heading=scope.heading, label=sentence.label)  # «toàn tỉnh hiện có 529 hợp tác xã»
    if above is None:
        return Above(scope.governor, sentence.topic, heading=scope.heading, label=sentence.label)
    noun = above.site.figure.unit.base
    return Above(scope.governor, sentence.topic, above.indicator, noun, scope.heading, sentence.label)


def _above(sentence: Sentence, before: str) -> Draft | None:
    """Give the figure whose plan or estimate a level shares: its total, or the one that it is told with."""
    return sentence.parts_of if sentence.parts else None if before else sentence.last


def _is_estimate(sentence: Sentence, site: Site, told: int, above: Draft | None) -> bool:
    if sentence.scope.estimated or told & Cue.ESTIMATE:
        return True
    if above:
        return above.estimate
    if told & Cue.ACTUAL:
        return False
    if sentence.of_estimate or (sentence.parts and sentence.scope.estimate):
        return True
    return not told & (Cue.REACH | Cue.LINK) and _is_told_with_estimate(sentence, site)


def _is_told_with_estimate(sentence: Sentence, site: Site) -> bool:
    """Whether «ước đạt» of the level before is left out: «xuất khẩu ước đạt 32 tỷ USD; nhập khẩu 23 tỷ USD»."""
    levels = (draft for draft in reversed(sentence.drafts[sentence.first :]) if draft.level)
    last = next(levels, None)
    return last is not None and last.estimate and last.site.depth == site.depth


def _role(sentence: Sentence, site: Site, told: int, above: Draft | None) -> Role:
    done = told & (Cue.REACH | Cue.ESTIMATE | Cue.ACTUAL) and not told & Cue.AIM
    plan = aims(sentence.line, site.head, site.spot) or is_aimed_at(site)
    plan = plan or (not done and (sentence.about_plan or (above is not None and above.plan)))
    sentence.about_plan = sentence.about_plan or bool(told & Cue.TARGET)
    if plan or sentence.scope.plan:
        return Role.PLAN
    share = is_fraction(site) or (is_percent(site) and of_a_whole(site))
    return Role.SHARE if share else Role.VALUE
