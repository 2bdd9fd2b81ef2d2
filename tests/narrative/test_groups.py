"""How shares, parts, acts, incidents, lists and zeros are worded."""

from decimal import Decimal

from kybao.narrative import (
    Quantity,
    Share,
    Statement,
    act,
    all_patterns,
    counted_list,
    fraction_clause,
    incident,
    level_clause,
    nothing,
    share_clause,
    total_with_parts,
)
from kybao.text.manuscripts import words


def quantity(value: str, unit: str, key: str = "k") -> Quantity:
    return Quantity(key, Decimal(value), unit)


def test_a_fraction_and_its_percentage_are_derived_from_the_two_numbers() -> None:
    share = Share(quantity("42", "đơn", "xong"), quantity("87", "đơn", "nhận"), "Đã giải quyết")
    runs = fraction_clause(share, with_percent=True)
    assert words(runs) == "Đã giải quyết 42/87 đơn, đạt tỷ lệ 48,3%"
    fraction, percent = (run.figure for run in runs if run.figure)
    assert fraction is not None
    assert percent is not None
    assert fraction.numbers == (Decimal(42), Decimal(87))
    assert percent.of == fraction.key


def test_small_counts_in_a_fraction_are_padded_like_counts() -> None:
    share = Share(quantity("7", "vụ"), quantity("10", "vụ"), "Đã làm rõ")
    assert words(fraction_clause(share)) == "Đã làm rõ 07/10 vụ"


def test_a_share_names_its_whole() -> None:
    share = Share(quantity("20", "vụ"), quantity("160", "vụ"), "Án ma túy", "tổng số vụ")
    assert words(share_clause(share)) == "Án ma túy 20 vụ, chiếm 12,5% tổng số vụ"


def test_a_total_is_followed_by_its_parts() -> None:
    total = level_clause(Statement("Tổng lượt khách", quantity("12", "lượt")))
    parts = [
        level_clause(Statement("Khách quốc tế", quantity("2", "lượt"), pattern="ngan"), opening=False),
        level_clause(Statement("Khách nội địa", quantity("10", "lượt"), pattern="ngan"), opening=False),
    ]
    assert words(total_with_parts(total, parts)) == (
        "Tổng lượt khách đạt 12 lượt, trong đó: khách quốc tế 02 lượt; khách nội địa 10 lượt"
    )


def test_an_act_tells_what_it_brought() -> None:
    amounts = [quantity("12", "vụ"), quantity("85", "triệu đồng")]
    assert words(act("Xử phạt", amounts)) == "Xử phạt 12 vụ, 85 triệu đồng"
    assert words(act("Xử phạt", amounts, wanted="so_tien")) == "Xử phạt 12 vụ với tổng số tiền 85 triệu đồng"


def test_an_incident_tells_its_consequences_in_order() -> None:
    runs = incident(
        "Tai nạn giao thông",
        quantity("3", "vụ"),
        [("chet", quantity("1", "người")), ("thiet_hai", quantity("9", "triệu đồng"))],
    )
    assert words(runs) == (
        "Tai nạn giao thông xảy ra 03 vụ, làm chết 01 người, thiệt hại tài sản trị giá 9 triệu đồng"
    )


def test_the_count_of_a_list_is_its_length() -> None:
    runs = counted_list("cau", ["Cầu Nà Lải", "Cầu Khòn Pát", "Cầu Pò Đứa"], "cầu")
    assert words(runs) == "03 cầu gồm: Cầu Nà Lải; Cầu Khòn Pát; Cầu Pò Đứa"
    assert runs[0].figure is not None
    assert runs[0].figure.numbers == (Decimal(3),)


def test_a_recorded_zero_is_told_in_words() -> None:
    assert words(nothing("Dịch bệnh", wanted="khong_xay_ra")) == "Không xảy ra dịch bệnh"


def test_no_two_patterns_have_one_code_and_every_pattern_has_a_slot() -> None:
    codes = [pattern.code for pattern in all_patterns()]
    assert len(codes) == len(set(codes)) > 100
    assert [pattern.code for pattern in all_patterns() if not pattern.slots] == [
        "comparisons.same_period.equal.bang",
        "comparisons.same_period.equal.bang_nam_truoc",
        "comparisons.same_period.equal.tuong_duong",
    ]
