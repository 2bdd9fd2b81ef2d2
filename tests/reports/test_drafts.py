"""What a composed report holds: head, numbered sections, annex, manifest."""

from datetime import date
from decimal import Decimal

from kybao.narrative import Level
from kybao.reports.annexes import indicator_annex
from kybao.reports.drafts import compose
from kybao.reports.outline import Outline, Passage, Section
from kybao.text.manuscripts import Heading, Paragraph, Run, Table, words
from tests.reports.handmade_book import EMPTY, INCOME, VISITORS, HandmadeBook, full_book


def outline(*sections: Section) -> Outline:
    return Outline(
        "BÁO CÁO", "Tình hình quý I/2024", "(Trình Thành ủy)", "BC-UBND", "UBND TỈNH", ("SỞ THỬ",), "Thử",
        ("Lưu: VT.",), "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", sections,
    )  # fmt: skip


def rows(book: HandmadeBook) -> list[list[str]]:
    (table,) = indicator_annex(book).blocks
    assert isinstance(table, Table)
    return [[words(cell) for cell in row] for row in table.rows]


def row(book: HandmadeBook, name: str) -> list[str]:
    return next(cells for cells in rows(book) if cells[1] == name)


def test_the_day_stays_blank_until_it_is_known() -> None:
    blank = compose(full_book(), outline(), "Sở Thử", lists={})
    dated = compose(full_book(), outline(), "Sở Thử", lists={}, day=date(2024, 2, 5))
    assert blank.manuscript.letterhead.date == "ngày      tháng      năm 2024"
    assert dated.manuscript.letterhead.date == "ngày 05 tháng 02 năm 2024"
    assert blank.manuscript.letterhead.agency == ("UBND TỈNH", "SỞ THỬ")


def test_headings_are_numbered_and_passages_follow_them() -> None:
    sections = (
        Section(0, "Kết quả"),
        Section(1, "Kinh tế", passages=(Passage("Thu {thu@thực hiện}.", {}), Passage("Có {chay}.", {}, "-"))),
        Section(1, "Xã hội"),
    )
    body = compose(full_book(), outline(*sections), "Sở Thử", lists={}).manuscript.body
    assert [block for block in body if isinstance(block, Heading)] == [
        Heading(0, "Phần I", "Kết quả"), Heading(1, "I.", "Kinh tế"), Heading(1, "II.", "Xã hội"),
    ]  # fmt: skip
    told = [(block.bullet, words(block.runs)) for block in body if isinstance(block, Paragraph)]
    assert told == [("", "Thu 83 tỷ đồng."), ("-", "Có 03 vụ.")]


def test_the_manifest_lists_the_body_then_the_annex() -> None:
    section = Section(1, "Kinh tế", passages=(Passage("Có {chay}, thu {thu@ước}.", {}),))
    manifest = compose(full_book(), outline(section), "Sở Thử", lists={}).manifest
    keys = [entry.figure.key for entry in manifest.entries]
    assert keys[:2] == ["chay/actual", "thu/estimate"]
    assert keys.count("chay/actual") == 2
    assert manifest.entries[1].figure.exact == Decimal(113)


def test_the_annex_has_a_row_for_each_indicator_under_its_field() -> None:
    assert rows(full_book())[0] == ["I", "Du lịch"]
    assert [cells[0] for cells in rows(full_book()) if len(cells) > 2 and cells[0]] == list("1234567")
    assert row(full_book(), VISITORS.name) == [
        "1", VISITORS.name, "lượt khách", "", "885.320", "3.278.963", "27", "", "", "Phòng Văn hóa",
    ]  # fmt: skip
    assert row(full_book(), EMPTY.name)[3:9] == [""] * 6


def test_plans_of_several_assigners_have_rows_of_their_own() -> None:
    assert row(full_book(), INCOME.name)[3:9] == ["83", "113", "", "", "108,76", "103,9"]
    assert row(full_book(), "- Dự toán tỉnh giao")[3:9] == ["", "", "402,14", "28,1", "", ""]
    assert row(full_book(), "- Dự toán thành phố phấn đấu")[5:7] == ["424,81", "26,6"]


def test_what_is_only_planned_stands_in_the_column_of_plans() -> None:
    book = HandmadeBook()
    book.tell(INCOME, "402.14", Level.PLAN)
    assert row(book, INCOME.name)[3:7] == ["", "", "402,14", ""]


def test_a_total_of_many_says_how_many_have_sent() -> None:
    book = HandmadeBook()
    book.tell(VISITORS, "500", sent=7, owing=8)
    assert row(book, VISITORS.name)[-1] == "7/8 đơn vị đã gửi"


def test_figures_of_the_annex_know_their_unit_though_the_column_says_it() -> None:
    (table,) = indicator_annex(full_book()).blocks
    assert isinstance(table, Table)
    runs: list[Run] = [run for cells in table.rows for cell in cells for run in cell if run.figure]
    assert all(run.figure.unit for run in runs if run.figure)
