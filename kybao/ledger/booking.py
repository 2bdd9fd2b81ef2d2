"""Entering figures: the one way into the ledger. Verbs of ``workflow`` call it within their transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from kybao.figures import Period, Unit
from kybao.ledger.entries import LARGEST
from kybao.ledger.errors import WrongEntry
from kybao.ledger.inserting import insert
from kybao.ledger.models import Bound, Chain, Entry, Indicator, Level, Scope, SourceKind
from kybao.ledger.seals import seal
from kybao.ledger.units import converted
from kybao.org.models import Agency, User

BATCH = 500
CONTENT = (
    "withdrawn", "number", "decimals", "high_number", "bound", "qualifier", "called", "decision", "derived",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure came from."""

    kind: SourceKind
    text: str
    start: int | None = None  # characters of a document
    end: int | None = None
    digest: str = ""


@dataclass(frozen=True, slots=True)
class NewEntry:
    """A figure to be entered; ``value`` is in ``unit``, None takes the figure back."""

    agency: Agency
    indicator: Indicator
    period: Period
    as_of: date
    level: Level
    scope: Scope
    value: Decimal | None
    unit: Unit
    source: Source
    high: Decimal | None = None
    bound: Bound = Bound.NONE
    qualifier: str = ""
    written: str = ""
    assigner: str = ""
    called: str = ""
    decision: str = ""
    derivation: str = ""
    note: str = ""

    @property
    def key(self) -> tuple[object, ...]:
        """Which figure it is: a second entry with the same key is a new version of it."""
        return (self.agency.pk, self.indicator.pk, self.period.code, str(self.level), self.assigner,
                str(self.scope), self.as_of)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Booked:
    """What entering changed."""

    added: tuple[Entry, ...] = ()  # figures that were not there
    corrected: tuple[Entry, ...] = ()  # new versions; ``supersedes`` leads to the former
    unchanged: int = 0  # figures that the ledger holds already, with the same value

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All new rows."""
        return self.added + self.corrected


@dataclass(slots=True)
class _Growth:
    """A locked chain and the entries that it is to receive."""

    chain: Chain
    rows: list[Entry] = field(default_factory=list)


@transaction.atomic
def enter(figures: Sequence[NewEntry], *, by: User) -> Booked:
    """Add figures to the ledger, all or none; one that holds already with the same value is not added again.

    Raises WrongEntry for a figure that stands twice, in a unit of another kind, or outside the ledger's limits.
    """
    rows = [_row(figure, by) for figure in figures]
    _refuse_doubles(figures)
    growths = _locked_chains(figures)
    former = _current_versions(growths)
    added: list[Entry] = []
    corrected: list[Entry] = []
    unchanged = 0
    now = timezone.now()
    for figure, row in zip(figures, rows, strict=True):
        before = former.get(figure.key)
        if before and all(getattr(before, name) == getattr(row, name) for name in CONTENT):
            unchanged += 1
            continue
        (corrected if before else added).append(row)
        _link(row, growths[figure.agency.pk, figure.period.code], before, now)
    _store(growths.values())
    return Booked(tuple(added), tuple(corrected), unchanged)


def _refuse_doubles(figures: Iterable[NewEntry]) -> None:
    seen = set()
    for figure in figures:
        if figure.key in seen:
            raise WrongEntry(
                f"Chỉ tiêu «{figure.indicator.code}» của «{figure.agency.key}», kỳ {figure.period.code}, "
                "xuất hiện hai lần; hãy giữ lại một số liệu."
            )
        seen.add(figure.key)


def _locked_chains(figures: Iterable[NewEntry]) -> dict[tuple[int, str], _Growth]:
    """Lock the chains that will grow, always in the same order, so that two writers never wait for each other."""
    wanted = sorted({(figure.agency.pk, figure.period.code) for figure in figures})
    Chain.objects.bulk_create([Chain(agency_id=pk, period_code=code) for pk, code in wanted], ignore_conflicts=True)
    found = Chain.objects.select_for_update().order_by("agency_id", "period_code")
    locked = found.filter(agency__in={pk for pk, _ in wanted}, period_code__in={code for _, code in wanted})
    return {(chain.agency_id, chain.period_code): _Growth(chain) for chain in locked}


def _current_versions(growths: dict[tuple[int, str], _Growth]) -> dict[tuple[object, ...], Entry]:
    newest = Entry.objects.filter(chain__in=[growth.chain.pk for growth in growths.values()])
    return {entry.key: entry for entry in newest.filter(superseded_by__isnull=True)}


def _link(row: Entry, growth: _Growth, before: Entry | None, now: datetime) -> None:
    chain = growth.chain
    row.chain = chain
    row.position = chain.length + 1
    row.previous_hash = chain.head
    row.version = before.version + 1 if before else 1
    row.supersedes = before
    row.recorded_at = now
    row.hash = seal(row)
    chain.length, chain.head = row.position, row.hash
    growth.rows.append(row)


def _store(growths: Iterable[_Growth]) -> None:
    grown = [growth for growth in growths if growth.rows]
    insert([row for growth in grown for row in growth.rows])
    Chain.objects.bulk_update([growth.chain for growth in grown], ["length", "head"], batch_size=BATCH)


def _row(figure: NewEntry, by: User) -> Entry:
    number, high, decimals = _scaled(figure)
    return Entry(
        agency=figure.agency,
        indicator=figure.indicator,
        period_code=figure.period.code,
        period_start=figure.period.start,
        period_end=figure.period.end,
        as_of=figure.as_of,
        level=figure.level,
        assigner=figure.assigner,
        scope=figure.scope,
        withdrawn=figure.value is None,
        number=number,
        decimals=decimals,
        high_number=high,
        bound=figure.bound,
        qualifier=figure.qualifier,
        written=figure.written,
        called=figure.called,
        decision=figure.decision,
        source_kind=figure.source.kind,
        source=figure.source.text,
        source_start=figure.source.start,
        source_end=figure.source.end,
        source_digest=figure.source.digest,
        derived=bool(figure.derivation),
        derivation=figure.derivation,
        note=figure.note,
        recorded_by=by,
    )


def _scaled(figure: NewEntry) -> tuple[int | None, int | None, int]:
    """Give value and upper end as integers in the indicator's unit, and how many of their digits are decimals."""
    if figure.value is None:
        return None, None, 0
    if figure.unit.base != figure.indicator.unit_base:
        raise WrongEntry(
            f"Chỉ tiêu «{figure.indicator.code}» tính bằng «{figure.indicator.unit_text}», "
            f"không nhận số liệu tính bằng «{figure.unit.text}»."
        )
    unit = figure.indicator.unit
    ends = [converted(end, figure.unit, unit) for end in (figure.value, figure.high) if end is not None]
    decimals = max(max(0, -int(end.as_tuple().exponent)) for end in ends)
    numbers = [int(end.scaleb(decimals)) for end in ends]
    if decimals > 9 or any(abs(number) > LARGEST for number in numbers):
        raise WrongEntry(
            f"Số liệu của chỉ tiêu «{figure.indicator.code}» có quá nhiều chữ số; hãy kiểm tra lại đơn vị tính."
        )
    return numbers[0], numbers[1] if len(numbers) > 1 else None, decimals
