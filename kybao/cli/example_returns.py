"""The example as it would really come in: one filled workbook from each unit, and one that somebody filled badly.

prepare_example(by)      -> catalogue, plans and the figures of earlier periods, without those of the quarter
write_returns(folder)    -> the workbooks of all units, filled with the example's figures of the quarter
load_returns(paths, by)  -> each workbook with what came of it
write_faulty_return(path) -> a workbook that shows what a user sees
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from kybao.cli.examples import LANG_SON, LISTS

if TYPE_CHECKING:
    from kybao.figures import Period
    from kybao.ledger.booking import NewEntry
    from kybao.office.return_sheets import Answers, ListEntry
    from kybao.org.models import User
    from kybao.submissions.models import Obligation
    from kybao.workflow.load_return import LoadedReturn
    from kybao.workflow.set_up_catalogue import CatalogueSetUp

QUARTER = "2024-Q1"
ANSWER = "Số đã được đơn vị đối chiếu (ví dụ)."
FAULTY_FORM = "05-VHTT"
FAULTS: Mapping[tuple[str, str], str] = {
    ("du-lich.khach-quoc-te", "estimate"): "19.458",
    ("du-lich.doanh-thu", "estimate"): "752.000 triệu đồng",
    ("chuyen-doi-so.to-cong-nghe-so", "actual"): "9o",
}
OFF_TOTAL = ("du-lich.luot-khach", "estimate", Decimal(900_000))


@dataclass(frozen=True, slots=True)
class Filled:
    """The workbook of one unit, and when it came in."""

    path: Path
    sent_at: datetime | None


def prepare_example(*, by: "User") -> "CatalogueSetUp":
    """Set up the catalogue, the plans and the figures of earlier periods."""
    from kybao.workflow.load_figures import load_figures, load_plans
    from kybao.workflow.set_up_catalogue import set_up_catalogue

    done = set_up_catalogue(LANG_SON, by=by)
    load_plans(LANG_SON / "ke-hoach.csv", by=by)
    for path in sorted(LANG_SON.glob("so-lieu-*.csv")):
        if not path.stem.endswith(QUARTER):
            load_figures(path, by=by)
    return done


def write_returns(folder: Path) -> list[Filled]:
    """Write the workbook of each unit, filled with the example's figures; give them in the order of the forms."""
    from kybao.office.return_writing import write_return
    from kybao.submissions.returns import return_form

    folder.mkdir(parents=True, exist_ok=True)
    period = _quarter()
    sent = _sendings()
    written = []
    for owed, answers in _filled(period):
        path = folder / f"{owed.form.code}-{owed.agency.key.rpartition('.')[2]}.xlsx"
        path.write_bytes(write_return(return_form(owed, period), answers))
        written.append(Filled(path, sent.get((owed.form.code, owed.agency.key))))
    return written


def load_returns(filled: Sequence[Filled], *, by: "User") -> "Iterator[tuple[Path, LoadedReturn]]":
    """Load the workbooks that came in, each when it did."""
    from kybao.workflow.load_return import load_return

    for one in filled:
        if one.sent_at is None:
            continue
        data = one.path.read_bytes()
        yield one.path, load_return(data, name=one.path.name, by=by, accept=ANSWER, at=one.sent_at)


def write_faulty_return(path: Path) -> Path:
    """Write a workbook with a letter for a digit, a number of two readings, a unit in a cell, a wrong total."""
    from kybao.office.return_sheets import Answer, Answers
    from kybao.office.return_writing import write_return
    from kybao.submissions.returns import return_form

    period = _quarter()
    owed, answers = next((owed, answers) for owed, answers in _filled(period) if owed.form.code == FAULTY_FORM)
    code, column, value = OFF_TOTAL
    rows = {**answers.rows, code: Answer({column: value})}
    path.write_bytes(write_return(return_form(owed, period), Answers(rows, answers.lists), typed=FAULTS))
    return path


def _quarter() -> "Period":
    from kybao.figures import Period

    return Period.parse(QUARTER)


def _filled(period: "Period") -> "Iterator[tuple[Obligation, Answers]]":
    """Yield each return that is owed with the example's answers."""
    from kybao.ledger.figure_tables import Known, read_figures
    from kybao.office.csv_tables import Problems
    from kybao.office.return_sheets import Answer, Answers, Status
    from kybao.submissions.models import Obligation
    from kybao.submissions.returns import answers_of, indicators_of, stated

    problems = Problems()
    figures = read_figures(LANG_SON / f"so-lieu-{QUARTER}.csv", Known.load(), problems, period=period)
    problems.refuse_any()
    by_agency: dict[int, list[NewEntry]] = {}
    for figure in figures:
        by_agency.setdefault(figure.agency.pk, []).append(figure)
    names = _names()
    for owed in Obligation.objects.due(period).select_related("form", "agency"):
        asked = {indicator.code for indicator in indicators_of(owed)}
        own = [stated(one) for one in by_agency.get(owed.agency.pk, ()) if one.indicator.code in asked]
        rows = dict.fromkeys(asked, Answer(status=Status.NOT_KNOWN))  # of some indicators there is only a plan
        yield owed, Answers(rows | answers_of(own, owed.form.closing(period)), _lists(owed, names))


def _names() -> dict[str, list[str]]:
    from kybao.office.csv_tables import read_table

    names: dict[str, list[str]] = {}
    for row in read_table(LANG_SON / LISTS, ("danh sách", "thứ tự", "tên")):
        names.setdefault(row["danh sách"], []).append(row["tên"])
    return names


def _lists(owed: "Obligation", names: Mapping[str, Sequence[str]]) -> "Mapping[str, tuple[ListEntry, ...]]":
    from kybao.office.return_sheets import ListEntry
    from kybao.submissions.models import FormList

    sheets = [listed.sheet for listed in FormList.objects.filter(form=owed.form)]
    return {
        sheet.key: tuple(ListEntry({sheet.columns[0].key: name}) for name in names.get(sheet.key, ()))
        for sheet in sheets
    }


def _sendings() -> dict[tuple[str, str], datetime]:
    from kybao.office.csv_tables import Problems
    from kybao.submissions.form_tables import read_sendings

    lines = read_sendings(LANG_SON / "tinh-hinh-gui.csv", Problems())
    return {(line.form, line.agency): line.at for line in lines if line.period.code == QUARTER}
