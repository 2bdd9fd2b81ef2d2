"""Results as aligned tables for people."""

import io
import sys
from collections.abc import Sequence
from decimal import Decimal

from rich.console import Console
from rich.table import Table
from rich.text import Text

from kybao.claims.labels import amount, compared, nature, period_label
from kybao.figures import write_number
from kybao.office.unreadable import shown

Row = dict[str, object]

WIDE = 400  # characters, where no screen folds the lines


def figures_table(
    name: str, rows: Sequence[Row], *, with_sentences: bool, with_codes: bool = False, to_file: bool
) -> str:
    """Give the figures of a file, section by section, under a line that counts them."""
    file, console = _console(to_file=to_file)
    console.print(Text(f"{shown(name)}: {len(rows)} số liệu", style="bold"), soft_wrap=True)
    for section, inside in by_section(rows):
        console.print(section_table(section, inside, with_sentences=with_sentences, with_codes=with_codes))
    return file.getvalue()


def citations_table(name: str, rows: Sequence[Row], *, to_file: bool) -> str:
    """Give the documents that a file cites, under a line that counts them."""
    file, console = _console(to_file=to_file)
    console.print(Text(f"{shown(name)}: {len(rows)} lần viện dẫn văn bản", style="bold"), soft_wrap=True)
    table = Table(box=None)
    table.add_column("Vị trí", justify="right", style="dim")
    table.add_column("Tên loại", overflow="fold")
    table.add_column("Số, ký hiệu", overflow="fold")
    table.add_column("Ngày", no_wrap=True)
    table.add_column("Cơ quan ban hành", overflow="fold", ratio=2)
    table.add_column("Trích yếu", overflow="fold", ratio=4)
    for row in rows:
        cells = [row["start"], row["kind"], row["number"], day(str(row["date"])), row["issuer"], row["title"]]
        table.add_row(*(Text(str(cell)) for cell in cells))
    if rows:
        console.print(table)
    return file.getvalue()


def day(iso: str) -> str:
    """Give a day as Vietnamese officials write it.

    >>> day("2024-03-15"), day("")
    ('15/03/2024', '')
    """
    return "/".join(reversed(iso.split("-")))


def failures_table(failed: Sequence[tuple[str, str]], *, of: int) -> str:
    """Give what could not be read and why."""
    file = io.StringIO()
    console = Console(file=file, force_terminal=True) if sys.stderr.isatty() else Console(file=file, width=WIDE)
    console.print(Text(f"Không dùng được {len(failed)}/{of} tệp:", style="bold"))
    table = Table(box=None, show_header=True, header_style="bold")
    table.add_column("Tệp", overflow="fold")
    table.add_column("Vì sao", overflow="fold")
    for name, refusal in failed:
        table.add_row(Text(shown(name)), Text(" ".join(refusal.split())))
    console.print(table)
    return "".join(f"{line.rstrip()}\n" for line in file.getvalue().splitlines())


def by_section(rows: Sequence[Row]) -> list[tuple[str, list[Row]]]:
    """Group rows that follow one another under one heading."""
    sections: list[tuple[str, list[Row]]] = []
    for row in rows:
        section = str(row.get("section") or "")
        if not sections or sections[-1][0] != section:
            sections.append((section, []))
        sections[-1][1].append(row)
    return sections


def section_table(section: str, rows: Sequence[Row], *, with_sentences: bool, with_codes: bool = False) -> Table:
    """Give one section as a table."""
    table = Table(title=Text(section) if section else None, title_justify="left", title_style="bold cyan", box=None)
    table.add_column("Vị trí", justify="right", style="dim")
    table.add_column("Số liệu", justify="right")
    table.add_column("Đơn vị tính")
    table.add_column("Chỉ tiêu", overflow="fold", ratio=2)
    if with_codes:
        table.add_column("Mã đề xuất", overflow="fold")
    table.add_column("So với")
    table.add_column("Kỳ")
    if with_sentences:
        table.add_column("Câu", overflow="fold", ratio=3)
    for row in rows:
        cells = [str(row["start"]), amount(row), str(row["unit"]), str(row["indicator"])]
        cells += [proposed(row)] if with_codes else []
        cells += [compared(row), period(row)]
        cells += [str(row.get("sentence", ""))] if with_sentences else []
        table.add_row(*map(Text, cells))  # as text: brackets of a report are not markup
    return table


def proposed(row: Row) -> str:
    """Give the code of the catalogue that fits best with how well it fits: «ns.thu (0,92)»."""
    return f"{row['code']} ({write_number(Decimal(str(row['score'])), decimals=2)})" if row.get("code") else ""


def period(row: Row) -> str:
    """Name the period, with «ước» for an estimate and «lũy kế» for a cumulative figure."""
    return " ".join(filter(None, (period_label(str(row.get("period") or "")), nature(row))))


def _console(*, to_file: bool) -> tuple[io.StringIO, Console]:
    file = io.StringIO()
    if to_file:
        return file, Console(file=file, width=160)
    return file, Console(file=file, force_terminal=Console().is_terminal)
