"""A figure that compares or gives a share: its kind, its basis, and the level that it qualifies."""

from kybao.claims.attaching import attached, qualified
from kybao.claims.clauses import Site
from kybao.claims.drafts import Draft
from kybao.claims.ellipsis import basis_around, basis_left_out
from kybao.claims.levels import names_above
from kybao.claims.links import level_before, part_over_whole
from kybao.claims.names import indicator, rated_subject
from kybao.claims.readings import Comparison, Role
from kybao.claims.roles import (
    Verb,
    in_brackets_alone,
    in_brackets_first,
    is_fraction,
    is_percent,
    is_points,
    is_times,
    of_a_whole,
    of_short_plan,
    opens_bracket,
    own_basis,
    signed,
    written_sign,
)
from kybao.claims.sentences import Sentence
from kybao.claims.shares import is_ratio_of_list, is_share_of_level_before, is_threshold
from kybao.claims.subjects import measured_noun, own_subject, subject
from kybao.claims.vocabulary import Cue


def compared(sentence: Sentence, site: Site) -> Draft | None:
    """Read a figure as a comparison or share, where it is one."""
    verb = sentence.verbs[site.number]
    found = _coordinated(sentence, site, verb)
    found = found or _same_again(sentence, site, verb) or _with_sign(sentence, site, verb)
    if found or is_fraction(site):
        return found
    if is_percent(site):
        return _percent(sentence, site, verb)
    if is_times(site):
        return _times(sentence, site, verb)
    return _difference(sentence, site, verb)


def _percent(sentence: Sentence, site: Site, verb: Verb) -> Draft | None:
    basis = own_basis(site, verb)
    if verb.told & Cue.CHANGE:
        return _growth(sentence, site, verb, basis)
    if verb.told & Cue.SHARE:
        return _share(sentence, site)
    if verb.told & (Cue.REACH | Cue.RATE):
        return _reached(sentence, site, verb, basis)
    if basis and not own_subject(site):
        return _comparison(sentence, site, verb, Comparison.RATIO, basis)
    if not in_brackets_alone(site) or own_subject(site):
        return None
    if is_ratio_of_list(sentence, site):
        return _comparison(sentence, site, verb, Comparison.RATIO, "plan")
    return _share(sentence, site)


def _growth(sentence: Sentence, site: Site, verb: Verb, basis: str) -> Draft | None:
    aimed = _is_aimed(sentence, site) and not qualified(sentence, site, own_subject(site))
    if not basis and (measured_noun(site) or aimed):
        return None  # «giảm 2% thuế» compares nothing, «phấn đấu tăng 9%» is a target
    return _comparison(sentence, site, verb, Comparison.GROWTH, basis)


def _is_aimed(sentence: Sentence, site: Site) -> bool:
    aims = sentence.line.tells(site.head, site.spot) & Cue.AIM
    return sentence.scope.plan or sentence.about_plan or bool(aims)


def _same_again(sentence: Sentence, site: Site, verb: Verb) -> Draft | None:
    """Read the bracket of «tăng 97 vụ (41,1%)», «tăng 2,1% (+1.054 ha)», «gấp hai lần (tăng 58 vụ)» as the same."""
    last = sentence.last
    if last is None or last.comparison is None or is_fraction(site) or not _says_again(sentence, site, verb, last):
        return None
    kind = Comparison.GROWTH if is_percent(site) else Comparison.DIFFERENCE
    sign = written_sign(site) or (signed(verb.told) if verb.told & Cue.CHANGE else last.sign)
    draft = Draft(site, Role.COMPARE, kind, sign, last.basis, last.of, last.estimate)
    draft.indicator = last.indicator
    return draft


def _says_again(sentence: Sentence, site: Site, verb: Verb, last: Draft) -> bool:
    """Whether a number says the change before it in another unit."""
    changed = last.comparison is not Comparison.RATIO
    if changed and sentence.line.cues[verb.at] & Cue.AGAIN and verb.told == Cue.REACH and not own_subject(site):
        return True
    if last.site.depth != site.depth[:-1] or not opens_bracket(site, last.site):
        return False
    if written_sign(site) or (verb.told & Cue.CHANGE and not own_basis(site, verb)):
        return True
    named = own_basis(last.site, sentence.verbs[last.site.number])
    return changed and in_brackets_alone(site) and (is_percent(site) or not named)


def _with_sign(sentence: Sentence, site: Site, verb: Verb) -> Draft | None:
    """Read a written sign as a change: «đàn trâu 39,1 nghìn con (-2,8%)»."""
    sign = written_sign(site)
    if not sign or verb.told or not in_brackets_first(site):
        return None
    like = Verb(Cue.DOWN if sign < 0 else Cue.UP, verb.at)
    kind = Comparison.GROWTH if is_percent(site) else Comparison.DIFFERENCE
    return _comparison(sentence, site, like, kind, own_basis(site, verb))


def _reached(sentence: Sentence, site: Site, verb: Verb, basis: str) -> Draft | None:
    """Read «đạt 27% kế hoạch», «đạt tỷ lệ 48,3%», «đạt 73,8%»."""
    if of_a_whole(site):
        return _share(sentence, site)
    if basis:
        target = _is_aimed(sentence, site) and not qualified(sentence, site, own_subject(site))
        return None if target else _comparison(sentence, site, verb, Comparison.RATIO, basis)
    level = None if rated_subject(site) else level_before(site, sentence.drafts)
    if level is None or is_percent(level.site):
        return None
    if verb.told & Cue.RATE or is_fraction(level.site) or is_share_of_level_before(sentence, site, level):
        return _share(sentence, site)
    return _comparison(sentence, site, verb, Comparison.RATIO, "")


def _times(sentence: Sentence, site: Site, verb: Verb) -> Draft | None:
    if not verb.told & (Cue.CHANGE | Cue.TIMES | Cue.REACH):
        return None
    kind = Comparison.GROWTH if verb.told & Cue.CHANGE else Comparison.RATIO
    basis = own_basis(site, verb)
    return _comparison(sentence, site, verb, kind, basis) if basis or verb.told & ~Cue.REACH else None


def _difference(sentence: Sentence, site: Site, verb: Verb) -> Draft | None:
    basis = own_basis(site, verb)
    if not verb.told & Cue.CHANGE:
        more = basis and sentence.line.tells(site.head, site.spot) & Cue.MORE
        return _comparison(sentence, site, verb, Comparison.DIFFERENCE, basis) if more else None
    named = own_subject(site)
    basis = basis or ("" if named else basis_around(sentence, site))
    found = basis or qualified(sentence, site, named)
    return _comparison(sentence, site, verb, Comparison.DIFFERENCE, basis) if found else None


def _coordinated(sentence: Sentence, site: Site, verb: Verb) -> Draft | None:
    """Read the second number of «tăng 1,1% và 6,2%» as the first."""
    last = sentence.last
    if verb.told or last is None or last.role is not Role.COMPARE or last.site.depth != site.depth:
        return None
    if last.comparison is None or subject(site) or is_percent(site) != is_percent(last.site):
        return None
    basis = own_basis(site, verb)
    if not is_percent(site) and not basis:
        return None
    like = Verb(Cue.DOWN if last.sign < 0 else Cue.UP, verb.at)
    return _comparison(sentence, site, like, last.comparison, basis)


def _comparison(sentence: Sentence, site: Site, verb: Verb, kind: Comparison, basis: str) -> Draft:
    """Bind a comparison; one that names no basis takes it from its row.

    «… tăng 1,1% so với tháng trước, tăng 6,2% so với cùng kỳ; bán lẻ … tăng 0,9% và 5,1%»: the second row
    compares as the first did, member by member.
    """
    draft = attached(sentence, Draft(site, Role.COMPARE, kind, signed(verb.told)), own_subject(site))
    level = sentence.drafts[draft.of] if draft.of is not None else None
    if kind is Comparison.RATIO and level is not None and is_threshold(sentence, site, level):
        level = draft.of = None
    ratio = kind is Comparison.RATIO and not verb.told & Cue.TIMES  # «gấp 1,3 lần» is of another time, as a growth
    row = level.rows.setdefault(ratio, []) if level else []
    draft.basis = basis or basis_left_out(sentence, site, level, row, ratio=ratio)
    row.append(draft.basis)
    if basis:
        sentence.scope.rows[ratio] = row
    if ratio and level:
        _compare_with_plan(sentence, draft, level)
    if kind is Comparison.GROWTH and is_percent(site) and (is_points(site) or (level and is_percent(level.site))):
        draft.comparison = Comparison.DIFFERENCE
    return draft


def _compare_with_plan(sentence: Sentence, draft: Draft, level: Draft) -> None:
    """Follow the plans that one level is compared with.

    «tháng 6 thu 27.644 triệu đồng, đạt 69% dự toán tháng; đạt 46% dự toán tỉnh giao»: the second percentage is
    that of the year's total, which the text does not state.
    """
    if of_short_plan(draft.site):
        level.short_plan = True
    elif level.short_plan:
        draft.of = None
    if draft.basis.startswith("plan"):
        _make_plan(sentence, level)


def _make_plan(sentence: Sentence, part: Draft) -> None:
    """Take the whole of «7.326 triệu đồng/9.480 triệu đồng, đạt 77% kế hoạch» for the plan."""
    after = part.site.index + 1
    if after < len(sentence.drafts) and part_over_whole(sentence.drafts[after], sentence.drafts) is part:
        sentence.drafts[after].role = Role.PLAN


def _share(sentence: Sentence, site: Site) -> Draft:
    draft = attached(sentence, Draft(site, Role.SHARE), rated_subject(site))
    draft.indicator = draft.indicator or indicator(site, names_above(sentence, site))
    return draft
