"""How levels and comparisons are worded."""

from datetime import date
from decimal import Decimal

import pytest

from kybao.claims import Comparison
from kybao.narrative import (
    Compared,
    Level,
    Quantity,
    Statement,
    WordingError,
    comparison_clause,
    sentence,
    several_changes,
    two_levels,
)
from kybao.narrative.amounts import lowered, percentage
from kybao.text.manuscripts import words

REVENUE = Quantity("thu", Decimal("113.2"), "tỷ đồng")
FIRES = Quantity("chay", Decimal(3), "vụ")


def compared(basis: str, kind: Comparison, value: str, **options: object) -> Compared:
    return Compared("so", basis, kind, Decimal(value), **options)  # type: ignore[arg-type]


def test_an_estimate_names_its_period_and_each_basis() -> None:
    bases = (
        compared("plan:tỉnh giao", Comparison.RATIO, "28.149", plan="dự toán"),
        compared("same_period", Comparison.RATIO, "103.95"),
    )
    runs = sentence(Statement("Tổng thu NSNN", REVENUE, Level.ESTIMATE, bases, period="quý I/2024"))
    assert words(runs) == (
        "Tổng thu NSNN ước thực hiện quý I/2024 đạt 113 tỷ đồng, "
        "bằng 28,1% dự toán tỉnh giao và bằng 104% so với cùng kỳ"
    )


def test_the_level_until_a_day_stands_before_the_estimate_of_the_period() -> None:
    actual = Statement("Tổng chi ngân sách", Quantity("chi", Decimal(174), "tỷ đồng"), day=date(2024, 3, 15))
    runs = two_levels(actual, Statement("Tổng chi ngân sách", REVENUE, Level.ESTIMATE, period="quý I/2024"))
    assert words(runs) == (
        "Tổng chi ngân sách đến ngày 15/3/2024 đạt 174 tỷ đồng; ước thực hiện quý I/2024 đạt 113 tỷ đồng"
    )


@pytest.mark.parametrize(
    ("value", "clause"),
    [("-2", "giảm 02 vụ so với tháng trước"), ("2", "tăng 02 vụ so với tháng trước"), ("0", "bằng tháng trước")],
)
def test_the_direction_follows_the_sign(value: str, clause: str) -> None:
    change = compared("previous_period", Comparison.DIFFERENCE, value, unit="vụ", decimals=0, previous="tháng trước")
    assert words(comparison_clause(change)) == clause


def test_an_assigner_is_never_left_out() -> None:
    change = compared("plan:tỉnh giao", Comparison.RATIO, "27", year=2024, pattern="dat")
    with_year = compared("plan:tỉnh giao", Comparison.RATIO, "27", year=2024)
    assert words(comparison_clause(with_year)) == "bằng 27% kế hoạch tỉnh giao"
    assert words(comparison_clause(change)) == "đạt 27% kế hoạch tỉnh giao"


def test_each_number_is_a_run_that_says_what_it_is() -> None:
    basis = compared("same_period", Comparison.GROWTH, "-8.66")
    figures = [run.figure for run in sentence(Statement("Số vụ cháy", FIRES, Level.ACTUAL, (basis,))) if run.figure]
    assert [(f.key, f.numbers, f.unit, f.role, f.sign, f.of) for f in figures] == [
        ("chay", (Decimal(3),), "vụ", "value", 1, ""),
        ("so", (Decimal("8.7"),), "%", "compare", -1, "chay"),
    ]


def test_several_measures_share_one_comparison() -> None:
    changes = [
        (compared("same_period", Comparison.DIFFERENCE, "-2", unit="vụ", decimals=0), "a"),
        (compared("same_period", Comparison.DIFFERENCE, "1", unit="người", decimals=0), "b"),
    ]
    runs = several_changes(sentence(Statement("Số vụ", FIRES)), changes)
    assert words(runs) == "Số vụ đạt 03 vụ (giảm 02 vụ, tăng 01 người so với cùng kỳ)"


@pytest.mark.parametrize(
    ("value", "shown"),
    [("27.04", "27"), ("28.15", "28.2"), ("0.04", "0.04"), ("0", "0"), ("-0.0449", "-0.04"), ("100", "100")],
)
def test_one_rule_rounds_percentages(value: str, shown: str) -> None:
    assert percentage(Decimal(value)) == Decimal(shown)
    assert str(percentage(Decimal(value))) == shown


def test_a_name_keeps_its_capitals_inside_a_sentence_where_they_are_its_own() -> None:
    assert [lowered(name) for name in ("Tổng thu", "GRDP", "Đảng viên")] == ["tổng thu", "GRDP", "Đảng viên"]


def test_a_wording_that_does_not_exist_is_refused_with_a_sentence() -> None:
    with pytest.raises(WordingError, match=r"Không có mẫu câu «levels\.actual\.la_lung»"):
        sentence(Statement("Tổng thu", REVENUE, pattern="la_lung"))


def test_a_range_and_a_bound_keep_their_form() -> None:
    growth = Quantity("tang", Decimal(9), "%", high=Decimal(10))
    share = Quantity("tyle", Decimal("95.5"), "%", decimals=1, approx="trở lên")
    assert words(sentence(Statement("Tốc độ tăng trưởng", growth))) == "Tốc độ tăng trưởng đạt 9-10%"
    assert words(sentence(Statement("Tỷ lệ thu gom", share))) == "Tỷ lệ thu gom đạt 95,5% trở lên"
