"""``kybao manage …``: the management commands of Django."""

import typer


def prepare() -> None:
    """Make the rooms that know Django usable in this process."""
    import os

    import django
    from django.apps import apps

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kybao.settings")
    if not apps.ready:
        django.setup()


def manage(context: typer.Context) -> None:
    """Hand the rest of the command line to Django."""
    from django.core.management import execute_from_command_line

    prepare()
    execute_from_command_line(["kybao manage", *context.args])
