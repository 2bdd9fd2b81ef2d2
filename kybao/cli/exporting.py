"""``kybao export``: catalogues, agencies, plan targets and figures as tables that ``kybao load`` takes in again."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kybao.cli.managing import prepare
from kybao.cli.outputs import write

ALL = "tat-ca"


class Format(StrEnum):
    """What kind of file is written."""

    XLSX = "xlsx"
    CSV = "csv"


def export(
    what: Annotated[
        str,
        typer.Argument(
            metavar="BẢNG",
            help="don-vi, sap-nhap, chi-tieu, bieu-mau, danh-sach-bieu, nghia-vu, ke-hoach, so-lieu, hoặc tat-ca.",
        ),
    ],
    *,
    out: Annotated[Path, typer.Option("--out", help="Tệp cần tạo (thư mục, nếu tat-ca và csv).", show_default=False)],
    form: Annotated[Format, typer.Option("--format", help="Dạng tệp.")] = Format.XLSX,
    period: Annotated[str | None, typer.Option("--period", help="Kỳ, khi xuất so-lieu.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Cho phép ghi đè tệp đã có.")] = False,
) -> int:
    """Write tables of the database into a file; give the exit code."""
    from kybao.figures import Period

    prepare()
    from kybao.office.table_writing import csv_bytes, xlsx_bytes
    from kybao.workflow.export_catalogue import TABLES, table_named
    from kybao.workflow.prepare_database import prepare_database

    prepare_database()
    time = Period.parse(period) if period else None
    tables = {name: table_named(name, period=time) for name in (TABLES if what == ALL else [what])}
    if form is Format.XLSX:
        write(xlsx_bytes(list(tables.values())), out, force=force)
    elif what == ALL:
        out.mkdir(parents=True, exist_ok=True)
        for name, table in tables.items():
            write(csv_bytes(table), out / f"{name}.csv", force=force)
    else:
        write(csv_bytes(tables[what]), out, force=force)
    typer.echo(f"Đã xuất «{out}»: {', '.join(f'{name} ({len(table.rows)} dòng)' for name, table in tables.items())}.")
    return 0
