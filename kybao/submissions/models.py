"""The door of the room: forms, obligations, submissions. The board has a door of its own (``boards``)."""

from kybao.submissions.forms import Form, FormRow, Obligation
from kybao.submissions.sendings import MAY_BE_SENT, OUT, State, Submission

__all__ = ["MAY_BE_SENT", "OUT", "Form", "FormRow", "Obligation", "State", "Submission"]
