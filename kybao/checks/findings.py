"""What a check finds, and what a check is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from kybao.checks.known import Known, KnownFigure
from kybao.claims import Reading
from kybao.text import Span


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One place that does not hold: the shortest wrong figure or phrase and one Vietnamese sentence about it."""

    span: Span
    message: str
    claimed: str = ""
    computed: str = ""
    related: tuple[Span, ...] = ()  # the evidence


@dataclass(frozen=True, slots=True)
class Check:
    """A rule with its page: what it finds, why it matters, a wrong and a right sentence.

    A check looks at the document alone (``find``) or holds it against known figures (``compare``).
    """

    code: str
    name: str
    title: str
    why: str
    wrong: str
    right: str
    find: Callable[[Reading], Iterable[Finding]] | None = None
    severity: Severity = Severity.ERROR
    only_final: bool = False  # what a draft may still have
    compare: Callable[[Reading, Known], Iterable[Finding]] | None = None
    known: tuple[KnownFigure, ...] = ()  # the known figures that the wrong and the right sentence are held against

    def findings(self, reading: Reading, known: Known | None = None) -> Iterable[Finding]:
        """Give what the check finds; a comparison without known figures finds nothing."""
        if self.find is not None:
            return self.find(reading)
        if self.compare is not None and known is not None:
            return self.compare(reading, known)
        return ()
