"""A small ledger for tests: a district with communes and departments, indicators, figures written as in reports."""

from datetime import date
from decimal import Decimal

from kybao.figures import Period, read_number
from kybao.figures.units import read_unit
from kybao.ledger.booking import Booked, NewEntry, Source, enter
from kybao.ledger.models import Bound, Indicator, Kind, Level, Scope, SourceKind
from kybao.org.descents import rebuild
from kybao.org.models import FOREVER, Agency, AgencyState, Succession, SuccessionKind, Tier, User

LONG_AGO = date(2020, 1, 1)


class Book:
    """Builds what a test needs, by short names."""

    def __init__(self) -> None:
        self.user = User.objects.create(username="thu-nghiem", is_superuser=True)

    def agency(
        self,
        key: str,
        under: str = "",
        tier: Tier = Tier.COMMUNE,
        since: date = LONG_AGO,
        until: date = FOREVER,
    ) -> Agency:
        agency, _ = Agency.objects.get_or_create(key=key)
        parent = Agency.objects.get(key=under) if under else None
        AgencyState.objects.create(
            agency=agency, parent=parent, tier=tier, name=key, short_name=key, valid_from=since, valid_to=until
        )
        rebuild()
        return agency

    def district(self, key: str = "huyen", communes: int = 3, under: str = "") -> Agency:
        """A district with communes xa-1, xa-2, … and two departments."""
        district = self.agency(key, under=under, tier=Tier.DISTRICT)
        states = []
        for place in [f"xa-{number}" for number in range(1, communes + 1)]:
            states.append((place, Tier.COMMUNE))
        states += [("phong-a", Tier.BODY), ("phong-b", Tier.BODY)]
        for name, tier in states:
            agency = Agency.objects.create(key=name)
            AgencyState.objects.create(
                agency=agency, parent=district, tier=tier, name=name, short_name=name, valid_from=LONG_AGO
            )
        rebuild()
        return district

    def merge(
        self, day: date, old: str, new: str, share: str = "1", kind: SuccessionKind = SuccessionKind.MERGE
    ) -> None:
        Succession.objects.create(
            day=day,
            kind=kind,
            old=Agency.objects.get(key=old),
            new=Agency.objects.get(key=new),
            millionths=int(Decimal(share) * Succession.WHOLE),
        )

    def indicator(
        self,
        code: str,
        kind: Kind = Kind.FLOW,
        unit: str = "ha",
        *,
        decimals: int = 0,
        parent: Indicator | None = None,
        parts_add_up: bool = False,
        terms: tuple[Indicator, Indicator] | None = None,
        multiplier: str = "1",
    ) -> Indicator:
        read = read_unit(unit)
        return Indicator.objects.create(
            code=code, name=code, field="thử", kind=kind, decimals=decimals,
            unit_text=unit, unit_base=read.base, unit_factor=read.factor, parent=parent, parts_add_up=parts_add_up,
            numerator=terms and terms[0], denominator=terms and terms[1], multiplier=Decimal(multiplier),
        )  # fmt: skip

    def figure(
        self,
        agency: str,
        indicator: Indicator,
        period: str,
        value: str | None,
        *,
        as_of: date | None = None,
        level: Level = Level.ACTUAL,
        scope: Scope | None = None,
        unit: str = "",
        high: str = "",
        approx: str = "",
        bound: Bound = Bound.NONE,
        assigner: str = "",
    ) -> NewEntry:
        time = Period.parse(period)
        natural = Scope.AS_OF if indicator.kind == Kind.STOCK else Scope.IN_PERIOD
        return NewEntry(
            agency=Agency.objects.get(key=agency),
            indicator=indicator,
            period=time,
            as_of=as_of or time.end,
            level=level,
            scope=scope or natural,
            value=None if value is None else read_number(value),
            high=read_number(high) if high else None,
            unit=read_unit(unit) if unit else indicator.unit,
            bound=bound,
            qualifier=approx,
            assigner=assigner,
            source=Source(SourceKind.FORM, "biểu thử"),
        )

    def enter(self, *figures: NewEntry) -> Booked:
        return enter(figures, by=self.user)

    def say(self, agency: str, indicator: Indicator, period: str, value: str, **options: object) -> Booked:
        return self.enter(self.figure(agency, indicator, period, value, **options))  # type: ignore[arg-type]


def period(code: str) -> Period:
    return Period.parse(code)
