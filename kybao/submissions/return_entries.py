"""What a return says, as figures for the ledger; and what an earlier return said that this one says no more."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from kybao.figures import Period, write_number
from kybao.ledger.booking import NewEntry, Source
from kybao.ledger.kinds import Bound, Level, SourceKind
from kybao.ledger.models import Entry, Indicator
from kybao.office.return_reading import ReturnReading
from kybao.office.return_sheets import Answer, CellPlace, ReturnForm, ReturnRow, Status
from kybao.org.models import Agency
from kybao.submissions.returns import ACTUAL, ESTIMATE, scope_of

BOUNDS = {"trở lên": Bound.AT_LEAST, "trở xuống": Bound.AT_MOST}
LONGEST_NAME = 120
DERIVED = "suy ra từ:"


@dataclass(frozen=True, slots=True)
class Sender:
    """Whose return it is, for which period, and in which file it came."""

    agency: Agency
    period: Period
    name: str
    digest: str

    def source(self, place: CellPlace | str) -> Source:
        """Name the cell that a figure came from."""
        return Source(SourceKind.CELL, f"{self.name[:LONGEST_NAME]}: {place}"[:250], digest=self.digest)


def entries_of(
    reading: ReturnReading, form: ReturnForm, indicators: Mapping[str, Indicator], sender: Sender
) -> list[NewEntry]:
    """Give a figure for each value, a zero for each «không có phát sinh», the length of each list."""
    entries: list[NewEntry] = []
    for row in form.rows:
        if row.length_of:
            length = len(reading.answers.lists.get(row.length_of, ()))
            reading_row = Answer({ACTUAL: Decimal(length)})
            entries += _entries(row, reading_row, reading, form, indicators[row.key], sender)
        elif answer := reading.answers.rows.get(row.key):
            entries += _entries(row, answer, reading, form, indicators[row.key], sender)
    return entries


def _entries(
    row: ReturnRow, answer: Answer, reading: ReturnReading, form: ReturnForm, indicator: Indicator, sender: Sender
) -> Iterator[NewEntry]:
    values = answer.values
    nothing = answer.status is Status.NOTHING_HAPPENED and not values
    if nothing:
        values = {ACTUAL: Decimal(0)}
    for column, value in values.items():
        place = reading.places.get((row.key, column)) or f"dòng «{row.label}»"
        yield NewEntry(
            agency=sender.agency,
            indicator=indicator,
            period=sender.period,
            as_of=_as_of(column, answer, form),
            level=Level(column),
            scope=scope_of(indicator),
            value=value,
            unit=indicator.unit,
            source=sender.source(place),
            bound=BOUNDS.get(answer.qualifier, Bound.NONE),
            qualifier="" if answer.qualifier in BOUNDS else answer.qualifier,
            written=str(answer.status) if nothing else f"{write_number(value)} {row.unit}"[:120],
            derivation=_derivation(answer.note),
            note="" if _derivation(answer.note) else answer.note[:500],
        )


def _derivation(note: str) -> str:
    """Give what a note «Suy ra từ: …» says: the figure was not counted but worked out of others."""
    return note[len(DERIVED) :].strip()[:250] if note.casefold().startswith(DERIVED) else ""


def _as_of(column: str, answer: Answer, form: ReturnForm) -> date:
    return form.last_day if column == ESTIMATE else answer.as_of or form.closing


def taken_back(said: Iterable[NewEntry], indicators: Mapping[str, Indicator], sender: Sender) -> list[NewEntry]:
    """Give, without a value, each figure that an earlier return of the period gave and this one does not."""
    before = list(
        Entry.objects.current()
        .reached()
        .filter(agency=sender.agency, period_code=sender.period.code, source_kind=SourceKind.CELL)
    )
    keys = {entry.key for entry in said} if before else set()
    by_pk = {indicator.pk: indicator for indicator in indicators.values()} if before else {}
    former = [_former(entry, by_pk[entry.indicator_id], sender) for entry in before if entry.indicator_id in by_pk]
    return [entry for entry in former if entry.key not in keys]


def _former(entry: Entry, indicator: Indicator, sender: Sender) -> NewEntry:
    return NewEntry(
        agency=sender.agency,
        indicator=indicator,
        period=sender.period,
        as_of=entry.as_of,
        level=Level(entry.level),
        scope=scope_of(indicator),
        value=None,
        unit=indicator.unit,
        source=sender.source("không còn số liệu"),
    )


@dataclass(frozen=True, slots=True)
class Change:
    """What a later file changed in one cell."""

    name: str  # of the indicator
    column: str  # «thực hiện», «ước»
    before: str  # as written, empty where there was nothing
    after: str
    place: str = ""

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        return f"{where}{self.name} ({self.column}): {self.before or 'trống'} → {self.after or 'trống'}"


def changes(entries: Iterable[Entry]) -> list[Change]:
    """Say, cell by cell, what new versions of figures changed; a figure with another cut-off is one change."""
    found: dict[tuple[int, str], Change] = {}
    for entry in entries:
        key = entry.indicator_id, entry.level
        one = found.get(key) or Change(entry.indicator.name, Level(entry.level).label, "", "")
        if entry.supersedes is not None and not entry.supersedes.withdrawn:
            one = replace(one, before=_words(entry.supersedes))
        if not entry.withdrawn:
            one = replace(one, after=_words(entry), place=entry.source.rpartition(": ")[2])
        found[key] = one
    return list(found.values())


def _words(entry: Entry) -> str:
    qualifier = entry.qualifier or (Bound(entry.bound).label if entry.bound else "")
    cut_off = f", đến {entry.as_of:%d/%m/%Y}" if entry.level == Level.ACTUAL else ""
    return f"{entry.written}{f' ({qualifier})' if qualifier else ''}{cut_off}"
