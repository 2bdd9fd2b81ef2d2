"""``kybao load``: filled returns and tables into the ledger, each file whole or not at all."""

import json
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kybao.cli.batches import Outcome, usable
from kybao.cli.drafting import agency_of
from kybao.cli.managing import prepare
from kybao.cli.outcomes import as_object, told
from kybao.cli.progress import watched
from kybao.text import Refusal

if TYPE_CHECKING:
    from kybao.workflow.import_catalogue import Imported
    from kybao.workflow.load_return import LoadedReturn

WORKBOOKS = {".xlsx", ".ods"}
UNUSABLE = 2


class NothingToLoad(Refusal):
    """A folder holds no file that can be taken in."""


class Format(StrEnum):
    """How the outcome is printed."""

    TEXT = "text"
    JSONL = "jsonl"


def load(
    files: Annotated[list[Path], typer.Argument(metavar="TỆP...", help="Biểu .xlsx, .ods, bảng .csv, hoặc thư mục.")],
    *,
    accept_warnings: Annotated[
        str, typer.Option("--accept-warnings", metavar="GHI-CHÚ", help="Trả lời các câu hỏi lại bằng một ghi chú.")
    ] = "",
    agency: Annotated[str | None, typer.Option("--agency", help="Chỉ nhận biểu của đơn vị này.")] = None,
    period: Annotated[str | None, typer.Option("--period", help="Chỉ nhận biểu của kỳ này.")] = None,
    reason: Annotated[str, typer.Option("--reason", help="Lý do, nếu sửa số của kỳ đã chốt.")] = "",
    form: Annotated[Format, typer.Option("--format", help="Dạng kết quả.")] = Format.TEXT,
) -> int:
    """Take each file in, whole or not at all, and say what is wrong by sheet and cell; give the exit code."""
    prepare()
    paths = expanded(files)
    loading = (taken(path, accept_warnings, agency, period, reason) for path in paths)
    outcomes = list(watched(loading, len(paths)))
    for name, result in usable(outcomes):
        tell(name, result, form)
    if form is Format.TEXT and len(outcomes) > 1:
        tell_total(outcomes)
    return exit_code(outcomes)


def expanded(names: Sequence[Path]) -> list[Path]:
    """Give the files, with each folder replaced by the workbooks that lie in it.

    Raises NothingToLoad for a folder without one.
    """
    found: list[Path] = []
    for name in names:
        if not name.is_dir():
            found.append(name)
            continue
        inside = sorted(path for path in name.rglob("*") if _is_meant(path))
        if not inside:
            raise NothingToLoad(f"Thư mục «{name}» không có biểu .xlsx hay .ods nào để nạp.")
        found += inside
    return found


def _is_meant(path: Path) -> bool:
    """Whether a file of a folder is a workbook, and not the lock file beside an open one."""
    return path.suffix.lower() in WORKBOOKS and not path.name.startswith((".", "~$")) and path.is_file()


def taken(
    path: Path, accept: str, agency: str | None, period: str | None, reason: str
) -> "Outcome[LoadedReturn | Imported]":
    """Take one file in: a return, or a table of the catalogue."""
    try:
        return Outcome(str(path), _load(path, accept, agency, period, reason))
    except Refusal as refusal:
        return Outcome(str(path), None, str(refusal))


def _load(path: Path, accept: str, agency: str | None, period: str | None, reason: str) -> "LoadedReturn | Imported":
    from kybao.figures import Period
    from kybao.office.return_identity import NoReturn
    from kybao.office.workbook_files import workbook_bytes
    from kybao.workflow.appoint_administrator import appoint_administrator
    from kybao.workflow.import_catalogue import import_catalogue, tables_in
    from kybao.workflow.load_return import load_return
    from kybao.workflow.prepare_database import prepare_database

    prepare_database()
    by = appoint_administrator()
    if path.suffix.lower() == ".csv":
        return import_catalogue(path, by=by, reason=reason)
    try:
        return load_return(
            workbook_bytes(path),
            name=path.name,
            by=by,
            accept=accept,
            agency=agency_of(agency) if agency else None,
            period=Period.parse(period) if period else None,
            reason=reason,
        )
    except NoReturn:
        if not tables_in(path):
            raise
        return import_catalogue(path, by=by, reason=reason)


def exit_code(outcomes: "Sequence[Outcome[LoadedReturn | Imported]]") -> int:
    """Give 2 where a file could not be used, 1 where one was not taken in, else 0."""
    from kybao.workflow.load_return import LoadedReturn

    if any(outcome.result is None for outcome in outcomes):
        return UNUSABLE
    results = (outcome.result for outcome in outcomes)
    return int(any(isinstance(result, LoadedReturn) and not result.is_in for result in results))


def tell(name: str, result: "LoadedReturn | Imported", form: Format) -> None:
    """Print what came of a file."""
    from kybao.workflow.load_return import LoadedReturn

    if form is Format.JSONL:
        typer.echo(json.dumps({"file": name, **as_object(result)}, ensure_ascii=False))
    elif isinstance(result, LoadedReturn):
        typer.echo("\n".join(told(name, result)))
    else:
        tables = ", ".join(result.tables)
        typer.echo(f"{name}: đã nạp bảng {tables}; {result.changed} mục mới hoặc thay đổi.")


def tell_total(outcomes: "Sequence[Outcome[LoadedReturn | Imported]]") -> None:
    """Say how many files are in."""
    from kybao.workflow.load_return import LoadedReturn

    results = [outcome.result for outcome in outcomes]
    taken_in = sum(1 for result in results if result and (not isinstance(result, LoadedReturn) or result.is_in))
    typer.echo(f"Tổng cộng: {taken_in}/{len(outcomes)} tệp đã vào sổ.")
