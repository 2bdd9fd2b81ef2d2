"""Numbers, amounts and names as they are spelled in a sentence."""

from decimal import Decimal

from kybao.figures import UnitKind, read_unit, rounded, write_number
from kybao.narrative.patterns import Runs, merged, spelling
from kybao.narrative.statements import Compared, Level, Quantity
from kybao.text.manuscripts import Run, Stated

PERCENT = "%"


def amount(
    quantity: Quantity, level: Level = Level.ACTUAL, *, unit_told: bool = True, pad_counts: bool = True
) -> Runs:
    """Write qualifier, number and unit: «khoảng 752 tỷ đồng»; the number is a run with its key.

    Without ``unit_told`` the words around the number say the unit, or the column of a table.
    """
    role = "plan" if level is Level.PLAN else "value"
    numbers = [rounded(value, quantity.decimals) for value in (quantity.value, quantity.high) if value is not None]
    stated = Stated(
        quantity.key, tuple(numbers), quantity.unit, role=role, approx=quantity.approx,
        estimate=level is Level.ESTIMATE, exact=quantity.value,
    )  # fmt: skip
    pad = pad_counts and padded(quantity.unit) and len(numbers) == 1
    text = "-".join(write_number(number, pad=pad) for number in numbers)
    return with_unit(Run(text, figure=stated), quantity.unit if unit_told else "", quantity.approx)


def compared_amount(compared: Compared, of: str, level: Level = Level.ACTUAL) -> Runs:
    """Write how much a comparison says, without its sign: «8,7%», «02 vụ»."""
    number = compared_number(compared)
    stated = Stated(
        compared.key, (abs(number),), compared.unit, role="compare", basis=compared.basis,
        comparison=compared.comparison.value, sign=-1 if number < 0 else 1, of=of,
        estimate=level is Level.ESTIMATE, exact=compared.value,
    )  # fmt: skip
    return with_unit(Run(write_number(abs(number), pad=padded(compared.unit)), figure=stated), compared.unit)


def compared_number(compared: Compared) -> Decimal:
    """Round a comparison as it is printed, signed."""
    return (
        percentage(compared.value, compared.decimals)
        if compared.unit == PERCENT
        else rounded(compared.value, compared.decimals)
    )


def percentage(value: Decimal, decimals: int = 1) -> Decimal:
    """Round a percentage: so many decimals, no idle zeros, but never to a zero that it is not.

    >>> percentage(Decimal("28.149")), percentage(Decimal("100.04")), percentage(Decimal("0.004"))
    (Decimal('28.1'), Decimal('100'), Decimal('0.004'))
    """
    number = rounded(value, decimals)
    while value and not number:
        decimals += 1
        number = rounded(value, decimals)
    whole = number.to_integral_value()
    return whole if number == whole else number.normalize()


def with_unit(number: Run, unit: str, approx: str = "") -> Runs:
    """Set the unit after a number, glued where it is «%», and the qualifier before or after both."""
    behind = approx in spelling()["after"]
    gap = "" if unit in ("", PERCENT) else " "
    before = f"{approx} " if approx and not behind else ""
    after = f"{gap}{unit} {approx}" if behind else f"{gap}{unit}"
    return merged([run for run in (Run(before), number, Run(after)) if run.text])


def padded(unit: str) -> bool:
    """Whether a count of these under ten gets a zero before it: «05 dự án», but «5 tỷ đồng»."""
    return read_unit(unit).kind is UnitKind.COUNT


def lowered(name: str) -> str:
    """Write a name inside a sentence: «tổng thu NSNN», but «GRDP», «Đảng viên».

    >>> lowered("Tổng thu NSNN"), lowered("GRDP")
    ('tổng thu NSNN', 'GRDP')
    """
    keeps = name[1:2].isupper() or any(name.startswith(word) for word in spelling()["capitals"])
    return name if keeps else name[:1].lower() + name[1:]


def capital(runs: Runs) -> Runs:
    """Begin a sentence: its first letter becomes a capital."""
    if not runs or runs[0].figure:
        return runs
    first = runs[0]
    return (Run(first.text[:1].upper() + first.text[1:], first.tone, None, first.note), *runs[1:])
