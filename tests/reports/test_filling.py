"""How the wording of an outline is filled with figures."""

from decimal import Decimal

import pytest

from kybao.narrative import Level
from kybao.reports.book import Subject
from kybao.reports.errors import OutlineError
from kybao.reports.filling import Filler
from kybao.text.manuscripts import Run, Tone, words
from tests.reports.handmade_book import COVER, EMPTY, FIRES, INCOME, VISITORS, HandmadeBook, full_book, passage

LISTS = {"cau": ["Cầu Nà Lải", "Cầu Khòn Pát"]}


def filled(text: str, book: HandmadeBook | None = None, **notes: str) -> str:
    return words(Filler(book or full_book(), LISTS).fill(passage(text, **notes)))


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Có {chay}", "Có 03 vụ"),
        ("Có {chay:số} vụ", "Có 03 vụ"),
        ("Năm nay {thu@ước:số} tỷ", "Năm nay 113 tỷ"),
        ("Thu {thu@thực hiện}; ước {thu@ước}", "Thu 83 tỷ đồng; ước 113 tỷ đồng"),
        ("{khach:câu}", "Tổng lượt khách du lịch ước đạt 885.320 lượt khách, đạt 27% kế hoạch năm 2024"),
        ("Trong quý, {chay:câu}", "Trong quý, số vụ cháy đạt 03 vụ, bằng 60% so với cùng kỳ"),
        ("{chay:tên-số}", "Số vụ cháy 03 vụ"),
        ("{thu@ước:kế hoạch(tỉnh giao)}", "bằng 28,1% dự toán tỉnh giao"),
        ("{thu@ước:kế hoạch}", "bằng 28,1% dự toán tỉnh giao"),
        ("{khach:kế hoạch}", "đạt 27% kế hoạch năm 2024"),
        ("{thu@ước:cùng kỳ}", "bằng 103,9% so với cùng kỳ"),
        ("{thu@ước:tăng giảm}", "tăng 3,9% so với cùng kỳ"),
        ("{chay:chênh lệch}", "giảm 02 vụ so với cùng kỳ"),
        ("{bao-phu:chênh lệch}", "tăng 1,5 điểm % so với cùng kỳ"),
        ("{chay:kỳ trước}", "tăng 50% so với kỳ trước"),
        ("Đã giải quyết {xong:trên(nhan)}", "Đã giải quyết 42/87 đơn"),
        ("đạt tỷ lệ {xong:tỷ lệ(nhan)}", "đạt tỷ lệ 48,3%"),
        ("{danh sách:số(cau)} cầu, gồm: {danh sách:kể(cau)}", "02 cầu, gồm: Cầu Nà Lải; Cầu Khòn Pát"),
        ("{ chay : số }", "03"),
    ],
)
def test_each_way_of_asking_has_its_wording(asked: str, told: str) -> None:
    assert filled(asked) == told


@pytest.mark.parametrize("asked", ["{thu-khac@kế hoạch}", "{thu-khac}"])
def test_what_is_only_planned_is_told_as_a_plan(asked: str) -> None:
    book = full_book()
    book.known["thu-khac"] = Subject("thu-khac", "Tổng kế hoạch vốn", "tỷ đồng")
    book.tell(book.known["thu-khac"], "209", Level.PLAN)
    (figure,) = [run.figure for run in Filler(book, {}).fill(passage(asked)) if run.figure]
    assert (figure.role, figure.numbers) == ("plan", (Decimal(209),))


def test_a_live_sentence_tells_both_levels_where_both_were_sent() -> None:
    assert filled("{thu:câu}.") == (
        "Tổng thu ngân sách đến ngày 15/3/2024 đạt 83 tỷ đồng; ước thực hiện quý I/2024 đạt 113 tỷ đồng, bằng 28,1% "
        "dự toán tỉnh giao, bằng 26,6% dự toán thành phố phấn đấu và bằng 103,9% so với cùng kỳ."
    )


def test_a_live_sentence_begins_with_a_capital_only_where_a_sentence_begins() -> None:
    assert filled("Yên ổn. {chay:tên-số}; {xong:tên-số}") == "Yên ổn. Số vụ cháy 03 vụ; đơn đã giải quyết 42 đơn"


def test_what_the_year_has_reached_is_told_where_the_plan_of_the_year_is_held_against_it() -> None:
    book = HandmadeBook()
    quarter = book.tell(INCOME, "40")
    year = book.tell(INCOME, "100", cumulative=True, key="thu/actual/lũy kế")
    book.values["thu", Level.ACTUAL] = quarter
    book.hold(year, "plan:tỉnh giao", "400", "dự toán")
    assert filled("{thu:câu}", book) == (
        "Tổng thu ngân sách đạt 40 tỷ đồng; lũy kế từ đầu năm đạt 100 tỷ đồng, bằng 25% dự toán tỉnh giao"
    )


def test_a_recorded_zero_is_told_in_words_and_is_not_missing() -> None:
    book = HandmadeBook()
    book.tell(FIRES, "0")
    filler = Filler(book, {})
    assert words(filler.fill(passage("{chay:câu}."))) == "Không phát sinh vụ cháy."
    assert not filler.missing


def test_a_missing_figure_is_visible_and_listed() -> None:
    filler = Filler(full_book(), {})
    runs = filler.fill(passage("Thu từ lưu trú đạt {trong}."))
    assert Run("[chưa có số liệu: Doanh thu lưu trú – đơn vị Phòng Kinh tế]", Tone.MISSING) in runs
    (gap,) = filler.missing
    assert (gap.code, gap.agencies, gap.place) == ("trong", EMPTY.suppliers, "Đề cương, mục «Thử», đoạn 1")


@pytest.mark.parametrize(
    "ask", ["", ":số", ":câu", ":tên-số", ":kế hoạch", ":cùng kỳ", ":trên(nhan)", ":tỷ lệ(nhan)"]
)
def test_no_way_of_asking_hides_a_missing_figure(ask: str) -> None:
    filler = Filler(full_book(), {})
    runs = filler.fill(passage("{trong" + ask + "}"))
    assert [run.tone for run in runs] == [Tone.MISSING]
    assert len(filler.missing) == 1


@pytest.mark.parametrize(
    ("asked", "gap"),
    [
        ("{khach:cùng kỳ}", "[chưa có số liệu cùng kỳ: Tổng lượt khách du lịch – đơn vị Phòng Văn hóa]"),
        ("{thu:kế hoạch(Trung ương giao)}", "[chưa có kế hoạch Trung ương giao: Tổng thu ngân sách – đơn vị "
         "Chi cục Thuế, Phòng Tài chính]"),
        ("{xong:trên(trong)}", "[chưa có số liệu: Doanh thu lưu trú – đơn vị Phòng Kinh tế]"),
    ],
)  # fmt: skip
def test_a_missing_basis_is_named(asked: str, gap: str) -> None:
    assert filled(asked) == gap


def test_an_incomplete_total_says_how_many_have_sent() -> None:
    book = HandmadeBook()
    book.tell(VISITORS, "500", sent=7, owing=8, absent=("xã Mai Pha",))
    filler = Filler(book, {})
    runs = filler.fill(passage("Đón {khach}."))
    assert words(runs) == "Đón 500 lượt khách [mới có 7/8 đơn vị gửi]."
    assert [gap.agencies for gap in filler.missing] == [("xã Mai Pha",)]


def test_a_footnote_hangs_at_its_mark_with_figures_of_its_own() -> None:
    runs = Filler(full_book(), LISTS).fill(passage("Đã xử lý[^1]; còn lại chờ.", n1="Gồm {xong}."))
    (mark,) = (run for run in runs if run.note)
    assert words(mark.note) == "Gồm 42 đơn."
    assert words(runs) == "Đã xử lý; còn lại chờ."
    assert [run.figure.numbers for run in mark.note if run.figure] == [(Decimal(42),)]


@pytest.mark.parametrize(
    ("words_", "complaint"),
    [
        ("Có {khong-co}", "«{khong-co}» hỏi chỉ tiêu «khong-co» không có trong danh mục"),
        ("Có {xong:trên(khong-co)}", "hỏi chỉ tiêu «khong-co» không có trong danh mục"),
        ("Có {danh sách:kể(khong-co)}", "hỏi danh sách «khong-co» không có"),
        ("Có {chay:gấp đôi}", "có cách ghi lạ «gấp đôi»"),
        ("Có {chay@dự kiến}", "có mức lạ «dự kiến»"),
        ("Có {xong:trên}", "thiếu tên trong ngoặc sau «trên»"),
        ("Có {danh sách:số}", "thiếu tên trong ngoặc sau «số»"),
        ("Có {chay", "có dấu ngoặc nhọn lẻ gần «Có {chay»"),
        ("Có {}", "không hiểu chỗ đặt số «{}»"),
        ("Có chú thích[^2].", "dấu chú thích [^2] không có lời chú thích nào"),
    ],
)
def test_a_broken_placeholder_is_named_with_its_section(words_: str, complaint: str) -> None:
    with pytest.raises(OutlineError) as caught:
        filled(words_)
    assert str(caught.value).startswith("Đề cương, mục «Thử», đoạn 1: ")
    assert complaint in str(caught.value)


def test_a_qualifier_goes_with_its_value() -> None:
    assert filled("Bao phủ {bao-phu}") == "Bao phủ trên 95,5%"
    assert COVER.unit == "%"
