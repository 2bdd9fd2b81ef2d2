"""A fact as a row of plain values, as ``kybao read --format jsonl`` prints it."""

from decimal import Decimal

from kybao.claims.readings import Fact, Reading
from kybao.figures import Period, PeriodKind, Shape

LONG = frozenset((PeriodKind.HALF, PeriodKind.NINE_MONTHS))


def row(reading: Reading, index: int) -> dict[str, object]:
    """Give one fact with the keys of the reference format and where it stands."""
    fact = reading.facts[index]
    figure = fact.figure
    of = reading.facts[fact.of].figure.span.start if fact.of is not None else None
    return {
        "start": figure.span.start,
        "end": figure.span.end,
        "text": figure.span.text,
        "value": _numbers(figure.numbers, figure.shape),
        "unit": figure.unit.text,
        "base_value": _numbers(tuple(number * fact.turn for number in figure.base), figure.shape),
        "base_unit": figure.unit.base,
        "role": fact.role.value,
        "indicator": fact.indicator,
        "of": of,
        "basis": fact.basis or None,
        "kind": fact.comparison.value if fact.comparison else None,
        "estimate": fact.estimate,
        "approx": figure.approx,
        "period": period_code(fact.period),
        "sentence": sentence(reading, fact),
        "cumulative": fact.cumulative,
        "agency": fact.agency or reading.agency,
        "code": fact.code,
        "score": fact.score,
        "others": [list(other) for other in fact.others],
    }


def plain(number: Decimal) -> int | float:
    """Give a number for JSON: whole where it is whole.

    >>> plain(Decimal("27.0")), plain(Decimal("28.1"))
    (27, 28.1)
    """
    return int(number) if number == number.to_integral_value() else float(number)


def _numbers(numbers: tuple[Decimal, ...], shape: Shape) -> object:
    return plain(numbers[0]) if shape is Shape.SINGLE else [plain(number) for number in numbers]


def period_code(code: str) -> str:
    """Give a period in the reference's spelling: half-years and nine months as months, spans of years as years.

    >>> period_code("2024-9M"), period_code("2021-01-01..2025-12-31"), period_code("2024-06-21..2024-06-21")
    ('2024-01..2024-09', '2021..2025', '2024-06-21')
    """
    if not code or code.startswith("asof:"):
        return code
    period = Period.parse(code)
    if period.start == period.end:
        return period.start.isoformat()
    if period.kind in LONG or (period.kind is PeriodKind.DAYS and _whole_months(period)):
        if period.start.month == 1 and period.end.month == 12:
            return f"{period.start.year}..{period.end.year}"
        return f"{period.start:%Y-%m}..{period.end:%Y-%m}"
    return code


def _whole_months(period: Period) -> bool:
    return (
        Period.of_months(period.end.year, period.end.month, PeriodKind.MONTH).end == period.end
        and period.start.day == 1
    )


def sentence(reading: Reading, fact: Fact) -> str:
    """Give the sentence that a figure stands in."""
    return " ".join(reading.document.blocks[fact.figure.block].text[slice(*fact.sentence)].split())
