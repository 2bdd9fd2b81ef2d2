"""Named lists of a report: projects, works, documents; a count that is printed is the length of its list."""

from collections.abc import Mapping
from pathlib import Path

from kybao.office.csv_tables import Problems, read_table

COLUMNS = ("danh sách", "thứ tự", "tên")


def read_lists(path: Path) -> Mapping[str, tuple[str, ...]]:
    """Read the lists of a table, each in the order of its numbers.

    Raises BadTable, with every problem by file and line: an order that is no number or stands twice, a blank name.
    """
    problems = Problems()
    lists: dict[str, dict[int, str]] = {}
    for row in read_table(path, COLUMNS):
        name, order, entry = (row[column] for column in COLUMNS)
        if not order.isdecimal():
            problems.add(row, f"thứ tự «{order}» không phải là số nguyên.")
        elif not name or not entry:
            problems.add(row, "thiếu tên danh sách hoặc tên mục.")
        elif int(order) in lists.setdefault(name, {}):
            problems.add(row, f"danh sách «{name}» đã có mục thứ {order}.")
        else:
            lists[name][int(order)] = entry
    problems.refuse_any()
    return {name: tuple(entry for _, entry in sorted(entries.items())) for name, entries in lists.items()}
