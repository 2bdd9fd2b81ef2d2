"""What a check finds, and what a check is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

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
    """A rule with its page: what it finds, why it matters, a wrong and a right sentence."""

    code: str
    name: str
    title: str
    why: str
    wrong: str
    right: str
    find: Callable[[Reading], Iterable[Finding]]
    severity: Severity = Severity.ERROR
