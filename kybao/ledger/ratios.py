"""What a numerator over a denominator has to be multiplied by to stand in the unit of its ratio."""

from decimal import Decimal

from kybao.figures import Unit, UnitKind, read_unit
from kybao.figures.units import MAGNITUDES
from kybao.figures.vocabulary import folded
from kybao.ledger.errors import WrongEntry

SHARES = {"%": Decimal(100), "‰": Decimal(1000)}


def multiplier(ratio: Unit, top: Unit, bottom: Unit) -> Decimal:
    """Give the factor between «numerator / denominator» and the unit that the ratio is shown in.

    Raises WrongEntry where the units do not make such a ratio.

    >>> multiplier(read_unit("tạ/ha"), read_unit("tấn"), read_unit("ha"))
    Decimal('10')
    """
    if ratio.base in SHARES:
        _refuse_unless(_alike(top, bottom), ratio, top, bottom)
        return SHARES[ratio.base] * top.factor / bottom.factor
    per = _denominator(ratio.per) if ratio.per else Unit("", bottom.base)
    over = Unit(ratio.text, ratio.base.split("/")[0], ratio.factor, ratio.kind)
    _refuse_unless(_alike(top, over) and _alike(bottom, per), ratio, top, bottom)
    return top.factor * per.factor / (bottom.factor * ratio.factor)


def _denominator(text: str) -> Unit:
    """Read «vạn dân», «ha», «người/năm»: how many of what the ratio is counted for."""
    first, _, rest = text.split("/")[0].partition(" ")
    if rest and folded(first) in MAGNITUDES:
        counted = read_unit(rest)
        return Unit(text, counted.base, counted.factor * MAGNITUDES[folded(first)], counted.kind)
    return read_unit(text.split("/")[0])


def _alike(one: Unit, other: Unit) -> bool:
    """Whether both measure the same; nouns that are counted may be named differently (người, dân)."""
    counted = {UnitKind.COUNT, UnitKind.NONE}
    return one.base == other.base or (one.kind in counted and other.kind in counted)


def _refuse_unless(fits: bool, ratio: Unit, top: Unit, bottom: Unit) -> None:
    if not fits:
        raise WrongEntry(
            f"«{top.text}» chia cho «{bottom.text}» không thành «{ratio.text}»; hãy xem lại đơn vị tính của "
            "tử số, mẫu số."
        )
