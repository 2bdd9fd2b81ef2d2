"""What a row of a figure says, in words for people."""

from collections.abc import Mapping
from datetime import date

from kybao.figures import Period

Row = Mapping[str, object]

ROLES = {"value": "", "plan": "kế hoạch", "compare": "so sánh", "share": "tỷ trọng"}
COMPARISONS = {"ratio": "tỷ lệ", "growth": "tăng/giảm %", "difference": "chênh lệch"}
BASES = {"plan": "kế hoạch", "same_period": "cùng kỳ", "previous_period": "kỳ trước", "other": "mốc khác"}
BEHIND = frozenset({"trở lên", "trở xuống"})  # qualifiers that stand behind their number
AS_OF = "asof:"


def amount(row: Row) -> str:
    """Give the figure with its qualifier.

    >>> amount({"text": "752", "approx": "khoảng"}), amount({"text": "95", "approx": "trở lên"})
    ('khoảng 752', '95 trở lên')
    """
    approx = str(row.get("approx") or "")
    return f"{row['text']} {approx}" if approx in BEHIND else f"{approx} {row['text']}".strip()


def compared(row: Row) -> str:
    """Say what the figure is compared with, or that it is a plan or a share.

    >>> compared({"role": "compare", "kind": "ratio", "basis": "plan:tỉnh giao"}), compared({"role": "plan"})
    ('tỷ lệ so với tỉnh giao', 'kế hoạch')
    """
    if row["role"] != "compare":
        return ROLES[str(row["role"])]
    basis, _, assigner = str(row.get("basis") or "").partition(":")
    named = assigner or BASES.get(basis, basis)
    comparison = COMPARISONS.get(str(row.get("kind")), "")
    return f"{comparison} so với {named}".strip() if named else comparison


def period_label(code: str) -> str:
    """Name a period.

    >>> period_label("2024-Q1"), period_label("asof:2024-03-15"), period_label("2021..2025"), period_label("")
    ('quý I/2024', 'đến ngày 15/03/2024', '2021 - 2025', '')
    """
    if code.startswith(AS_OF):
        return f"đến ngày {date.fromisoformat(code.removeprefix(AS_OF)):%d/%m/%Y}"
    first, _, last = code.partition("..")
    if len(first) == len(last) == 4:
        return f"{first} - {last}"
    return Period.parse(code).label if code else ""


def nature(row: Row) -> str:
    """Say «ước» for an estimate and «lũy kế» for a cumulative figure."""
    words = ["ước"] if row.get("estimate") else []
    words += ["lũy kế"] if row.get("cumulative") else []
    return ", ".join(words)
