"""A catalogue of indicators from a file, so that each figure gets the code that fits best."""

from pathlib import Path

from kybao.claims import CatalogueEntry
from kybao.figures import UnitKind, read_unit
from kybao.office.csv_tables import BadTable, Row, columns_of, read_table

CODE, NAME, UNIT = "mã", "tên", "đơn vị tính"
OTHERS = "cách gọi khác"  # parted by |


def entries_of(path: Path) -> tuple[CatalogueEntry, ...]:
    """Read the indicators of a table with the columns mã, tên, đơn vị tính and, where it has one, cách gọi khác.

    Raises BadTable, with a sentence, for a file without them.
    """
    tables = columns_of(path)
    columns = next((found for found in tables if {CODE, NAME, UNIT} <= set(found)), None)
    if columns is None and path.is_file():
        raise BadTable([f"{path.name}, dòng 1: danh mục chỉ tiêu phải có các cột «{CODE}», «{NAME}», «{UNIT}»."])
    return tuple(_entry(row) for row in read_table(path, columns or (CODE, NAME, UNIT)))


def _entry(row: Row) -> CatalogueEntry:
    others = row.cells.get(OTHERS, "").split("|")
    names = tuple(name.strip() for name in (row[NAME], *others) if name.strip())
    unit = read_unit(row[UNIT])
    return CatalogueEntry(row[CODE], names, "" if unit.kind is UnitKind.COUNT else unit.base)
