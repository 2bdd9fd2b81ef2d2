"""A fact in the making: what is known of a figure while its sentence is read."""

from dataclasses import dataclass, field

from kybao.claims.clauses import Site
from kybao.claims.clocks import Time
from kybao.claims.readings import Comparison, Role

LEVELS = frozenset((Role.VALUE, Role.PLAN))


@dataclass(slots=True)
class Draft:
    """What has been found about one figure so far."""

    site: Site
    role: Role = Role.VALUE
    comparison: Comparison | None = None
    sign: int = 1
    basis: str = ""
    of: int | None = None
    estimate: bool = False
    cumulative: bool = False
    indicator: str = ""
    time: Time | None = None
    firm: bool = False  # the words before the number name it by themselves: «Tổng thu ngân sách đạt …»
    part: bool = False  # after «trong đó»
    total: "Draft | None" = None  # the figure that it is a part of
    short_plan: bool = False  # compared with the plan of a month or quarter; what follows is of the year's total
    rows: dict[bool, list[str]] = field(default_factory=dict)  # bases of its ratios (True) and of its changes so far

    @property
    def plan(self) -> bool:
        """Whether it states a plan."""
        return self.role is Role.PLAN

    @property
    def level(self) -> bool:
        """Whether a comparison or share can qualify it."""
        return self.role in LEVELS or (self.role is Role.SHARE and self.of is None)
