"""``kybao read``: the figures of reports, for people and for other programs."""

import csv
import io
import json
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kybao.cli.inputs import each, expand, loaded, usable, worst
from kybao.cli.outputs import deliver, refuse_to_overwrite
from kybao.text import Document

Row = dict[str, object]

COLUMNS = (
    "file", "start", "end", "text", "unit", "base_value", "base_unit", "approx", "role", "kind", "basis", "of",
    "indicator", "code", "score", "agency", "period", "cumulative", "estimate", "sentence",
)  # fmt: skip


class Format(StrEnum):
    """How figures are printed."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


def read(
    files: Annotated[list[str], typer.Argument(metavar="TỆP...", help="Tệp, thư mục, hoặc «-».", show_default=False)],
    *,
    form: Annotated[Format, typer.Option("--format", help="Dạng kết quả.")] = Format.TABLE,
    out: Annotated[Path | None, typer.Option("--out", help="Ghi ra tệp này thay vì màn hình.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Cho phép ghi đè tệp đã có.")] = False,
    text: Annotated[bool, typer.Option("--text", help="Chỉ in chữ mà các vị trí start, end chỉ vào.")] = False,
    sentences: Annotated[bool, typer.Option("--sentences", help="In kèm câu chứa số liệu.")] = False,
) -> int:
    """Print the figures of the files, in the order of their places; give the exit code."""
    if out is not None:
        refuse_to_overwrite(out, force=force)
    names = expand(files)
    if text:
        texts = list(each(names, text_of))
        deliver("".join(found for _, found in usable(texts)), out, force=force)
        return worst(texts)
    outcomes = list(each(names, rows_of))
    found = list(usable(outcomes))
    if form is Format.TABLE:
        from kybao.cli.tables import figures_table

        deliver(figures_table(found, with_sentences=sentences, to_file=out is not None), out, force=force)
    else:
        rows = [{"file": name, **row} if len(names) > 1 else row for name, rows in found for row in rows]
        deliver(jsonl(rows) if form is Format.JSONL else comma_separated(rows), out, force=force)
    return worst(outcomes)


def text_of(name: str) -> str:
    """Give the text of a file that offsets refer to."""
    return loaded(name).text


def rows_of(name: str) -> list[Row]:
    """Give the figures of a file, each as a row with the keys that `kybao read --format jsonl` prints."""
    from kybao.claims import read as read_claims
    from kybao.claims.rows import row

    reading = read_claims(loaded(name))
    return [
        {**row(reading, index), "section": section(reading.document, fact.figure.block)}
        for index, fact in enumerate(reading.facts)
    ]


def section(document: Document, block: int) -> str:
    """Give the headings that a block stands under, the highest first: «II. KINH TẾ › 1. Thu ngân sách»."""
    above = [" ".join(document.blocks[heading].text.split()) for heading in document.headings_over(block)]
    return " › ".join(reversed(above))


def jsonl(rows: Sequence[Row]) -> str:
    """Give an object a line."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def comma_separated(rows: Sequence[Row]) -> str:
    """Give a table for a spreadsheet; a cell that a spreadsheet would take for a formula is marked as text."""
    file = io.StringIO()
    file.write("\ufeff")  # without it Excel takes the file for another encoding
    columns = [name for name in COLUMNS if name != "file" or any("file" in row for row in rows)]
    writer = csv.DictWriter(file, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _cell(row.get(name)) for name in columns} for row in rows)
    return file.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, list):
        value = " / ".join(map(str, value))
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value
