"""What a figure does in its sentence: it states a level or a plan, compares, or gives a share."""

from dataclasses import dataclass
from itertools import pairwise

from kybao.claims.bases import basis_before, basis_in, is_than
from kybao.claims.clauses import BREAKS, CLOSE, OPEN, Line, Site, own_words
from kybao.claims.vocabulary import Cue
from kybao.figures.quantities import Shape, UnitKind

PERCENT = frozenset((UnitKind.PERCENT, UnitKind.POINTS))
TIMES = "lần"
SHORT = frozenset(("tháng", "quý"))
IS = "là"
BESIDE = frozenset((",", ":", "*"))


@dataclass(frozen=True, slots=True)
class Verb:
    """The comparing verb that leads to a number."""

    told: int  # Cue.UP, Cue.REACH …; Cue.NONE where there is none
    at: int  # its word


def verb_of(site: Site) -> Verb:
    """Find the comparing verb right before a number, over words such as «thêm», «khoảng»."""
    line = site.line
    items = []
    at = site.head
    while at < site.spot:
        items.append(at)
        at = line.after[at]
    stated = False
    for index in reversed(items):
        told = line.cues[index]
        if told & Cue.LEVEL_AGAIN and not told & Cue.COMPARING:
            earlier = [line.cues[item] for item in items if item < index]
            if earlier and earlier[-1] & Cue.CHANGE:
                return Verb(Cue.LEVEL_AGAIN, index)
        if told & Cue.COMPARING:
            named = stated and told & Cue.CHANGE  # «số thuế miễn giảm là 60 triệu» names a level
            return Verb(Cue.NONE if named else told & Cue.COMPARING, index)
        stated = stated or line.words[index] == IS
        if not told & (Cue.FILLER | Cue.EACH) and line.words[index] not in BESIDE:
            break
    return _verb_with_basis(line, items)


def _verb_with_basis(line: Line, items: list[int]) -> Verb:
    """Find a verb whose basis stands between it and the number: «cao hơn so với rau thường 13%»."""
    for index, after in pairwise(items):
        than = line.cues[index] & Cue.THAN and is_than(line, after)
        if line.cues[index] & Cue.CHANGE and (than or line.cues[after] & Cue.COMPARED):
            return Verb(line.cues[index] & Cue.CHANGE, index)
    return Verb(Cue.NONE, items[-1] if items else 0)


def tail_end(site: Site) -> int:
    """Give the end of the words after a figure, over a comma or bracket that «so với» follows."""
    line, at = site.line, site.tail
    if at + 1 < len(line.words) and line.words[at] in CLOSE and line.cues[at + 1] & Cue.COMPARED:
        at += 1  # «tăng 114 lượt (7,6%) so với cùng kỳ»
        while at < len(line.words) and line.words[at] not in (",", ";", ")", "#", "và"):
            at += 1
        return at
    if at + 1 < len(line.words) and line.words[at] in (",", "(") and line.cues[at + 1] & Cue.COMPARED:
        at += 1
        while at < len(line.words) and line.words[at] not in (",", ";", ")", "#", "và"):
            at += 1
    return at


def own_basis(site: Site, verb: Verb) -> str:
    """Give the basis named after a figure, or before its verb («so với cùng kỳ tăng 8,7%»)."""
    line, after = site.line, site.spot + 1
    if is_times(site) and after in line.bases:
        return line.bases[after]  # «gấp 2,3 lần năm 2019»
    return basis_in(line, after, tail_end(site)) or basis_before(line, site.head, site.spot)


def is_percent(site: Site) -> bool:
    """Whether the figure is a percentage or a difference of two."""
    return site.figure.unit.kind in PERCENT


def is_points(site: Site) -> bool:
    """Whether the figure is a difference of two percentages: «1,6 điểm phần trăm»."""
    return site.figure.unit.kind is UnitKind.POINTS


def is_times(site: Site) -> bool:
    """Whether the figure counts «lần»."""
    return site.figure.unit.text.lower() == TIMES


def of_a_whole(site: Site) -> bool:
    """Whether the words after a percentage name the whole that it is a share of."""
    line, at = site.line, site.spot + 1
    if at >= site.tail or not line.cues[at] & (Cue.WHOLE | Cue.COUNTED_WHOLE):
        return False
    return bool(line.cues[at] & Cue.COUNTED_WHOLE) or not line.tells(site.head, site.spot) & Cue.RATE


def of_short_plan(site: Site) -> bool:
    """Whether a percentage is of the plan of a month or quarter: «dự toán tháng»."""
    line = site.line
    for at, after, told in line.phrases(site.spot + 1, site.tail):
        if told & Cue.PLAN:
            return bool(SHORT & {*line.words[at:after], *line.words[after : after + 1]})
    return False


def in_brackets_alone(site: Site) -> bool:
    """Whether the number stands first in its bracket: «12 vụ (25%)»."""
    line, after = site.line, site.spot + 1
    return in_brackets_first(site) and after < len(line.words) and line.words[after] in CLOSE


def in_brackets_first(site: Site) -> bool:
    """Whether no word but «khoảng», «đúng» stands between the number and the opening of its bracket."""
    line, before = site.line, site.spot - 1
    while before >= 0 and line.cues[before] & Cue.FILLER:
        before -= 1
    return before >= 0 and line.words[before] in OPEN


def opens_bracket(site: Site, before: Site) -> bool:
    """Whether the bracket of a figure opened right after the figure before: «tăng 2,1% (+1.054 ha)»."""
    return bool(site.depth) and site.depth[-1] == before.tail


def written_sign(site: Site) -> int:
    """Give the sign written before a number: -1 of «(-8,6%)», 1 of «(+1.054 ha)», 0 where there is none."""
    figure, text = site.figure, site.line.text
    if figure.value < 0:
        return -1
    return 1 if text[figure.start - 1 : figure.start] == "+" or text[figure.start] == "+" else 0


def is_fraction(site: Site) -> bool:
    """Whether the figure is a part over its whole."""
    return site.figure.shape is Shape.FRACTION


def signed(told: int) -> int:
    """Give the sign of a verb."""
    return -1 if told & Cue.DOWN else 1


def aims(line: Line, first: int, last: int) -> bool:
    """Whether the words set a target: «phấn đấu đạt», «kế hoạch năm 2020 là», «dự toán 1.000 tỷ đồng»."""
    if line.tells(first, last) & Cue.AIM:
        return True
    before = Cue.NONE
    for _, after, told in line.phrases(first, last):
        if told & Cue.PLAN_LEVEL:
            done = line.tells(after, last) & (Cue.REACH | Cue.ESTIMATE | Cue.ACTUAL)
            return not done and (not before & (Cue.PLAN_OBJECT | Cue.ACTUAL) or _leads_to_number(line, after, last))
        before |= told
    return False


def _leads_to_number(line: Line, first: int, last: int) -> bool:
    """Whether only times, assigners and «là» stand before the number: «theo kế hoạch tỉnh giao là 650 tấn»."""
    between = Cue.FILLER | Cue.BETWEEN | Cue.ASSIGNER | Cue.ASSIGNED
    while first < last and (first in line.covered or line.cues[first] & between or line.words[first] in OPEN):
        first = line.after[first]
    return first >= last


def opens_with_plan(line: Line, last: int) -> bool:
    """Whether a sentence is about a plan from its first word on: «Kế hoạch vốn năm 2024 là …, bố trí cho …»."""
    at = 0
    while at < last and (line.words[at] in BREAKS or at in line.covered or _only_opens(line.cues[at])):
        at = line.after[at]
    if at < last and line.cues[at] & Cue.PLAN_OPENING:
        return True
    return at < last and bool(line.cues[at] & (Cue.AIM | Cue.PLAN_LEVEL)) and aims(line, at, last)


def _only_opens(told: int) -> bool:
    return bool(told & (Cue.WHOLE | Cue.OPENING)) and not told & Cue.COMPARED


def opens_with_comparison(line: Line) -> bool:
    """Whether «so với» begins a sentence, which so goes on with the one before."""
    return any(told & Cue.COMPARED and not own_words(line, 0, at) for at, _, told in line.phrases(0, line.spots[0]))


def opens_with_parts(line: Line) -> bool:
    """Whether a sentence begins with «Trong đó», «Cụ thể»."""
    at = next((at for at in range(line.spots[0]) if line.words[at] not in BREAKS), 0)
    return bool(line.cues[at] & Cue.PARTS)


def is_aimed_at(site: Site) -> bool:
    """Whether the words after a counted noun make it a target: «7 xã phấn đấu đạt chuẩn»."""
    at = site.spot + 1
    return at < site.tail and bool(site.line.cues[at] & Cue.AIM)
