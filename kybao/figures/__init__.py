"""Numbers, units, periods and cited documents: read from prose and written as prose."""

from kybao.figures.citations import Citation, citation_row, citations
from kybao.figures.cited import CitedDocument, cited_documents
from kybao.figures.composing import Composed, compose
from kybao.figures.dates import DateMention, dates
from kybao.figures.mentions import PeriodMention, Relative
from kybao.figures.misread import Misread, misread_numbers
from kybao.figures.number_words import CountInWords, number_words
from kybao.figures.numbers import NumberError, read_number, write_number
from kybao.figures.periods import Period, PeriodError, PeriodKind
from kybao.figures.quantities import Figure, Shape, Unit, UnitKind
from kybao.figures.rounding import Interval, cut_off, rounded, shown, step
from kybao.figures.scanning import figures
from kybao.figures.scanning import figures_in as passage_figures
from kybao.figures.time_words import period_mentions
from kybao.figures.units import read_unit

__all__ = [
    "Citation",
    "CitedDocument",
    "Composed",
    "CountInWords",
    "DateMention",
    "Figure",
    "Interval",
    "Misread",
    "NumberError",
    "Period",
    "PeriodError",
    "PeriodKind",
    "PeriodMention",
    "Relative",
    "Shape",
    "Unit",
    "UnitKind",
    "citation_row",
    "citations",
    "cited_documents",
    "compose",
    "cut_off",
    "dates",
    "figures",
    "misread_numbers",
    "number_words",
    "passage_figures",
    "period_mentions",
    "read_number",
    "read_unit",
    "rounded",
    "shown",
    "step",
    "write_number",
]
