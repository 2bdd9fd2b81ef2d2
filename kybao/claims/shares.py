"""Whether a percentage beside a level is its share of a whole, its ratio to the plan, or a threshold."""

from kybao.claims.clauses import Site
from kybao.claims.drafts import Draft
from kybao.claims.links import level_before, same_unit
from kybao.claims.readings import Amount, Comparison
from kybao.claims.roles import is_fraction
from kybao.claims.sentences import Sentence
from kybao.figures import UnitKind, shown

HUNDRED = 100


def is_given_by(percent: Site, part: Draft, whole: Draft) -> bool:
    """Whether two figures give a percentage."""
    one, all_ = Amount.of(part.site.figure), Amount.of(whole.site.figure)
    counted = one.figure.unit.kind is all_.figure.unit.kind is UnitKind.COUNT
    if not all_.value or not (counted or same_unit(one.figure.unit.base, all_.figure.unit.base)):
        return False
    claimed = shown(percent.figure.value)
    return claimed.low <= one.value / all_.value * HUNDRED <= claimed.high


def is_ratio_of_list(sentence: Sentence, site: Site) -> bool:
    """Whether a percentage in brackets tells the ratio that its list opens with.

    «bằng 70% dự toán, gồm: chi đầu tư 32 tỷ đồng (85%); chi thường xuyên 59 tỷ đồng (65%)»: no shares, as the
    amounts do not give them.
    """
    total = sentence.parts_of
    part = level_before(site, sentence.drafts)
    ratio = _ratio_before_list(sentence, site)
    if part is None or ratio is None or not ratio.basis.startswith("plan"):
        return False
    return total is None or is_fraction(total.site) or not is_given_by(site, part, total)


def _ratio_before_list(sentence: Sentence, site: Site) -> Draft | None:
    """Give the ratio right before the colon that opens the list."""
    line = sentence.line
    colon = next((at for at in range(site.spot - 1, line.spots[0], -1) if line.words[at] == ":"), 0)
    before = [draft for draft in sentence.drafts[sentence.first :] if draft.site.spot < colon]
    return before[-1] if before and before[-1].comparison is Comparison.RATIO else None


def is_threshold(sentence: Sentence, site: Site, level: Draft) -> bool:
    """Whether a percentage only says which ones are counted: «10/16 khoản thu đạt trên 75% dự toán»."""
    line = sentence.line
    between = range(level.site.spot + 1, site.spot)
    return is_fraction(level.site) and len(between) > 1 and not any(line.parts_here(at) for at in between)


def is_share_of_level_before(sentence: Sentence, site: Site, part: Draft) -> bool:
    """Whether a part and the level before it give the percentage: «800 em đăng ký, 780 em dự thi (đạt 97,5%)»."""
    whole = level_before(part.site, sentence.drafts[: part.site.index])
    exact = site.figure.value != site.figure.value.to_integral_value()  # whole percentages agree by chance
    return whole is not None and exact and not whole.plan and is_given_by(site, part, whole)
