"""Accept what was read out of a document: its facts become entries that lead back to their characters."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from kybao.claims import Fact, Reading, Role
from kybao.figures import Period, Shape
from kybao.ledger.booking import Booked, NewEntry, Source
from kybao.ledger.kinds import Bound, Kind, Level, Scope, SourceKind
from kybao.ledger.models import Entry, Indicator
from kybao.ledger.units import converted
from kybao.org.models import Agency, User
from kybao.org.permissions import require
from kybao.text import Refusal
from kybao.workflow.record_entries import record_entries

CERTAIN = 0.9  # how well a code has to fit to be taken without a person's look
AS_OF = "asof:"
BOUNDS = {"trở lên": Bound.AT_LEAST, "trở xuống": Bound.AT_MOST}


@dataclass(frozen=True, slots=True)
class Skipped:
    """A fact that was not taken, and why."""

    fact: Fact
    sentence: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """What of a document is in the ledger now."""

    booked: Booked
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Whose document it is, of which period, and how it is cited."""

    agency: Agency
    period: Period
    source: str
    digest: str


class Unfit(Refusal):
    """A fact that cannot be an entry."""


@transaction.atomic
def accept_reading(
    reading: Reading,
    agency: Agency,
    *,
    by: User,
    source: str,
    digest: str = "",
    period: Period | None = None,
    replace: bool = False,
) -> Accepted:
    """Enter the facts that have a code, as figures of the agency, with document and characters as their source.

    Comparisons and shares are left out: they are derived. A figure that the ledger knows with another value is
    skipped, unless ``replace`` says that the document corrects it. Raises NotAllowed.
    """
    whole = period or Period.parse(reading.period)
    require("accept_reading", agency, by=by, day=whole.end)
    place = Place(agency, whole, source, digest)
    figures, skipped = _figures(reading, place)
    if not replace:
        figures = _without_contradictions(figures, skipped)
    booked = record_entries([figure for _, figure in figures], by=by, origin=f"văn bản «{source}»")
    return Accepted(booked, tuple(skipped))


def _figures(reading: Reading, place: Place) -> tuple[list[tuple[Fact, NewEntry]], list[Skipped]]:
    """Give the figures of the stated facts, each once, and what cannot be one."""
    codes = {fact.code for fact in reading.facts if fact.code}
    indicators = {one.code: one for one in Indicator.objects.filter(code__in=codes)}
    taken: dict[tuple[object, ...], tuple[Fact, NewEntry]] = {}
    skipped = []
    for fact in reading.facts:
        if fact.role not in (Role.VALUE, Role.PLAN) or fact.code not in indicators:
            continue
        try:
            figure = _entry(fact, indicators[fact.code], place)
            first = taken.setdefault(figure.key, (fact, figure))[1]
            if first.value != figure.value:
                raise Unfit(f"Văn bản nêu chỉ tiêu «{fact.code}» hai lần với hai giá trị; chỉ lấy giá trị đầu.")
        except Refusal as refusal:
            skipped.append(Skipped(fact, str(refusal)))
    return list(taken.values()), skipped


def _entry(fact: Fact, indicator: Indicator, place: Place) -> NewEntry:
    figure = fact.figure
    if fact.score < CERTAIN:
        raise Unfit(f"Chưa chắc «{fact.indicator}» là chỉ tiêu «{fact.code}»; hãy chọn chỉ tiêu rồi nhập lại.")
    if figure.shape is Shape.FRACTION:
        raise Unfit(f"«{figure.span.text}» là hai số của hai chỉ tiêu; hãy nhập từng số.")
    period, as_of = _time(fact, place.period)
    mark = figure.approx
    return NewEntry(
        agency=place.agency,
        indicator=indicator,
        period=period,
        as_of=as_of,
        level=_level(fact),
        scope=_scope(fact, indicator, period),
        value=converted(figure.value, figure.unit, indicator.unit),
        high=converted(figure.numbers[1], figure.unit, indicator.unit) if figure.shape is Shape.RANGE else None,
        unit=indicator.unit,
        bound=BOUNDS.get(mark, Bound.NONE),
        qualifier="" if mark in BOUNDS else mark,
        written=f"{figure.span.text} {figure.unit.text}".strip(),
        assigner=_assigner(fact),
        source=Source(SourceKind.DOCUMENT, place.source, figure.span.start, figure.span.end, place.digest),
    )


def _time(fact: Fact, whole: Period) -> tuple[Period, date]:
    """Give the period of a fact and its cut-off; «asof:» is a day of the document's own period."""
    if fact.period.startswith(AS_OF):
        day = date.fromisoformat(fact.period.removeprefix(AS_OF))
        if not whole.start <= day <= whole.end:
            raise Unfit(f"Ngày {day:%d/%m/%Y} nằm ngoài {whole.label}.")
        return whole, day
    period = Period.parse(fact.period) if fact.period else whole
    return period, period.end


def _level(fact: Fact) -> Level:
    if fact.role is Role.PLAN:
        return Level.PLAN
    return Level.ESTIMATE if fact.estimate else Level.ACTUAL


def _scope(fact: Fact, indicator: Indicator, period: Period) -> Scope:
    if indicator.kind == Kind.STOCK:
        return Scope.AS_OF
    cumulative = fact.cumulative and period != period.since_new_year()
    return Scope.CUMULATIVE if cumulative else Scope.IN_PERIOD


def _assigner(fact: Fact) -> str:
    """Give who set a plan; «kế hoạch» where the text names nobody."""
    return fact.basis.partition(":")[2] or "kế hoạch" if fact.role is Role.PLAN else ""


def _without_contradictions(
    figures: list[tuple[Fact, NewEntry]], skipped: list[Skipped]
) -> list[tuple[Fact, NewEntry]]:
    """Leave out what the ledger knows with another value; an older document does not correct it by itself."""
    known = Entry.objects.current().keyed(figure for _, figure in figures)
    kept = []
    for fact, figure in figures:
        before = known.get(figure.key)
        if before is not None and before.value != figure.value:
            sentence = f"Sổ số liệu đang ghi chỉ tiêu «{fact.code}» với giá trị khác; giữ nguyên số trong sổ."
            skipped.append(Skipped(fact, sentence))
        else:
            kept.append((fact, figure))
    return kept
