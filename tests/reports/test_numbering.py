"""How headings are numbered."""

import pytest

from kybao.reports.errors import OutlineError
from kybao.reports.numbering import LETTERS, numbers, roman


def test_points_follow_the_vietnamese_alphabet() -> None:
    assert list(numbers([3] * 11)) == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)", "i)", "k)", "l)"]
    assert not set("fjwz") & set(LETTERS)


def test_a_higher_heading_begins_the_lower_ones_anew() -> None:
    assert list(numbers([0, 1, 2, 2, 3, 2, 3, 1, 2, 0, 1])) == [
        "Phần I", "I.", "1.", "2.", "a)", "3.", "a)", "II.", "1.", "Phần II", "I.",
    ]  # fmt: skip


def test_more_points_than_letters_are_refused() -> None:
    with pytest.raises(OutlineError, match="hãy tách mục đó ra"):
        list(numbers([3] * (len(LETTERS) + 1)))


def test_roman_digits() -> None:
    assert [roman(number) for number in (1, 4, 9, 14, 40)] == ["I", "IV", "IX", "XIV", "XL"]
