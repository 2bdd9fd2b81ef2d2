"""Figures bound into statements: value, comparison, share, parts and total, count and list."""

from kybao.claims.catalogue import Catalogue, CatalogueEntry
from kybao.claims.reading import read
from kybao.claims.readings import (
    Amount,
    Change,
    Comparison,
    CountedList,
    Fact,
    Ratio,
    Reading,
    Repeat,
    Role,
    Sum,
)

__all__ = [
    "Amount",
    "Catalogue",
    "CatalogueEntry",
    "Change",
    "Comparison",
    "CountedList",
    "Fact",
    "Ratio",
    "Reading",
    "Repeat",
    "Role",
    "Sum",
    "read",
]
