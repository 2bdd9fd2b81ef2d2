"""Recording figures and closing periods: permission, closed periods, audit lines."""

from datetime import date, datetime
from pathlib import Path

import pytest
from django.utils import timezone

from kybao.figures import Period, PeriodKind
from kybao.ledger.errors import WrongChain
from kybao.ledger.models import Closing, Entry, Indicator
from kybao.ledger.seals import faults
from kybao.office.csv_tables import BadTable
from kybao.org.errors import NotAllowed
from kybao.org.models import Agency, AuditLine, Membership, Role, User
from kybao.org.permissions import set_up_roles
from kybao.submissions.errors import NothingOwed, WrongState
from kybao.submissions.models import Form, Obligation, State, Submission
from kybao.workflow.appoint_administrator import appoint_administrator
from kybao.workflow.close_period import close_period
from kybao.workflow.load_figures import load_figures, load_plans
from kybao.workflow.record_entries import record_entries
from kybao.workflow.send_submission import send_submission
from tests.books import Book

Q1 = Period.parse("2024-Q1")


@pytest.fixture
def book(db: None) -> Book:
    book = Book()
    book.district()
    book.indicator("vu", unit="vụ")
    set_up_roles()
    return book


def agency(key: str) -> Agency:
    return Agency.objects.get(key=key)


def clerk(role: str, key: str) -> User:
    user = User.objects.create(username=f"{role}.{key}")
    Membership.objects.create(
        user=user, role=Role.objects.get(code=role), agency=agency(key), valid_from=date(2020, 1, 1)
    )
    return user


def cases() -> Indicator:
    return Indicator.objects.get(code="vu")


def test_a_clerk_records_for_the_own_agency_and_for_the_office_that_it_belongs_to(book: Book) -> None:
    user = clerk("nhap-lieu", "phong-a")
    for key in ("phong-a", "huyen"):
        record_entries([book.figure(key, cases(), "2024-Q1", "5")], by=user)
    with pytest.raises(NotAllowed):
        record_entries([book.figure("xa-1", cases(), "2024-Q1", "5")], by=user)
    assert Entry.objects.count() == 2


def test_one_forbidden_figure_stops_all(book: Book) -> None:
    user = clerk("nhap-lieu", "xa-1")
    figures = [book.figure(key, cases(), "2024-Q1", "5") for key in ("xa-1", "xa-2")]
    with pytest.raises(NotAllowed, match="«xa-2»"):
        record_entries(figures, by=user)
    assert not Entry.objects.exists()


def test_recording_leaves_an_audit_line_and_nothing_new_leaves_none(book: Book) -> None:
    figures = [book.figure("xa-1", cases(), "2024-Q1", "5")]
    record_entries(figures, by=book.user, origin="so-lieu.csv")
    record_entries(figures, by=book.user)
    line = AuditLine.objects.get()
    assert line.what == "Ghi 1 số liệu mới, sửa 0 số liệu từ so-lieu.csv."
    assert line.details == {"chains": {"xa-1:2024-Q1": Entry.objects.get().hash}}


def test_a_closed_period_takes_a_new_version_only_with_a_reason(book: Book) -> None:
    book.say("xa-1", cases(), "2024-Q1", "5")
    assert len(close_period(agency("huyen"), Q1, by=book.user)) == 1
    correction = [book.figure("xa-1", cases(), "2024-Q1", "6")]
    with pytest.raises(WrongState, match="Kỳ 2024-Q1 của «xa-1» đã chốt"):
        record_entries(correction, by=book.user)
    assert Entry.objects.count() == 1
    assert record_entries([book.figure("xa-1", cases(), "2024-Q1", "5")], by=book.user).unchanged == 1
    record_entries(correction, by=book.user, reason="đơn vị đếm sót")
    assert Entry.objects.count() == 2
    assert "Lý do: đơn vị đếm sót" in AuditLine.objects.get(verb="record_entries").what


def test_closing_puts_the_heads_on_record_once(book: Book) -> None:
    for key in ("xa-1", "xa-2", "huyen"):
        book.say(key, cases(), "2024-Q1", "5")
    book.say("xa-1", cases(), "2024-Q2", "5")
    closings = close_period(agency("huyen"), Q1, by=book.user)
    assert {one.chain.agency.key for one in closings} == {"xa-1", "xa-2", "huyen"}
    assert all((one.length, one.head) == (one.chain.length, one.chain.head) for one in closings)
    assert close_period(agency("huyen"), Q1, by=book.user) == []
    book.enter(book.figure("xa-1", cases(), "2024-Q1", "6"))
    assert [one.length for one in close_period(agency("huyen"), Q1, by=book.user)] == [2]
    assert not list(faults())
    assert AuditLine.objects.filter(verb="close_period").count() == 2


def test_a_broken_chain_is_not_closed(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    book.say("xa-1", cases(), "2024-Q1", "5")
    monkeypatch.setattr("kybao.ledger.seals.seal", lambda entry: "0" * 64)
    with pytest.raises(WrongChain):
        close_period(agency("huyen"), Q1, by=book.user)
    assert not Closing.objects.exists()


def test_a_clerk_does_not_close(book: Book) -> None:
    with pytest.raises(NotAllowed):
        close_period(agency("xa-1"), Q1, by=clerk("nhap-lieu", "xa-1"))


@pytest.fixture
def form(book: Book) -> Form:
    form = Form.objects.create(code="21-PX", name="Biểu thử", period_kind=PeriodKind.QUARTER, calendar="nd09")
    Obligation.objects.create(form=form, agency=agency("xa-1"), working_days=1, valid_from=date(2020, 1, 1))
    return form


def test_a_return_is_sent_once_and_late_ones_are_marked(book: Book, form: Form) -> None:
    when = timezone.make_aware(datetime(2024, 3, 18, 8))
    sent = send_submission(form, agency("xa-1"), Q1, by=clerk("duyet", "xa-1"), at=when, reason="mất điện")
    assert (sent.state, sent.late, sent.sent_at, sent.reason) == (State.SENT, True, when, "mất điện")
    with pytest.raises(WrongState, match="đã gửi"):
        send_submission(form, agency("xa-1"), Q1, by=book.user)
    assert AuditLine.objects.get().about == f"submission:{sent.pk}"


def test_a_return_that_was_sent_back_is_sent_again(book: Book, form: Form) -> None:
    sent = send_submission(form, agency("xa-1"), Q1, by=book.user)
    Submission.objects.filter(pk=sent.pk).update(state=State.RETURNED, reason="thiếu số liệu")
    again = send_submission(form, agency("xa-1"), Q1, by=book.user)
    assert (again.pk, again.state, again.reason) == (sent.pk, State.SENT, "")


def test_what_is_not_owed_is_not_sent(book: Book, form: Form) -> None:
    with pytest.raises(NothingOwed, match="«xa-2» không phải gửi biểu «21-PX»"):
        send_submission(form, agency("xa-2"), Q1, by=book.user)
    with pytest.raises(NothingOwed):
        send_submission(form, agency("xa-1"), Period.parse("2024-03"), by=book.user)
    with pytest.raises(NotAllowed):
        send_submission(form, agency("xa-1"), Q1, by=clerk("duyet", "xa-2"))
    assert not Submission.objects.exists()


HEADER = "chỉ tiêu,đơn vị,kỳ,ngày chốt,mức,phạm vi,giá trị,đơn vị tính,dấu gần đúng,nguồn,suy ra từ\n"
PLANS = "chỉ tiêu,đơn vị,kỳ,người giao,gọi là,giá trị,đơn vị tính,văn bản giao,suy ra từ\n"


def test_a_file_of_figures_is_loaded_with_its_lines_as_sources(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "so-lieu.csv"
    rows = 'vu,xa-1,2024-Q1,14/03/2024,thực hiện,trong kỳ,"9 - 10",vụ,khoảng,Báo cáo quý,tính từ tháng\n'
    path.write_text(HEADER + rows, encoding="utf-8")
    [entry] = load_figures(path, by=book.user, period=Q1).added
    assert (entry.number, entry.high_number, entry.qualifier, entry.as_of) == (9, 10, "khoảng", date(2024, 3, 14))
    assert (entry.source, entry.written, entry.derived) == ("so-lieu.csv, dòng 2: Báo cáo quý", "9 - 10 vụ", True)
    path.write_text(HEADER + rows.replace("9 - 10", "10 - 9"), encoding="utf-8")
    with pytest.raises(BadTable, match="không phải là một khoảng từ thấp đến cao"):
        load_figures(path, by=book.user)


def test_at_least_so_many_is_a_bound(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "so-lieu.csv"
    path.write_text(HEADER + "vu,xa-1,2024-Q1,14/03/2024,ước,trong kỳ,95,vụ,trở lên,Báo cáo,\n", encoding="utf-8")
    [entry] = load_figures(path, by=book.user).added
    assert (entry.bound, entry.qualifier, entry.level) == ("at_least", "", "estimate")


def test_a_file_of_plans_is_loaded_with_assigner_and_deciding_document(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.csv"
    path.write_text(PLANS + "vu,huyen,2024,tỉnh giao,chỉ tiêu,12,vụ,Quyết định số 1,\n", encoding="utf-8")
    [entry] = load_plans(path, by=book.user).added
    assert (entry.level, entry.assigner, entry.called, entry.decision, entry.as_of) == (
        "plan", "tỉnh giao", "chỉ tiêu", "Quyết định số 1", date(2024, 12, 31),
    )  # fmt: skip


def test_the_first_administrator_is_appointed_once(db: None) -> None:
    first = appoint_administrator()
    assert appoint_administrator("khac") == first
    assert (first.is_superuser, first.has_usable_password(), first.username) == (True, False, "quan-tri")
    assert AuditLine.objects.get().verb == "appoint_administrator"
