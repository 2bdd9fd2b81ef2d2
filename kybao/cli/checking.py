"""``kybao check``: what a report claims and its own figures deny."""

import json
import sys
from collections.abc import Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kybao.cli.inputs import STANDARD_INPUT, each, expand, loaded, usable, worst
from kybao.cli.known import known_figures
from kybao.cli.outputs import deliver, refuse_to_overwrite
from kybao.text import Refusal

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
    out: Annotated[Path | None, typer.Option("--out", help="Ghi kết quả ra tệp này.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Cho phép ghi đè tệp đã có.")] = False,
    final: Annotated[bool, typer.Option("--final", help="Văn bản sắp ký: soát cả chỗ còn để trống.")] = False,
    known: Annotated[
        Path | None, typer.Option("--known", help="So với số liệu đã biết (.jsonl của kybao read).")
    ] = None,
) -> int:
    """Print the findings of the files, in the order of their places; give the exit code."""
    if out is not None:
        refuse_to_overwrite(out, force=force)
    names = expand(files)
    figures = known_figures(known) if known else None
    outcomes = list(each(names, partial(settled_of, settings=settings(), final=final, known=figures)))
    checked = list(usable(outcomes))
    in_colour = out is None and sys.stdout.isatty()
    deliver(printed(checked, form, several=len(names) > 1, in_colour=in_colour), out, force=force)
    tell_summaries(checked)
    dirty = any(not settled.report.clean for _, settled in checked)
    return max(worst(outcomes), FOUND if dirty else 0)


def settings() -> "Settings":
    """Read ``kybao.toml`` of the current folder, where there is one."""
    from kybao.checks import ALL, read_settings
    from kybao.checks.acceptances import SETTINGS

    content = text_beside(Path(SETTINGS))
    return read_settings(content, codes=[check.code for check in ALL])


def settled_of(name: str, *, settings: "Settings", final: bool, known: "Known | None" = None) -> "Settled":
    """Check one file, without what was switched off for it or accepted beside it."""
    from kybao import checks
    from kybao.checks.acceptances import BESIDE
    from kybao.claims import read

    off = settings.switched_off(name)
    report = checks.check(read(loaded(name)), final=final, switched_off=off, known=known)
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


def printed(checked: Sequence[tuple[str, "Settled"]], form: Format, *, several: bool, in_colour: bool) -> str:
    """Give the findings of all files in the format asked for."""
    from kybao.checks import ALL, printing
    from kybao.checks.sarif import sarif

    reports = [settled.report for _, settled in checked]
    if form is Format.SARIF:
        return json.dumps(sarif(reports, ALL), ensure_ascii=False, indent=2) + "\n"
    if form is Format.JSONL:
        rows = [
            {"file": name, **row} if several else row
            for name, settled in checked
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


def tell_summaries(checked: Sequence[tuple[str, "Settled"]]) -> None:
    """Say on standard error how each file came out, and which acceptances no longer count."""
    from kybao.checks import printing
    from kybao.office.unreadable import shown

    for path, settled in checked:
        name = shown(path)
        typer.echo(f"{name}: {printing.summary(settled.report)}", err=True)
        if settled.accepted:
            typer.echo(f"{name}: {len(settled.accepted)} phát hiện đã được chấp nhận trước đây.", err=True)
        for stale in settled.stale:
            typer.echo(f"{name}: chấp nhận {stale.code} không còn hiệu lực, câu đã đổi: «{stale.text}».", err=True)
