"""Results as aligned tables for people."""

import io
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from kybao.office.unreadable import shown

Row = dict[str, object]

ROLES = {"value": "", "plan": "kế hoạch", "compare": "so sánh", "share": "tỷ trọng"}
KINDS = {"ratio": "tỷ lệ", "growth": "tăng/giảm %", "difference": "chênh lệch"}
BASES = {"plan": "kế hoạch", "same_period": "cùng kỳ", "previous_period": "kỳ trước", "other": "mốc khác"}


def figures_table(found: Sequence[tuple[str, list[Row]]], *, with_sentences: bool, to_file: bool) -> str:
    """Give the figures of each file, section by section, with a last line that counts them."""
    file = io.StringIO()
    console = Console(file=file, width=160) if to_file else Console(file=file, force_terminal=_on_screen())
    for name, rows in found:
        console.print(Text(f"{shown(name)}: {len(rows)} số liệu", style="bold"), soft_wrap=True)
        for section, inside in by_section(rows):
            console.print(section_table(section, inside, with_sentences=with_sentences))
    return file.getvalue()


def by_section(rows: Sequence[Row]) -> list[tuple[str, list[Row]]]:
    """Group rows that follow one another under one heading."""
    sections: list[tuple[str, list[Row]]] = []
    for row in rows:
        section = str(row.get("section") or "")
        if not sections or sections[-1][0] != section:
            sections.append((section, []))
        sections[-1][1].append(row)
    return sections


def section_table(section: str, rows: Sequence[Row], *, with_sentences: bool) -> Table:
    """Give one section as a table."""
    table = Table(title=Text(section) if section else None, title_justify="left", title_style="bold cyan", box=None)
    table.add_column("Vị trí", justify="right", style="dim")
    table.add_column("Số liệu", justify="right")
    table.add_column("Đơn vị tính")
    table.add_column("Chỉ tiêu", overflow="fold", ratio=2)
    table.add_column("So với")
    table.add_column("Kỳ")
    if with_sentences:
        table.add_column("Câu", overflow="fold", ratio=3)
    for row in rows:
        cells = [str(row["start"]), amount(row), str(row["unit"]), str(row["indicator"]), compared(row), period(row)]
        cells += [str(row.get("sentence", ""))] if with_sentences else []
        table.add_row(*map(Text, cells))  # as text: brackets of a report are not markup
    return table


def amount(row: Row) -> str:
    """Give the figure with its qualifier: «khoảng 752»."""
    approx = str(row.get("approx") or "")
    return f"{row['text']} {approx}" if approx in {"trở lên", "trở xuống"} else f"{approx} {row['text']}".strip()


def compared(row: Row) -> str:
    """Say what the figure is compared with, or that it is a plan or a share."""
    if row["role"] != "compare":
        return ROLES[str(row["role"])]
    basis, _, assigner = str(row.get("basis") or "").partition(":")
    named = assigner or BASES.get(basis, basis)
    return f"{KINDS.get(str(row.get('kind')), '')} so với {named}".strip()


def period(row: Row) -> str:
    """Give the period, with «ước» for an estimate and «lũy kế» for a cumulative figure."""
    words = [str(row.get("period") or "").replace("asof:", "đến ")]
    words += ["ước"] if row.get("estimate") else []
    words += ["lũy kế"] if row.get("cumulative") else []
    return " ".join(filter(None, words))


def _on_screen() -> bool:
    return Console().is_terminal
