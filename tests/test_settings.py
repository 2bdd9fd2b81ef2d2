"""How the database and the secret key are chosen."""

import stat
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.contrib.auth import get_user_model

from kybao import settings
from kybao.org.models import User


@pytest.mark.parametrize(
    ("address", "engine", "name"),
    [
        ("postgresql://clerk:a%40b@db.local:5433/so_lieu", "django.db.backends.postgresql", "so_lieu"),
        ("postgres://127.0.0.1/kybao", "django.db.backends.postgresql", "kybao"),
        ("/var/lib/kybao/book.sqlite3", "django.db.backends.sqlite3", "/var/lib/kybao/book.sqlite3"),
    ],
)
def test_one_setting_chooses_the_database(address: str, engine: str, name: str) -> None:
    chosen = settings.database(address)
    assert (chosen["ENGINE"], chosen["NAME"]) == (engine, name)


def test_the_parts_of_a_server_s_address_are_understood() -> None:
    chosen = settings.database("postgresql://clerk:a%40b@db.local:5433/so_lieu")
    assert [chosen[part] for part in ("USER", "PASSWORD", "HOST", "PORT")] == ["clerk", "a@b", "db.local", "5433"]


def test_an_embedded_database_waits_for_its_turn_and_keeps_its_links() -> None:
    options = settings.database("book.sqlite3")["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "recursive_triggers=ON"):
        assert pragma in options["init_command"]


def test_the_secret_key_is_made_once_beside_the_database_for_its_owner_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KYBAO_SECRET_KEY", raising=False)
    monkeypatch.setattr(settings, "KYBAO_DATABASE", str(tmp_path / "data" / "book.sqlite3"))
    first = settings.secret_key()
    path = tmp_path / "data" / "secret-key"
    assert len(first) >= 50
    assert settings.secret_key() == first == path.read_text(encoding="ascii")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_key_from_the_environment_is_not_written_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KYBAO_SECRET_KEY", "từ môi trường")
    monkeypatch.setattr(settings, "KYBAO_DATABASE", str(tmp_path / "book.sqlite3"))
    assert settings.secret_key() == "từ môi trường"
    assert not list(tmp_path.iterdir())


def test_people_are_the_room_s_own_users_and_times_are_vietnamese() -> None:
    assert get_user_model() is User
    assert (django_settings.TIME_ZONE, django_settings.LANGUAGE_CODE) == ("Asia/Ho_Chi_Minh", "vi")
