"""``kybao check``: what a report claims and its own figures deny."""

import json
import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kybao.cli.copies import copy_paths, refuse_originals, wants_copies, write_copy
from kybao.cli.inputs import STANDARD_INPUT, content, document_of, each, expand, usable, worst
from kybao.cli.known import known_figures
from kybao.cli.outputs import deliver, refuse_to_overwrite
from kybao.text import Document, Refusal

if TYPE_CHECKING:  # loaded only when the command runs
    from kybao.checks import Known, Report, Settings, Settled

FOUND = 1


class Format(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSONL = "jsonl"
    SARIF = "sarif"


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
) -> int:
    """Print the findings of the files, in the order of their places; give the exit code."""
    names = list(dict.fromkeys(expand(files)))
    paths = prepared(names, out, form, force=force)
    figures = known_figures(known) if known else None
    work = partial(checked, settings=settings(), final=final, known=figures, copies=paths, force=force)
    outcomes = list(each(names, work))
    done = list(usable(outcomes))
    if not paths:
        in_colour = out is None and sys.stdout.isatty()
        deliver(printed(done, form, several=len(names) > 1, in_colour=in_colour), out, force=force)
    tell_summaries(done, paths)
    dirty = any(not settled.report.clean for _, settled in done)
    return max(worst(outcomes), FOUND if dirty else 0)


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
    known: "Known | None" = None,
    copies: Mapping[str, Path] | None = None,
    force: bool = False,
) -> "Settled":
    """Check one file, and write its commented copy where one is asked for."""
    data = content(name)
    settled = settled_of(document_of(data, name), name, settings=settings, final=final, known=known)
    if copies:
        write_copy(data, settled.report, copies[name], force=force)
    return settled


def settled_of(
    document: Document, name: str, *, settings: "Settings", final: bool, known: "Known | None"
) -> "Settled":
    """Check a document, without what was switched off for its file or accepted beside it."""
    from kybao import checks
    from kybao.checks.acceptances import BESIDE
    from kybao.claims import read

    off = settings.switched_off(name)
    report = checks.check(read(document), final=final, switched_off=off, known=known)
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


def printed(done: Sequence[tuple[str, "Settled"]], form: Format, *, several: bool, in_colour: bool) -> str:
    """Give the findings of all files in the format asked for."""
    from kybao.checks import ALL, printing
    from kybao.checks.sarif import sarif

    reports = [settled.report for _, settled in done]
    if form is Format.SARIF:
        return json.dumps(sarif(reports, ALL), ensure_ascii=False, indent=2) + "\n"
    if form is Format.JSONL:
        rows = [
            {"file": name, **row} if several else row
            for name, settled in done
            for row in printing.rows(settled.report)
        ]
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    as_text = coloured if in_colour else printing.findings_text
    return "".join(as_text(report) for report in reports)


def coloured(report: "Report", *, name: str = "") -> str:
    """Give the findings like a good compiler does: place, message, and the sentence with the place in colour."""
    from kybao.checks import Severity, printing
    from kybao.office.unreadable import shown

    colours = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
    lines: list[str] = []
    for card in printing.cards(report):
        colour = colours[card.severity]
        place = typer.style(f"{shown(name or report.document.name)}:{card.line}:{card.column}:", bold=True)
        label = typer.style(f"{printing.WORDS[card.severity]} {card.code}", fg=colour, bold=True)
        lines.append(f"{place} {label}: {card.message}")
        lines += [typer.style(f"  ở mục: {card.path}", dim=True)] if card.path else []
        marked = typer.style(card.excerpt.marked, fg=colour, bold=True, underline=True)
        lines.append(f"  | {card.excerpt.before}{marked}{card.excerpt.after}\n")
    return "".join(f"{line}\n" for line in lines)


def tell_summaries(done: Sequence[tuple[str, "Settled"]], copies: Mapping[str, Path]) -> None:
    """Say on standard error how each file came out, where its copy is, and which acceptances no longer count."""
    from kybao.checks import printing
    from kybao.office.unreadable import shown

    for path, settled in done:
        name = shown(path)
        typer.echo(f"{name}: {printing.summary(settled.report)}", err=True)
        if path in copies:
            typer.echo(f"{name}: đã ghi {len(settled.report.found)} nhận xét vào «{copies[path]}».", err=True)
        if settled.accepted:
            typer.echo(f"{name}: {len(settled.accepted)} phát hiện đã được chấp nhận trước đây.", err=True)
        for stale in settled.stale:
            typer.echo(f"{name}: chấp nhận {stale.code} không còn hiệu lực, câu đã đổi: «{stale.text}».", err=True)
