"""Kỳ Báo: the reporting cycle of Vietnamese local government, from units' figures to a checked Word report."""

__version__ = "0.1.0"
