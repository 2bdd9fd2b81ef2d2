"""A total and its parts: «trong đó», «gồm», brackets, footnotes, entries of a list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, takewhile

from kybao.claims.clauses import OPEN, Line
from kybao.claims.drafts import Draft
from kybao.claims.evidence import between, breaks_in, counts_same, over, same_base
from kybao.claims.partitions import are_all, goes_on, may_overlap, nearly_all
from kybao.claims.readings import Amount, Role, Sum
from kybao.claims.roles import is_fraction, is_percent
from kybao.claims.subjects import subject, subject_words
from kybao.claims.vocabulary import Cue, words
from kybao.figures import Shape
from kybao.text import Document

BALANCES = tuple(words("parts")["balances"])
MOST = 60  # figures in which the parts of a total stand
Parents = Sequence[tuple[Draft, Sequence[Draft]]]


@dataclass(frozen=True, slots=True)
class Group:
    """Parts in one row. ``complete`` where the words say that they are all, ``whole`` where the list looks so."""

    parts: Sequence[Draft]
    complete: bool = False
    whole: bool = False
    apart: bool = False  # no part can hold another, so that they may not be more than the total together


def sums(document: Document, drafts: Sequence[Draft], parents: Parents) -> Iterator[Sum]:
    """Yield the totals of which parts are stated; ``parents`` are totals with those of their list or footnote."""
    for at, draft in enumerate(drafts):
        group = _group(draft, drafts, at) if _can_total(draft) else None
        if group:
            yield from _sum(document, draft, group)
    for total, listed in parents:
        if _can_total(total):
            yield from _sum(document, total, Group(parts_of(total, listed), whole=True))


def _can_total(draft: Draft) -> bool:
    whole = draft.role in (Role.VALUE, Role.PLAN) or is_fraction(draft.site)
    told = draft.indicator.lower()
    whole = whole and not any(word in told for word in BALANCES)  # «xuất siêu 120 triệu USD, trong đó xuất khẩu 300»
    return whole and draft.site.figure.shape is not Shape.RANGE and not is_percent(draft.site)


def _group(total: Draft, drafts: Sequence[Draft], at: int) -> Group | None:
    """Give the parts that follow a total in its sentence."""
    following = _rest_of_line(drafts, at)
    if not following:
        return None
    told = _in_words(total, drafts, following, at) or _in_pairs(total, drafts, at, following)
    return told or _in_brackets(total, following) or _out_of(total, following)


def _in_words(total: Draft, drafts: Sequence[Draft], following: Sequence[Draft], at: int) -> Group | None:
    """Give the parts after «trong đó», «gồm», and after what is compared with the total («tăng 25%, trong đó»)."""
    compared = [*takewhile(lambda draft: draft.of == at, following)]
    rest = following[len(compared) :]
    if not rest:
        return None
    line = total.site.line
    first, last = between(compared[-1] if compared else total, rest[0])
    told = line.tells(first, last)
    if not told & Cue.PARTS or rest[0].total is not total or _is_one_of_two(total, drafts, at):
        return None
    bracketed = len(rest[0].site.depth) > len(total.site.depth)
    parts = parts_of(total, _in_bracket(rest) if bracketed else rest)
    complete = bool(told & Cue.COMPLETE) or (bracketed and nearly_all(total, parts))
    return Group(parts, complete, whole=_looks_whole(line, first, last, parts))


def _in_brackets(total: Draft, following: Sequence[Draft]) -> Group | None:
    """Give the parts in the bracket that follows a total and its noun: «81 xã (54 xã vùng cao, 27 xã vùng thấp)»."""
    depth = len(total.site.depth)
    before = [*takewhile(lambda draft: len(draft.site.depth) == depth, following)]  # «356 sản phẩm của 178 chủ thể (»
    rest = following[len(before) :]
    if not rest or any(counts_like(total, draft) for draft in before):
        return None
    line = total.site.line
    breaks = breaks_in(line, *between(total, rest[0]))
    if breaks[-1:] != ["("] or not {","}.issuperset(breaks[:-1]):
        return None
    inside = _in_bracket(rest)
    parts = parts_of(total, inside)
    only_parts = _all_are_parts(inside, parts)
    lead = line.words[rest[0].site.spot - 1]
    if lead == "có":
        return Group(parts)
    if lead in OPEN and len(breaks) == 1:
        sure = only_parts and not before and (nearly_all(total, parts) or _ends_with_and(parts))
        return Group(parts, complete=sure, apart=only_parts)
    alike = all(part.role is total.role and part.time == total.time for part in parts)
    return Group(parts, whole=True, apart=True) if only_parts and alike and len(parts) > 1 else None


def _out_of(total: Draft, following: Sequence[Draft]) -> Group | None:
    """Give the parts that a whole has: «trong 11 nhóm hàng có 8 nhóm tăng giá, 2 nhóm giảm giá và 1 nhóm ổn định»."""
    line, spot = total.site.line, total.site.spot
    if not spot or line.words[spot - 1] != "trong" or line.words[following[0].site.spot - 1] != "có":
        return None
    parts = [*takewhile(lambda draft: draft.role is Role.VALUE and counts_like(total, draft), following)]
    sure = len(parts) > 1 and nearly_all(total, parts) and _looks_whole(line, spot, parts[0].site.spot, parts)
    return Group(parts, complete=True) if sure else None


def _is_one_of_two(total: Draft, drafts: Sequence[Draft], at: int) -> bool:
    """Whether the parts may be those of two levels: «tiếp nhận 59 hồ sơ, kỳ trước chuyển sang 37 hồ sơ, trong đó»."""
    before = drafts[at - 1] if total.site.number else None
    if before is None or not before.level or not same_base(before, total) or before.part:
        return False
    return ";" not in breaks_in(total.site.line, *between(before, total))


def _rest_of_line(drafts: Sequence[Draft], at: int) -> list[Draft]:
    rest = []
    for draft in drafts[at + 1 : at + 1 + MOST]:
        if draft.site.line is not drafts[at].site.line:
            break
        rest.append(draft)
    return rest


def _in_pairs(total: Draft, drafts: Sequence[Draft], at: int, following: Sequence[Draft]) -> Group | None:
    """Give the parts of one of two totals side by side: «03 vụ 04 đối tượng (02 vụ 03 đối tượng; 01 vụ …)»."""
    rest = [*dropwhile(lambda draft: draft.site.depth == total.site.depth, following)]
    if not rest or total.site.line.words[rest[0].site.spot - 1] not in OPEN:
        return None
    first = rest[0].site.index - 2
    inside = _in_bracket(rest)
    in_pairs = all(same_base(drafts[first + place % 2], draft) for place, draft in enumerate(inside))
    breaks = breaks_in(total.site.line, *between(drafts[first], rest[0])) if at in (first, first + 1) else []
    if breaks not in (["("], [",", "("]) or not in_pairs or len(inside) % 2 or len(inside) == 2:
        return None
    if not any(nearly_all(drafts[first + turn], inside[turn::2]) for turn in (0, 1)) or goes_on(inside[-1]):
        return Group(())
    return Group(inside[at - first :: 2], complete=True)


def _in_bracket(rest: Sequence[Draft]) -> list[Draft]:
    depth = rest[0].site.depth
    inside = []
    for draft in rest:
        if draft.site.depth[: len(depth)] != depth:
            break
        inside.append(draft)
    return inside


def _all_are_parts(inside: Sequence[Draft], parts: Sequence[Draft]) -> bool:
    """Whether a bracket holds nothing but parts: «(02 xe, 300 người)» does not divide what stands before it."""
    return len([draft for draft in inside if draft.site.depth == inside[0].site.depth]) == len(parts)


def _looks_whole(line: Line, first: int, last: int, parts: Sequence[Draft]) -> bool:
    """Whether a list begins with a colon or its last part comes with «và», «còn lại»."""
    if ":" in line.words[first:last]:
        return True
    return _ends_with_and(parts)


def _ends_with_and(parts: Sequence[Draft]) -> bool:
    if len(parts) < 2:
        return False
    return breaks_in(parts[-1].site.line, *between(parts[-2], parts[-1]))[-1:] == ["và"]


def parts_of(total: Draft, listed: Sequence[Draft]) -> list[Draft]:
    """Give the parts among the figures that follow a total.

    A row goes on as it began: each part has a name before it or none has, a semicolon ends a row of commas and a
    comma one of semicolons. Another total ends any row. Figures in other units and in inner brackets are told of
    the parts, and are none.
    """
    parts: list[Draft] = []
    depth = len(listed[0].site.depth) if listed else 0
    for draft in listed:
        if len(draft.site.depth) < depth or _begins_total(draft):
            break
        if len(draft.site.depth) > depth or not counts_like(total, draft):
            continue
        if parts and _ends_row(parts[0], parts[-1], draft):
            break
        if draft.role in (Role.VALUE, Role.PLAN):
            parts.append(draft)
    return parts


def _begins_total(draft: Draft) -> bool:
    line = draft.site.line
    first, last = subject_words(draft.site)
    return first < last and bool(line.cues[first] & (Cue.WHOLE | Cue.COUNTED_WHOLE)) and draft.site.number > 0


def counts_like(total: Draft, part: Draft) -> bool:
    """Whether a part can be added to its total: the same unit, no unit, or a kind of it («đơn»: «khiếu nại»)."""
    if part.site.figure.shape is not Shape.SINGLE or part.site.figure.approx:
        return False
    unit, kind = total.site.figure.unit, part.site.figure.unit
    return not kind.base or counts_same(total, part) or kind.base in KINDS.get(unit.base, ())


KINDS: dict[str, frozenset[str]] = {unit: frozenset(kinds) for unit, kinds in words("parts")["kinds"].items()}


def _ends_row(first: Draft, last: Draft, draft: Draft) -> bool:
    if bool(subject(draft.site)) != bool(subject(first.site)):
        return True
    line = draft.site.line
    if line is not last.site.line:
        return False
    if last is first:
        return False
    signs = breaks_in(line, *between(last, draft))
    if ";" in line.words[first.site.spot : last.site.spot]:
        return ";" not in signs and "và" not in signs
    return ";" in signs


def _sum(document: Document, total: Draft, group: Group) -> Iterator[Sum]:
    """Yield one sum where the parts are all; else each part by itself, since parts may overlap."""
    amounts = tuple(Amount.of(part.site.figure) for part in group.parts)
    whole = Amount.of(total.site.figure)
    open_end = may_overlap(group.parts) or (bool(group.parts) and goes_on(group.parts[-1]))
    if len(amounts) > 1 and not open_end and (group.complete or are_all(total, group.parts, looks_whole=group.whole)):
        yield Sum(whole, amounts, complete=True, span=over(document, total, *group.parts))
        return
    if group.apart and not open_end:
        yield Sum(whole, amounts, complete=False, span=over(document, total, *group.parts))
        return
    for part, amount in zip(group.parts, amounts, strict=True):
        if part.site.figure.unit.base:
            yield Sum(whole, (amount,), complete=False, span=over(document, total, part))
