"""With what a comparison compares: the plan and who assigned it, the same period, the previous one."""

from kybao.claims.clauses import BREAKS, Line, own_words
from kybao.claims.vocabulary import Cue

ASSIGNER_WORDS = 10
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
    for at, _, told in line.phrases(first, last):
        if told & (Cue.COMPARED | Cue.SAME_PERIOD | Cue.PREVIOUS_PERIOD):
            basis = basis_in(line, at, last)
            named = own_words(line, first, at) and not line.tells(first, at) & Cue.CHANGE
            return "" if basis == "other" and named else basis
    return ""


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
            if after in line.bases:
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
