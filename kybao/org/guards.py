"""What only the database can promise: triggers, written for SQLite and for PostgreSQL, as steps of migrations."""

from collections.abc import Sequence

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

ONLY_GROWS = "chỉ được thêm dòng, không được sửa hay xóa"
POSTGRESQL = "postgresql"


class Guard(Operation):
    """Triggers on one table; the models stay as they are."""

    reversible = True

    def __init__(self, table: str, name: str) -> None:
        self.table = table
        self.name = name

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Leave the models as they are: only the database changes."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Put the triggers in place."""
        for statement in self.made(schema_editor.connection.vendor):
            schema_editor.execute(statement, params=None)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Take the triggers away."""
        for statement in self.unmade(schema_editor.connection.vendor):
            schema_editor.execute(statement, params=None)

    def describe(self) -> str:
        """Say what the step does."""
        return f"Guard {self.table}: {self.name}"

    def made(self, vendor: str) -> list[str]:
        """Give the statements that make the triggers."""
        raise NotImplementedError

    def unmade(self, vendor: str) -> list[str]:
        """Give the statements that undo ``made``."""
        raise NotImplementedError


class OnlyGrows(Guard):
    """Refuse UPDATE and DELETE (and TRUNCATE, where there is one)."""

    def __init__(self, table: str) -> None:
        super().__init__(table, "only_grows")

    def made(self, vendor: str) -> list[str]:
        """Give the statements that make the triggers.

        >>> len(OnlyGrows("ledger_entry").made("sqlite"))
        2
        """
        if vendor == POSTGRESQL:
            return _on_postgresql(
                self.table,
                self.name,
                "BEFORE UPDATE OR DELETE OR TRUNCATE",
                "FOR EACH STATEMENT",
                f"RAISE EXCEPTION '{self.table}: {ONLY_GROWS}' USING ERRCODE = 'integrity_constraint_violation';",
            )
        return [
            f"CREATE TRIGGER {self.table}_no_{verb.lower()} BEFORE {verb} ON {self.table} "
            f"BEGIN SELECT RAISE(ABORT, '{self.table}: {ONLY_GROWS}'); END"
            for verb in ("UPDATE", "DELETE")
        ]

    def unmade(self, vendor: str) -> list[str]:
        """Give the statements that undo ``made``."""
        if vendor == POSTGRESQL:
            return _off_postgresql(self.table, self.name)
        return [f"DROP TRIGGER {self.table}_no_{verb}" for verb in ("update", "delete")]


class RowsRefused(Guard):
    """Refuse new and changed rows for which a condition over ``NEW`` holds."""

    def __init__(self, table: str, name: str, when: str, message: str, verbs: Sequence[str] = ("INSERT",)) -> None:
        super().__init__(table, name)
        self.when = when
        self.message = message
        self.verbs = tuple(verbs)

    def made(self, vendor: str) -> list[str]:
        """Give the statements that make the triggers."""
        if vendor == POSTGRESQL:
            body = (
                f"IF ({self.when}) THEN RAISE EXCEPTION '{self.table}: {self.message}' "
                "USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW;"
            )
            return _on_postgresql(self.table, self.name, f"BEFORE {' OR '.join(self.verbs)}", "FOR EACH ROW", body)
        return [
            f"CREATE TRIGGER {self.table}_{self.name}_{verb.lower()} BEFORE {verb} ON {self.table} "
            f"WHEN ({self.when}) BEGIN SELECT RAISE(ABORT, '{self.table}: {self.message}'); END"
            for verb in self.verbs
        ]

    def unmade(self, vendor: str) -> list[str]:
        """Give the statements that undo ``made``."""
        if vendor == POSTGRESQL:
            return _off_postgresql(self.table, self.name)
        return [f"DROP TRIGGER {self.table}_{self.name}_{verb.lower()}" for verb in self.verbs]


def _on_postgresql(table: str, name: str, when: str, each: str, body: str) -> list[str]:
    return [
        f"CREATE FUNCTION {table}_{name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$",
        f"CREATE TRIGGER {table}_{name} {when} ON {table} {each} EXECUTE FUNCTION {table}_{name}()",
    ]


def _off_postgresql(table: str, name: str) -> list[str]:
    return [f"DROP TRIGGER {table}_{name} ON {table}", f"DROP FUNCTION {table}_{name}()"]


def tables_that_only_grow(connection: BaseDatabaseWrapper) -> list[str]:
    """List the tables of the database that ``OnlyGrows`` guards."""
    query, ending = "SELECT name FROM sqlite_master WHERE type = 'trigger'", "_no_delete"
    if connection.vendor == POSTGRESQL:
        query, ending = "SELECT tgname FROM pg_trigger", "_only_grows"
    with connection.cursor() as cursor:
        cursor.execute(query)
        return sorted(name.removesuffix(ending) for (name,) in cursor.fetchall() if name.endswith(ending))
