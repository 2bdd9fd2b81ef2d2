"""What the ledger refuses, with the user's sentence."""

from kybao.text import Refusal


class LedgerRefusal(Refusal):
    """Something cannot be entered into the ledger or taken out of it."""


class ForbiddenSum(LedgerRefusal):
    """The kind of an indicator forbids to add up what was asked for."""


class WrongEntry(LedgerRefusal):
    """A figure does not fit its indicator, its period or the ledger's limits."""


class WrongChain(LedgerRefusal):
    """A chain of entries was changed or cut."""
