"""The one door for totals: up the dated tree, along the year, over the parts of an indicator.

    total(indicator, agency, period)       what the agencies below sent for the period  -> Total | None
    along_year(indicator, agency, period)  the same from 1 January (lũy kế)              -> Total | None
    figure(indicator, agency, period)      the agency's own entry, or else the total     -> Measured | None
    own(indicator, agency, period)         the agency's own entry                        -> Measured | None
    parts_total(parent, agency, period)    the sum of the parts that have to add up      -> Total | None
    sum_of(indicators, agency, period)     the sum of some parts of one indicator        -> Total | None
    gather(indicators, agency, period)     many at once, in as few queries as one: ``.total(indicator)`` …

All take ``level=`` (Level.ACTUAL, Level.ESTIMATE) and ``as_of=`` (a date) to choose; without them the latest cut-off
counts, and at the same cut-off what was reached before an estimate. None means that nobody sent anything: missing is
not zero. ForbiddenSum, with a sentence, is raised for what the indicator's kind forbids:

- a ratio is recomputed from the totals of its numerator and denominator, over the agencies that sent both; without
  them it is the value that one department sends for its office, and never summed;
- a stock adds over agencies and takes the last value along the year; a flow adds over both;
- a count adds over agencies that do not overlap, and along the year counts what was there once; an index never adds;
- an agency's own entry and the entries of those below it are never both counted. What the departments of an agency
  send is its own («phòng Kinh tế» speaks for the city) and comes before what its communes send.
"""

from datetime import date

from kybao.figures import Period
from kybao.ledger.gathering import Gathered, gather
from kybao.ledger.indicators import Indicator
from kybao.ledger.kinds import Level
from kybao.ledger.measured import Basis, Measured, Total
from kybao.ledger.parts import parts_total, sum_of
from kybao.org.models import Agency

__all__ = [
    "Basis",
    "Gathered",
    "Measured",
    "Total",
    "along_year",
    "figure",
    "gather",
    "own",
    "parts_total",
    "sum_of",
    "total",
]


def total(
    indicator: Indicator,
    agency: Agency,
    period: Period,
    *,
    level: Level | None = None,
    as_of: date | None = None,
) -> Total | None:
    """Give what the agencies below sent for the period, added as the indicator's kind allows."""
    return gather([indicator], agency, period, level=level, as_of=as_of).total(indicator)


def along_year(
    indicator: Indicator,
    agency: Agency,
    period: Period,
    *,
    level: Level | None = None,
    as_of: date | None = None,
) -> Total | None:
    """Give what the agencies below sent from 1 January to the end of the period (lũy kế)."""
    return gather([indicator], agency, period, level=level, as_of=as_of).along_year(indicator)


def own(
    indicator: Indicator,
    agency: Agency,
    period: Period,
    *,
    level: Level | None = None,
    as_of: date | None = None,
) -> Measured | None:
    """Give the agency's own entry for the period."""
    return gather([indicator], agency, period, level=level, as_of=as_of).own(indicator)


def figure(
    indicator: Indicator,
    agency: Agency,
    period: Period,
    *,
    level: Level | None = None,
    as_of: date | None = None,
) -> Measured | None:
    """Give the agency's own entry, or else the total of what was sent from below."""
    return gather([indicator], agency, period, level=level, as_of=as_of).figure(indicator)
