from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils import timezone

from kybao.ledger.models import Chain, Closing, Entry, Indicator, Kind
from kybao.org.guards import tables_that_only_grow
from tests.books import Book


@pytest.fixture
def entry(book: Book) -> Entry:
    book.district()
    return book.say("xa-1", book.indicator("vu", unit="vụ"), "2024-Q1", "5").added[0]


def refuses(statement: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def copy_of(entry: Entry, **changes: object) -> Entry:
    row = Entry.objects.get(pk=entry.pk)
    row.pk = None
    row.position, row.previous_hash, row.hash = entry.position + 1, entry.hash, "0" * 64
    row.note = "khác"
    row.version, row.supersedes_id = 2, entry.pk
    for name, value in changes.items():
        setattr(row, name, value)
    return row


def refuses_row(row: Entry) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_entries_are_neither_changed_nor_deleted(entry: Entry) -> None:
    refuses("UPDATE ledger_entry SET note = 'sửa'")
    refuses("DELETE FROM ledger_entry")
    with pytest.raises(DatabaseError), transaction.atomic():
        entry.save()
    with pytest.raises(DatabaseError), transaction.atomic():
        Entry.objects.all().delete()
    assert Entry.objects.get().note == ""


def test_the_guards_stand_after_all_migrations(entry: Entry) -> None:
    assert {"ledger_entry", "ledger_closing", "org_auditline"} <= set(tables_that_only_grow(connection))


def test_closing_records_are_neither_changed_nor_deleted(entry: Entry, book: Book) -> None:
    Closing.objects.create(
        chain=entry.chain, length=1, head=entry.hash, closed_at=timezone.now(), closed_by=book.user
    )
    refuses("UPDATE ledger_closing SET length = 0")
    refuses("DELETE FROM ledger_closing")


def test_a_row_does_not_replace_another_with_its_number(entry: Entry) -> None:
    row = copy_of(entry, id=entry.pk, position=1, version=1, supersedes_id=None, previous_hash="")
    refuses_row(row)
    if connection.vendor == "sqlite":
        columns = ", ".join(field.column for field in Entry._meta.concrete_fields)
        refuses(f"INSERT OR REPLACE INTO ledger_entry ({columns}) SELECT {columns} FROM ledger_entry")


def test_a_good_next_version_is_taken(entry: Entry) -> None:
    copy_of(entry).save(force_insert=True)
    assert Entry.objects.count() == 2


@pytest.mark.parametrize(
    "changes",
    [
        {"version": 1, "supersedes_id": None},  # a second current version
        {"version": 3},  # one left out
        {"version": 2, "supersedes_id": None},
        {"as_of": date(2024, 3, 15)},  # supersedes another figure
        {"position": 1},
        {"position": 3},  # a gap
        {"previous_hash": "1" * 64},
        {"previous_hash": ""},
        {"number": None},
        {"number": 10**17 + 1},
        {"decimals": 10},
        {"high_number": 5},
        {"high_number": 4},
        {"level": "plan"},  # without an assigner
        {"assigner": "tỉnh giao"},
        {"level": "gì đó"},
        {"scope": "gì đó"},
        {"bound": "gì đó"},
        {"source_kind": "gì đó"},
        {"source": ""},
        {"source_kind": "document"},  # without its characters
        {"source_start": 5, "source_end": 5},
        {"source_start": 5},
        {"period_end": date(2023, 12, 31)},
        {"withdrawn": True},
        {"period_code": "2024-Q2"},  # of another chain
    ],
    ids=str,
)
def test_a_row_that_cannot_be_is_refused(entry: Entry, changes: dict[str, object]) -> None:
    refuses_row(copy_of(entry, **changes))


def test_a_figure_is_superseded_once(entry: Entry) -> None:
    second = copy_of(entry)
    second.save(force_insert=True)
    refuses_row(copy_of(entry, position=3, previous_hash=second.hash, hash="2" * 64))


def test_a_chain_grows_only(entry: Entry) -> None:
    refuses("UPDATE ledger_chain SET length = 0, head = ''")
    refuses(f"UPDATE ledger_chain SET period_code = '2024-Q2' WHERE id = {entry.chain_id}")
    with pytest.raises(IntegrityError), transaction.atomic():
        Chain.objects.create(agency=entry.agency, period_code="2024-Q1")


@pytest.mark.parametrize(
    "changes",
    [{"kind": "X"}, {"decimals": 10}, {"unit_text": ""}, {"numerator": True}, {"parent": True}],
    ids=str,
)
def test_an_indicator_that_cannot_be_is_refused(book: Book, changes: dict[str, object]) -> None:
    indicator = book.indicator("vu", Kind.RATIO, "%")
    changed = {name: indicator if value is True else value for name, value in changes.items()}
    with pytest.raises(IntegrityError), transaction.atomic():
        Indicator.objects.filter(pk=indicator.pk).update(**changed)


def test_factors_keep_their_digits(book: Book) -> None:
    indicator = book.indicator("vu", Kind.RATIO, "%", multiplier="0.1000000000000000000000001")
    indicator.refresh_from_db()
    assert indicator.multiplier == Decimal("0.1000000000000000000000001")
