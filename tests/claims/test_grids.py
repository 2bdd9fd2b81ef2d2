"""Totals of columns and rows in tables, and tables that do not settle what adds up."""

import pytest

from tests.claims.reading_of import reading_of

HEAD = "| Huyện | Hồ sơ nhận | Trực tuyến | Trực tiếp |\n|---|---|---|---|\n"
FIRST = "| Bình Gia | 120 | 70 | 50 |\n| Chi Lăng | 230 | 200 | 30 |\n| Tràng Định | 100 | 10 | 90 |\n"


def sums(table: str) -> list[tuple[str, list[str]]]:
    return [
        (total.total.figure.span.text, [part.figure.span.text for part in total.parts])
        for total in reading_of(table).sums
    ]


@pytest.mark.parametrize("name", ["Tổng số", "**Tổng cộng**", "Cộng:", "Toàn tỉnh"])
def test_a_row_of_totals_adds_up_its_columns(name: str) -> None:
    found = sums(HEAD + FIRST + f"| {name} | 450 | 280 | 170 |\n")
    assert ("450", ["120", "230", "100"]) in found
    assert ("280", ["70", "200", "10"]) in found


def test_the_row_of_totals_may_come_first() -> None:
    assert ("450", ["120", "230", "100"]) in sums(HEAD + "| Tổng số | 450 | 280 | 170 |\n" + FIRST)


def test_a_wrong_total_is_kept_beside_columns_that_add_up() -> None:
    assert ("350", ["120", "230", "100"]) in sums(HEAD + FIRST + "| Tổng số | 350 | 280 | 170 |\n")


def test_a_column_that_adds_up_those_beside_it_does_so_in_each_row() -> None:
    found = sums(HEAD + FIRST.replace("| 10 | 90 |", "| 10 | 80 |"))
    assert found == [("120", ["70", "50"]), ("230", ["200", "30"]), ("100", ["10", "80"])]


SILENT = {
    "one row that fits by chance": "| Bình Gia | 120 | 70 | 50 |\n| Chi Lăng | 230 | 150 | 30 |\n",
    "two rows that do not fit": FIRST + "| Lộc Bình | 90 | 10 | 30 |\n| Cao Lộc | 70 | 10 | 30 |\n",
    "small numbers": "| Bình Gia | 3 | 2 | 1 |\n| Chi Lăng | 4 | 3 | 1 |\n| Lộc Bình | 5 | 3 | 1 |\n",
    "parts left out": "| Bình Gia | 120 | 60 | 20 |\n| Chi Lăng | 230 | 90 | 30 |\n| Tổng số | 900 | 600 | 150 |\n",
    "no row of totals": "| Bình Gia | 120 | 60 | 20 |\n| Chi Lăng | 230 | 90 | 30 |\n| Lộc Bình | 351 | 150 | 40 |\n",
}


@pytest.mark.parametrize("rows", SILENT.values(), ids=SILENT.keys())
def test_no_sum_where_the_table_does_not_settle_it(rows: str) -> None:
    assert sums(HEAD + rows) == []


def test_rates_and_averages_are_not_added() -> None:
    head = "| Huyện | Năng suất lúa (tạ/ha) | Tỷ lệ |\n|---|---|---|\n"
    assert sums(head + "| Bình Gia | 50 | 99 |\n| Chi Lăng | 0,1 | 1 |\n| Toàn tỉnh | 50,1 | 100 |\n") == []


def test_entries_of_a_row_are_not_added_to_it_again() -> None:
    table = HEAD + FIRST.replace("| Chi Lăng", "| - Xã Tân Văn | 20 | 15 | 5 |\n| Chi Lăng")
    assert ("450", ["120", "230", "100"]) in sums(table + "| Tổng số | 450 | 280 | 170 |\n")


def test_a_rounded_column_may_miss_its_total_by_the_rounding() -> None:
    head = "| Nguồn | Vốn (tỷ đồng) |\n|---|---|\n"
    assert sums(head + "| Tỉnh | 3,3 |\n| Huyện | 3,3 |\n| Xã | 3,3 |\n| Cộng | 10,0 |\n") == [
        ("10,0", ["3,3", "3,3", "3,3"])
    ]
