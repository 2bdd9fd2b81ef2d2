"""A filled return read back: answers by key, and every problem by sheet and cell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kybao.office.return_finding import Found, find_sheet
from kybao.office.return_identity import Identity, identify
from kybao.office.return_layout import PERIOD_HEAD, PERIOD_ROW
from kybao.office.return_lines import Lines
from kybao.office.return_list_reading import read_list
from kybao.office.return_matching import match_lines
from kybao.office.return_numbers import shown
from kybao.office.return_sheets import Answer, Answers, CellPlace, ListEntry, Problem, ReturnForm, Severity
from kybao.office.workbooks import Place, Workbook

NOT_FILLED_SHOWN = 8


@dataclass(frozen=True, slots=True)
class ReturnReading:
    """What a return says, where each value stands, and what is wrong with it."""

    identity: Identity
    answers: Answers
    places: Mapping[tuple[str, str], CellPlace]  # by row and column of the form
    problems: tuple[Problem, ...]

    @property
    def is_refused(self) -> bool:
        """Whether something is wrong that no answer can mend."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def questions(self) -> tuple[Problem, ...]:
        """What somebody has to answer for before the file is taken in."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.QUESTION)


def read_return(workbook: Workbook, form: ReturnForm) -> ReturnReading:
    """Read a workbook that was written for a form, or for another version of it.

    Raises UnreadableWorkbook where the workbook is no return at all.
    """
    identity = identify(workbook)
    problems: list[Problem] = []
    found = find_sheet(workbook, form.key.form)
    lists: dict[str, tuple[ListEntry, ...]] = {}
    for listed in form.lists:
        lists[listed.key], of_list = read_list(workbook, listed)
        problems += of_list
    if isinstance(found, Problem):
        return ReturnReading(identity, Answers({}, lists), {}, (found, *problems))
    matched = match_lines(found, form, identity)
    lines = Lines(found, form, matched)
    rows = lines.read()
    own = [*_other_head(found, form, identity), *matched.problems, *lines.problems]
    own += _not_filled(form, rows, found, own)
    return ReturnReading(identity, Answers(rows, lists), lines.places, (*own, *problems))


def _other_head(found: Found, form: ReturnForm, identity: Identity) -> list[Problem]:
    """Refuse a workbook whose head was retyped for another agency or period than it was written for."""
    problems = []
    for place, text in _head(found):
        owner = ""
        if text.startswith(PERIOD_HEAD) and text != f"{PERIOD_HEAD}{identity.period}":
            owner = identity.period
        if place.row == found.keys_row + 1 and text.isupper() and form.agency.upper() not in text:
            owner = form.agency
        if owner:
            sentence = f"đầu biểu ghi «{shown(text)}» nhưng biểu được lập cho {owner}; hãy lấy đúng biểu."
            problems.append(Problem(Severity.ERROR, found.sheet.name, str(place), sentence))
    return problems


def _head(found: Found) -> Iterator[tuple[Place, str]]:
    """Yield the texts that stand above the lines."""
    for number, cells in found.sheet.rows.items():
        if number > found.keys_row + PERIOD_ROW:
            return
        for column, cell in cells.items():
            yield Place(number, column), cell.text.strip()


def _not_filled(form: ReturnForm, rows: Mapping[str, Answer], found: Found, said: Sequence[Problem]) -> list[Problem]:
    """Say once which lines are empty: an empty cell is missing, not zero."""
    asked = [row for row in form.rows if any(row.asks(column.key) for column in form.columns)]
    named = {problem.about for problem in said}  # what is wrong with these lines was told already
    answers = ((row, rows.get(row.key, Answer())) for row in asked if row.label not in named)
    empty = [row for row, answer in answers if not (answer.values or answer.status)]
    if not empty:
        return []
    if len(empty) == len(asked) and not any(problem.severity is Severity.ERROR for problem in said):
        return [Problem(Severity.ERROR, found.sheet.name, "", "biểu chưa điền dòng nào; hãy điền rồi gửi lại.")]
    names = "; ".join(f"«{row.label}»" for row in empty[:NOT_FILLED_SHOWN])
    more = f" và {len(empty) - NOT_FILLED_SHOWN} dòng khác" if len(empty) > NOT_FILLED_SHOWN else ""
    sentence = f"còn {len(empty)}/{len(asked)} dòng chưa điền, được hiểu là chưa có số liệu: {names}{more}."
    return [Problem(Severity.NOTICE, found.sheet.name, "", sentence)]
