"""Sentences, footnotes and tables out of figures."""

from kybao.narrative.agreement import differences
from kybao.narrative.amounts import amount, compared_amount, lowered, percentage
from kybao.narrative.groups import act, count, counted_list, incident, names_of, nothing, total_with_parts
from kybao.narrative.patterns import Pattern, Runs, WordingError, all_patterns, merged
from kybao.narrative.sentences import (
    comparison_clause,
    cumulative,
    level_clause,
    sentence,
    several_changes,
    two_levels,
)
from kybao.narrative.shares import Share, fraction, fraction_clause, share_clause, share_percent
from kybao.narrative.statements import Compared, Level, Quantity, Statement

__all__ = [
    "Compared",
    "Level",
    "Pattern",
    "Quantity",
    "Runs",
    "Share",
    "Statement",
    "WordingError",
    "act",
    "all_patterns",
    "amount",
    "compared_amount",
    "comparison_clause",
    "count",
    "counted_list",
    "cumulative",
    "differences",
    "fraction",
    "fraction_clause",
    "incident",
    "level_clause",
    "lowered",
    "merged",
    "names_of",
    "nothing",
    "percentage",
    "sentence",
    "several_changes",
    "share_clause",
    "share_percent",
    "total_with_parts",
    "two_levels",
]
