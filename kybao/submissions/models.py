"""The door of the room: forms, obligations, submissions. The board has a door of its own (``boards``)."""

from kybao.submissions.form_lists import FormList
from kybao.submissions.forms import Form, FormRow, Obligation
from kybao.submissions.return_files import ReturnFile
from kybao.submissions.sendings import MAY_BE_SENT, OUT, State, Submission

__all__ = ["MAY_BE_SENT", "OUT", "Form", "FormList", "FormRow", "Obligation", "ReturnFile", "State", "Submission"]
