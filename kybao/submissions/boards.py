"""The completeness board: who has sent on time, who late, and who not yet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.utils import timezone

from kybao.figures import Period
from kybao.org.models import Agency, AgencyState, holds_on
from kybao.submissions.models import OUT, Obligation, Submission


class Standing(StrEnum):
    """How an obligation stands at an instant."""

    ON_TIME = "đúng hạn"
    LATE = "muộn"
    NOT_YET = "chưa gửi"  # the deadline has not passed
    OVERDUE = "quá hạn, chưa gửi"


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One obligation with how it stands."""

    form: str
    form_name: str
    agency: str  # key
    agency_name: str
    closing: date
    deadline: date
    standing: Standing
    sent_at: datetime | None = None
    reason: str = ""

    @property
    def has_sent(self) -> bool:
        """Whether the return is in, late or not."""
        return self.standing in (Standing.ON_TIME, Standing.LATE)


def board(period: Period, *, on: datetime | None = None, under: Agency | None = None) -> list[BoardLine]:
    """Give all that is owed for a period (by an agency and those below it), as it stood at an instant (default: now).

    Three queries, however many agencies there are.
    """
    instant = on or timezone.now()
    owed = Obligation.objects.due(period).select_related("form", "agency")
    if under is not None:
        owed = owed.under(under, period.end)
    names = dict(AgencyState.objects.filter(holds_on(period.end)).values_list("agency", "name"))
    sent = {
        (one.form_id, one.agency_id): one
        for one in Submission.objects.of_period(period).filter(state__in=OUT)
        if one.sent_at and one.sent_at <= instant
    }
    return [_line(one, period, instant, names.get(one.agency_id, ""), sent.get((one.form_id, one.agency_id)))
            for one in owed]  # fmt: skip


def _line(owed: Obligation, period: Period, instant: datetime, name: str, sent: Submission | None) -> BoardLine:
    deadline = owed.deadline(period)
    return BoardLine(
        form=owed.form.code,
        form_name=owed.form.name,
        agency=owed.agency.key,
        agency_name=name,
        closing=owed.form.closing(period),
        deadline=deadline,
        standing=standing(deadline, instant, sent.sent_at if sent else None),
        sent_at=sent.sent_at if sent else None,
        reason=sent.reason if sent else "",
    )


def standing(deadline: date, instant: datetime, sent_at: datetime | None) -> Standing:
    """Say how an obligation stands: the day of the deadline counts whole."""
    if sent_at is not None:
        return Standing.LATE if timezone.localtime(sent_at).date() > deadline else Standing.ON_TIME
    return Standing.OVERDUE if timezone.localtime(instant).date() > deadline else Standing.NOT_YET


def counts(lines: Iterable[BoardLine]) -> tuple[int, int]:
    """Give «X/Y đơn vị đã gửi»: how many returns are in, of how many that are owed."""
    all_lines = list(lines)
    return sum(line.has_sent for line in all_lines), len(all_lines)
