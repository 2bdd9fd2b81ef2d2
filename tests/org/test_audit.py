import pytest
from django.db import DatabaseError, connection, transaction

from kybao.org.models import AuditLine, User, note
from tests.books import Book


def test_a_deed_is_written_down_with_who_and_what(book: Book) -> None:
    line = note("close_period", "Chốt quý I/2024.", by=book.user, about="chain:1", heads={"1": "ab"})
    line.refresh_from_db()
    assert (line.by, line.verb, line.what, line.details) == (
        book.user, "close_period", "Chốt quý I/2024.", {"heads": {"1": "ab"}},
    )  # fmt: skip


@pytest.mark.parametrize("statement", ["UPDATE org_auditline SET what = 'khác'", "DELETE FROM org_auditline"])
def test_the_log_is_neither_changed_nor_deleted(book: Book, statement: str) -> None:
    note("close_period", "Chốt quý I/2024.", by=book.user)
    with (
        pytest.raises(DatabaseError, match="chỉ được thêm dòng"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert AuditLine.objects.get().what == "Chốt quý I/2024."


def test_people_are_called_by_the_last_word_of_their_name(db: None) -> None:
    assert User(username="can-bo").get_short_name() == "can-bo"
    assert User(username="can-bo", full_name="Quản trị hệ thống").get_short_name() == "thống"
