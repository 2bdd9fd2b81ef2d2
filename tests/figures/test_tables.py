"""A cell's number is counted in what its row, its column or the line above the table says."""

import pytest

from kybao.figures import Figure, figures
from kybao.figures.tables import only_a_number
from kybao.text import parse


def table(text: str) -> list[tuple[str, str]]:
    return [(figure.span.text, figure.unit.base) for figure in figures(parse(text))]


def test_a_column_of_units_serves_its_row() -> None:
    text = (
        "STT\tChỉ tiêu\tĐơn vị tính\tKế hoạch\n"
        "1\tThu nội địa\tTỷ đồng\t152,9\n"
        "2\tSố xã\tXã\t3\n"
        "3\tHộ nghèo\t%\t0,15\n"
    )
    assert table(text) == [("152,9", "VND"), ("3", "xã"), ("0,15", "%")]


def test_a_column_head_serves_its_column_before_the_row() -> None:
    text = (
        "TT\tChỉ tiêu\tĐVT\tThực hiện\tSo với kế hoạch (%)\n1\tDiện tích lúa\tha\t1.205\t98,5\n2\tNgô\tha\t310\t102\n"
    )
    assert table(text) == [("1.205", "m2"), ("98,5", "%"), ("310", "m2"), ("102", "%")]


def test_the_line_above_serves_the_table() -> None:
    text = (
        "Đơn vị tính: triệu đồng\n\n"
        "TT\tNguồn vốn\tKế hoạch\tGiải ngân\n"
        "1\tNgân sách huyện\t12.850\t9.310\n"
        "2\tNgân sách xã\t4.100\t-250\n"
    )
    assert table(text) == [("12.850", "VND"), ("9.310", "VND"), ("4.100", "VND"), ("-250", "VND")]


def test_a_qualifier_in_the_cell_leaves_the_unit_to_the_row() -> None:
    text = "TT\tChỉ tiêu\tĐơn vị tính\tThực hiện\n1\tDoanh thu\tTỷ đồng\tkhoảng 752\n2\tBao phủ\t%\t95,5 trở lên\n"
    assert [(one.span.text, one.unit.base, one.approx) for one in figures(parse(text))] == [
        ("752", "VND", "khoảng"),
        ("95,5", "%", "trở lên"),
    ]


def test_years_and_numbered_columns_are_no_figures() -> None:
    text = (
        "TT\tChỉ tiêu\tĐơn vị\tNăm\tGiá trị\n"
        "1\t2\t3\t4\t5\n"
        "1\tDân số\tngười\t2023\t78.500\n"
        "2\tSố hộ\thộ\t2023\t19.200\n"
    )
    assert table(text) == [("78.500", "người"), ("19.200", "hộ")]


def test_an_agency_in_the_column_don_vi_is_no_unit() -> None:
    text = "TT\tĐơn vị\tSố vụ\n1\tXã Hòa Bình\t12\n2\tXã Yên Vượng\t7\n"
    found: tuple[Figure, ...] = figures(parse(text))
    assert [(figure.span.text, figure.unit.text) for figure in found] == [("12", ""), ("7", "")]


@pytest.mark.usefixtures("no_hang")
def test_a_cell_full_of_signs_is_gone_over_once() -> None:
    assert not only_a_number("- " * 50_000 + "5 xã" + "- " * 50_000)
