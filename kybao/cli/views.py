"""How what was read of a file is printed: for people, for other programs, for a spreadsheet."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kybao.cli.rows import CITATION_COLUMNS, FIGURE_COLUMNS, Entries, Row, citation_rows, figure_rows, text_of


class Format(StrEnum):
    """How figures are printed."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class View:
    """What of a file is printed, and how."""

    form: Format = Format.TABLE
    text: bool = False
    cited: bool = False
    sentences: bool = False
    several: bool = False  # whether each row says which file it is of
    to_file: bool = False
    entries: Entries = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the table for a spreadsheet."""
        columns = CITATION_COLUMNS if self.cited else FIGURE_COLUMNS
        return columns if self.several else columns[1:]

    def head(self) -> str:
        """Give what stands once before all files."""
        if self.text or self.form is not Format.CSV:
            return ""
        return "\ufeff" + ",".join(self.columns) + "\n"  # without the mark Excel takes it for another encoding

    def piece(self, name: str) -> str:
        """Read one file and print it."""
        if self.text:
            return text_of(name)
        rows = citation_rows(name) if self.cited else figure_rows(name, entries=self.entries)
        if self.form is Format.TABLE:
            return self._table(name, rows)
        if self.several:
            rows = [{"file": name, **row} for row in rows]
        return jsonl(rows) if self.form is Format.JSONL else comma_separated(rows, self.columns)

    def _table(self, name: str, rows: list[Row]) -> str:
        from kybao.cli import tables

        if self.cited:
            return tables.citations_table(name, rows, to_file=self.to_file)
        return tables.figures_table(
            name, rows, with_sentences=self.sentences, with_codes=bool(self.entries), to_file=self.to_file
        )


def jsonl(rows: Sequence[Row]) -> str:
    """Give an object a line."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def comma_separated(rows: Sequence[Row], columns: Sequence[str]) -> str:
    """Give rows for a spreadsheet; a cell that a spreadsheet would take for a formula is marked as text."""
    file = io.StringIO()
    writer = csv.DictWriter(file, columns, extrasaction="ignore", lineterminator="\n")
    writer.writerows({name: _cell(row.get(name)) for name in columns} for row in rows)
    return file.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, list):
        value = " / ".join(map(str, value))
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value
