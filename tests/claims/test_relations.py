"""The claims that arithmetic can test, and the places where the text does not settle one."""

import pytest

from kybao.claims import Comparison, Reading
from tests.claims.reading_of import reading_of


def ratios(text: str) -> list[tuple[str, str, str]]:
    return [
        (ratio.part.figure.span.text, ratio.whole.figure.span.text, ratio.percent.figure.span.text)
        for ratio in reading_of(text).ratios
    ]


def sums(text: str) -> list[tuple[str, list[str], bool]]:
    return [
        (total.total.figure.span.text, [part.figure.span.text for part in total.parts], total.complete)
        for total in reading_of(text).sums
    ]


def complete_sums(text: str) -> list[tuple[str, list[str]]]:
    return [(total, parts) for total, parts, complete in sums(text) if complete]


def names(reading: Reading) -> list[tuple[int, list[str]]]:
    return [(found.count, [name.text for name in found.names]) for found in reading.lists]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Đã giải quyết 30/40 đơn, đạt tỷ lệ 75%.", ("30/40", "30/40", "75")),
        ("Giải ngân 77 triệu đồng/100 triệu đồng, đạt 77% kế hoạch.", ("77", "100", "77")),
        ("Thu đạt 540 tỷ đồng, bằng 54% dự toán 1.000 tỷ đồng.", ("540", "1.000", "54")),
        ("Giải ngân 56 tỷ đồng, so với số nhập TABMIS đạt 70% (80 tỷ đồng).", ("56", "80", "70")),
        (
            "Kế hoạch vốn giao là 80 tỷ đồng. Giải ngân đạt 20 tỷ đồng, bằng 25% kế hoạch vốn giao.",
            ("20", "80", "25"),
        ),
        ("Kiểm tra 50 cơ sở, trong đó 10 cơ sở vi phạm, chiếm 20%.", ("10", "50", "20")),
    ],
)
def test_a_ratio_has_its_part_and_its_whole(sentence: str, expected: tuple[str, str, str]) -> None:
    assert ratios(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "Thu đạt 540 tỷ đồng, bằng 54% dự toán.",  # no whole is stated
        "Thu đạt 540 tỷ đồng, bằng 103% so với cùng kỳ.",
        "Đã giải quyết 30/40 đơn, tăng 5% so với cùng kỳ.",
        "Thu đạt 540 tỷ đồng, bằng 54% dự toán; chi đạt 1.000 tỷ đồng.",  # another clause
        "Kiểm tra 50 cơ sở, trong đó 10 cơ sở vi phạm, chiếm 3% dân số.",  # another whole
        "Có 10/16 khoản thu đạt trên 75% dự toán.",  # of each, a threshold
        "Có 05/30 chỉ tiêu đạt dưới 50%.",
        "Còn 12/40 công trình đang thi công, tiến độ bình quân đạt 42%.",  # a mean
    ],
)
def test_no_ratio_where_the_whole_is_not_settled(sentence: str) -> None:
    assert ratios(sentence) == []


def test_a_change_has_both_levels() -> None:
    (change,) = reading_of("Số hộ nghèo từ 320 hộ giảm xuống 280 hộ, giảm 40 hộ.").changes
    assert (change.now.value, change.before.value, change.by.value, change.sign) == (280, 320, 40, -1)
    assert change.comparison is Comparison.DIFFERENCE


def test_a_change_finds_the_level_of_last_year_in_brackets() -> None:
    (change,) = reading_of("Thu đạt 540 tỷ đồng, tăng 8% so với cùng kỳ (cùng kỳ đạt 500 tỷ đồng).").changes
    assert (change.now.figure.span.text, change.before.figure.span.text) == ("540", "500")


@pytest.mark.parametrize(
    "sentence",
    [
        "Thu đạt 540 tỷ đồng, tăng 8% so với cùng kỳ.",
        "Thu từ 5 nguồn, chi lên 6 tỷ đồng, tăng 8% so với cùng kỳ.",
        "Thu đạt 540 tỷ đồng, tăng 8% so với cùng kỳ (thu nội địa 500 tỷ đồng).",
    ],
)
def test_no_change_where_the_level_before_is_not_settled(sentence: str) -> None:
    assert reading_of(sentence).changes == ()


SUMS = {
    "«trong đó» with a colon": (
        "Kiểm tra 81 công trình, trong đó: 54 công trình có phép; 27 công trình miễn phép; xử lý 07 công trình.",
        [("81", ["54", "27"])],
    ),
    "«gồm»": ("Có 90 dự án, gồm 30 dự án tỉnh quản lý, 60 dự án huyện quản lý.", [("90", ["30", "60"])]),
    "a bracket of kinds": ("Tiếp nhận 42 đơn (35 đề nghị, 07 khiếu nại).", [("42", ["35", "07"])]),
    "a bracket without units": ("Thi công 11 công trình (07 chuyển tiếp; 04 khởi công mới).", [("11", ["07", "04"])]),
    "a bracket with names before the numbers": (
        "Đàn gia súc có 50 con (trâu 20 con, bò 18 con, dê 12 con).", [("50", ["20", "18", "12"])],
    ),
    "a bracket with names and no units": ("Nhận 42 đơn (khiếu nại 05, tố cáo 37).", [("42", ["05", "37"])]),
    "what a whole has": (
        "Trong 19 nhóm hàng có 12 nhóm tăng giá, 4 nhóm giảm giá và 3 nhóm ổn định.", [("19", ["12", "4", "3"])],
    ),
    "pairs of parts of two totals": (
        "Làm rõ 03 vụ, 05 người (02 vụ, 03 người trộm cắp; 01 vụ, 02 người lừa đảo).",
        [("03", ["02", "01"]), ("05", ["03", "02"])],
    ),
    "pairs without a comma": (
        "Làm rõ 03 vụ 05 người (02 vụ 03 người trộm cắp; 01 vụ 02 người lừa đảo).",
        [("03", ["02", "01"]), ("05", ["03", "02"])],
    ),
    "men and women": ("Tuyển 45 người (nam 20 người, nữ 25 người).", [("45", ["20", "25"])]),
    "money from several sources": (
        "Vốn giao 250 tỷ đồng, gồm: vốn ODA 150 tỷ đồng; vốn trong nước 100 tỷ đồng.", [("250", ["150", "100"])],
    ),
    "opposites": (
        "Giải quyết 927 hồ sơ, trong đó đúng hạn 900 hồ sơ, quá hạn 09 hồ sơ.",
        [("927", ["900", "09"])],
    ),
    "a footnote": (
        "Đón 900 lượt khách¹.\n\n¹ Trong đó: khách quốc tế 200 lượt; khách nội địa 700 lượt.",
        [("900", ["200", "700"])],
    ),
    "entries of a list": (
        "Tổng số vốn là 300 triệu đồng, trong đó:\n\n- Vốn huyện: 200 triệu đồng.\n\n- Vốn xã: 100 triệu đồng.",
        [("300", ["200", "100"])],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SUMS.values(), ids=SUMS.keys())
def test_a_total_has_its_parts(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert complete_sums(text) == expected


SLIPS = {
    "one digit of four": ("Vốn giao 3.449 tỷ đồng, trong đó tỉnh 1.214 tỷ đồng, huyện 2.035 tỷ đồng.", True),
    "one digit of three, counted": ("Kiểm tra 427 cơ sở, trong đó: sản xuất 322 cơ sở và dịch vụ 25 cơ sở.", True),
    "a carried digit": ("Vốn giao 3.449 tỷ đồng, trong đó tỉnh 1.315 tỷ đồng, huyện 2.094 tỷ đồng.", True),
    "a round part left out of round parts": (
        "Vốn giao 1.700 tỷ đồng, trong đó: vốn tỉnh 1.000 tỷ đồng, vốn huyện 400 tỷ đồng.", False,
    ),
    "a part as round as another": (
        "Vốn giao 1.755 tỷ đồng, trong đó: vốn tỉnh 1.055 tỷ đồng, vốn huyện 400 tỷ đồng.", False,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "slip"), SLIPS.values(), ids=SLIPS.keys())
def test_a_total_that_one_digit_parts_from_its_parts_is_a_slip(text: str, slip: bool) -> None:
    assert bool(complete_sums(text)) is slip


SILENT = {
    "attributes that one person can have": "Kết nạp 120 đảng viên (nữ 65, dân tộc thiểu số 40, đoàn viên 30).",
    "some of them in a bracket": "Tổ chức 60 lớp tập huấn (có 35 lớp tại xã, 40 lớp cho thanh niên).",
    "a part that leaves no room": "Có 612 hộ dùng nước sạch, trong đó: nước máy 600 hộ, giếng khoan 40 hộ.",
    "insured in two ways": "Có 900 người tham gia bảo hiểm, gồm BHXH 300 người, BHYT 850 người.",
    "some parts": "Triển khai 32 dự án, trong đó 05 dự án trọng điểm của tỉnh và 03 dự án của huyện.",
    "money that may have more parts": "Thu 700 tỷ đồng, trong đó: nội địa 430 tỷ đồng; nhập khẩu 220 tỷ đồng.",
    "other units in the bracket": "Xảy ra 10 vụ (02 người chết, 08 người bị thương).",
    "parts of two levels": "Tiếp nhận 59 hồ sơ, kỳ trước chuyển sang 37 hồ sơ, trong đó đã trả 59 hồ sơ và 30 hồ sơ.",
    "no words of parts": "Thu 700 tỷ đồng, chi 300 tỷ đồng, dư 400 tỷ đồng.",
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT.keys())
def test_parts_that_need_not_be_all_are_no_complete_sum(text: str) -> None:
    assert complete_sums(text) == []


def test_a_part_is_kept_for_itself_where_the_list_may_go_on() -> None:
    assert sums("Triển khai 32 dự án, trong đó 05 dự án trọng điểm và 03 dự án của huyện.") == [
        ("32", ["05"], False), ("32", ["03"], False),
    ]  # fmt: skip


LISTS = {
    "names with commas of their own": (
        "Đang xây dựng 02 cầu, cụ thể: Cầu Nà Lình, xã Tân Văn; Cầu Bản Chu, xã Hòa Bình.",
        [(2, ["Cầu Nà Lình, xã Tân Văn", "Cầu Bản Chu, xã Hòa Bình"])],
    ),
    "a bracket": (
        "Thanh tra 02 đơn vị (Trường Tiểu học Kim Đồng, Trạm Y tế Bắc Lý).",
        [(2, ["Trường Tiểu học Kim Đồng", "Trạm Y tế Bắc Lý"])],
    ),
    "a place after a name belongs to it": (
        "Kiểm tra tại 02 địa điểm (Chợ Giếng Vuông, phường Kỳ Lừa và Bến xe Bắc, phường Đông Kinh).",
        [(2, ["Chợ Giếng Vuông, phường Kỳ Lừa", "Bến xe Bắc, phường Đông Kinh"])],
    ),
    "entries that repeat the noun": (
        "Còn 03 tiêu chí chưa đạt gồm: tiêu chí số 2 (giao thông), tiêu chí số 5; tiêu chí số 17.",
        [(3, ["tiêu chí số 2 (giao thông)", "tiêu chí số 5", "tiêu chí số 17"])],
    ),
    "a footnote": (
        "Bàn giao mặt bằng 03 dự án¹ trong kỳ.\n\n¹ Khu đô thị Bến Bắc; Trụ sở Công an; Nút giao Phú Lộc.",
        [(3, ["Khu đô thị Bến Bắc", "Trụ sở Công an", "Nút giao Phú Lộc"])],
    ),
    "bulleted entries": (
        "Hiện có 2 doanh nghiệp liên kết:\n\n- Công ty Sao Mai\n\n- Hợp tác xã Đồng Tâm",
        [(2, ["Công ty Sao Mai", "Hợp tác xã Đồng Tâm"])],
    ),
}


@pytest.mark.parametrize(("text", "expected"), LISTS.values(), ids=LISTS.keys())
def test_a_count_has_its_names(text: str, expected: list[tuple[int, list[str]]]) -> None:
    assert names(reading_of(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Có 07 hộ chăn nuôi (phường Vĩnh Trại, Tam Thanh, Mai Pha) bị dịch.",  # where they are, not who
        "Kiểm tra 12 dự án, trong đó: dự án Bến Bắc; dự án Nà Lình.",  # only some
        "Có 05 dự án, gồm: Khu đô thị Bến Bắc; Trụ sở Công an; …",  # unfinished
        "Thanh tra 4 cuộc/6 đơn vị¹.\n\n¹ Thanh tra A; Thanh tra B; Thanh tra C; Thanh tra D.",  # names of the 4
        "Bàn giao 03 dự án¹.\n\n¹ Khu đô thị Bến Bắc; Trụ sở Công an cấp",  # the page ends
        "Kiểm tra 05 dự án (theo kế hoạch).",
    ],
)
def test_no_list_where_the_text_does_not_settle_it(text: str) -> None:
    assert names(reading_of(text)) == []


def test_a_list_in_a_footnote_says_so() -> None:
    (found,) = reading_of("Kiểm tra 9/9 đơn vị¹.\n\n¹ gồm: Chùa Thành, Đền Mẫu, Đình Làng.").lists
    assert (found.in_note, found.count, len(found.names)) == (True, 9, 3)


def test_a_quantity_stated_twice_is_a_repeat() -> None:
    reading = reading_of("Tổng thu ngân sách đạt 113 tỷ đồng.\n\nNhư vậy, tổng thu ngân sách đạt 131 tỷ đồng.")
    (repeat,) = reading.repeats
    assert [reading.facts[index].figure.span.text for index in (repeat.first, repeat.second)] == ["113", "131"]


@pytest.mark.parametrize(
    "second",
    [
        "Tổng thu ngân sách tháng 2 đạt 131 tỷ đồng.",
        "Tổng thu ngân sách huyện Chi Lăng đạt 131 tỷ đồng.",
        "Ước tổng thu ngân sách đạt 131 tỷ đồng.",
        "Tổng thu đạt 131 tỷ đồng.",
    ],
)
def test_another_time_place_or_level_is_no_repeat(second: str) -> None:
    assert reading_of(f"Tổng thu ngân sách đạt 113 tỷ đồng.\n\n{second}").repeats == ()
