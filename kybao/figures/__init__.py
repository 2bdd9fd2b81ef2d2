"""Numbers, units, periods and cited documents: read from prose and written as prose."""

from kybao.figures.periods import Period, PeriodError, PeriodKind
from kybao.figures.quantities import Figure, Shape, Unit
from kybao.figures.rounding import Interval, cut_off, rounded, shown, step

__all__ = [
    "Figure",
    "Interval",
    "Period",
    "PeriodError",
    "PeriodKind",
    "Shape",
    "Unit",
    "cut_off",
    "rounded",
    "shown",
    "step",
]
