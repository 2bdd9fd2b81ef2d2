"""Loading a return: all or nothing, questions answered with a note, later files superseding earlier ones."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from django.utils import timezone

from kybao.figures import Period
from kybao.ledger.models import Entry, Indicator
from kybao.ledger.seals import faults
from kybao.office.return_sheets import Answer, Answers, ListEntry, ReturnForm, ReturnKey, Severity, Status
from kybao.office.return_writing import write_return
from kybao.org.errors import NotAllowed
from kybao.org.models import Agency, AuditLine, User
from kybao.submissions.errors import NothingOwed, WrongState
from kybao.submissions.models import ReturnFile, State, Submission
from kybao.workflow.close_period import close_period
from kybao.workflow.load_return import LoadedReturn, Outcome, WrongReturn
from tests.books import Book
from tests.submissions.return_room import Q1, Room, actual, room


@pytest.fixture
def here(db: None) -> Room:
    return room(Book())


def current(code: str, level: str = "actual") -> Entry | None:
    entries = Entry.objects.current().reached().filter(indicator__code=code, period_code="2024-Q1", level=level)
    return entries.select_related("supersedes").first()


def state_of_all() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Entry, Submission, ReturnFile, AuditLine))  # type: ignore[attr-defined]


def questions(loaded: LoadedReturn) -> list[str]:
    return [problem.sentence for problem in loaded.having(Severity.QUESTION)]


def test_a_return_is_taken_in_with_its_cells_as_sources_and_sent(here: Room) -> None:
    at = timezone.make_aware(datetime(2024, 3, 18, 9))
    rows = {
        "ho-so": Answer({"actual": Decimal(40), "estimate": Decimal(45)}, qualifier="trên", note="đã đối chiếu"),
        "ho-so.dung-han": Answer(status=Status.NOTHING_HAPPENED),
        "dan-lon": actual(1100, as_of=date(2024, 3, 10)),
        "ty-le-che-phu": Answer(status=Status.NOT_KNOWN),
    }
    loaded = here.take(here.workbook(rows), at=at)
    assert (loaded.outcome, loaded.figures) == (Outcome.TAKEN, 5)  # with the length of the list
    done, expected, herd = current("ho-so"), current("ho-so", "estimate"), current("dan-lon")
    assert done is not None
    assert expected is not None
    assert herd is not None
    assert (done.value, done.as_of, done.qualifier, done.note) == (40, date(2024, 3, 14), "trên", "đã đối chiếu")
    assert (expected.value, expected.as_of) == (45, date(2024, 3, 31))
    assert (herd.as_of, herd.scope) == (date(2024, 3, 10), "as_of")
    assert done.source == "bieu.xlsx: Biểu 03-KT!H15"
    assert (done.source_kind, len(done.source_digest)) == ("cell", 64)
    zero = current("ho-so.dung-han")
    assert zero
    assert (zero.value, zero.written) == (0, "Không có phát sinh")
    assert current("ty-le-che-phu") is None
    assert (loaded.submission and loaded.submission.state, loaded.submission and loaded.submission.late) == (
        "sent",
        False,
    )
    assert not list(faults())


def test_a_total_that_filled_itself_is_taken_in(here: Room) -> None:
    here.load({"dien-tich.lua": actual("60.5"), "dien-tich.ngo": actual("30.0")})
    total = current("dien-tich")
    assert total
    assert total.value == Decimal("90.5")


def test_the_length_of_a_list_is_a_figure(here: Room) -> None:
    lists = {"du-an": (ListEntry({"Tên": "Cầu số 1"}), ListEntry({"Tên": "Trường số 2"}))}
    here.take(here.workbook({"ho-so": actual(4)}, lists))
    counted = current("du-an")
    assert counted
    assert counted.value == 2
    assert ReturnFile.objects.get().lists == {"du-an": [{"Tên": "Cầu số 1"}, {"Tên": "Trường số 2"}]}


def test_a_note_can_say_that_a_figure_was_worked_out(here: Room) -> None:
    here.load({"ho-so": actual(40, note="Suy ra từ: 10 hồ sơ bằng 25%")})
    entry = current("ho-so")
    assert entry
    assert (entry.derived, entry.derivation, entry.note) == (True, "10 hồ sơ bằng 25%", "")


def test_one_error_keeps_the_whole_file_out(here: Room) -> None:
    before = state_of_all()
    data = write_return(here.form, Answers({"ho-so": actual(40)}), typed={("dien-tich.lua", "actual"): "12,5o"})
    loaded = here.take(data, accept="vẫn nạp")
    assert loaded.outcome is Outcome.REFUSED
    assert [str(problem) for problem in loaded.having(Severity.ERROR)] == [
        "Trang «Biểu 03-KT», ô H12 (dien-tich.lua): «12,5o» không phải là số: có chữ «o» ở chỗ có lẽ là chữ số 0."
    ]
    assert state_of_all() == before


@pytest.mark.parametrize(
    ("rows", "question"),
    [
        ({"dien-tich": actual("1205.0")}, "gấp 10 lần số kỳ trước (quý IV/2023) là 120,5; đúng không"),
        ({"dien-tich": actual("12.0")}, "chỉ bằng khoảng 1/10 so với số kỳ trước"),
        (
            {"dien-tich": actual("100.0"), "dien-tich.lua": actual("101.0")},
            "các dòng con cộng lại 101,0, lớn hơn tổng",
        ),
        (
            {"dien-tich": actual("100.0"), "dien-tich.lua": actual("60.0"), "dien-tich.ngo": actual("30.0")},
            "các dòng con cộng lại 90,0, chưa đủ tổng 100,0",
        ),
        ({"ho-so": Answer({"actual": Decimal(40), "estimate": Decimal(39)})}, "lại nhỏ hơn số đã thực hiện 40"),
        ({"dan-lon": actual(2500)}, "số hiện có thay đổi đột ngột: kỳ trước (quý IV/2023) là 1.000, nay 2.500"),
        ({"dan-lon": actual(0)}, "số hiện có thay đổi đột ngột"),
        ({"ty-le-che-phu": actual("130.0")}, "130,0% là trên 100%"),
    ],
)
def test_a_suspicious_value_is_a_question_that_a_note_answers(
    here: Room, rows: dict[str, Answer], question: str
) -> None:
    before = state_of_all()
    loaded = here.load(rows)
    assert loaded.outcome is Outcome.QUESTIONED
    assert question in questions(loaded)[0]
    assert state_of_all() == before
    accepted = here.load(rows, accept="đã kiểm tra với cơ sở")
    assert accepted.outcome is Outcome.TAKEN
    assert ReturnFile.objects.get().note == "đã kiểm tra với cơ sở"
    line = AuditLine.objects.get(verb="load_return")
    assert "đã kiểm tra với cơ sở" in line.what
    assert question in line.details["questions"][0]


@pytest.mark.parametrize(
    "rows",
    [
        {"dien-tich": actual("1200.0")},  # just under ten times
        {"dien-tich": actual("90.1"), "dien-tich.lua": actual("60.0"), "dien-tich.ngo": actual("30.0")},  # rounding
        {"dien-tich": actual("90.0"), "dien-tich.lua": actual("60.0")},  # a part is not known yet
        {"dan-lon": actual(1900)},
        {"ho-so": Answer({"actual": Decimal(40), "estimate": Decimal(40)})},
    ],
)
def test_what_is_plausible_is_not_asked_about(here: Room, rows: dict[str, Answer]) -> None:
    assert here.load(rows).outcome is Outcome.TAKEN


def test_a_figure_that_falls_along_the_year_is_a_question(here: Room) -> None:
    here.load({"ho-so": actual(40, as_of=date(2024, 2, 10))})
    loaded = here.load({"ho-so": actual(39)})
    assert "số lũy kế giảm: đến 10/02/2024 đã báo 40, nay còn 39" in questions(loaded)[0]


def test_a_correction_of_the_same_figure_is_no_fall(here: Room) -> None:
    here.load({"ho-so": actual(40)})
    assert here.load({"ho-so": actual(39)}).outcome is Outcome.TAKEN


def test_the_same_file_twice_changes_nothing_and_says_so(here: Room) -> None:
    data = here.workbook({"ho-so": actual(40), "dan-lon": actual(1100)})
    here.take(data)
    before = state_of_all()
    again = here.take(data)
    assert again.outcome is Outcome.UNCHANGED
    assert state_of_all() == before


def test_a_later_file_supersedes_keeps_the_former_and_shows_the_difference(here: Room) -> None:
    first = here.workbook({"ho-so": actual(40), "ho-so.dung-han": actual(30), "dan-lon": actual(1100)})
    here.take(first)
    later = here.load({"ho-so": actual(42), "dan-lon": actual(1100), "ty-le-che-phu": actual("63.5")})
    assert later.outcome is Outcome.TAKEN
    assert sorted(str(change) for change in later.changes) == [
        "Biểu 03-KT!H15: ho-so (thực hiện): 40 hồ sơ, đến 14/03/2024 → 42 hồ sơ, đến 14/03/2024",
        "Biểu 03-KT!H18: ty-le-che-phu (thực hiện): trống → 63,5 %, đến 14/03/2024",
        "ho-so.dung-han (thực hiện): 30 hồ sơ, đến 14/03/2024 → trống",
    ]
    entry = current("ho-so")
    assert entry is not None
    assert entry.supersedes is not None
    assert (entry.value, entry.supersedes.value) == (42, 40)
    assert current("ho-so.dung-han") is None
    assert [(file.number, bytes(file.content) == first) for file in ReturnFile.objects.all()] == [
        (1, True),
        (2, False),
    ]
    assert Submission.objects.get().state == State.SENT


def test_a_figure_with_another_cut_off_takes_the_place_of_the_former(here: Room) -> None:
    here.load({"ho-so": actual(40, as_of=date(2024, 3, 1))})
    later = here.load({"ho-so": actual(45)})
    assert [str(change) for change in later.changes] == [
        "Biểu 03-KT!H15: ho-so (thực hiện): 40 hồ sơ, đến 01/03/2024 → 45 hồ sơ, đến 14/03/2024"
    ]
    assert Entry.objects.current().filter(indicator__code="ho-so").count() == 1


def test_figures_that_came_otherwise_are_not_taken_back(here: Room) -> None:
    here.book.say("phong-a", Indicator.objects.get(code="ho-so.dung-han"), "2024-Q1", "30", as_of=date(2024, 3, 14))
    here.load({"ho-so": actual(40)})
    assert current("ho-so.dung-han") is not None


def test_a_file_of_another_agency_or_period_is_refused(here: Room) -> None:
    data = here.workbook({"ho-so": actual(40)})
    with pytest.raises(WrongReturn, match="là biểu của đơn vị «phong-a», không phải của «phong-b»"):
        here.take(data, agency=Agency.objects.get(key="phong-b"))
    with pytest.raises(WrongReturn, match="là biểu của kỳ 2024-Q1, không phải của kỳ 2024-Q2"):
        here.take(data, period=Period.parse("2024-Q2"))
    assert here.take(data, agency=here.owed.agency, period=Q1).is_in


def with_key(asked: ReturnForm, **changes: str) -> ReturnForm:
    return replace(asked, key=replace(asked.key, **changes))


@pytest.mark.parametrize(
    "changes", [{"agency": "phong-b"}, {"agency": "khong-co"}, {"form": "99"}, {"period": "2024"}]
)
def test_a_return_that_nobody_owes_is_refused(here: Room, changes: dict[str, str]) -> None:
    data = write_return(with_key(here.form, **changes), Answers({"ho-so": actual(40)}))
    with pytest.raises(NothingOwed, match="không phải gửi biểu"):
        here.take(data)


def test_a_return_of_another_version_is_mapped_by_its_keys(here: Room) -> None:
    old = with_key(here.form, version="0")
    old = replace(old, rows=tuple(row for row in old.rows if row.key != "dan-lon"))
    loaded = here.take(write_return(old, Answers({"ho-so": actual(40)})))
    assert loaded.outcome is Outcome.TAKEN
    assert any("«dan-lon» mới có trong phiên bản hiện nay" in str(problem) for problem in loaded.problems)
    assert loaded.key == ReturnKey("03-KT", "0", "phong-a", "2024-Q1")


def test_who_may_not_send_for_the_agency_may_not_load(here: Room) -> None:
    data = here.workbook({"ho-so": actual(40)})
    with pytest.raises(NotAllowed):
        here.take(data, by=User.objects.create(username="nguoi-la"))
    assert not Entry.objects.filter(period_code="2024-Q1").exists()


def test_an_approved_return_is_changed_only_after_it_was_sent_back(here: Room) -> None:
    here.load({"ho-so": actual(40)})
    Submission.objects.update(state=State.APPROVED)
    with pytest.raises(WrongState, match="phải trả lại biểu trước"):
        here.load({"ho-so": actual(41)})
    Submission.objects.update(state=State.RETURNED)
    assert here.load({"ho-so": actual(41)}).outcome is Outcome.TAKEN
    assert Submission.objects.get().state == State.SENT


def test_a_closed_period_is_changed_only_with_a_reason(here: Room) -> None:
    here.load({"ho-so": actual(40)})
    close_period(Agency.objects.get(key="huyen"), Q1, by=here.book.user)
    before = state_of_all()
    with pytest.raises(WrongState, match="đã chốt"):
        here.load({"ho-so": actual(41)})
    assert state_of_all() == before
    assert here.load({"ho-so": actual(41)}, reason="sửa theo kết luận kiểm tra").outcome is Outcome.TAKEN
