"""``kybao check``: what a report claims and its own figures deny."""

import sys
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kybao.cli.batches import Batch
from kybao.cli.copies import copy_paths, refuse_originals, wants_copies, write_copy
from kybao.cli.findings import Checked, Format, Frame, Printer, told
from kybao.cli.inputs import STANDARD_INPUT, content, document_of, expand
from kybao.cli.known import known_figures, ledger_figures
from kybao.cli.outputs import opened, refuse_to_overwrite
from kybao.text import Refusal

if TYPE_CHECKING:  # loaded only when the command runs
    from kybao.checks import Known, Settings, Settled
    from kybao.claims import Reading

FOUND = 1


def check(
    files: Annotated[list[str], typer.Argument(metavar="TỆP...", help="Tệp, thư mục, hoặc «-».", show_default=False)],
    *,
    form: Annotated[Format, typer.Option("--format", help="Dạng kết quả.")] = Format.TEXT,
    out: Annotated[
        Path | None,
        typer.Option("--out", help="Ghi kết quả ra tệp này; .docx: bản sao có nhận xét tại từng chỗ."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Cho phép ghi đè tệp đã có.")] = False,
    final: Annotated[bool, typer.Option("--final", help="Văn bản sắp ký: soát cả chỗ còn để trống.")] = False,
    known: Annotated[
        Path | None, typer.Option("--known", help="So với số liệu đã biết (.jsonl của kybao read).")
    ] = None,
    against_ledger: Annotated[
        str,
        typer.Option("--against-ledger", metavar="ĐƠN-VỊ/KỲ", help="So với sổ số liệu, ví dụ tp-lang-son/2024-Q1."),
    ] = "",
) -> int:
    """Print the findings of the files, in the order of their places; give the exit code."""
    names = list(dict.fromkeys(expand(files)))
    paths = prepared(names, out, form, force=force)
    figures = known_or_none(known, against_ledger)
    printer = Printer(form, several=len(names) > 1, in_colour=out is None and sys.stdout.isatty())
    work = partial(
        checked, settings=settings(), final=final, known=figures, printer=printer, copies=paths, force=force
    )
    batch, frame, dirty = Batch(names, work), Frame(form), False
    with opened(None if paths else out, force=force) as output:
        for _, one in batch:
            output.write("" if paths else frame.around(one.piece))
            typer.echo("\n".join(one.told), err=True)
            dirty |= not one.clean
        if output.used and not paths:
            output.write(frame.end())
    return max(batch.code, FOUND if dirty else 0)


def known_or_none(file: Path | None, ledger: str) -> "Known | None":
    """Give the figures that the report is held against: of a file, of the ledger, of both, or none."""
    if file is None and not ledger:
        return None
    agency, _, period = ledger.partition("/")
    return (known_figures(file) if file else ()) + (ledger_figures(agency, period) if ledger else ())


def prepared(names: Sequence[str], out: Path | None, form: Format, *, force: bool) -> dict[str, Path]:
    """Give the path of each file's commented copy; none where findings are printed instead.

    Raises NotWritten before any work where ``out`` cannot be written.
    """
    if out is None:
        return {}
    if form is Format.TEXT and wants_copies(out):
        return copy_paths(names, out, force=force)
    refuse_originals([out], names)
    refuse_to_overwrite(out, force=force)
    return {}


def settings() -> "Settings":
    """Read ``kybao.toml`` of the current folder, where there is one."""
    from kybao.checks import ALL, read_settings
    from kybao.checks.acceptances import SETTINGS

    content = text_beside(Path(SETTINGS))
    return read_settings(content, codes=[check.code for check in ALL])


def checked(
    name: str,
    *,
    settings: "Settings",
    final: bool,
    known: "Known | None",
    printer: Printer,
    copies: Mapping[str, Path],
    force: bool,
) -> Checked:
    """Check one file, and write its commented copy where one is asked for."""
    from kybao.claims import read

    data = content(name)
    settled = settled_of(read(document_of(data, name)), name, settings=settings, final=final, known=known)
    if copies:
        write_copy(data, settled.report, copies[name], force=force)
    return Checked(printer.piece(name, settled.report), tuple(told(name, settled, copies)), settled.report.clean)


def settled_of(
    reading: "Reading", name: str, *, settings: "Settings", final: bool = False, known: "Known | None" = None
) -> "Settled":
    """Check what a file states, without what was switched off for it or accepted beside it."""
    from kybao import checks
    from kybao.checks.acceptances import BESIDE

    off = settings.switched_off(name)
    report = checks.check(reading, final=final, switched_off=off, known=known)
    beside = Path(name + BESIDE)
    accepted = text_beside(beside) if name != STANDARD_INPUT else ""
    codes = [check.code for check in checks.ALL]
    return checks.settle(report, checks.read_acceptances(accepted, codes=codes, name=str(beside)))


def text_beside(path: Path) -> str:
    """Read a settings file; a missing one is an empty one.

    Raises Refusal for one that cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8") if path.is_file() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise Refusal(f"Không đọc được tệp «{path}»; tệp phải là văn bản UTF-8.") from error
