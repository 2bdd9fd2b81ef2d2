"""Known figures from a file: what units reported, or what last year's report said, as ``kybao read`` prints it."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from kybao.text import Refusal

if TYPE_CHECKING:
    from kybao.checks import KnownFigure

LEVELS = {"value", "plan"}  # comparisons and shares follow from these


class UnusableKnown(Refusal):
    """A file of known figures cannot be used; nothing was checked."""


def known_figures(path: Path) -> "tuple[KnownFigure, ...]":
    """Read a .jsonl file of figures, an object a line with the keys that ``kybao read --format jsonl`` prints.

    ``indicator``, ``period`` and ``value`` are needed; ``required`` marks what a report has to state. Comparisons,
    shares, fractions and ranges are passed over. Raises UnusableKnown, with file and line, for anything else.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        raise UnusableKnown(f"Không đọc được tệp số liệu «{path}»; tệp phải có và là văn bản UTF-8.") from None
    return tuple(_known(path, lines))


def _known(path: Path, lines: list[str]) -> "Iterator[KnownFigure]":
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line, parse_float=Decimal)
            if row.get("role", "value") in LEVELS and not isinstance(row["value"], list):
                yield _figure(row)
        except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError):
            raise UnusableKnown(
                f"Tệp «{path}», dòng {number}: không phải số liệu dạng JSON có đủ «indicator», «period», «value»; "
                "hãy dùng kết quả của «kybao read … --format jsonl»."
            ) from None


def _figure(row: dict[str, object]) -> "KnownFigure":
    from kybao.checks import KnownFigure
    from kybao.claims import Role
    from kybao.figures import read_number

    value = read_number(str(row["text"])) if "text" in row else Decimal(str(row["value"]))
    return KnownFigure(
        indicator=str(row["indicator"]),
        period=str(row["period"]),
        value=value,
        unit=str(row.get("unit") or ""),
        code=str(row.get("code") or ""),
        agency=str(row.get("agency") or ""),
        level=Role(str(row.get("role", "value"))),
        estimate=bool(row.get("estimate")),
        cumulative=bool(row.get("cumulative")),
        required=bool(row.get("required")),
    )
