"""Checks run over a reading: the findings in order, and how the claims came out."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from kybao.checks.findings import Check, Finding, Severity
from kybao.checks.known import Known
from kybao.checks.verdicts import Tally, tally
from kybao.claims import Reading
from kybao.text import Document, Span

LONGEST = 300  # characters of a finding; more would not show anybody the place
WEIGHT = {severity: weight for weight, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Found:
    """A finding and the check that made it."""

    check: Check
    finding: Finding

    @property
    def span(self) -> Span:
        """The place."""
        return self.finding.span

    @property
    def severity(self) -> Severity:
        """How much it weighs."""
        return self.check.severity


@dataclass(frozen=True)
class Report:
    """What was found in one document."""

    document: Document
    found: tuple[Found, ...]
    tally: Tally

    def count(self, severity: Severity) -> int:
        """How many findings weigh so much."""
        return sum(found.severity is severity for found in self.found)

    @property
    def clean(self) -> bool:
        """Whether there is nothing that has to be mended: remarks do not count."""
        return not self.count(Severity.ERROR) and not self.count(Severity.WARNING)


def run(
    checks: Sequence[Check],
    reading: Reading,
    *,
    final: bool = False,
    switched_off: Collection[str] = frozenset(),
    known: Known | None = None,
) -> Report:
    """Run checks over a reading; two findings of one place become one, the heavier."""
    found = [
        Found(check, _shortened(reading.document, finding))
        for check in checks
        if check.code not in switched_off and (final or not check.only_final)
        for finding in check.findings(reading, known)
    ]
    return Report(reading.document, tuple(_merged(found)), tally(reading))


def _merged(found: Sequence[Found]) -> Iterator[Found]:
    taken: set[tuple[int, int]] = set()
    for one in sorted(found, key=lambda one: (one.span.start, one.span.end, WEIGHT[one.severity])):
        place = one.span.start, one.span.end
        if place not in taken:
            taken.add(place)
            yield one


def _shortened(document: Document, finding: Finding) -> Finding:
    if len(finding.span) <= LONGEST:
        return finding
    return replace(finding, span=document.span(finding.span.start, finding.span.start + LONGEST))
