"""How Django is wired: one database chosen by KYBAO_DATABASE, Vietnamese, no service outside the machine."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.utils.functional import lazy

DEFAULT_DATABASE = "out/kybao.sqlite3"
SERVER_SCHEMES = ("postgresql", "postgres")


def database(address: str) -> dict[str, Any]:
    """Give Django's settings for a file path (SQLite) or a ``postgresql://`` address.

    >>> database("out/book.sqlite3")["ENGINE"], database("postgresql://clerk@localhost/kybao")["NAME"]
    ('django.db.backends.sqlite3', 'kybao')
    """
    parts = urlsplit(address)
    if parts.scheme in SERVER_SCHEMES:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or ""),
        }
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(Path(address).absolute()),
        "OPTIONS": {
            # A writer waits for its turn at the start, so that it never fails half way on a lock.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
            "PRAGMA recursive_triggers=ON;",
        },
    }


def data_directory(address: str) -> Path:
    """Give the directory of the database file, which also keeps the secret key."""
    on_server = urlsplit(address).scheme in SERVER_SCHEMES
    return Path(DEFAULT_DATABASE if on_server else address).absolute().parent


def secret_key() -> str:
    """Give the key from the environment, or the one that the first use left in the data directory."""
    if given := os.environ.get("KYBAO_SECRET_KEY"):
        return given
    path = data_directory(KYBAO_DATABASE) / "secret-key"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(48))
    return path.read_text(encoding="ascii").strip()


KYBAO_DATABASE = os.environ.get("KYBAO_DATABASE", DEFAULT_DATABASE)
DATABASES = {"default": database(KYBAO_DATABASE)}
SECRET_KEY = lazy(secret_key, str)()
DEBUG = False
ALLOWED_HOSTS = os.environ.get("KYBAO_HOSTS", "localhost,127.0.0.1").split(",")

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "kybao.org",
    "kybao.ledger",
    "kybao.submissions",
    "kybao.reports",
]
AUTH_USER_MODEL = "org.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "kybao.urls"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LANGUAGE_CODE = "vi"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
