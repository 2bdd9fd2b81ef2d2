"""Known figures: from a file, as ``kybao read`` prints last year's report, or from the ledger that units filled."""

import json
from collections.abc import Iterator
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from kybao.text import Refusal

if TYPE_CHECKING:
    from kybao.checks import KnownFigure
    from kybao.reports.book import Subject
    from kybao.reports.ledger_book import LedgerBook

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

    return KnownFigure(
        indicator=str(row["indicator"]),
        period=str(row["period"]),
        value=_value(row),
        unit=str(row.get("unit") or ""),
        code=str(row.get("code") or ""),
        agency=str(row.get("agency") or ""),
        level=Role(str(row.get("role", "value"))),
        estimate=bool(row.get("estimate")),
        cumulative=bool(row.get("cumulative")),
        required=bool(row.get("required")),
    )


def ledger_figures(agency: str, period: str) -> "tuple[KnownFigure, ...]":
    """Give what the ledger holds of an agency for a period, under each wording of the indicator.

    What was reached by a date before the period's end is a figure of the whole period only where no estimate says
    more. Raises a Refusal for an agency or a period that the ledger does not know.
    """
    from kybao.cli.drafting import agency_of
    from kybao.cli.managing import prepare

    prepare()
    from kybao.figures import Period
    from kybao.ledger.models import Indicator
    from kybao.reports.ledger_book import LedgerBook

    book = LedgerBook(agency_of(agency), Period.parse(period))
    wordings = {one.code: (one.name, *one.wordings) for one in Indicator.objects.all()}
    return tuple(
        figure for subject in book.subjects() for figure in _of_subject(book, subject, wordings[subject.code])
    )


def _of_subject(book: "LedgerBook", subject: "Subject", names: tuple[str, ...]) -> "Iterator[KnownFigure]":
    from kybao.checks import KnownFigure
    from kybao.claims import Role
    from kybao.figures import rounded
    from kybao.narrative import Level

    estimate = book.value(subject.code, Level.ESTIMATE)
    for level in Level:
        value = book.value(subject.code, level)
        if value is None:
            continue
        periods = {str(book.period.year)} if level is Level.PLAN else {book.period.code}
        if level is Level.ACTUAL:
            periods = {f"asof:{value.as_of.isoformat()}"} | (set() if estimate else periods)
        for name, period in product(names, sorted(periods)):
            yield KnownFigure(
                indicator=name,
                period=period,
                value=rounded(value.value, value.decimals),
                unit=subject.unit,
                level=Role.PLAN if level is Level.PLAN else Role.VALUE,
                estimate=level is Level.ESTIMATE,
                cumulative=value.cumulative,
            )


def _value(row: dict[str, object]) -> Decimal:
    """Give the value with the digits that the text shows: «27,0» is 27.0."""
    from kybao.figures import NumberError, read_number

    try:
        return read_number(str(row["text"])) if "text" in row else Decimal(str(row["value"]))
    except NumberError:  # «87.010, 7», «1２,５»: read all the same, though no one should write so
        return Decimal(str(row["value"]))
