"""What came of the files that were loaded, for people and for other programs."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kybao.office.return_sheets import Problem
    from kybao.workflow.import_catalogue import Imported
    from kybao.workflow.load_return import LoadedReturn

CHANGES_SHOWN = 30
HEADS = {"lỗi": "Lỗi, phải sửa rồi nạp lại", "hỏi lại": "Câu hỏi", "lưu ý": "Lưu ý"}
ADVICE = {
    "không nạp: có lỗi": "Chưa có số liệu nào vào sổ; sửa các ô trên trong Excel rồi nạp lại cả tệp.",
    "chưa nạp: cần trả lời câu hỏi": 'Nếu số đúng, nạp lại với --accept-warnings "lý do"; nếu sai, sửa tệp trước.',
}


def told(name: str, result: "LoadedReturn") -> Iterator[str]:
    """Give the lines for people: the outcome, then every problem by sheet and cell, then what changed."""
    from kybao.office.return_sheets import Severity

    figures = f", {result.figures} số liệu" if result.figures else ""
    yield f"{name}: {result.outcome} (biểu {result.key.form}, {result.key.agency}, {result.key.period}{figures})."
    for severity in Severity:
        problems = result.having(severity)
        if problems:
            yield f"  {HEADS[severity]} ({len(problems)}):"
            yield from _by_sheet(problems)
    if result.changes:
        yield f"  Thay đổi so với lần nạp trước ({len(result.changes)}):"
        yield from (f"    {change}" for change in result.changes[:CHANGES_SHOWN])
        if len(result.changes) > CHANGES_SHOWN:
            yield f"    … và {len(result.changes) - CHANGES_SHOWN} ô khác"
    if advice := ADVICE.get(result.outcome):
        yield f"  {advice}"


def _by_sheet(problems: "Sequence[Problem]") -> Iterator[str]:
    sheet = None
    for problem in problems:
        if problem.sheet != sheet:
            sheet = problem.sheet
            if sheet:
                yield f"    Trang «{sheet}»"
        about = f" ({problem.about})" if problem.about else ""
        if problem.cell:
            yield f"      Ô {problem.cell}{about}: {problem.sentence}"
        else:
            yield f"      {problem.sentence[:1].upper()}{problem.sentence[1:]}"


def as_object(result: "LoadedReturn | Imported") -> dict[str, object]:
    """Give the outcome for other programs."""
    from kybao.workflow.load_return import LoadedReturn

    if not isinstance(result, LoadedReturn):
        return {"outcome": "imported", "tables": list(result.tables), "changed": result.changed}
    return {
        "outcome": result.outcome.name.lower(),
        "form": result.key.form,
        "agency": result.key.agency,
        "period": result.key.period,
        "figures": result.figures,
        "problems": [
            {
                "severity": problem.severity.name.lower(),
                "sheet": problem.sheet,
                "cell": problem.cell,
                "about": problem.about,
                "message": problem.sentence,
            }
            for problem in result.problems
        ],
        "changes": [
            {"place": one.place, "name": one.name, "column": one.column, "before": one.before, "after": one.after}
            for one in result.changes
        ],
    }
