"""Load a whole example: catalogue, plans, figures, and who has sent when."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from kybao.figures import Period
from kybao.ledger.figure_tables import Known, read_figures, read_plans
from kybao.office.csv_tables import BadTable, Problems
from kybao.org.models import Agency, User
from kybao.submissions.form_tables import SendingLine, read_sendings
from kybao.submissions.models import OUT, Form, Submission
from kybao.workflow.record_entries import record_entries
from kybao.workflow.send_submission import send_submission
from kybao.workflow.set_up_catalogue import CatalogueSetUp, set_up_catalogue

PREFIX = "so-lieu-"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What an example held, and how much of it was new."""

    catalogue: CatalogueSetUp
    plans: int
    figures: int
    added: int
    corrected: int
    unchanged: int
    sent: int


@transaction.atomic
def load_example(folder: Path, *, by: User) -> Loaded:
    """Load the folder, all or nothing; loading it again changes nothing.

    Raises BadTable with every problem of its files, by file and line.
    """
    catalogue = set_up_catalogue(folder, by=by)
    problems = Problems()
    known = Known.load()
    plans = read_plans(folder / "ke-hoach.csv", known, problems)
    figures = []
    for path in _figure_files(folder):
        period = Period.parse(path.stem.removeprefix(PREFIX))
        figures += read_figures(path, known, problems, period=period)
    sendings = read_sendings(folder / "tinh-hinh-gui.csv", problems)
    problems.refuse_any()
    booked = record_entries([*plans, *figures], by=by, origin=f"thư mục «{folder.name}»")
    sent = _send(sendings, problems, by)
    problems.refuse_any()
    return Loaded(
        catalogue, len(plans), len(figures), len(booked.added), len(booked.corrected), booked.unchanged, sent
    )


def _figure_files(folder: Path) -> list[Path]:
    paths = sorted(folder.glob(f"{PREFIX}*.csv"))
    if not paths:
        raise BadTable([f"Thư mục «{folder}» không có tệp số liệu nào ({PREFIX}….csv)."])
    return paths


def _send(lines: Iterable[SendingLine], problems: Problems, by: User) -> int:
    """Send what the lines say, but what is in already."""
    forms = {form.code: form for form in Form.objects.all()}
    agencies = {agency.key: agency for agency in Agency.objects.all()}
    known = set(Submission.objects.filter(state__in=OUT).values_list("form__code", "agency__key", "period_code"))
    sent = 0
    for line in lines:
        if line.form not in forms or line.agency not in agencies:
            problems.add(line.row, f"không có biểu «{line.form}» hoặc đơn vị «{line.agency}» trong danh mục.")
        elif (line.form, line.agency, line.period.code) not in known:
            with problems.at(line.row):
                send_submission(forms[line.form], agencies[line.agency], line.period, by=by, at=line.at)
                sent += 1
    return sent
