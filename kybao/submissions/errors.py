"""What the room refuses, with the user's sentence."""

from kybao.text import Refusal


class SubmissionRefusal(Refusal):
    """A return cannot be sent, or a deadline cannot be told."""


class WrongState(SubmissionRefusal):
    """The return or the period is in a state that does not allow this."""


class NothingOwed(SubmissionRefusal):
    """The agency does not owe this form for the period."""
