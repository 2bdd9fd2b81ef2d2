"""What the relations share: spans over figures, and figures that stand side by side."""

from collections.abc import Sequence

from kybao.claims.clauses import Line
from kybao.claims.drafts import Draft
from kybao.claims.links import bare
from kybao.figures import UnitKind
from kybao.text import Document, Span


def over(document: Document, *drafts: Draft) -> Span:
    """Give the span that holds all these figures."""
    spans = [draft.site.figure.span for draft in drafts]
    return document.span(min(span.start for span in spans), max(span.end for span in spans))


def following(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Give the next figure of the sentence."""
    index = draft.site.index + 1
    after = drafts[index] if index < len(drafts) else None
    return after if after is not None and after.site.line is draft.site.line else None


def same_base(first: Draft, second: Draft) -> bool:
    """Whether two figures count the same thing in the same base unit."""
    one, two = first.site.figure.unit, second.site.figure.unit
    return one.base == two.base or (one.kind is UnitKind.COUNT and bare(one.base) == bare(two.base))


def counts_same(first: Draft, second: Draft) -> bool:
    """Whether two figures count in one noun, which one of them may say with more words: «cơ sở», «cơ sở vi phạm»."""
    if same_base(first, second):
        return True
    one, two = first.site.figure.unit, second.site.figure.unit
    counted = one.kind is UnitKind.COUNT and two.kind is UnitKind.COUNT
    return counted and (begins_with(one.base, two.base) or begins_with(two.base, one.base))


def begins_with(noun: str, head: str) -> bool:
    """Whether a noun is the other with more words: «công trình xây dựng» and «công trình»."""
    return bool(head) and noun.startswith(f"{head} ")


def between(first: Draft, second: Draft) -> tuple[int, int]:
    """Give the words between two figures of one sentence."""
    return first.site.spot + 1, second.site.spot


def breaks_in(line: Line, first: int, last: int) -> list[str]:
    """Give the signs and «và» that part the words."""
    return [line.words[at] for at in range(first, last) if line.parts_here(at)]
