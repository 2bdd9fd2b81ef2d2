"""The return of an agency for a period, made ready out of the ledger: what is asked, with what to compare.

return_form(obligation, period)   -> ReturnForm, as ``kybao.office`` writes and reads it
known_answers(obligation, period) -> Answers: what the ledger has for the period already
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kybao.figures import Period
from kybao.ledger.booking import NewEntry
from kybao.ledger.models import Bound, Entry, Indicator, Kind, Level, Scope
from kybao.office.return_sheets import Answer, Answers, Column, ListEntry, ReturnForm, ReturnKey
from kybao.org.models import TERRITORIAL, Agency, AgencyState, holds_on
from kybao.submissions.calendars import calendars
from kybao.submissions.form_lists import read_line
from kybao.submissions.models import FormList, Obligation, ReturnFile
from kybao.submissions.return_bases import Bases
from kybao.submissions.return_rows import rows_of

ACTUAL, ESTIMATE = str(Level.ACTUAL), str(Level.ESTIMATE)  # keys of the columns to fill
SCOPES = {Kind.STOCK: Scope.AS_OF, Kind.RATIO: Scope.AS_OF}  # of the others: in the period


def scope_of(indicator: Indicator) -> Scope:
    """Say which time the figure of a return is about."""
    return SCOPES.get(Kind(indicator.kind), Scope.IN_PERIOD)


@dataclass(frozen=True, slots=True)
class Names:
    """How an agency and the one above it are called in a period."""

    agency: str
    superior: str
    receiver: str

    @classmethod
    def on(cls, agency: Agency, day: date) -> "Names":
        """Read the names of a day; a department puts its committee above itself."""
        state = AgencyState.objects.select_related("parent").get(holds_on(day), agency=agency)
        above = AgencyState.objects.filter(holds_on(day), agency=state.parent).first() if state.parent else None
        committee = _committee(above) if above else ""
        if state.tier in TERRITORIAL:
            return cls(_committee(state), "", committee)
        return cls(state.name, committee, committee)


def _committee(state: AgencyState) -> str:
    if state.tier not in TERRITORIAL:
        return state.name
    return f"UBND {state.name[:1].lower()}{state.name[1:]}"


def return_form(obligation: Obligation, period: Period, indicators: Sequence[Indicator] | None = None) -> ReturnForm:
    """Make the form of an agency ready: rows in their order, beside each what was planned and reached before.

    ``indicators`` spares a query where the caller has them already (``indicators_of``).
    """
    form, agency = obligation.form, obligation.agency
    names = Names.on(agency, period.end)
    indicators = indicators_of(obligation) if indicators is None else indicators
    bases = Bases.of(indicators, agency, period)
    lists = list(FormList.objects.filter(form=form).select_related("counted_by"))
    closing = form.closing(period)
    return ReturnForm(
        key=ReturnKey(form.code, str(form.version), agency.key, period.code),
        title=form.name,
        agency=names.agency,
        period=period.label,
        receiver=names.receiver,
        closing=closing,
        deadline=obligation.deadline(period),
        references=bases.columns,
        columns=(
            Column(ACTUAL, f"Thực hiện đến {closing:%d/%m/%Y}"),
            Column(ESTIMATE, f"Ước thực hiện {period.label}"),
        ),
        rows=rows_of(indicators, bases, {one.counted_by.code: one.code for one in lists if one.counted_by}),
        lists=tuple(one.sheet for one in lists),
        basis=calendars()[form.calendar].name,
        superior=names.superior,
        first_day=period.start,
        last_day=period.end,
    )


def indicators_of(obligation: Obligation) -> list[Indicator]:
    """Give the indicators of a form in their order."""
    of_form = Indicator.objects.filter(form_rows__form=obligation.form).defer("wordings", "suppliers")
    return list(of_form.order_by("form_rows__order"))


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure as it would stand in a return."""

    code: str
    level: str
    value: Decimal
    as_of: date
    qualifier: str
    note: str


def known_answers(obligation: Obligation, period: Period) -> Answers:
    """Give what the ledger has from the agency for the period, and the lists of its last return."""
    indicators = {indicator.pk: indicator for indicator in indicators_of(obligation)}
    entries = (
        Entry.objects.current()
        .reached()
        .filter(agency=obligation.agency, period_code=period.code, indicator__in=indicators, high_number__isnull=True)
    )
    stated = [
        Stated(
            indicators[entry.indicator_id].code,
            entry.level,
            entry.value,
            entry.as_of,
            entry.qualifier or (Bound(entry.bound).label if entry.bound else ""),
            f"Suy ra từ: {entry.derivation}" if entry.derivation else entry.note,
        )
        for entry in entries
        if entry.scope == scope_of(indicators[entry.indicator_id])
    ]
    return Answers(answers_of(stated, obligation.form.closing(period)), _last_lists(obligation))


def stated(figure: NewEntry) -> Stated:
    """Give a figure that is not in the ledger yet as it would stand in a return."""
    return Stated(
        figure.indicator.code,
        str(figure.level),
        figure.value or Decimal(0),
        figure.as_of,
        figure.qualifier or (str(figure.bound.label) if figure.bound else ""),
        f"Suy ra từ: {figure.derivation}" if figure.derivation else figure.note,
    )


def answers_of(figures: Iterable[Stated], closing: date) -> dict[str, Answer]:
    """Put figures where they stand in a return; of several for one cell the one with the latest cut-off."""
    answers: dict[str, Answer] = {}
    for one in sorted(figures, key=lambda figure: figure.as_of):
        before = answers.get(one.code, Answer())
        answers[one.code] = Answer(
            values={**before.values, one.level: one.value},
            qualifier=one.qualifier or before.qualifier,
            as_of=one.as_of if one.level == ACTUAL and one.as_of != closing else before.as_of,
            note=one.note or before.note,
        )
    return answers


def _last_lists(obligation: Obligation) -> dict[str, tuple[ListEntry, ...]]:
    returns = ReturnFile.objects.current().filter(
        submission__form__code=obligation.form.code, submission__agency=obligation.agency
    )
    last = returns.order_by("pk").values_list("lists", flat=True).last() or {}
    sheets = {listed.code: listed.sheet for listed in FormList.objects.filter(form=obligation.form)}
    return {
        code: tuple(ListEntry(read_line(line, sheets[code])) for line in lines)
        for code, lines in last.items()
        if code in sheets
    }
