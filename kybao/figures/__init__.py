"""Numbers, units, periods and cited documents: read from prose and written as prose."""

from kybao.figures.quantities import Figure, Shape, Unit
from kybao.figures.rounding import Interval, cut_off, rounded, shown, step

__all__ = ["Figure", "Interval", "Shape", "Unit", "cut_off", "rounded", "shown", "step"]
