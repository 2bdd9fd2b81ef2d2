"""A part, its whole and the percentage that the text gives for them."""

from collections.abc import Iterator, Sequence

from kybao.claims.clauses import OPEN
from kybao.claims.drafts import Draft
from kybao.claims.evidence import between, breaks_in, counts_same, following, over, same_base
from kybao.claims.links import EMPTY, part_over_whole
from kybao.claims.readings import Amount, Comparison, Ratio, Role
from kybao.claims.roles import is_fraction, is_percent
from kybao.claims.subjects import said
from kybao.claims.vocabulary import Cue, words
from kybao.figures import UnitKind
from kybao.figures.vocabulary import folded
from kybao.text import Document

NEAR = 60  # figures back in which a whole is looked for
MEANS = [f" {folded(word)} " for word in words("parts")["means"]]
NAMED = 3  # words of a basis that name one figure


def ratios(document: Document, drafts: Sequence[Draft]) -> Iterator[Ratio]:
    """Yield the ratios that the text states with both of their figures."""
    for draft in drafts:
        if is_percent(draft.site) and draft.of is not None and is_ratio(draft) and not _is_average(draft):
            found = _of_stated(draft, drafts) or _of_fraction(draft, drafts) or _of_pair(draft, drafts)
            found = found or _over_plan(draft, drafts) or _of_whole(draft, drafts)
            if found:
                part, whole, others = found
                yield Ratio(part, whole, Amount.of(draft.site.figure), over(document, draft, *others))


def _is_average(draft: Draft) -> bool:
    """Whether a percentage is the mean of many: «19/63 mô hình đang triển khai, tiến độ bình quân đạt 42%»."""
    head = f" {' '.join(draft.site.line.words[draft.site.head : draft.site.spot])} "
    return any(word in head for word in MEANS)


def is_ratio(draft: Draft) -> bool:
    """Whether a percentage says how much of a whole a part is."""
    return draft.role is Role.SHARE or (draft.comparison is Comparison.RATIO and not _of_time(draft))


def _of_time(draft: Draft) -> bool:
    return draft.basis in ("same_period", "previous_period")


Found = tuple[Amount, Amount, tuple[Draft, ...]]


def _of_fraction(draft: Draft, drafts: Sequence[Draft]) -> Found | None:
    """«42/87 đơn, đạt 48,3%»."""
    level = _level(draft, drafts)
    if not is_fraction(level.site) or not _speaks_of_its_whole(draft) or _speaks_of_each(draft, level):
        return None
    return Amount.of(level.site.figure), Amount.of(level.site.figure, 1), (level,)


def _of_pair(draft: Draft, drafts: Sequence[Draft]) -> Found | None:
    """«7.326 triệu đồng/9.480 triệu đồng, đạt 77% kế hoạch»."""
    level = _level(draft, drafts)
    whole = following(level, drafts)
    if whole is None or part_over_whole(whole, drafts) is not level or not _speaks_of_its_whole(draft):
        return None
    return Amount.of(level.site.figure), Amount.of(whole.site.figure), (level, whole)


def _speaks_of_its_whole(draft: Draft) -> bool:
    """Whether a percentage beside a fraction is that of the fraction, and not of another whole."""
    return draft.role is Role.SHARE or draft.basis.startswith("plan")


def _speaks_of_each(draft: Draft, level: Draft) -> bool:
    """Whether the plan is that of each thing counted: «10/16 khoản thu đạt trên 75% dự toán»."""
    each = draft.role is Role.COMPARE or bool(draft.site.figure.approx)  # «5/30 chỉ tiêu đạt dưới 50%»
    counted = level.site.figure.unit.kind is UnitKind.COUNT and each
    return counted and not breaks_in(draft.site.line, *between(level, draft))


def _over_plan(draft: Draft, drafts: Sequence[Draft]) -> Found | None:
    """«118,5 tỷ đồng/dự toán 196 tỷ đồng, bằng 60,5%»."""
    whole = _level(draft, drafts)
    part = drafts[whole.site.index - 1] if whole.site.index and whole.role is Role.PLAN else None
    if part is None or not part.level or not same_base(part, whole) or part.site.line is not whole.site.line:
        return None
    if breaks_in(part.site.line, *between(part, whole)) != ["/"] or following(whole, drafts) is not draft:
        return None
    return Amount.of(part.site.figure), Amount.of(whole.site.figure), (part, whole)


def _of_stated(draft: Draft, drafts: Sequence[Draft]) -> Found | None:
    """«đạt 540 tỷ đồng, bằng 54% dự toán 1.000 tỷ đồng»."""
    level = _level(draft, drafts)
    whole = None if is_percent(level.site) else whole_after(draft, level, drafts)
    return (Amount.of(level.site.figure), Amount.of(whole.site.figure), (level, whole)) if whole else None


def _of_whole(draft: Draft, drafts: Sequence[Draft]) -> Found | None:
    """«kế hoạch vốn là 113.879 …, bằng 24% kế hoạch vốn»; «59 công trình, trong đó 58 có phép, chiếm 98,3%»."""
    level = _level(draft, drafts)
    if is_percent(level.site) or is_fraction(level.site):
        return None
    if draft.role is Role.COMPARE:
        whole = named_whole(draft, level, drafts)
    else:
        total = level.total
        whole = total if total and _is_of_total(draft, level, total) else None
        whole = None if whole and _may_be_of_a_plan(draft, whole, drafts) else whole
    return (Amount.of(level.site.figure), Amount.of(whole.site.figure), (level, whole)) if whole else None


def _is_of_total(draft: Draft, level: Draft, total: Draft) -> bool:
    return counts_same(total, level) and not is_fraction(total.site) and _names_no_other_whole(draft, total)


def _may_be_of_a_plan(draft: Draft, total: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a bare percentage in brackets is that of the part's plan, as the total's was said to be."""
    after = following(total, drafts)
    planned = after is not None and after.comparison is Comparison.RATIO and drafts[after.of or 0] is total
    return planned and len(draft.site.depth) > len(drafts[draft.of or 0].site.depth)


def whole_after(draft: Draft, level: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Give the figure that the basis of a comparison states right after it: «… dự toán 1.000 tỷ đồng»."""
    after = following(draft, drafts)
    if after is None or not same_base(after, level) or not after.level or is_fraction(after.site):
        return None
    line = draft.site.line
    first, last = between(draft, after)
    breaks = breaks_in(line, first, last)
    names_basis = bool(line.tells(first, last) & (Cue.BASIS | Cue.COMPARED))
    if not breaks:
        return after if names_basis else None
    if breaks[0] not in OPEN or len(breaks) > 1:
        return None
    opened = next(at for at in range(first, last) if line.words[at] in OPEN)
    alone = opened + 1 == last or bool(line.tells(opened + 1, last) & Cue.BASIS)  # «(182 tỷ)», «(dự toán 182 tỷ)»
    compared = line.tells(draft.site.head, draft.site.spot) & Cue.COMPARED
    return after if alone and (names_basis or compared) else None


def named_whole(draft: Draft, level: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Give the level that the basis names in full: «kế hoạch vốn là 113.879 …; … bằng 24% kế hoạch vốn»."""
    name = {folded(word) for word in said(draft.site.line, draft.site.spot + 1, draft.site.tail).split()} - EMPTY
    if len(name) < NAMED:
        return None
    found = []
    for other in reversed(drafts[max(0, draft.site.index - NEAR) : draft.site.index]):
        if other.site.line.block != draft.site.line.block:
            break
        named = name <= {folded(word) for word in other.indicator.split()}
        if other is not level and other.level and named and same_base(other, level) and not is_fraction(other.site):
            found.append(other)
    return found[0] if len(found) == 1 else None


def _names_no_other_whole(draft: Draft, total: Draft) -> bool:
    """Whether the words after a share name no whole, or only «tổng số», or the total itself («tổng mức»)."""
    line, first = draft.site.line, draft.site.spot + 1
    if first >= draft.site.tail or line.cues[first] & Cue.COUNTED_WHOLE:
        return True
    name = {folded(word) for word in said(line, first, draft.site.tail).split()}
    return bool(line.cues[first] & Cue.WHOLE) and name <= {folded(word) for word in total.indicator.split()}


def _level(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    return drafts[draft.of or 0]
