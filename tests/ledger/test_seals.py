"""Chains of entries: any changed byte and any cut tail is found."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

import pytest
from django.db import connection
from django.utils import timezone

from kybao.ledger.errors import WrongChain
from kybao.ledger.models import Chain, Closing, Entry
from kybao.ledger.seals import faults, seal, verify_chain
from kybao.org.guards import Guard, OnlyGrows
from tests.books import Book

GUARDS = import_module("kybao.ledger.migrations.0002_guards").Migration.operations


def forward() -> Guard:
    return next(guard for guard in GUARDS if guard.table == "ledger_chain")


def run(statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@contextmanager
def without(guard: Guard) -> Iterator[None]:
    """What somebody with the keys of the database could do."""
    run(guard.unmade(connection.vendor))
    yield
    run(guard.made(connection.vendor))


@pytest.fixture
def chain(book: Book) -> Chain:
    book.district()
    for number in range(4):
        book.say("xa-1", book.indicator(f"chi-tieu-{number}"), "2024-Q1", f"{number}0,5", approx="khoảng")
    book.say("xa-1", book.indicator("chi-tieu-5"), "2024-Q1", "7")
    book.say("xa-2", book.indicator("chi-tieu-6"), "2024-Q1", "7")
    return Chain.objects.get(agency__key="xa-1")


def close(chain: Chain, book: Book) -> None:
    Closing.objects.create(
        chain=chain, length=chain.length, head=chain.head, closed_at=timezone.now(), closed_by=book.user
    )


def test_a_chain_that_nobody_touched_is_whole(chain: Chain, book: Book) -> None:
    close(chain, book)
    verify_chain(chain)
    assert list(faults()) == []
    assert chain.length == Entry.objects.filter(chain=chain).count() == 5


@pytest.mark.parametrize(
    "change",
    [
        "number = number + 1",
        "decimals = decimals + 1",
        "qualifier = 'gần'",
        "qualifier = ''",
        "level = 'estimate'",
        "as_of = '2024-03-30'",
        "note = 'sửa'",
        "derived = (NOT derived)",
        "source = 'nơi khác'",
        "bound = 'at_least'",
        "recorded_at = '2020-01-01 00:00:00+00:00'",
        "indicator_id = (SELECT max(id) FROM ledger_indicator)",
    ],
)
def test_a_changed_byte_is_found(chain: Chain, change: str) -> None:
    with without(OnlyGrows("ledger_entry")):
        run([f"UPDATE ledger_entry SET {change} WHERE chain_id = {chain.pk} AND position = 2"])
    assert [(fault.chain, fault.position) for fault in faults()] == [(chain, 2)]
    with pytest.raises(WrongChain, match="dòng thứ 2 đã bị thay đổi"):
        verify_chain(chain)


def test_an_entry_forged_with_its_seal_breaks_the_link_of_the_next(chain: Chain) -> None:
    forged = Entry.objects.get(chain=chain, position=2)
    forged.note = "sửa"
    with without(OnlyGrows("ledger_entry")):
        run([f"UPDATE ledger_entry SET note = 'sửa', hash = '{seal(forged)}' WHERE id = {forged.pk}"])
    assert [fault.sentence for fault in faults()] == [
        "Chuỗi số liệu của «xa-1», kỳ 2024-Q1: dòng thứ 3 không nối với dòng trước nó."
    ]


def test_a_range_that_ends_in_zero_is_no_single_number(book: Book) -> None:
    book.district()
    entry = book.say("xa-1", book.indicator("tang-truong"), "2024-Q1", "-5", high="0").added[0]
    with without(OnlyGrows("ledger_entry")):
        run([f"UPDATE ledger_entry SET high_number = NULL WHERE id = {entry.pk}"])
    assert [fault.position for fault in faults()] == [1]


def test_an_entry_taken_out_is_found(chain: Chain) -> None:
    with without(OnlyGrows("ledger_entry")):
        run([f"DELETE FROM ledger_entry WHERE chain_id = {chain.pk} AND position = 3"])
    assert [fault.sentence for fault in faults()] == ["Chuỗi số liệu của «xa-1», kỳ 2024-Q1: thiếu dòng thứ 3."]


def test_a_cut_tail_is_found(chain: Chain) -> None:
    with without(OnlyGrows("ledger_entry")):
        run([f"DELETE FROM ledger_entry WHERE chain_id = {chain.pk} AND position = 5"])
    assert ["phần cuối bị cắt" in fault.sentence for fault in faults()] == [True]


def test_all_entries_cut_are_found(chain: Chain) -> None:
    with without(OnlyGrows("ledger_entry")):
        run([f"DELETE FROM ledger_entry WHERE chain_id = {chain.pk}"])
    assert ["có 0 dòng" in fault.sentence for fault in faults()] == [True]


def test_a_tail_cut_together_with_its_head_is_found_by_the_closing_record(chain: Chain, book: Book) -> None:
    close(chain, book)
    fourth = Entry.objects.get(chain=chain, position=4)
    with without(OnlyGrows("ledger_entry")):
        run([f"DELETE FROM ledger_entry WHERE chain_id = {chain.pk} AND position = 5"])
    with without(forward()):
        run([f"UPDATE ledger_chain SET length = 4, head = '{fourth.hash}' WHERE id = {chain.pk}"])
    assert ["biên bản chốt" in fault.sentence for fault in faults()] == [True]


def test_a_tail_written_anew_after_closing_is_found(chain: Chain, book: Book) -> None:
    close(chain, book)
    with without(OnlyGrows("ledger_entry")), without(forward()):
        last = Entry.objects.get(chain=chain, position=5)
        run([f"DELETE FROM ledger_entry WHERE chain_id = {chain.pk} AND position = 5"])
        run([f"UPDATE ledger_chain SET length = 4, head = '{last.previous_hash}' WHERE id = {chain.pk}"])
    book.say("xa-1", last.indicator, "2024-Q1", "70")
    assert ["biên bản chốt" in fault.sentence for fault in faults()] == [True]


def test_entries_after_the_closing_are_no_fault(chain: Chain, book: Book) -> None:
    close(chain, book)
    book.say("xa-1", book.indicator("muon"), "2024-Q1", "1")
    assert list(faults()) == []
