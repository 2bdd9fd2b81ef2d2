"""Make the database ready: its directory, its tables, the roles."""

from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from kybao.org.permissions import set_up_roles


def prepare_database() -> None:
    """Create what is missing and bring the tables up to date; safe to do again. It precedes all users."""
    if connection.vendor == "sqlite":
        Path(settings.DATABASES["default"]["NAME"]).parent.mkdir(parents=True, exist_ok=True)
    call_command("migrate", interactive=False, verbosity=0)
    set_up_roles()
