"""Numbers, units, periods and cited documents: read from prose and written as prose."""

from kybao.figures.numbers import NumberError, read_number, write_number
from kybao.figures.periods import Period, PeriodError, PeriodKind
from kybao.figures.quantities import Figure, Shape, Unit
from kybao.figures.rounding import Interval, cut_off, rounded, shown, step

__all__ = [
    "Figure",
    "Interval",
    "NumberError",
    "Period",
    "PeriodError",
    "PeriodKind",
    "Shape",
    "Unit",
    "cut_off",
    "read_number",
    "rounded",
    "shown",
    "step",
    "write_number",
]
