"""Verdicts go by the rounding that the digits shown allow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kybao.checks.verdicts import HUNDRED, Tally, Verdict, judge_change, judge_ratio, judge_sum, possible
from kybao.figures import Interval, rounded, write_number
from tests.checks.handmade import amount, cases, difference, growth, money, percent, ratio, total

HOLDS, CUT_OFF, WRONG, UNCLEAR = Verdict.HOLDS, Verdict.CUT_OFF, Verdict.WRONG, Verdict.UNCLEAR


@pytest.mark.parametrize(
    ("part", "whole", "stated", "verdict"),
    [
        ("540", "1.000", "54", HOLDS),
        ("540,4", "1.000", "54", HOLDS),
        ("545", "1.000", "54", HOLDS),  # 545 may be 544,6
        ("547", "1.000", "54", CUT_OFF),
        ("551", "1.000", "54", WRONG),
        ("530", "1.000", "54", WRONG),  # never rounded up by a whole point
        ("60.746", "135.188", "44", CUT_OFF),
        ("60.746", "135.188", "45", HOLDS),
        ("60.746", "108.412", "57,7", WRONG),
    ],
)
def test_a_ratio_of_measured_figures(part: str, whole: str, stated: str, verdict: Verdict) -> None:
    assert judge_ratio(ratio(money(part), money(whole), percent(stated))) is verdict


def test_counts_are_exact_so_that_small_ones_can_be_judged() -> None:
    assert judge_ratio(ratio(cases("42"), cases("87"), percent("47,7"))) is WRONG
    assert judge_ratio(ratio(cases("42"), cases("87"), percent("48,3"))) is HOLDS
    assert judge_ratio(ratio(cases("58"), cases("100"), percent("57"))) is WRONG  # 58 was not cut off to 57


def test_a_qualifier_widens_what_a_figure_allows() -> None:
    assert judge_ratio(ratio(money("540", "khoảng"), money("1.000"), percent("55"))) is HOLDS
    assert judge_ratio(ratio(money("540", "khoảng"), money("1.000"), percent("70"))) is WRONG
    assert possible(cases("100")) == Interval(100, 100)
    above, below = possible(money("3,6", "trên")), possible(money("3,6", "gần"))
    assert below.low < above.low
    assert below.high < above.high


def test_an_approximate_claim_is_never_called_cut_off() -> None:
    assert judge_ratio(ratio(money("547"), money("1.000"), percent("54", "khoảng"))) is HOLDS


def test_a_whole_that_may_be_zero_settles_nothing() -> None:
    assert judge_ratio(ratio(cases("0"), cases("0"), percent("100"))) is UNCLEAR


@pytest.mark.parametrize(
    ("now", "by", "sign", "verdict"),
    [
        ("600", "20", 1, HOLDS),
        ("600", "25", 1, WRONG),
        ("400", "20", -1, HOLDS),
        ("400", "20", 1, WRONG),  # it fell
        ("597", "19", 1, HOLDS),
        ("598", "19", 1, CUT_OFF),
        ("598", "19,5", 1, WRONG),
    ],
)
def test_a_growth_has_a_direction(now: str, by: str, sign: int, verdict: Verdict) -> None:
    assert judge_change(growth(cases(now), cases("500"), percent(by), sign=sign)) is verdict


def test_times_may_be_the_quotient_or_what_came_on_top() -> None:
    for stated in ("2,6", "1,6"):
        assert judge_change(growth(cases("1.475"), cases("570"), amount(stated, "lần"))) is HOLDS
    assert judge_change(growth(cases("1.475"), cases("570"), amount("2,5", "lần"))) is CUT_OFF
    assert judge_change(growth(cases("1.475"), cases("570"), amount("3,5", "lần"))) is WRONG


def test_a_difference_is_a_subtraction() -> None:
    assert judge_change(difference(cases("280"), cases("320"), cases("40"), sign=-1)) is HOLDS
    assert judge_change(difference(cases("280"), cases("320"), cases("50"), sign=-1)) is WRONG
    assert judge_change(difference(cases("280"), cases("320"), cases("40"))) is WRONG


def test_parts_add_up_within_the_rounding_of_each() -> None:
    assert judge_sum(total(money("10,0"), money("3,3"), money("3,3"), money("3,3"))) is HOLDS
    assert judge_sum(total(money("10,0"), money("3,3"), money("3,3"), money("3,0"))) is WRONG
    assert judge_sum(total(cases("81"), cases("54"), cases("27"))) is HOLDS
    assert judge_sum(total(cases("81"), cases("54"), cases("26"))) is WRONG


def test_parts_that_need_not_be_all_can_only_be_too_many() -> None:
    assert judge_sum(total(cases("144"), cases("59"), complete=False)) is UNCLEAR
    assert judge_sum(total(cases("59"), cases("144"), complete=False)) is WRONG


def test_a_tally_counts_made_and_judged() -> None:
    counted = Tally.of([HOLDS, HOLDS, CUT_OFF, WRONG, UNCLEAR])
    assert (counted.made, counted.judged) == (5, 4)
    assert (counted.holds, counted.cut_off, counted.wrong, counted.unclear) == (2, 1, 1, 1)


@given(st.integers(1, 10_000), st.integers(1, 10_000), st.integers(0, 2))
def test_a_ratio_rounded_by_the_one_rule_always_holds(part: int, whole: int, decimals: int) -> None:
    exact = rounded(HUNDRED * part / whole, decimals)
    claim = ratio(cases(str(part)), cases(str(whole)), percent(write_number(exact)))
    assert judge_ratio(claim) is HOLDS
