"""Digits are read as officials write and mistype them."""

from decimal import Decimal

import pytest

from kybao.figures import Shape
from kybao.figures.numerals import NUMERAL, Numeral, amount, numeral_at


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("3675", "3675"),
        ("1.234.567", "1234567"),
        ("43.046,46", "43046.46"),
        ("3.335,250", "3335.250"),
        ("27,0", "27.0"),
        ("6.2", "6.2"),
        ("0.125", "0.125"),
        ("5.264", "5264"),
        ("1,234,567", "1234567"),
        ("1,234.5", "1234.5"),
        ("1234.567", "1234567"),
        ("12.345.67", "12345.67"),
        ("12.5.250,5", "125250.5"),
    ],
)
def test_dots_and_commas_are_told_apart(written: str, number: str) -> None:
    assert str(amount(written)) == number


@pytest.mark.parametrize("written", ["1,2,3", "12,16,18"])
def test_a_list_is_no_number(written: str) -> None:
    assert amount(written) is None


def numeral(text: str) -> Numeral | None:
    match = NUMERAL.search(text)
    assert match is not None
    return numeral_at(text, match)


def test_a_pair_is_a_range_upwards_and_a_fraction_over_a_slash() -> None:
    assert numeral("9-10") == Numeral(0, 4, (Decimal(9), Decimal(10)), Shape.RANGE)
    assert numeral("6,8/32,2") == Numeral(0, 8, (Decimal("6.8"), Decimal("32.2")), Shape.FRACTION)
    assert numeral("10-9") == Numeral(0, 2, (Decimal(10),))


def test_a_blank_behind_the_comma_is_a_slip_only_before_a_unit() -> None:
    assert numeral("87.010, 7 triệu đồng") == Numeral(0, 9, (Decimal("87010.7"),))
    assert numeral("87.010, 7 xã") == Numeral(0, 6, (Decimal(87010),))


def test_a_long_row_of_digits_counts_nothing() -> None:
    assert numeral("1" * 29) is None


def test_blanks_between_thousands_are_read_before_a_unit() -> None:
    assert numeral("12 345 người") == Numeral(0, 6, (Decimal(12345),))
    assert numeral("1\xa0234\xa0567 đồng") == Numeral(0, 9, (Decimal(1234567),))
    assert numeral("5 200, 300") == Numeral(0, 1, (Decimal(5),))
    assert numeral("2023 150 hộ") == Numeral(0, 4, (Decimal(2023),))
