"""Two processes that write into one chain at once: both are heard, nothing is lost, the chain holds."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
TIMES = 15
PREPARE = """
import django; django.setup()
from kybao.workflow.prepare_database import prepare_database
prepare_database()
from tests.books import Book
book = Book()
book.district()
book.indicator("vu", unit="vụ")
"""
JUDGE = """
import django; django.setup()
from kybao.ledger.models import Chain, Entry
from kybao.ledger.seals import faults
entries = Entry.objects.order_by("position")
print(len(entries), Chain.objects.get().length, len(list(faults())), len({entry.note for entry in entries}),
      [entry.version for entry in entries] == list(range(1, len(entries) + 1)))
"""


@pytest.fixture
def address(tmp_path: Path, django_db_blocker) -> Iterator[str]:  # type: ignore[no-untyped-def]
    """A database of its own, of the kind that the tests run on."""
    if connection.vendor == "sqlite":
        yield str(tmp_path / "book.sqlite3")
        return
    name = f"kybao_writers_{os.getpid()}"
    base = settings.KYBAO_DATABASE.rsplit("/", 1)[0]
    with django_db_blocker.unblock(), connection._nodb_cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
    yield f"{base}/{name}"
    with django_db_blocker.unblock(), connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


def environment(address: str) -> dict[str, str]:
    paths = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    return {**os.environ, "KYBAO_DATABASE": address, "PYTHONPATH": paths, "DJANGO_SETTINGS_MODULE": "kybao.settings"}


def run(code: str, address: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(address), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_two_writers_of_one_chain_take_turns(address: str) -> None:
    run(PREPARE, address)
    start = str(time.time() + 1.5)
    script = str(Path(__file__).with_name("one_writer.py"))
    writers = [
        subprocess.Popen([sys.executable, script, name, str(TIMES), start], env=environment(address))
        for name in ("khoảng", "trên")
    ]
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0]
    assert run(JUDGE, address).split() == [str(2 * TIMES), str(2 * TIMES), "0", "2", "True"]
