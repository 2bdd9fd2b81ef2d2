"""What a figure of a return stands beside: the plan by each assigner, the previous period, the same period."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kybao.figures import Period, PeriodKind
from kybao.ledger.errors import ForbiddenSum
from kybao.ledger.gathering import Gathered, gather
from kybao.ledger.models import Entry, Indicator
from kybao.ledger.restating import restate
from kybao.office.return_layout import PREVIOUS, SAME_PERIOD
from kybao.office.return_sheets import Column
from kybao.org.models import TERRITORIAL, Agency, AgencyState, holds_on

PLAN, PLANNED = "plan:", "kế hoạch"


@dataclass(frozen=True, slots=True)
class Bases:
    """The columns of a form that are there to compare with, and their values by indicator."""

    columns: tuple[Column, ...]
    values: Mapping[str, Mapping[int, Decimal]]  # by column and indicator

    @classmethod
    def of(cls, indicators: Sequence[Indicator], agency: Agency, period: Period) -> "Bases":
        """Read plans and earlier figures of the indicators."""
        plans = _plans(indicators, agency, period)
        earlier = {PREVIOUS: period.previous(), SAME_PERIOD: period.same_of_last_year()}
        labels = {PREVIOUS: "Kỳ trước", SAME_PERIOD: "Cùng kỳ"}
        values: dict[str, Mapping[int, Decimal]] = {}
        columns = []
        for assigner, entries in plans.items():
            key = f"{PLAN}{assigner}"
            columns.append(Column(key, _plan_label(assigner, entries, period)))
            values[key] = {entry.indicator_id: entry.value for entry in entries}
        for key, before in earlier.items():
            columns.append(Column(key, f"{labels[key]} ({before.label})"))
            values[key] = _figures(indicators, agency, before, period)
        return cls(tuple(columns), values)

    def row(self, indicator: Indicator) -> tuple[Decimal | None, ...]:
        """Give the values of one indicator, by column."""
        return tuple(self.values[column.key].get(indicator.pk) for column in self.columns)


def _plans(indicators: Sequence[Indicator], agency: Agency, period: Period) -> dict[str, list[Entry]]:
    """Give the plans for the period and its year, by assigner: of the agency, or of the one it speaks for."""
    year = Period.of_months(period.year, 1, PeriodKind.YEAR)
    own = AgencyState.objects.get(holds_on(period.end), agency=agency)
    planned = [agency.pk] if own.tier in TERRITORIAL or own.parent_id is None else [agency.pk, own.parent_id]
    entries = (
        Entry.objects.current()
        .planned()
        .filter(agency__in=planned, indicator__in=indicators, period_code__in=[period.code, year.code])
    )
    by_assigner: dict[str, list[Entry]] = {}
    for entry in entries.order_by("pk"):
        by_assigner.setdefault(entry.assigner, []).append(entry)
    return by_assigner


def _plan_label(assigner: str, entries: Sequence[Entry], period: Period) -> str:
    """Name a column of plans as its entries are called: «Dự toán năm 2024 tỉnh giao»."""
    called = {entry.called for entry in entries if entry.called}
    word = called.pop() if len(called) == 1 else PLANNED
    by = "" if assigner in {word, PLANNED} else f" {assigner}"
    return f"{word[:1].upper()}{word[1:]} năm {period.year}{by}"


def _figures(
    indicators: Sequence[Indicator], agency: Agency, before: Period, period: Period
) -> Mapping[int, Decimal]:
    """Give the figures of an earlier period, restated where the agency did not exist then."""
    if AgencyState.objects.filter(holds_on(before.end), agency=agency).exists():
        known = _heard_of(indicators, agency, before)
        then = gather(known, agency, before)
    else:
        known = list(indicators)
        then = restate(known, agency, before, day=period.end)
    found = ((indicator.pk, _figure(then, indicator)) for indicator in known)
    return {pk: value for pk, value in found if value is not None}


def _heard_of(indicators: Sequence[Indicator], agency: Agency, before: Period) -> list[Indicator]:
    """Give the indicators of which something was sent, and the ratios worked out of these."""
    entries = Entry.objects.current().reached().under(agency, before.end)
    sent = set(entries.filter(period_code=before.code).values_list("indicator", flat=True))
    return [one for one in indicators if one.pk in sent or one.numerator_id in sent]


def _figure(then: Gathered, indicator: Indicator) -> Decimal | None:
    try:
        figure = then.figure(indicator)
    except ForbiddenSum:
        return None
    return figure.shown if figure else None
