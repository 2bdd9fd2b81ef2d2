"""What a numerator over a denominator is multiplied by, so that it stands in the unit of its ratio."""

from decimal import Decimal

import pytest

from kybao.figures import Unit, read_unit
from kybao.ledger.errors import WrongEntry
from kybao.ledger.ratios import multiplier
from kybao.ledger.units import converted


@pytest.mark.parametrize(
    ("ratio", "top", "bottom", "expected"),
    [
        ("%", "hộ", "hộ", "100"),
        ("%", "ha", "m²", "1000000"),
        ("‰", "người", "người", "1000"),
        ("tạ/ha", "tấn", "ha", "10"),
        ("tấn/ha", "tấn", "ha", "1"),
        ("bác sĩ/vạn dân", "bác sĩ", "người", "10000"),
        ("triệu đồng/người/năm", "tỷ đồng", "người", "1000"),
        ("đồng", "triệu đồng", "suất quà", "1000000"),
    ],
)
def test_the_factor_follows_from_the_units(ratio: str, top: str, bottom: str, expected: str) -> None:
    assert multiplier(read_unit(ratio), read_unit(top), read_unit(bottom)) == Decimal(expected)


@pytest.mark.parametrize(
    ("ratio", "top", "bottom"),
    [("%", "ha", "tấn"), ("tạ/ha", "ha", "tấn"), ("tạ/ha", "tấn", "km"), ("%", "hộ", "ha")],
)
def test_units_that_make_no_such_ratio_are_refused(ratio: str, top: str, bottom: str) -> None:
    with pytest.raises(WrongEntry, match="không thành"):
        multiplier(read_unit(ratio), read_unit(top), read_unit(bottom))


def test_a_power_of_ten_moves_the_comma_and_keeps_the_digits() -> None:
    billions, millions = read_unit("tỷ đồng"), read_unit("triệu đồng")
    assert str(converted(Decimal("1250"), millions, billions)) == "1.250"
    assert converted(Decimal("27.0"), billions, millions) == 27000


def test_another_factor_multiplies() -> None:
    sao = Unit("sào", "m2", Decimal(360))
    assert converted(Decimal("2.5"), sao, read_unit("m²")) == 900
    with pytest.raises(WrongEntry, match="không đổi được"):
        converted(Decimal(1), sao, read_unit("tấn"))
