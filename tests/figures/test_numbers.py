"""Numbers are read strictly, written in one way, and the two are inverse."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kybao.figures.numbers import NumberError, read_number, write_number

exact = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**15), max_value=10**15)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("885.320", "885320"),
        ("28,1", "28.1"),
        ("27,0", "27.0"),
        ("-3,5", "-3.5"),
        ("−3,5", "-3.5"),
        ("3675", "3675"),
        ("05", "5"),
        ("0", "0"),
        ("0,125", "0.125"),
        ("1.234.567,89", "1234567.89"),
        (" 12 ", "12"),
    ],
)
def test_a_number_is_read_with_the_digits_shown(text: str, number: str) -> None:
    assert str(read_number(text)) == number


@pytest.mark.parametrize("text", ["6.2", "0.85", "1,234,567", "1,234.5", "1234.567", "0.125", "12.34"])
def test_an_english_number_is_refused_by_name(text: str) -> None:
    with pytest.raises(NumberError, match="lối Anh–Mỹ"):
        read_number(text)


@pytest.mark.parametrize(("text", "letter"), [("12,5o", "«o».*chữ số 0"), ("l2", "«l».*chữ số 1"), ("1O.000", "«O»")])
def test_a_letter_that_looks_like_a_digit_is_named(text: str, letter: str) -> None:
    with pytest.raises(NumberError, match=letter):
        read_number(text)


@pytest.mark.parametrize("text", ["một", "1.23.456", "12,", ",5", "1 234", "+5", "1,2,3", "٣", "5%", "--1", "1..000"])
def test_anything_else_is_refused_with_the_text_in_the_sentence(text: str) -> None:
    with pytest.raises(NumberError) as refused:
        read_number(text)
    assert f"«{text}»" in str(refused.value)


def test_an_empty_text_is_refused() -> None:
    with pytest.raises(NumberError, match="để trống"):
        read_number("  ")


def test_a_refusal_quotes_only_the_beginning_of_a_long_text() -> None:
    with pytest.raises(NumberError) as refused:
        read_number("x" * 10_000)
    assert len(str(refused.value)) < 200


def test_decimals_round_half_away_from_zero() -> None:
    assert write_number(Decimal("28.15"), decimals=1) == "28,2"
    assert write_number(Decimal("-0.25"), decimals=1) == "-0,3"
    assert write_number(Decimal("-0.04"), decimals=1) == "0,0"
    assert write_number(Decimal("5"), decimals=2) == "5,00"


def test_padding_is_for_whole_numbers_from_one_to_nine() -> None:
    padded = [write_number(Decimal(text), pad=True) for text in ("5", "0", "12", "5.0", "1000")]
    assert padded == ["05", "0", "12", "5,0", "1.000"]


def test_what_is_not_finite_cannot_be_written() -> None:
    with pytest.raises(NumberError):
        write_number(Decimal("NaN"))


@given(exact, st.booleans())
def test_what_is_written_reads_back(value: Decimal, pad: bool) -> None:
    back = read_number(write_number(value, pad=pad))
    assert back == value
    assert back.as_tuple().exponent == value.as_tuple().exponent


@given(st.integers(-(10**12), 10**12), st.booleans())
def test_whole_numbers_read_back(value: int, pad: bool) -> None:
    assert read_number(write_number(Decimal(value), pad=pad)) == value


@given(st.text(alphabet="0123456789.,-− oOl%", max_size=20))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        value = read_number(text)
    except NumberError:
        return
    assert read_number(write_number(value)) == value
