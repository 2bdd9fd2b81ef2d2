"""A printed number claims every value that rounds to it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kybao.figures import Interval, cut_off, rounded, shown, step

exact = st.decimals(-(10**9), 10**9, places=6, allow_nan=False, allow_infinity=False)


def interval(low: str, high: str) -> Interval:
    return Interval(Decimal(low), Decimal(high))


def test_the_digits_shown_decide_what_is_claimed() -> None:
    assert shown(Decimal("28.1")) == interval("28.05", "28.15")
    assert shown(Decimal("27.0")) == interval("26.95", "27.05")
    assert shown(Decimal(83)) == interval("82.5", "83.5")
    assert (step(Decimal("28.1")), step(Decimal(83))) == (Decimal("0.1"), Decimal(1))


def test_digits_cut_off_claim_more_on_one_side() -> None:
    assert cut_off(Decimal("28.1")) == interval("28.1", "28.2")
    assert cut_off(Decimal("-3.5")) == interval("-3.6", "-3.5")


@given(exact, st.integers(0, 4))
def test_what_is_rounded_claims_the_exact_value(value: Decimal, decimals: int) -> None:
    assert shown(rounded(value, decimals)).meets(Interval(value, value))


@pytest.mark.parametrize(
    ("value", "decimals", "expected"), [("28.15", 1, "28.2"), ("-28.15", 1, "-28.2"), ("0.5", 0, "1")]
)
def test_halves_go_away_from_zero(value: str, decimals: int, expected: str) -> None:
    assert str(rounded(Decimal(value), decimals)) == expected


def test_intervals_add_subtract_scale_and_divide() -> None:
    assert interval("1", "2") + interval("10", "20") == interval("11", "22")
    assert interval("10", "20") - interval("1", "2") == interval("8", "19")
    assert interval("1", "2") * -3 == interval("-6", "-3")
    assert interval("10", "20") / interval("2", "5") == interval("2", "10")
    with pytest.raises(ZeroDivisionError):
        interval("1", "2") / interval("-1", "1")


def test_intervals_meet_at_an_end_too() -> None:
    assert interval("1", "2").meets(interval("2", "3"))
    assert not interval("1", "2").meets(interval("2.1", "3"))
