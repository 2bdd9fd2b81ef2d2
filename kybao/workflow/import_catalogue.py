"""Take catalogues and plan targets in from a file that was given out, edited or written anew."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import transaction

from kybao.ledger.booking import Booked
from kybao.ledger.figure_tables import FIGURES
from kybao.office.csv_tables import columns_of
from kybao.office.table_writing import csv_bytes
from kybao.org.models import User
from kybao.text import Refusal
from kybao.workflow.export_catalogue import TABLES, table_named
from kybao.workflow.load_figures import load_figures, load_plans
from kybao.workflow.set_up_catalogue import TABLES as CATALOGUE
from kybao.workflow.set_up_catalogue import CatalogueSetUp, set_up_catalogue

PLANS, REACHED = "ke-hoach", "so-lieu"


class UnknownTable(Refusal):
    """A file whose columns are those of no table of the system."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file held, and how much of it was new or changed."""

    tables: tuple[str, ...]
    catalogue: CatalogueSetUp | None = None
    booked: Booked | None = None

    @property
    def changed(self) -> int:
        """How many entries of catalogues and how many figures are new or changed."""
        figures = len(self.booked.entries) if self.booked else 0
        return figures + (self.catalogue.changed if self.catalogue else 0)


def tables_in(path: Path) -> tuple[str, ...]:
    """Name the tables that a file holds, by their columns."""
    known: dict[frozenset[str], str] = {frozenset(columns): name for name, (_, columns, _) in TABLES.items()}
    known[frozenset(FIGURES)] = REACHED
    found = (known.get(frozenset(columns)) for columns in columns_of(path))
    return tuple(name for name in found if name)


@transaction.atomic
def import_catalogue(path: Path, *, by: User, reason: str = "") -> Imported:
    """Bring the database in line with every table of the file, all or nothing; what it does not name stays.

    Raises UnknownTable for a file without one, BadTable with every problem of the tables, NotAllowed.
    """
    tables = tables_in(path)
    if not tables:
        raise UnknownTable(
            f"«{path.name}» không phải biểu đã điền, cũng không có bảng nào của hệ thống (xem tên cột bằng lệnh "
            "«kybao export»)."
        )
    catalogue = None
    if own := [name for name in tables if name in CATALOGUE]:
        catalogue = _set_up(dict.fromkeys(own, path), path.name, by=by)
    booked = None
    if PLANS in tables:
        booked = load_plans(path, by=by, reason=reason)
    if REACHED in tables:
        figures = load_figures(path, by=by, reason=reason)
        booked = figures if booked is None else _both(booked, figures)
    return Imported(tables, catalogue, booked)


def _both(one: Booked, other: Booked) -> Booked:
    return Booked(one.added + other.added, one.corrected + other.corrected, one.unchanged + other.unchanged)


def _set_up(given: Mapping[str, Path], origin: str, *, by: User) -> CatalogueSetUp:
    """Set the catalogue up from the tables given and, for the others, from what the database says now."""
    with TemporaryDirectory() as folder:
        for name in CATALOGUE:
            if name not in given:
                (Path(folder) / f"{name}.csv").write_bytes(csv_bytes(table_named(name)))
        return set_up_catalogue(Path(folder), by=by, instead=given, origin=origin)
