"""Days are found where a day is meant, and days that do not exist are kept for the checks."""

from datetime import date

import pytest

from kybao.figures import dates


def found(text: str) -> list[tuple[str, int, int, int | None]]:
    return [(text[day.start : day.end], day.day, day.month, day.year) for day in dates(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ngày 15/3/2024", [("15/3/2024", 15, 3, 2024)]),
        ("ngày 15.03.2024", [("15.03.2024", 15, 3, 2024)]),
        ("15 tháng 3 năm 2024", [("15 tháng 3 năm 2024", 15, 3, 2024)]),
        ("ngày 02 tháng 9 hằng năm", [("02 tháng 9", 2, 9, None)]),
        ("Sáng 4/4, họp", [("4/4", 4, 4, None)]),
        ("đến ngày 17.4, tỉnh", [("17.4", 17, 4, None)]),
        ("từ 27-30/8/2023", [("27", 27, 8, 2023), ("30/8/2023", 30, 8, 2023)]),
        ("từ ngày 27 đến ngày 30/8", [("27", 27, 8, None), ("30/8", 30, 8, None)]),
        ("ngày 5, 6/7", [("6/7", 6, 7, None)]),
        ("đến 31/6 là", [("31/6", 31, 6, None)]),
        ("từ 15/4 – 04/7/2024", [("15/4", 15, 4, None), ("04/7/2024", 4, 7, 2024)]),
    ],
)
def test_days_are_read(text: str, expected: list[tuple[str, int, int, int | None]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "đến 8/8 xã",
        "đạt 12/15 hộ",
        "tăng 9.12%",
        "42/87 đơn",
        "đến 45/12",
        "tỷ lệ 1/500",
        "115/3/2024",
        "9 tháng 41 tỷ đồng",
        "9 tháng 5 tỷ đồng",
    ],
)
def test_fractions_and_decimals_are_no_days(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["ngày 1/1/0001", "ngày 1/1/0000", "ngày 31/12/9999"])
def test_a_year_far_from_ours_is_a_slip(text: str) -> None:
    (day,) = dates(text)
    assert (day.possible, day.on()) == (False, None)


def test_a_day_that_does_not_exist_says_so() -> None:
    wrong, leap, right, open_year = dates("ngày 30/02/2023, ngày 29/2/2023, ngày 29/2/2024, ngày 29/2")
    assert [day.possible for day in (wrong, leap, right, open_year)] == [False, False, True, True]
    assert (wrong.on(), right.on()) == (None, date(2024, 2, 29))
    assert open_year.on(2024) == date(2024, 2, 29)
    assert open_year.on() is None
