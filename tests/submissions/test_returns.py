"""A return is made out of the ledger: what is asked in order, beside it plans and earlier figures."""

from datetime import date
from decimal import Decimal

import pytest

from kybao.figures import Period
from kybao.ledger.models import Indicator
from kybao.office.return_sheets import Answer, ListEntry, ListKind
from kybao.org.models import Agency
from kybao.submissions.errors import SubmissionRefusal
from kybao.submissions.form_lists import list_columns
from kybao.submissions.models import Obligation
from kybao.submissions.return_files import submitted_lists
from kybao.submissions.returns import known_answers, return_form
from tests.books import Book
from tests.submissions.return_room import Q1, Room, actual, room


@pytest.fixture
def return_room(book: Book) -> Room:
    return room(book)


def test_parts_stand_below_their_total_and_rates_are_worked_out(return_room: Room) -> None:
    rows = {row.key: row for row in return_room.form.rows}
    assert [(row.number, row.key) for row in return_room.form.rows][:4] == [
        ("I", "lĩnh-vực:1"), ("1", "dien-tich"), ("1.1", "dien-tich.lua"), ("1.2", "dien-tich.ngo"),
    ]  # fmt: skip
    assert (rows["dien-tich"].parts, rows["dien-tich"].parts_complete) == (("dien-tich.lua", "dien-tich.ngo"), True)
    assert rows["ty-le"].ratio == ("ho-so.dung-han", "ho-so")
    assert rows["du-an"].length_of == "du-an"


def test_a_total_with_a_part_in_another_form_need_not_be_its_sum(return_room: Room) -> None:
    total = Indicator.objects.get(code="dien-tich")
    return_room.book.indicator("dien-tich.khac", unit="ha", parent=total)
    assert not next(row for row in return_room.form.rows if row.key == "dien-tich").parts_complete


def test_rules_follow_from_unit_kind_and_name(return_room: Room) -> None:
    Indicator.objects.filter(code="ty-le-che-phu").update(name="Tỷ lệ che phủ rừng")
    Indicator.objects.filter(code="dien-tich").update(name="Chênh lệch diện tích")
    rows = {row.key: row for row in return_room.form.rows}
    assert [key for key, row in rows.items() if row.whole] == ["dan-lon", "ho-so", "ho-so.dung-han", "du-an"]
    assert rows["ty-le-che-phu"].most == 100
    assert not rows["ty-le-che-phu"].may_be_nothing
    assert rows["dien-tich"].may_be_negative
    assert not rows["dien-tich.lua"].may_be_negative
    assert not rows["dan-lon"].asks("estimate")  # a stock is what there is
    assert rows["ho-so"].asks("estimate")


def test_plan_previous_and_same_period_stand_beside_the_figure(return_room: Room) -> None:
    form = return_room.form
    assert [column.label for column in form.references] == [
        "Kế hoạch năm 2024 tỉnh giao", "Kỳ trước (quý IV/2023)", "Cùng kỳ (quý I/2023)",
    ]  # fmt: skip
    row = next(row for row in form.rows if row.key == "dien-tich")
    assert row.references == (Decimal("400.0"), Decimal("120.5"), Decimal("98.0"))


def test_the_head_says_whose_until_when_and_by_when(return_room: Room) -> None:
    form = return_room.form
    assert (form.agency, form.superior, form.receiver) == ("phong-a", "UBND huyen", "UBND huyen")
    assert (form.closing, form.deadline) == (date(2024, 3, 14), date(2024, 3, 19))
    assert form.key.period == "2024-Q1"


def test_a_commune_speaks_as_a_committee(return_room: Room) -> None:
    owed = Obligation.objects.create(
        form=return_room.owed.form, agency=Agency.objects.get(key="xa-1"), working_days=1, valid_from=date(2020, 1, 1)
    )
    form = return_form(owed, Q1)
    assert (form.agency, form.superior, form.receiver) == ("UBND xa-1", "", "UBND huyen")


def test_a_new_commune_compares_with_what_it_was_made_of(book: Book) -> None:
    made = room(book)
    book.agency("xa-moi", under="huyen", since=date(2024, 1, 1))
    for old in ("xa-1", "xa-2"):
        book.merge(date(2024, 1, 1), old, "xa-moi")
        book.say(old, Indicator.objects.get(code="ho-so"), "2023-Q1", "7")
    owed = Obligation.objects.create(
        form=made.owed.form, agency=Agency.objects.get(key="xa-moi"), working_days=1, valid_from=date(2024, 1, 1)
    )
    row = next(row for row in return_form(owed, Q1).rows if row.key == "ho-so")
    assert row.references[-1] == 14


def test_a_return_that_is_written_again_holds_what_was_sent(return_room: Room) -> None:
    given = {
        "dien-tich.lua": actual("60.5", qualifier="khoảng"),
        "ho-so": Answer({"actual": Decimal(40), "estimate": Decimal(45)}, note="số sơ bộ"),
        "dan-lon": actual(1100, as_of=date(2024, 3, 10), qualifier="trở lên"),
    }
    lists = {"du-an": (ListEntry({"Tên": "Cầu số 1", "Vốn": Decimal("12.5")}),)}
    assert return_room.take(return_room.workbook(given, lists)).is_in
    known = known_answers(return_room.owed, Q1)
    assert {key: known.rows[key] for key in given} == given
    assert known.rows["dien-tich"] == actual("60.5")
    assert known.lists == lists


def test_lists_are_gathered_over_the_returns_of_a_period(return_room: Room) -> None:
    lists = {"du-an": (ListEntry({"Tên": "Cầu số 1"}), ListEntry({"Tên": "Trường số 2"}))}
    return_room.take(return_room.workbook({"ho-so": actual(4)}, lists))
    huyen = Agency.objects.get(key="huyen")
    assert submitted_lists(huyen, Q1) == {"du-an": ["Cầu số 1", "Trường số 2"]}
    assert submitted_lists(huyen, Period.parse("2024-Q2")) == {}


def test_columns_of_a_list_are_told_in_words() -> None:
    columns = list_columns("Tên dự án*|Vốn (triệu đồng): số|Khởi công: ngày|Bước: chuẩn bị/thi công")
    assert [(one.label, one.kind, one.unit, one.required) for one in columns] == [
        ("Tên dự án", ListKind.TEXT, "", True),
        ("Vốn", ListKind.NUMBER, "triệu đồng", False),
        ("Khởi công", ListKind.DATE, "", False),
        ("Bước", ListKind.CHOICE, "", False),
    ]
    assert columns[3].choices == ("chuẩn bị", "thi công")


@pytest.mark.parametrize("words", ["", "Tên|Tên", "Vốn (tỷ: số"])
def test_words_that_are_no_columns_are_refused(words: str) -> None:
    with pytest.raises(SubmissionRefusal):
        list_columns(words)
