"""Take a filled return in: all of it or nothing, with every problem named by sheet and cell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from django.db import transaction
from django.utils import timezone

from kybao.figures import Period
from kybao.ledger.booking import Booked
from kybao.ledger.models import Indicator
from kybao.office.return_identity import identify
from kybao.office.return_reading import ReturnReading, read_return
from kybao.office.return_sheets import Problem, ReturnForm, ReturnKey, Severity
from kybao.office.workbook_files import read_workbook
from kybao.org.models import Agency, User, note
from kybao.org.permissions import require
from kybao.submissions.doubts import Known, doubts
from kybao.submissions.errors import NothingOwed, SubmissionRefusal, WrongState
from kybao.submissions.form_lists import written_line
from kybao.submissions.models import MAY_BE_SENT, Obligation, ReturnFile, State, Submission
from kybao.submissions.return_entries import Change, Sender, changes, entries_of, taken_back
from kybao.submissions.returns import indicators_of, return_form
from kybao.workflow.record_entries import record_entries
from kybao.workflow.send_submission import send_submission

VERB = "load_return"
OPEN = MAY_BE_SENT | {State.SENT}  # until somebody has approved it


class WrongReturn(SubmissionRefusal):
    """A return of another agency or period than was expected, or one that nobody asked for."""


class Outcome(StrEnum):
    """What became of a file."""

    TAKEN = "đã nạp"
    UNCHANGED = "đã nạp từ trước, không có gì thay đổi"
    QUESTIONED = "chưa nạp: cần trả lời câu hỏi"
    REFUSED = "không nạp: có lỗi"


@dataclass(frozen=True, slots=True)
class LoadedReturn:
    """What came of one file."""

    key: ReturnKey
    outcome: Outcome
    problems: tuple[Problem, ...]
    figures: int = 0  # that the return gives
    changes: tuple[Change, ...] = ()  # against the file before it
    submission: Submission | None = None

    @property
    def is_in(self) -> bool:
        """Whether the ledger has what the file says."""
        return self.outcome in (Outcome.TAKEN, Outcome.UNCHANGED)

    def having(self, severity: Severity) -> tuple[Problem, ...]:
        """Give the problems of one severity."""
        return tuple(problem for problem in self.problems if problem.severity is severity)


@dataclass(frozen=True, slots=True)
class _Return:
    """A return that was read, and what it was read against."""

    owed: Obligation
    period: Period
    form: ReturnForm
    reading: ReturnReading
    sender: Sender
    indicators: Mapping[str, Indicator]


@transaction.atomic
def load_return(
    data: bytes,
    *,
    name: str,
    by: User,
    accept: str = "",
    agency: Agency | None = None,
    period: Period | None = None,
    at: datetime | None = None,
    reason: str = "",
) -> LoadedReturn:
    """Take in the workbook of a return and send it; ``accept`` is the note that answers its questions.

    A file with an error, or with a question and no answer, changes nothing; nor does a file that was taken in
    before. A later file supersedes the one before, which is kept. ``agency`` and ``period`` say what is expected;
    ``reason`` is needed in a period that was closed. Raises UnreadableFile, WrongReturn, NothingOwed, WrongState or
    NotAllowed for a file that cannot be a return of this kind at all.
    """
    read = _read(data, name, agency, period)
    require("send_submission", read.owed.agency, by=by, day=read.period.end)
    known = Known.of(read.indicators, read.owed.agency, read.period)
    problems = (*read.reading.problems, *doubts(read.form, read.reading, known))
    key = read.reading.identity.key
    if read.reading.is_refused:
        return LoadedReturn(key, Outcome.REFUSED, problems)
    if any(problem.severity is Severity.QUESTION for problem in problems) and not accept.strip():
        return LoadedReturn(key, Outcome.QUESTIONED, problems)
    submission = _locked(read.owed, read.period)
    said = entries_of(read.reading, read.form, read.indicators, read.sender)
    former = taken_back(said, read.indicators, read.sender)
    booked = record_entries([*said, *former], by=by, reason=reason, origin=f"tệp «{name}»")
    before = ReturnFile.objects.filter(submission=submission).order_by("number").last()
    if before and not booked.entries and before.lists == _lists(read.reading) and submission.state == State.SENT:
        return LoadedReturn(key, Outcome.UNCHANGED, problems, len(said), submission=submission)
    _keep(data, read, submission, before, by=by, accept=accept)
    _note(read, booked, problems, by=by, accept=accept)
    if submission.state in MAY_BE_SENT:
        submission = send_submission(read.owed.form, read.owed.agency, read.period, by=by, at=at)
    changed = changes(booked.entries) if before is not None else []
    return LoadedReturn(key, Outcome.TAKEN, problems, len(said), tuple(changed), submission)


def _read(data: bytes, name: str, agency: Agency | None, period: Period | None) -> _Return:
    """Read the workbook against the form of the agency that it was written for."""
    workbook = read_workbook(data, name=name)
    key = identify(workbook).key
    if agency is not None and key.agency != agency.key:
        raise WrongReturn(f"Tệp «{name}» là biểu của đơn vị «{key.agency}», không phải của «{agency.key}».")
    if period is not None and key.period != period.code:
        raise WrongReturn(f"Tệp «{name}» là biểu của kỳ {key.period}, không phải của kỳ {period.code}.")
    owed, of_period = _obligation(key, name)
    indicators = indicators_of(owed)
    form = return_form(owed, of_period, indicators)
    sender = Sender(owed.agency, of_period, name, sha256(data).hexdigest())
    by_code = {indicator.code: indicator for indicator in indicators}
    return _Return(owed, of_period, form, read_return(workbook, form), sender, by_code)


def _obligation(key: ReturnKey, name: str) -> tuple[Obligation, Period]:
    period = Period.parse(key.period)
    owed = Obligation.objects.due(period).filter(form__code=key.form, agency__key=key.agency)
    found = owed.select_related("form", "agency").order_by("-form__version").first()
    if found is None:
        raise NothingOwed(
            f"Tệp «{name}»: đơn vị «{key.agency}» không phải gửi biểu «{key.form}» cho {period.label}; "
            "hãy kiểm tra lại biểu và kỳ báo cáo."
        )
    return found, period


def _locked(owed: Obligation, period: Period) -> Submission:
    """Give the return, locked; raises WrongState where it is no longer the sender's to change."""
    Submission.objects.get_or_create(form=owed.form, agency=owed.agency, period_code=period.code)
    locked = Submission.objects.select_for_update()
    submission = locked.get(form=owed.form, agency=owed.agency, period_code=period.code)
    if submission.state not in OPEN:
        raise WrongState(
            f"Biểu «{owed.form.code}» của «{owed.agency.key}», {period.label}, {State(submission.state).label}; "
            "muốn nạp lại thì nơi nhận phải trả lại biểu trước."
        )
    return submission


def _lists(reading: ReturnReading) -> dict[str, list[dict[str, str]]]:
    return {code: [written_line(entry) for entry in entries] for code, entries in reading.answers.lists.items()}


def _keep(
    data: bytes, read: _Return, submission: Submission, before: ReturnFile | None, *, by: User, accept: str
) -> None:
    ReturnFile.objects.create(
        submission=submission,
        number=before.number + 1 if before else 1,
        name=read.sender.name[:255],
        digest=read.sender.digest,
        content=data,
        note=accept[:500],
        lists=_lists(read.reading),
        loaded_by=by,
    )


def _note(read: _Return, booked: Booked, problems: Iterable[Problem], *, by: User, accept: str) -> None:
    questions = [str(problem) for problem in problems if problem.severity is Severity.QUESTION]
    answered = f" Trả lời {len(questions)} câu hỏi: {accept}" if questions else ""
    note(
        VERB,
        f"Nạp tệp «{read.sender.name}»: biểu «{read.owed.form.code}» của «{read.owed.agency.key}», "
        f"{read.period.label}; {len(booked.added)} số liệu mới, {len(booked.corrected)} số liệu sửa.{answered}",
        by=by,
        questions=questions,
        digest=read.sender.digest,
        at=timezone.now().isoformat(timespec="seconds"),
    )
