"""Send a return: from then on it counts as in, on time or late."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from kybao.figures import Period
from kybao.org.models import Agency, User, note
from kybao.org.permissions import require
from kybao.submissions.boards import Standing, standing
from kybao.submissions.errors import NothingOwed, WrongState
from kybao.submissions.models import MAY_BE_SENT, Form, Obligation, State, Submission


@transaction.atomic
def send_submission(
    form: Form, agency: Agency, period: Period, *, by: User, at: datetime | None = None, reason: str = ""
) -> Submission:
    """Send what an agency owes for a period; ``at`` tells when it came in where that is known from elsewhere.

    Raises NotAllowed, NothingOwed, or WrongState where it has been sent already.
    """
    require("send_submission", agency, by=by, day=period.end)
    owed = Obligation.objects.due(period).filter(form=form, agency=agency).select_related("form").first()
    if owed is None:
        raise NothingOwed(f"Đơn vị «{agency.key}» không phải gửi biểu «{form.code}» cho {period.label}.")
    Submission.objects.get_or_create(form=form, agency=agency, period_code=period.code)
    sent = Submission.objects.select_for_update().get(form=form, agency=agency, period_code=period.code)
    if sent.state not in MAY_BE_SENT:
        raise WrongState(
            f"Biểu «{form.code}» của «{agency.key}», {period.label}, {State(sent.state).label}: đã gửi rồi."
        )
    sent.state, sent.sent_at, sent.sent_by, sent.reason = State.SENT, at or timezone.now(), by, reason
    sent.late = standing(owed.deadline(period), sent.sent_at, sent.sent_at) is Standing.LATE
    sent.save()
    when = "muộn" if sent.late else "đúng hạn"
    note("send_submission", f"Gửi biểu «{form.code}» của «{agency.key}», {period.label}, {when}.", by=by,
         about=f"submission:{sent.pk}")  # fmt: skip
    return sent
