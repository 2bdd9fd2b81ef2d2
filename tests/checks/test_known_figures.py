"""A document held against figures from elsewhere."""

from decimal import Decimal

import pytest

from kybao import checks
from kybao.checks import KnownFigure
from kybao.checks.known import same_period
from kybao.claims import Role, read
from kybao.text import parse

TEXT = "Tổng thu ngân sách quý I/2024 đạt 113 tỷ đồng."


def known(
    name: str = "Tổng thu ngân sách", period: str = "2024-Q1", value: str = "120", **more: object
) -> KnownFigure:
    return KnownFigure(name, period, Decimal(value), "tỷ đồng", **more)  # type: ignore[arg-type]


def codes(*figures: KnownFigure, text: str = TEXT) -> list[str]:
    return [found.check.code for found in checks.check(read(parse(text)), known=figures).found]


def test_without_known_figures_nothing_is_compared() -> None:
    assert checks.check(read(parse(TEXT))).found == ()
    assert codes() == []


def test_a_name_is_compared_without_marks_and_capitals() -> None:
    assert codes(known("TỔNG THU NGÂN SÁCH")) == ["K601"]
    assert codes(known("tổng chi ngân sách")) == []


def test_another_unit_of_the_same_base_is_converted() -> None:
    assert codes(KnownFigure("Tổng thu ngân sách", "2024-Q1", Decimal(113_200), "triệu đồng")) == []
    assert codes(KnownFigure("Tổng thu ngân sách", "2024-Q1", Decimal(115_200), "triệu đồng")) == ["K601"]
    assert codes(KnownFigure("Tổng thu ngân sách", "2024-Q1", Decimal(115_200), "hộ")) == []


@pytest.mark.parametrize(
    "other",
    [
        known(period="2024-Q2"),
        known(agency="xã Tân Văn"),
        known(level=Role.PLAN),
        known(estimate=True),
        known(cumulative=True),
    ],
)
def test_only_a_figure_of_the_same_kind_is_compared(other: KnownFigure) -> None:
    assert codes(other) == []


def test_periods_are_compared_by_their_days() -> None:
    assert same_period("2024-Q1", "2024-01..2024-03")
    assert not same_period("2024-Q1", "2024-H1")
    assert not same_period("", "")
    assert not same_period("không rõ", "2024-Q1")
    assert codes(known(period="2024-01..2024-03")) == ["K601"]


def test_a_growth_is_held_against_last_year() -> None:
    text = "Tổng thu ngân sách quý I/2024 đạt 113 tỷ đồng, bằng 103,9% so với cùng kỳ."
    assert codes(known(period="2023-Q1", value="108.8"), text=text) == []
    assert codes(known(period="2023-Q1", value="95"), text=text) == ["K602"]


def test_a_required_figure_is_missed_once() -> None:
    required = [known("Tổng chi ngân sách", period=period, required=True) for period in ("2024-Q1", "2023-Q1")]
    assert codes(*required) == ["K604"]
    assert codes(known(value="113", required=True)) == []
