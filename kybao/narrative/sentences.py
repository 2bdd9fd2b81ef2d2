"""Levels and their comparisons as clauses and sentences."""

from collections.abc import Sequence

from kybao.claims import Comparison
from kybao.narrative.amounts import amount, capital, compared_amount, lowered
from kybao.narrative.patterns import Runs, choose, fullest, joined, merged, spelling
from kybao.narrative.statements import Compared, Level, Statement
from kybao.text.manuscripts import Run


def sentence(statement: Statement, *, opening: bool = True) -> Runs:
    """Word a level with all its comparisons, without the full stop."""
    return _with_comparisons(level_clause(statement, opening=opening), statement)


def level_clause(statement: Statement, *, opening: bool = True) -> Runs:
    """Word a level alone: «Tổng thu đến ngày 15/3/2024 đạt 83 tỷ đồng»."""
    slots = _level_slots(statement)
    runs = choose(f"levels.{statement.level}", slots, statement.pattern).fill(slots)
    return capital(runs) if opening else runs


def two_levels(actual: Statement, estimate: Statement, *, opening: bool = True) -> Runs:
    """Word a level until a day and the estimate of the whole period, with the comparisons of the estimate."""
    slots = _level_slots(actual) | {
        "period": estimate.period or actual.period,
        "later": amount(estimate.amount, Level.ESTIMATE),
    }
    runs = choose("levels.actual_then_estimate", slots, actual.pattern).fill(slots)
    return _with_comparisons(capital(runs) if opening else runs, estimate)


def cumulative(statement: Statement) -> Runs:
    """Word what the year has reached, with its comparisons: «lũy kế từ đầu năm đạt …, bằng … kế hoạch»."""
    slots: dict[str, Runs | str] = {"amount": amount(statement.amount, statement.level)}
    runs = choose(f"levels.year.{statement.level}", slots, statement.pattern).fill(slots)
    return _with_comparisons(runs, statement)


def comparison_clause(compared: Compared, of: str = "", level: Level = Level.ACTUAL) -> Runs:
    """Word one comparison: «bằng 28,1% dự toán tỉnh giao», «giảm 02 vụ so với tháng trước», «bằng cùng kỳ»."""
    slots = _comparison_slots(compared, of, level)
    kind = "equal" if is_equal(compared) else compared.comparison.value
    name = f"comparisons.{compared.basis.partition(':')[0]}.{kind}"
    return fullest(name, slots, compared.pattern).fill(slots)


def several_changes(first: Runs, changes: Sequence[tuple[Compared, str]], *, wanted: str = "") -> Runs:
    """Word one comparison of several measures: «… (giảm 02 vụ, tăng 01 người bị thương so với cùng kỳ)».

    Each change comes with the key of the figure that it compares; all have the basis of the first.
    """
    leading = changes[0][0]
    slots: dict[str, Runs | str] = {
        "first": first,
        "previous": leading.previous,
        "changes": joined([_change(*change) for change in changes], *spelling()["joints"]["changes"]),
    }
    return choose(f"comparisons.several.{leading.basis}", slots, wanted).fill(slots)


def is_equal(compared: Compared) -> bool:
    """Whether nothing changed: then no figure is printed."""
    return compared.comparison is not Comparison.RATIO and not compared.value


def direction(compared: Compared) -> str:
    """The word that the sign asks for: «tăng» or «giảm»."""
    words: dict[str, str] = spelling()["direction"]
    return words["down"] if compared.value < 0 else words["up"]


def _with_comparisons(level: Runs, statement: Statement) -> Runs:
    clauses = [comparison_clause(one, statement.amount.key, statement.level) for one in statement.comparisons]
    if not clauses:
        return level
    slots: dict[str, Runs | str] = {
        "level": level,
        "comparisons": joined(clauses, *spelling()["joints"]["comparisons"]),
    }
    return choose("comparisons.joined", slots, statement.joined).fill(slots)


def _change(compared: Compared, of: str) -> Runs:
    return merged([Run(f"{direction(compared)} "), *compared_amount(compared, of)])


def _level_slots(statement: Statement) -> dict[str, Runs | str]:
    return {
        "name": lowered(statement.name),
        "amount": amount(statement.amount, statement.level),
        "period": statement.period,
        "day": f"{statement.day:%-d/%-m/%Y}" if statement.day else "",
        "year": str(statement.year or ""),
        "assigner": statement.assigner,
    }


def _comparison_slots(compared: Compared, of: str, level: Level) -> dict[str, Runs | str]:
    number: Runs | str = "" if is_equal(compared) else compared_amount(compared, of, level)
    return {
        "percent": number if compared.comparison is not Comparison.DIFFERENCE else "",
        "amount": number if compared.comparison is Comparison.DIFFERENCE else "",
        "direction": direction(compared),
        "plan": compared.plan,
        "assigner": compared.assigner,
        "previous": compared.previous,
        "year": "" if compared.assigner else str(compared.year or ""),
    }
