"""With what a comparison compares: the plan and who assigned it, the same period, the previous one."""

from kybao.claims.clauses import BREAKS, FIGURE, Line, own_words
from kybao.claims.vocabulary import Cue

ASSIGNER_WORDS = 10
TIMES = "lần"
NAMES = (
    (Cue.SAME_PERIOD, "same_period"),
    (Cue.PREVIOUS_PERIOD, "previous_period"),
    (Cue.PLAN, "plan"),
    (Cue.OTHER, "other"),
)


def basis_before(line: Line, first: int, last: int) -> str:
    """Give the basis that leads to a verb: «so với cùng kỳ tăng 8,7%». A plan counts only after «so với».

    «tỷ lệ tham gia so với lực lượng lao động đạt 20%» is the name of a rate and compares with nothing.
    """
    for at, after, told in line.phrases(first, last):
        if told & Cue.THAN and is_than(line, after):
            return line.bases.get(after) or basis_in(line, after, last)
        if told & (Cue.COMPARED | Cue.SAME_PERIOD | Cue.PREVIOUS_PERIOD):
            basis = basis_in(line, at, last)
            named = own_words(line, first, at) and not line.tells(first, at) & Cue.CHANGE
            return "" if basis == "other" and named else basis
    return ""


def is_than(line: Line, at: int) -> bool:
    """Whether a basis stands here without «so với»: after «thấp hơn», «gấp 2,3 lần»."""
    if at >= len(line.words) or not (at in line.bases or at in line.covered or line.cues[at] & Cue.BASIS):
        return False
    counted = at and line.words[at - 1] == FIGURE and line.text[: line.ends[at - 1]].lower().endswith(TIMES)
    return bool(counted) or any(
        line.cues[back] & Cue.THAN and line.after[back] == at for back in range(max(0, at - 3), at)
    )


def basis_in(line: Line, first: int, last: int) -> str:
    """Give the first basis that the words name, empty where they name none.

    «so với năm 2019» is told by its time; «so với» with something that no list knows is another basis.
    """
    compared = False
    for _, after, told in line.phrases(first, last):
        for cue, name in NAMES:
            if told & cue:
                return f"plan{assigner(line, after, last)}" if name == "plan" else name
        if told & Cue.COMPARED:
            compared = True
            if after in line.bases and not (after < len(line.words) and line.cues[after] & Cue.PREVIOUS_PERIOD):
                return line.bases[after]
    return "other" if compared else ""


def assigner(line: Line, first: int, last: int) -> str:
    """Give «:tỉnh giao» for «dự toán tỉnh giao», as written; empty where the plan has no assigner."""
    at = first
    while at < last and (line.cues[at] & Cue.BETWEEN or line.words[at].isdigit()):
        at = line.after[at]
    if at >= last or not line.cues[at] & Cue.ASSIGNER:
        return ""
    for index in range(at, min(last, at + ASSIGNER_WORDS)):
        if line.words[index] in BREAKS:
            break
        if line.cues[index] & Cue.ASSIGNED:
            return ":" + " ".join(line.slice(at, line.after[index]).split())
    return ""
