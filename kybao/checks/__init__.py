"""One check a file: each takes a Reading and yields findings."""

from collections.abc import Collection

from kybao.checks import (
    annex_missing,
    anniversary_wrong,
    bases_contradict,
    blank_in_number,
    bracket_unclosed,
    count_disagrees,
    date_impossible,
    difference_disagrees,
    document_number_malformed,
    done_exceeds_received,
    growth_disagrees,
    heading_alone,
    heading_elsewhere,
    heading_repeats,
    heading_skips,
    issuer_twice,
    mark_without_note,
    month_in_longer_report,
    name_spelled_twice,
    name_without_capitals,
    note_without_mark,
    noun_twice,
    number_blank,
    parts_disagree,
    parts_exceed_total,
    passage_copied,
    passage_twice,
    period_word_wrong,
    plan_out_of_scale,
    points_as_percent,
    ratio_cut_off,
    ratio_disagrees,
    repeat_disagrees,
    sentence_unfinished,
    share_impossible,
    total_outside_parts,
    unit_missing,
    units_mixed,
    verb_twice,
    word_twice,
    year_name_wrong,
)
from kybao.checks.acceptances import (
    Acceptance,
    Settings,
    Settled,
    UnusableSettings,
    accept,
    read_acceptances,
    read_settings,
    settle,
    write_acceptances,
)
from kybao.checks.findings import Check, Finding, Severity
from kybao.checks.known import Known, KnownFigure
from kybao.checks.running import Found, Report, run
from kybao.checks.verdicts import Tally, Verdict
from kybao.claims import Reading

ALL: tuple[Check, ...] = (
    ratio_disagrees.CHECK,
    ratio_cut_off.CHECK,
    growth_disagrees.CHECK,
    difference_disagrees.CHECK,
    total_outside_parts.CHECK,
    bases_contradict.CHECK,
    share_impossible.CHECK,
    points_as_percent.CHECK,
    done_exceeds_received.CHECK,
    plan_out_of_scale.CHECK,
    parts_disagree.CHECK,
    parts_exceed_total.CHECK,
    count_disagrees.CHECK,
    repeat_disagrees.CHECK,
    date_impossible.CHECK,
    year_name_wrong.CHECK,
    anniversary_wrong.CHECK,
    period_word_wrong.CHECK,
    month_in_longer_report.CHECK,
    heading_skips.CHECK,
    heading_repeats.CHECK,
    heading_alone.CHECK,
    heading_elsewhere.CHECK,
    mark_without_note.CHECK,
    note_without_mark.CHECK,
    annex_missing.CHECK,
    document_number_malformed.CHECK,
    sentence_unfinished.CHECK,
    bracket_unclosed.CHECK,
    unit_missing.CHECK,
    blank_in_number.CHECK,
    number_blank.CHECK,
    units_mixed.CHECK,
    word_twice.CHECK,
    noun_twice.CHECK,
    issuer_twice.CHECK,
    verb_twice.CHECK,
    passage_twice.CHECK,
    passage_copied.CHECK,
    name_spelled_twice.CHECK,
    name_without_capitals.CHECK,
)


def check(
    reading: Reading,
    *,
    final: bool = False,
    switched_off: Collection[str] = frozenset(),
    known: Known | None = None,
) -> Report:
    """Run all checks over what a document states.

    ``final`` adds what only a document ready to be signed must have; ``known`` are figures from elsewhere.
    """
    return run(ALL, reading, final=final, switched_off=switched_off, known=known)


__all__ = [
    "ALL",
    "Acceptance",
    "Check",
    "Finding",
    "Found",
    "Known",
    "KnownFigure",
    "Report",
    "Settings",
    "Settled",
    "Severity",
    "Tally",
    "UnusableSettings",
    "Verdict",
    "accept",
    "check",
    "read_acceptances",
    "read_settings",
    "settle",
    "write_acceptances",
]
