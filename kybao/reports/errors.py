"""What the room refuses, with the user's sentence."""

from kybao.text import Refusal


class ReportRefusal(Refusal):
    """A report cannot be drafted or read back."""


class OutlineError(ReportRefusal):
    """An outline (đề cương) cannot be used; the sentence names the section and the place in it."""
