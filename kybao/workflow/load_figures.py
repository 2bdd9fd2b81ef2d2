"""Load a file of figures or plan targets: all or none."""

from pathlib import Path

from django.db import transaction

from kybao.figures import Period
from kybao.ledger.booking import Booked
from kybao.ledger.figure_tables import Known, read_figures, read_plans
from kybao.office.csv_tables import Problems
from kybao.org.models import User
from kybao.workflow.record_entries import record_entries


@transaction.atomic
def load_figures(path: Path, *, by: User, period: Period | None = None, reason: str = "") -> Booked:
    """Load what was reached or estimated, all of one period where one is given.

    Raises BadTable with every problem of the file; nothing is changed then.
    """
    problems = Problems()
    figures = read_figures(path, Known.load(), problems, period=period)
    problems.refuse_any()
    return record_entries(figures, by=by, reason=reason, origin=path.name)


@transaction.atomic
def load_plans(path: Path, *, by: User, reason: str = "") -> Booked:
    """Load plan targets by assigner; raises BadTable with every problem of the file."""
    problems = Problems()
    plans = read_plans(path, Known.load(), problems)
    problems.refuse_any()
    return record_entries(plans, by=by, reason=reason, origin=path.name)
