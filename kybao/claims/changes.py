"""A level, the level before, and the growth or difference that the text gives for them."""

from collections.abc import Iterator, Sequence

from kybao.claims.clauses import OPEN
from kybao.claims.drafts import Draft
from kybao.claims.evidence import between, breaks_in, following, over, same_base
from kybao.claims.links import level_from
from kybao.claims.readings import Amount, Change, Comparison, Role
from kybao.claims.roles import is_fraction
from kybao.claims.subjects import own_subject
from kybao.claims.vocabulary import Cue
from kybao.text import Document


def changes(document: Document, drafts: Sequence[Draft]) -> Iterator[Change]:
    """Yield the changes that the text states with both of their levels."""
    for draft in drafts:
        if draft.role is not Role.COMPARE or draft.of is None or draft.comparison is None:
            continue
        now = drafts[draft.of]
        before = level_from(now, drafts) or _in_brackets(draft, now, drafts)
        if before is not None and _fits(draft, now):
            yield Change(
                Amount.of(now.site.figure),
                Amount.of(before.site.figure),
                Amount.of(draft.site.figure),
                draft.comparison,
                1 if draft.site.figure.value < 0 else draft.sign,
                over(document, before, now, draft),
            )


def _fits(draft: Draft, now: Draft) -> bool:
    """Whether a change compares with the level before; a difference is in the unit of the levels."""
    if draft.basis.startswith("plan") or is_fraction(now.site):
        return False
    return draft.comparison is not Comparison.DIFFERENCE or draft.site.figure.unit.kind is now.site.figure.unit.kind


def _in_brackets(draft: Draft, now: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Give the level of «tăng 8,7% so với cùng kỳ (cùng kỳ đạt 320 tỷ đồng)»."""
    after = following(draft, drafts)
    if after is None or not after.level or not same_base(after, now) or is_fraction(after.site):
        return None
    line = draft.site.line
    first, last = between(draft, after)
    breaks = breaks_in(line, first, last)
    if len(breaks) != 1 or breaks[0] not in OPEN or own_subject(after.site):
        return None
    compared = line.tells(first, last) & (Cue.SAME_PERIOD | Cue.PREVIOUS_PERIOD | Cue.COMPARED)
    return after if compared and _alone(after) else None


def _alone(draft: Draft) -> bool:
    """Whether no other figure stands in the same bracket."""
    line, tail = draft.site.line, draft.site.tail
    return tail < len(line.words) and line.words[tail] == ")"
