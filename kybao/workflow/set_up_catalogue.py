"""Set up agencies, indicators, forms and obligations from the tables of a folder."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from kybao.ledger.catalogue import list_indicators
from kybao.ledger.indicator_tables import IndicatorLine, read_indicators
from kybao.ledger.models import Indicator
from kybao.office.csv_tables import Problems
from kybao.org.models import Agency, AgencyState, User, note
from kybao.org.permissions import require_everywhere, set_up_roles
from kybao.org.planting import plant
from kybao.org.tree_tables import read_states, read_successions
from kybao.submissions.form_tables import (
    FormLine,
    FormListLine,
    ObligationLine,
    read_form_lists,
    read_forms,
    read_obligations,
)
from kybao.submissions.models import Form, FormList, FormRow, Obligation

LISTS = "danh-sach-bieu"  # the only table that may be missing
TABLES = ("don-vi", "sap-nhap", "chi-tieu", "bieu-mau", "nghia-vu", LISTS)


@dataclass(frozen=True, slots=True)
class CatalogueSetUp:
    """How much there is now, and how much of it is new or changed."""

    agencies: int
    indicators: int
    forms: int
    obligations: int
    changed: int


@transaction.atomic
def set_up_catalogue(
    folder: Path, *, by: User, instead: Mapping[str, Path] | None = None, origin: str = ""
) -> CatalogueSetUp:
    """Bring agencies, indicators, forms and obligations in line with the folder, all or nothing.

    ``instead`` names files that stand for tables of the folder, by the name of the table («chi-tieu»). Raises
    BadTable with every problem of the files, BrokenTree, or WrongEntry.
    """
    require_everywhere("set_up_catalogue", by=by)
    problems = Problems()
    paths = {name: folder / f"{name}.csv" for name in TABLES} | dict(instead or {})
    states = read_states(paths["don-vi"], problems)
    successions = read_successions(paths["sap-nhap"], states, problems)
    agencies = frozenset(state.key for state in states)
    indicators = read_indicators(paths["chi-tieu"], agencies, problems)
    forms = read_forms(paths["bieu-mau"], problems)
    obligations = read_obligations(paths["nghia-vu"], forms, agencies, problems)
    lists = read_form_lists(paths[LISTS], forms, {line.code for line in indicators}, problems)
    _refuse_unknown_forms(indicators, forms, problems)
    problems.refuse_any()
    set_up_roles()
    changed = plant(states, successions) + list_indicators(indicators)
    changed += _set_up_forms(forms.values(), indicators) + _set_up_obligations(obligations) + _set_up_lists(lists)
    done = CatalogueSetUp(len(agencies), len(indicators), len(forms), len(obligations), changed)
    note(
        "set_up_catalogue",
        f"Nạp danh mục từ «{origin or folder.name}»: {done.agencies} đơn vị, {done.indicators} chỉ tiêu, "
        f"{done.forms} biểu; {changed} mục mới hoặc thay đổi.",
        by=by,
    )
    return done


def _refuse_unknown_forms(
    indicators: Sequence[IndicatorLine], forms: Mapping[str, FormLine], problems: Problems
) -> None:
    for line in indicators:
        if line.form and line.form not in forms:
            problems.add(line.row, f"không có biểu «{line.form}» trong danh mục.")


def _set_up_forms(lines: Collection[FormLine], indicators: Sequence[IndicatorLine]) -> int:
    """Bring the forms in line; one that asks for other indicators than before counts as a new version of itself."""
    pks = dict(Indicator.objects.values_list("code", "pk"))
    changed = 0
    for line in lines:
        rows = [pks[indicator.code] for indicator in indicators if indicator.form == line.code]
        said = {"name": line.name, "period_kind": line.kind, "calendar": line.calendar}
        form, is_new = Form.objects.get_or_create(code=line.code, defaults=said)
        other_rows = list(form.rows.values_list("indicator", flat=True)) != rows
        if other_rows:
            form.rows.all().delete()
            FormRow.objects.bulk_create(
                FormRow(form=form, indicator_id=pk, order=at) for at, pk in enumerate(rows, 1)
            )
        said_otherwise = any(getattr(form, name) != value for name, value in said.items())
        if said_otherwise or (other_rows and not is_new):
            version = form.version + (other_rows and not is_new)
            Form.objects.filter(pk=form.pk).update(**said, version=version)
        changed += is_new or other_rows or said_otherwise
    return changed


def _set_up_obligations(lines: Sequence[ObligationLine]) -> int:
    """Bring the obligations in line: each lasts as long as its agency."""
    forms = dict(Form.objects.values_list("code", "pk"))
    agencies = dict(Agency.objects.values_list("key", "pk"))
    since: dict[int, date] = {}
    until: dict[int, date] = {}
    for pk, start, end in AgencyState.objects.order_by("valid_from").values_list("agency", "valid_from", "valid_to"):
        since.setdefault(pk, start)
        until[pk] = end
    known = {(one.form_id, one.agency_id, one.valid_from): one for one in Obligation.objects.all()}
    new, changed = [], []
    for line in lines:
        form, agency = forms[line.form], agencies[line.agency]
        owed = known.get((form, agency, since[agency]))
        if owed is None:
            owed = Obligation(form_id=form, agency_id=agency, valid_from=since[agency])
            new.append(owed)
        elif (owed.working_days, owed.valid_to) != (line.working_days, until[agency]):
            changed.append(owed)
        owed.working_days, owed.valid_to = line.working_days, until[agency]
    Obligation.objects.bulk_create(new)
    Obligation.objects.bulk_update(changed, ["working_days", "valid_to"])
    return len(new) + len(changed)


def _set_up_lists(lines: Sequence[FormListLine]) -> int:
    """Bring the lists of forms in line."""
    forms = dict(Form.objects.values_list("code", "pk"))
    indicators = dict(Indicator.objects.values_list("code", "pk"))
    changed = 0
    for order, line in enumerate(lines, start=1):
        counted_by = indicators[line.counted_by] if line.counted_by else None
        said: dict[str, Any] = {
            "title": line.title, "columns": line.columns, "counted_by_id": counted_by, "order": order,
        }  # fmt: skip
        known = FormList.objects.filter(form_id=forms[line.form], code=line.code).first()
        if known is None or any(getattr(known, name) != value for name, value in said.items()):
            FormList.objects.update_or_create(form_id=forms[line.form], code=line.code, defaults=said)
            changed += 1
    return changed
