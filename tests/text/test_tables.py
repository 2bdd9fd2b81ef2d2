"""Cells of tables with their place and heads."""

from kybao.text import Block, Kind, parse


def cells(text: str) -> list[Block]:
    return [block for block in parse(text).blocks if block.kind is Kind.CELL]


def values(text: str) -> dict[str, tuple[str, ...]]:
    return {block.text: block.heads for block in cells(text) if block.heads}


TABS = (
    "STT\tChỉ tiêu\tĐơn vị\tNăm 2021\n"
    "1\t<b>Tổng thu</b>\tTỷ đồng\t540\n"
    "\t<i>Trong đó: + Thu nội địa</i>\tTỷ đồng\t400"
)
PIPES = "| Chỉ tiêu | Thực hiện |\n|---|---:|\n| **Tổng chi** | 1.250,5 |\n| Dự phòng | |"


def test_tab_rows() -> None:
    assert values(TABS)["540"] == ("Tổng thu", "Năm 2021")
    assert values(TABS)["400"] == ("Trong đó: + Thu nội địa", "Năm 2021")
    assert [(block.row, block.column) for block in cells(TABS)][-1] == (2, 3)


def test_pipe_rows() -> None:
    assert values(PIPES) == {
        "Tổng chi": ("", "Chỉ tiêu"),
        "1.250,5": ("Tổng chi", "Thực hiện"),
        "Dự phòng": ("", "Chỉ tiêu"),
    }


def test_markup_around_a_cell_is_no_part_of_it() -> None:
    document = parse(TABS)
    block = next(block for block in document.blocks if block.text == "Tổng thu")
    start, end = block.passage.place(0, len(block.text))
    assert document.text[start:end] == "Tổng thu"


def test_heads_of_two_rows_and_a_row_of_column_numbers() -> None:
    heads = "TT\tChỉ tiêu\tNăm 2023\t\tNăm 2024\n\t\tKế hoạch\tThực hiện\tKế hoạch\n(1)\t(2)\t(3)\t(4)\t(5)"
    text = f"{heads}\n1\tThu\t90\t95\t99"
    assert values(text)["95"] == ("Thu", "Năm 2023 Thực hiện")
    assert values(text)["99"] == ("Thu", "Năm 2024 Kế hoạch")


def test_years_may_be_heads() -> None:
    assert values("Chỉ tiêu\t2022\t2023\nThu\t90\t95")["95"] == ("Thu", "2023")


def test_a_table_without_heads_has_names_of_rows() -> None:
    assert values("Thu ngân sách\t540\nChi ngân sách\t500")["500"] == ("Chi ngân sách", "")


def test_a_table_goes_on_over_a_page_end() -> None:
    again = (
        "Chỉ tiêu\tĐơn vị\tKế hoạch\nThu nhập\tTriệu\t62\n\nChỉ tiêu\tĐơn vị\tKế hoạch\n\tđồng\t\nXã đạt chuẩn\tXã\t3"
    )
    assert {block.table for block in cells(again)} == {0}
    assert values(again)["Triệu đồng"] == ("Thu nhập", "Đơn vị")
    assert values(again)["3"] == ("Xã đạt chuẩn", "Kế hoạch")
    headless = "Chỉ tiêu\tKế hoạch\nThu nhập\t62\n\nXã đạt chuẩn\t3\nHộ nghèo\t9"
    assert values(headless)["9"] == ("Hộ nghèo", "Kế hoạch")


def test_another_table_after_words_is_another_table() -> None:
    text = "Chỉ tiêu\tKế hoạch\nThu\t62\n\nBảng hai như sau:\n\nChỉ tiêu\tKế hoạch\nChi\t3"
    assert {block.table for block in cells(text)} == {0, 1}


def test_a_merged_name_holds_for_the_rows_below() -> None:
    text = "Chỉ tiêu\tĐơn vị\tKế hoạch\nLúa cả năm\tha\t62\n\ttấn\t310"
    assert values(text)["310"] == ("Lúa cả năm", "Kế hoạch")


def test_a_tab_after_a_number_makes_no_table() -> None:
    kinds = [block.kind for block in parse("1.\tVề kinh tế\n2.\tVề văn hóa\n-\tThể thao phát triển").blocks]
    assert kinds == [Kind.HEADING, Kind.HEADING, Kind.ITEM]


def test_bars_in_a_line_make_no_table() -> None:
    assert not cells("Kinh tế | thứ năm, 08/8/2019 | \nThu ngân sách của huyện đạt khá.")
