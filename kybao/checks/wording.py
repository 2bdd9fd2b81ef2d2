"""How checks name figures and values in their sentences."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from kybao.claims import Amount
from kybao.figures import Figure, step, write_number
from kybao.text import Span

LONGEST = 60  # characters of the document that a message quotes


def written(figure: Figure) -> str:
    """Give a figure as the document writes it: «60.746 triệu đồng»."""
    unit = figure.unit.text
    glue = "" if unit in {"", "%"} else " "
    return f"{figure.span.text}{glue}{unit}"


def like(value: Decimal, amount: Amount) -> str:
    """Write a value of the base unit in the unit of a figure, with as many decimals as the figure shows."""
    unit = amount.figure.unit
    shown = (value / unit.factor).quantize(step(amount.figure.value), rounding=ROUND_HALF_UP)
    glue = "" if unit.text in {"", "%"} else " "
    return f"{write_number(shown)}{glue}{unit.text}"


def quoted(text: str) -> str:
    """Quote words of the document, on one line and shortened."""
    line = " ".join(text.split())
    return f"«{line}»" if len(line) <= LONGEST else f"«{line[:LONGEST].rstrip()}…»"


def spans_of(amounts: Iterable[Amount]) -> tuple[Span, ...]:
    """Give the places of amounts."""
    return tuple(amount.figure.span for amount in amounts)
