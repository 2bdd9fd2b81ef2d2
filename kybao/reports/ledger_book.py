"""The ledger as the book of a draft: read once for all indicators, then asked one by one."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import cached_property

from kybao.figures import Period
from kybao.ledger.comparisons import Compared, Comparisons, compare
from kybao.ledger.kinds import Bound
from kybao.ledger.measured import Measured
from kybao.ledger.models import Entry, Indicator
from kybao.ledger.models import Level as LedgerLevel
from kybao.ledger.pieces import Piece
from kybao.narrative import Level
from kybao.org.models import Agency, AgencyState, holds_on
from kybao.reports.book import Against, Subject, Value

BOUNDS = {Bound.AT_LEAST: "trở lên", Bound.AT_MOST: "trở xuống"}
NOBODY = frozenset({"kế hoạch", "dự toán", "chỉ tiêu"})  # words that stand where no assigner is named
LEVELS = {Level.ACTUAL: LedgerLevel.ACTUAL, Level.ESTIMATE: LedgerLevel.ESTIMATE}


class LedgerBook:
    """The figures of one agency for one period."""

    def __init__(self, agency: Agency, period: Period) -> None:
        """Take whose and when; the ledger is read when it is first asked."""
        self.agency = agency
        self._period = period

    @property
    def period(self) -> Period:
        """The period of the draft."""
        return self._period

    def subject(self, code: str) -> Subject | None:
        """Give the indicator with this code."""
        indicator = self._indicators.get(code)
        return None if indicator is None else self._subject(indicator)

    def subjects(self) -> Iterable[Subject]:
        """Give the indicators that the agency or somebody below it sends, in the order of the catalogue."""
        for code, indicator in self._indicators.items():
            sent = any(code in known for known in self._compared.values())
            if sent or self._names.keys() & set(indicator.suppliers):
                yield self._subject(indicator)

    def value(self, code: str, level: Level) -> Value | None:
        """Give the value of an indicator at a level, None where nothing was sent."""
        if level is Level.PLAN:
            return self._planned.get(code)
        found = self._compared[level].get(code)
        return None if found is None else self._value(found.figure)

    def against(self, code: str, level: Level) -> tuple[Against, ...]:
        """Give the value of an indicator at a level, held against each plan and each earlier period."""
        found = self._compared[level].get(code) if level in LEVELS else None
        if found is None:
            return ()
        bases = (*found.plans, found.same_period, found.previous_period)
        return tuple(self._against(one) for one in bases if one is not None)

    @cached_property
    def _indicators(self) -> dict[str, Indicator]:
        return {
            indicator.code: indicator for indicator in Indicator.objects.select_related("numerator", "denominator")
        }

    @cached_property
    def _compared(self) -> dict[Level, dict[str, Comparisons]]:
        indicators = list(self._indicators.values())
        return {level: compare(indicators, self.agency, self.period, level=asked) for level, asked in LEVELS.items()}

    @cached_property
    def _planned(self) -> dict[str, Value]:
        """The plans of the agency for the period, else for its year; the first assigner of several."""
        codes = [str(self.period.year), self.period.code]
        entries = Entry.objects.current().planned().filter(agency=self.agency, period_code__in=codes)
        ordered = sorted(entries.select_related("indicator", "agency"), key=lambda one: codes.index(one.period_code))
        plans: dict[str, Value] = {}
        for entry in ordered:
            period = Period.parse(entry.period_code)
            base = Measured.of(Piece.of(entry), indicator=entry.indicator, agency=self.agency, period=period)
            plans.setdefault(entry.indicator.code, _assigned(self._value(base), entry.assigner))
        return plans

    @cached_property
    def _names(self) -> dict[str, str]:
        """The names of the agency and of all below it, by key."""
        below = Agency.objects.below(self.agency, self.period.end, itself=True)
        states = AgencyState.objects.filter(holds_on(self.period.end), agency__in=below)
        return dict(states.values_list("agency__key", "name"))

    @cached_property
    def _senders(self) -> dict[str, set[str]]:
        """Who has sent something of an indicator for the period: keys of agencies by code."""
        entries = (
            Entry.objects.current().reached().under(self.agency, self.period.end).filter(period_code=self.period.code)
        )
        senders: dict[str, set[str]] = defaultdict(set)
        for code, key in entries.values_list("indicator__code", "agency__key"):
            senders[code].add(key)
        return senders

    def _subject(self, indicator: Indicator) -> Subject:
        return Subject(
            indicator.code, indicator.name, indicator.unit_text, indicator.decimals, indicator.field,
            self._named(indicator.suppliers),
        )  # fmt: skip

    def _named(self, keys: Collection[str]) -> tuple[str, ...]:
        return tuple(self._names[key] for key in keys if key in self._names)

    def _value(self, measured: Measured) -> Value:
        indicator = self._indicators[measured.indicator]
        level = Level(str(measured.level))
        time = Period.parse(measured.period)
        cumulative = measured.cumulative and time.since_new_year() != time  # of a first quarter it is the same
        told = "/lũy kế" if cumulative else ""
        return Value(
            key=f"{measured.indicator}@{measured.agency}/{measured.period}/{level}{told}",
            subject=self._subject(indicator),
            level=level,
            value=measured.value,
            as_of=measured.as_of,
            decimals=measured.decimals,
            high=measured.high,
            approx=measured.approx or BOUNDS.get(measured.bound, ""),
            cumulative=cumulative,
            sent=measured.sent,
            owing=measured.owed,
            absent=() if measured.is_complete else self._absent(indicator),
        )

    def _absent(self, indicator: Indicator) -> tuple[str, ...]:
        return self._named([key for key in indicator.suppliers if key not in self._senders[indicator.code]])

    def _against(self, compared: Compared) -> Against:
        assigner = "" if compared.assigner in NOBODY else compared.assigner
        basis = compared.basis.partition(":")[0]
        return Against(
            self._value(compared.figure),
            f"{basis}:{assigner}" if assigner else basis,
            _assigned(self._value(compared.base), compared.assigner),
            compared.ratio,
            compared.growth,
            compared.difference,
            compared.called,
        )


def _assigned(value: Value, assigner: str) -> Value:
    """Tell the plans of several assigners apart by their keys."""
    return replace(value, key=f"{value.key}/{assigner}") if assigner else value
