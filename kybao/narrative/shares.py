"""Parts of a whole: «42/87 đơn, đạt tỷ lệ 48,3%», «20 vụ, chiếm 12,5% tổng số vụ»."""

from dataclasses import dataclass

from kybao.figures import rounded, write_number
from kybao.narrative.amounts import PERCENT, amount, capital, lowered, padded, percentage, with_unit
from kybao.narrative.patterns import Runs, choose
from kybao.narrative.statements import Level, Quantity
from kybao.text.manuscripts import Run, Stated


@dataclass(frozen=True, slots=True)
class Share:
    """A part and its whole, in one unit."""

    part: Quantity
    whole: Quantity
    name: str = ""  # «đã giải quyết»
    whole_name: str = ""  # «tổng số đơn», for a percentage that names its whole
    decimals: int = 1
    level: Level = Level.ACTUAL

    @property
    def key(self) -> str:
        """The key of the fraction and of its percentage, apart from their kind."""
        return f"{self.part.key}/{self.whole.key.partition('@')[0]}"


def fraction(share: Share) -> Runs:
    """Write «42/87 đơn»; both numbers are one figure."""
    unit = share.part.unit
    numbers = tuple(rounded(each.value, each.decimals) for each in (share.part, share.whole))
    text = "/".join(write_number(number, pad=padded(unit)) for number in numbers)
    stated = Stated(f"{share.key}#fraction", numbers, unit, role="share", estimate=share.level is Level.ESTIMATE)
    return with_unit(Run(text, figure=stated), unit)


def share_percent(share: Share, of: str = "") -> Runs:
    """Write the part as a percentage of its whole: «48,3%»."""
    exact = share.part.value / share.whole.value * 100
    number = percentage(exact, share.decimals)
    stated = Stated(
        f"{share.key}#percent", (number,), PERCENT, role="share", of=of,
        estimate=share.level is Level.ESTIMATE, exact=exact,
    )  # fmt: skip
    return with_unit(Run(write_number(number), figure=stated), PERCENT)


def fraction_clause(share: Share, *, with_percent: bool = False, wanted: str = "", opening: bool = True) -> Runs:
    """Word a fraction, on demand with its percentage: «Đã giải quyết 42/87 đơn, đạt tỷ lệ 48,3%»."""
    slots: dict[str, Runs | str] = {"name": lowered(share.name), "fraction": fraction(share)}
    if with_percent:
        slots["percent"] = share_percent(share, f"{share.key}#fraction")
    runs = choose("shares.fraction_percent" if with_percent else "shares.fraction", slots, wanted).fill(slots)
    return capital(runs) if opening else runs


def share_clause(share: Share, *, wanted: str = "", opening: bool = True) -> Runs:
    """Word a part with its percentage of the named whole: «Án ma túy 20 vụ, chiếm 12,5% tổng số vụ»."""
    slots: dict[str, Runs | str] = {
        "name": lowered(share.name),
        "amount": amount(share.part, share.level),
        "percent": share_percent(share, share.part.key),
        "whole": share.whole_name,
    }
    runs = choose("shares.percent", slots, wanted).fill(slots)
    return capital(runs) if opening else runs
