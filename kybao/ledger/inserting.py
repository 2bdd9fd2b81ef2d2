"""Inserting many entries at once: what ``bulk_create`` does, each column prepared in one go.

A return has thousands of figures that share most of their columns (agency, period, sender, file). Preparing every
value by itself, as ``bulk_create`` does, takes longer than the database needs to store and check the rows.
"""

from collections.abc import Sequence
from itertools import chain
from typing import Any

from django.db import connection
from django.db.models import Field

from kybao.ledger.entries import Entry

BATCH = 100  # rows in a statement: some thousand values, which every database takes


def insert(rows: Sequence[Entry]) -> None:
    """Insert the rows of some chains, in order, and give each its primary key."""
    if not rows:
        return
    fields = [field for field in Entry._meta.concrete_fields if not field.primary_key]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(field.column)) for field in fields)
    begin = f"INSERT INTO {quote(Entry._meta.db_table)} ({columns}) VALUES "
    place = f"({', '.join(['%s'] * len(fields))})"
    values = list(zip(*(_column(field, rows) for field in fields), strict=True))
    with connection.cursor() as cursor:
        for first in range(0, len(values), BATCH):
            some = values[first : first + BATCH]
            cursor.execute(begin + ", ".join([place] * len(some)), list(chain.from_iterable(some)))
    _number(rows)


def _column(field: "Field[Any, Any]", rows: Sequence[Entry]) -> list[Any]:
    """Prepare the values of one column; those that repeat are prepared once."""
    name = field.attname
    prepared: dict[Any, Any] = {}
    column = []
    for row in rows:
        value = getattr(row, name)
        if value not in prepared:
            prepared[value] = field.get_db_prep_save(value, connection)
        column.append(prepared[value])
    return column


def _number(rows: Sequence[Entry]) -> None:
    """Give the rows the keys under which they are stored."""
    chains = {row.chain_id for row in rows}
    first = min(row.position for row in rows)
    stored = Entry.objects.filter(chain__in=chains, position__gte=first)
    keys = {(one, position): pk for one, position, pk in stored.values_list("chain", "position", "pk")}
    for row in rows:
        row.pk = keys[row.chain_id, row.position]
        row._state.adding = False
        row._state.db = connection.alias
