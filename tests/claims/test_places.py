"""Whose figures they are: the place that a clause, else the head or title of the document, names."""

import pytest

from kybao.claims import read
from kybao.text import parse
from tests.claims.reading_of import TITLE, fact_of


@pytest.mark.parametrize(
    ("head", "agency"),
    [
        ("ỦY BAN NHÂN DÂN\nHUYỆN CHI LĂNG", "HUYỆN CHI LĂNG"),
        ("UBND XÃ VÂN AN", "XÃ VÂN AN"),
        ("CỤC THỐNG KÊ TỈNH LẠNG SƠN", "TỈNH LẠNG SƠN"),
        ("BAN AN TOÀN GIAO THÔNG THÀNH PHỐ LẠNG SƠN", "THÀNH PHỐ LẠNG SƠN"),
        ("SỞ TÀI CHÍNH", ""),
    ],
)
def test_the_head_names_the_issuer(head: str, agency: str) -> None:
    assert read(parse(f"{head}\n\nSố: 12/BC\n\n{TITLE}Trồng 5 ha rừng.")).agency == agency


def test_a_title_names_it_where_the_head_does_not() -> None:
    title = "BÁO CÁO\n\nKết quả công tác của huyện Bắc Sơn quý I năm 2024\n\n"
    assert read(parse(f"{title}Trồng 5 ha rừng.")).agency == "huyện Bắc Sơn"


def test_words_that_go_on_are_no_name() -> None:
    title = "BÁO CÁO\n\nKết quả mà UBND tỉnh đạt được quý I năm 2024\n\n"
    assert read(parse(f"{title}Trồng 5 ha rừng.")).agency == ""


@pytest.mark.parametrize(
    ("clause", "agency"),
    [
        ("Huyện Bắc Sơn trồng 12 ha rừng.", "Huyện Bắc Sơn"),
        ("Toàn tỉnh đạt 12 tấn.", ""),
        ("UBND xã Vân An cấp 12 giấy phép.", "UBND xã Vân An"),
    ],
)
def test_a_clause_names_the_place_of_its_figure(clause: str, agency: str) -> None:
    assert fact_of(clause, "12").agency == agency
