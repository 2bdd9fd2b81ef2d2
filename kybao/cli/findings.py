"""Findings as ``kybao check`` prints them, file by file, so that a thousand files take no more memory than a few."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:  # loaded only when the command runs
    from kybao.checks import Report, Settled

NO_RESULTS = '"results": []'


class Format(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSONL = "jsonl"
    SARIF = "sarif"


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of one file, ready to be printed."""

    piece: str  # its findings
    told: tuple[str, ...]  # what is said about it on standard error
    clean: bool


@dataclass(frozen=True, slots=True)
class Printer:
    """Prints the findings of one file."""

    form: Format
    several: bool = False  # whether each object says which file it is of
    in_colour: bool = False

    def piece(self, name: str, report: "Report") -> str:
        """Give the findings of a file in the format asked for."""
        from kybao.checks import ALL, printing
        from kybao.checks.sarif import results

        if self.form is Format.SARIF:
            return ",\n".join(json.dumps(result, ensure_ascii=False) for result in results(report, ALL))
        if self.form is Format.JSONL:
            rows = ({"file": name, **row} if self.several else row for row in printing.rows(report))
            return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        return coloured(report) if self.in_colour else printing.findings_text(report)


class Frame:
    """Puts pieces together to one output: SARIF is one object around the results of all files."""

    def __init__(self, form: Format) -> None:
        self._sarif = form is Format.SARIF
        self._before = ""
        self._opened = False

    def around(self, piece: str) -> str:
        """Give the next piece with what stands before it."""
        if not self._sarif:
            return piece
        opening = "" if self._opened else self._outside()[0] + '"results": ['
        self._opened = True
        before, self._before = self._before, ",\n" if piece or self._before else ""
        return opening + (before + piece if piece else "")

    def end(self) -> str:
        """Give what stands behind the last piece."""
        return f"]{self._outside()[1]}\n" if self._opened else ""

    def _outside(self) -> tuple[str, str]:
        from kybao.checks import ALL
        from kybao.checks.sarif import log

        head, _, tail = json.dumps(log([], ALL), ensure_ascii=False, indent=2).rpartition(NO_RESULTS)
        return head, tail


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


def told(path: str, settled: "Settled", copies: Mapping[str, Path]) -> Iterator[str]:
    """Say how a file came out, where its copy is, and which acceptances no longer count."""
    from kybao.checks import printing
    from kybao.office.unreadable import shown

    name = shown(path)
    yield f"{name}: {printing.summary(settled.report)}"
    if path in copies:
        yield f"{name}: đã ghi {len(settled.report.found)} nhận xét vào «{copies[path]}»."
    if settled.accepted:
        yield f"{name}: {len(settled.accepted)} phát hiện đã được chấp nhận trước đây."
    for stale in settled.stale:
        yield f"{name}: chấp nhận {stale.code} không còn hiệu lực, câu đã đổi: «{stale.text}»."
