"""Comparisons of figures: derived when they are shown, never stored.

    compare(indicators, agency, period)        -> {code: Comparisons(figure, plans, same_period, previous_period)}
    against_plans(indicator, agency, period)   -> tuple[Compared, ...], one for each assigner
    same_period(indicator, agency, period)     -> Compared | None (cùng kỳ năm trước)
    previous_period(indicator, agency, period) -> Compared | None (kỳ trước)

All take ``level=`` and ``as_of=`` to choose the figure that is compared, as in ``ledger.totals``. A ``Compared``
holds the figure, its base and three exact results: ``ratio`` (percent of the base), ``growth`` (percent) and
``difference`` (in the unit); ``rounded`` of ``kybao.figures`` prepares them for print. A base that is missing gives
None, never zero; a base of zero has a difference, but no ratio.

A plan for the whole year is held against what was reached since 1 January, a plan for the period against the
period. «Same period» takes the same days: a figure up to 15/3/2024 is compared with one up to 15/3/2023, a whole
quarter with the whole quarter. Where the agency did not exist then, the base is restated over its predecessors.
"""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kybao.figures import Period, PeriodKind
from kybao.ledger.entries import Entry
from kybao.ledger.errors import ForbiddenSum
from kybao.ledger.gathering import Gathered, gather
from kybao.ledger.indicators import Indicator
from kybao.ledger.kinds import Kind, Level
from kybao.ledger.measured import Measured
from kybao.ledger.pieces import Piece
from kybao.ledger.restating import restate
from kybao.org.models import Agency, AgencyState, holds_on

HUNDRED = Decimal(100)
SAME_PERIOD = "same_period"
PREVIOUS_PERIOD = "previous_period"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A figure held against a base of the same indicator and unit; all results are exact."""

    figure: Measured
    base: Measured
    basis: str  # "plan:tỉnh giao", "same_period", "previous_period"
    assigner: str = ""  # of a plan
    called: str = ""  # dự toán, kế hoạch, chỉ tiêu
    decision: str = ""  # the document that set it

    @property
    def ratio(self) -> Decimal | None:
        """How many percent of the base the figure is: «bằng 103,9%»."""
        return self.figure.value / self.base.value * HUNDRED if self.base.value > 0 else None

    @property
    def growth(self) -> Decimal | None:
        """By how many percent it grew: «tăng 3,9%»; negative for a decrease."""
        return None if self.ratio is None else self.ratio - HUNDRED

    @property
    def difference(self) -> Decimal:
        """By how much, in the unit: «giảm 02 vụ»."""
        return self.figure.value - self.base.value


@dataclass(frozen=True, slots=True)
class Comparisons:
    """A figure with all that it can be held against."""

    figure: Measured
    plans: tuple[Compared, ...] = ()
    same_period: Compared | None = None
    previous_period: Compared | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A planned level of one indicator, with who set it."""

    period: Period
    base: Measured
    assigner: str
    called: str
    decision: str


def compare(
    indicators: Collection[Indicator],
    agency: Agency,
    period: Period,
    *,
    level: Level | None = None,
    as_of: date | None = None,
) -> dict[str, Comparisons]:
    """Compare many figures at once, by code; those that nobody sent are left out."""
    now = gather(indicators, agency, period, level=level, as_of=as_of)
    plans = _plans(indicators, agency, period)
    same = _base(indicators, agency, period.same_of_last_year(), period)
    previous = _base(indicators, agency, period.previous(), period)
    compared = {}
    for indicator in indicators:
        if figure := _if_allowed(now.figure, indicator):
            compared[indicator.code] = Comparisons(
                figure,
                tuple(_against_plans(now, indicator, figure, plans.get(indicator.pk, ()))),
                _against(figure, _comparable(same, indicator, figure), SAME_PERIOD),
                _against(figure, _comparable(previous, indicator, figure), PREVIOUS_PERIOD),
            )
    return compared


def against_plans(
    indicator: Indicator, agency: Agency, period: Period, *, level: Level | None = None, as_of: date | None = None
) -> tuple[Compared, ...]:
    """Hold a figure against each plan that was set for its period or its year."""
    now = gather([indicator], agency, period, level=level, as_of=as_of)
    plans = _plans([indicator], agency, period).get(indicator.pk, ())
    figure = now.figure(indicator)
    return tuple(_against_plans(now, indicator, figure, plans)) if figure else ()


def same_period(
    indicator: Indicator, agency: Agency, period: Period, *, level: Level | None = None, as_of: date | None = None
) -> Compared | None:
    """Hold a figure against the same period of the year before."""
    figure = gather([indicator], agency, period, level=level, as_of=as_of).figure(indicator)
    before = _base([indicator], agency, period.same_of_last_year(), period)
    return _against(figure, _comparable(before, indicator, figure), SAME_PERIOD) if figure else None


def previous_period(
    indicator: Indicator, agency: Agency, period: Period, *, level: Level | None = None, as_of: date | None = None
) -> Compared | None:
    """Hold a figure against the period of the same length just before."""
    figure = gather([indicator], agency, period, level=level, as_of=as_of).figure(indicator)
    before = _base([indicator], agency, period.previous(), period)
    return _against(figure, _comparable(before, indicator, figure), PREVIOUS_PERIOD) if figure else None


def _if_allowed(find: Callable[[Indicator], Measured | None], indicator: Indicator) -> Measured | None:
    """Leave a figure out whose kind forbids the sum that it would need."""
    try:
        return find(indicator)
    except ForbiddenSum:
        return None


def _against(figure: Measured, base: Measured | None, basis: str) -> Compared | None:
    return None if base is None else Compared(figure=figure, base=base, basis=basis)


def _against_plans(
    now: Gathered, indicator: Indicator, figure: Measured, plans: Iterable[Plan]
) -> Iterator[Compared]:
    """Yield the figure of the period against a plan for it, and what the year has reached against the year's plan."""
    for plan in plans:
        adds = indicator.kind in (Kind.FLOW, Kind.STOCK) or indicator.is_recomputed
        reached = _if_allowed(now.so_far, indicator) if adds and plan.period != now.period else figure
        if reached is not None:
            yield Compared(
                figure=reached,
                base=plan.base,
                basis=f"plan:{plan.assigner}",
                assigner=plan.assigner,
                called=plan.called,
                decision=plan.decision,
            )


def _plans(indicators: Collection[Indicator], agency: Agency, period: Period) -> dict[int, list[Plan]]:
    """Read the plans of the agency that hold for the period: its own and the year's."""
    year = Period.of_months(period.year, 1, PeriodKind.YEAR)
    codes = {period.code: period, year.code: year}
    entries = Entry.objects.current().planned().filter(agency=agency, indicator__in=indicators, period_code__in=codes)
    by_pk = {indicator.pk: indicator for indicator in indicators}
    plans: dict[int, list[Plan]] = defaultdict(list)
    for entry in entries.order_by("pk"):
        indicator, time = by_pk[entry.indicator_id], codes[entry.period_code]
        base = Measured.of(Piece.of(entry), indicator=indicator, agency=agency, period=time)
        plans[indicator.pk].append(Plan(time, base, entry.assigner, entry.called, entry.decision))
    return plans


def _base(indicators: Collection[Indicator], agency: Agency, before: Period, period: Period) -> Gathered:
    """Gather an earlier period: as it was reported, or restated where the agency did not exist then."""
    if AgencyState.objects.filter(holds_on(before.end), agency=agency).exists():
        return gather(indicators, agency, before)
    return restate(indicators, agency, before, day=period.end)


def _comparable(before: Gathered, indicator: Indicator, figure: Measured) -> Measured | None:
    """Give the earlier figure that is counted over the same days, or the whole period for a whole period."""
    period = Period.parse(figure.period)
    same_days = _if_allowed(before.chosen(as_of=_moved(figure.as_of, period, before.period)).figure, indicator)
    if same_days is not None:
        return same_days
    latest = _if_allowed(before.figure, indicator)
    if latest is None or indicator.kind == Kind.STOCK:
        return latest
    whole = figure.as_of >= period.end and latest.as_of >= before.period.end
    return latest if whole else None


def _moved(day: date, period: Period, before: Period) -> date:
    """Give the day that lies in the earlier period as the given one lies in its own."""
    if period.kind is PeriodKind.DAYS:
        return day - (period.start - before.start)
    months = (day.year - period.end.year + before.end.year) * 12 + day.month - 1 - period.end.month + before.end.month
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
