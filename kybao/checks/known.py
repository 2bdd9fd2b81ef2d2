"""Figures that are known from elsewhere: what units reported, what last year's report said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kybao.claims import Fact, Reading, Role
from kybao.figures import Interval, Period, PeriodError, Shape, UnitKind, read_unit, shown, write_number
from kybao.text import fold


@dataclass(frozen=True, slots=True)
class KnownFigure:
    """One figure of the ledger or of a file, as a plain value."""

    indicator: str  # the name, as the catalogue words it
    period: str  # a period code: 2024-Q1, 2024-01..2024-09, asof:2024-03-15
    value: Decimal  # in ``unit``
    unit: str = ""
    code: str = ""  # of the indicator
    agency: str = ""  # "" for the one that reports
    level: Role = Role.VALUE  # a level reached, or a plan
    estimate: bool = False
    cumulative: bool = False
    required: bool = False  # the report has to state it

    @property
    def allowed(self) -> Interval:
        """All values in the base unit that its digits allow; a count is exact."""
        unit = read_unit(self.unit)
        if unit.kind in {UnitKind.COUNT, UnitKind.NONE} and unit.factor == 1:
            return Interval(self.value, self.value)
        return shown(self.value) * unit.factor

    @property
    def base(self) -> str:
        """The base unit."""
        return read_unit(self.unit).base

    def written(self) -> str:
        """Write value and unit."""
        glue = "" if self.unit in {"", "%"} else " "
        return f"{write_number(self.value)}{glue}{self.unit}"


Known = Sequence[KnownFigure]


def pairs(reading: Reading, known: Known) -> Iterator[tuple[Fact, KnownFigure]]:
    """Yield each level of a document with each known figure of its indicator and agency, of any period."""
    by_name: dict[str, list[KnownFigure]] = {}
    for one in known:
        for key in {one.code, fold(one.indicator)} - {""}:
            by_name.setdefault(key, []).append(one)
    for fact in reading.facts:
        if fact.role not in {Role.VALUE, Role.PLAN} or fact.figure.shape is not Shape.SINGLE:
            continue
        for one in by_name.get(fact.code or fold(fact.indicator), ()):
            if one.level is fact.role and one.base == fact.figure.unit.base and same_agency(reading, fact, one):
                yield fact, one


def same_agency(reading: Reading, fact: Fact, known: KnownFigure) -> bool:
    """Whether both figures are of one agency; what names none is the report's own."""
    own = fold(reading.agency)
    return (fold(fact.agency) or own) == (fold(known.agency) or own)


def same_period(one: str, other: str) -> bool:
    """Whether two period codes name the same days: 2024-Q1 and 2024-01..2024-03."""
    days = _days(one)
    return days is not None and days == _days(other)


def last_day(code: str) -> str:
    """Give the last day that a period code covers, as it sorts; "" for none."""
    days = _days(code)
    return days[1] if days else ""


def _days(code: str) -> tuple[str, str] | None:
    if code.startswith("asof:"):
        day = code.removeprefix("asof:")
        return day, day
    try:
        period = Period.parse(code)
    except PeriodError:
        return None
    return period.start.isoformat(), period.end.isoformat()
