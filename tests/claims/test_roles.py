"""What each figure of a sentence does: it states a level or a plan, compares, or gives a share."""

import pytest

from tests.claims.reading_of import fact_of, reading_of, told

SENTENCES = {
    "a level with two plans and the same period": (
        "Thu ngân sách đạt 640 tỷ đồng, bằng 32% dự toán tỉnh giao, bằng 29,5% so với dự toán huyện phấn đấu và bằng "
        "104% so với cùng kỳ.",
        [
            "640 value",
            "32 compare ratio plan:tỉnh giao -> 640",
            "29,5 compare ratio plan:huyện phấn đấu -> 640",
            "104 compare ratio same_period -> 640",
        ],
    ),
    "a comparison in brackets": (
        "Tổng lượt khách ước đạt 12.300 lượt khách (đạt 41% kế hoạch năm).",
        ["12.300 value", "41 compare ratio plan -> 12.300"],
    ),
    "growth and decrease": (
        "Sản lượng điện đạt 52 triệu kWh, tăng 8,7% so với cùng kỳ, giảm 1,2% so với tháng trước.",
        ["52 value", "8,7 compare growth same_period -> 52", "1,2 compare -growth previous_period -> 52"],
    ),
    "the basis before the verb": (
        "Diện tích trồng mới đạt 120 ha, so với cùng kỳ tăng 5%.",
        ["120 value", "5 compare growth same_period -> 120"],
    ),
    "a difference qualifies the level in its unit": (
        "Xảy ra 14 vụ cháy, làm bị thương 03 người (giảm 02 vụ so với cùng kỳ).",
        ["14 value", "03 value", "02 compare -difference same_period -> 14"],
    ),
    "a difference goes with the name it repeats": (
        "Xảy ra 14 vụ, làm chết 05 người, bị thương 09 người, giảm 02 người chết so với cùng kỳ.",
        ["14 value", "05 value", "09 value", "02 compare -difference same_period -> 05"],
    ),
    "the percentage of a difference": (
        "Tiếp nhận 140 đơn, tăng 28 đơn (25%) so với cùng kỳ.",
        ["140 value", "28 compare difference same_period -> 140", "25 compare growth same_period -> 140"],
    ),
    "a written sign in a bracket is a growth": (
        "Đàn dê có 30 nghìn con (-2,5%), đàn ngựa 12 nghìn con (+1,5%) so với cùng kỳ.",
        [
            "30 value",
            "-2,5 compare -growth same_period -> 30",
            "12 value",
            "1,5 compare growth same_period -> 12",
        ],
    ),
    "a growth and its amount in a bracket": (
        "Gieo trồng 900 ha, tăng 2% (+18 ha) so với cùng kỳ.",
        ["900 value", "2 compare growth same_period -> 900", "18 compare difference same_period -> 900"],
    ),
    "a bracket takes the direction of the change before it": (
        "Tiếp nhận 190 đơn, giảm 10 đơn (5%) so với tháng trước.",
        ["190 value", "10 compare -difference previous_period -> 190", "5 compare -growth previous_period -> 190"],
    ),
    "a factor and its amount in a bracket": (
        "Có 90 hộ tham gia, gấp 3 lần cùng kỳ (tăng 60 hộ).",
        ["90 value", "3 compare ratio same_period -> 90", "60 compare difference same_period -> 90"],
    ),
    "a difference and what it corresponds to": (
        "Thu được 110 tỷ đồng, tăng 10 tỷ đồng (tương ứng 10%) so với cùng kỳ.",
        ["110 value", "10 compare difference same_period -> 110", "10 compare growth same_period -> 110"],
    ),
    "percentage points differ even without a level": (
        "Tỷ lệ giải ngân cao hơn 1,5 điểm phần trăm so với cùng kỳ.",
        ["1,5 compare difference same_period"],
    ),
    "a basis before the first change of a row": (
        "Xảy ra 14 vụ, bị thương 09 người; so với cùng kỳ giảm 02 vụ, giảm 03 người bị thương.",
        [
            "14 value",
            "09 value",
            "02 compare -difference same_period -> 14",
            "03 compare -difference same_period -> 09",
        ],
    ),
    "a sentence that goes on with a comparison": (
        "Xảy ra 14 vụ cháy, làm bị thương 09 người. So với cùng kỳ giảm 02 vụ (-12,5%), giảm 03 người bị thương.",
        [
            "14 value",
            "09 value",
            "02 compare -difference same_period -> 14",
            "-12,5 compare -growth same_period -> 14",
            "03 compare -difference same_period -> 09",
        ],
    ),
    "a level over its plan": (
        "Thu ngân sách đạt 90 tỷ đồng/dự toán 120 tỷ đồng, bằng 75% dự toán huyện giao, tăng 5% so với cùng kỳ.",
        [
            "90 value",
            "120 plan",
            "75 compare ratio plan:huyện giao -> 90",
            "5 compare growth same_period -> 90",
        ],
    ),
    "a factor of a year": (
        "Có 90 hộ tham gia, gấp 3 lần năm 2023.",
        ["90 value", "3 compare ratio previous_period -> 90"],
    ),
    "a basis between «thấp hơn» and the number": (
        "Tỷ lệ hộ nghèo 4,1%, thấp hơn cùng kỳ 0,6 điểm %; có 64 lao động, nhiều hơn tháng trước 12 lao động.",
        [
            "4,1 value",
            "0,6 compare -difference same_period -> 4,1",
            "64 value",
            "12 compare difference previous_period -> 64",
        ],
    ),
    "an amount in the bracket of a basis is that basis's level": (
        "Thu đạt 60 tỷ đồng, tăng 20% so với cùng kỳ (50 tỷ đồng), vượt 10% kế hoạch năm (54 tỷ đồng).",
        [
            "60 value",
            "20 compare growth same_period -> 60",
            "50 value",
            "10 compare growth plan -> 60",
            "54 plan",
        ],
    ),
    "a factor without a basis compares with a time": (
        "Thu đạt 60 tỷ đồng, bằng 80% dự toán; chi đạt 40 tỷ đồng, gấp 1,3 lần.",
        ["60 value", "80 compare ratio plan -> 60", "40 value", "1,3 compare ratio same_period -> 40"],
    ),
    "a growth after a factor": (
        "Có 90 hộ tham gia, gấp 3 lần tháng trước; có 60 hộ thoát nghèo, tăng 5 hộ.",
        [
            "90 value",
            "3 compare ratio previous_period -> 90",
            "60 value",
            "5 compare difference previous_period -> 60",
        ],
    ),
    "a sum since the beginning of the year compares with no month": (
        "Bán lẻ tháng 3 đạt 80 tỷ đồng, tăng 1,2% so với tháng trước; lũy kế 3 tháng đạt 230 tỷ đồng, tăng 9%.",
        [
            "80 value",
            "1,2 compare growth previous_period -> 80",
            "230 value",
            "9 compare growth same_period -> 230",
        ],
    ),
    "a school year before": (
        "Có 90 nghìn học sinh, tăng 3 nghìn học sinh so với năm học trước.",
        ["90 value", "3 compare difference previous_period -> 90"],
    ),
    "a plan to be reached in full": (
        "Phấn đấu thu ngân sách đạt 100% dự toán năm.",
        ["100 plan"],
    ),
    "a list in brackets goes on with the ratio that opens it": (
        "Chi ngân sách 90 tỷ đồng, bằng 70% dự toán, gồm: chi đầu tư 30 tỷ đồng (85%); chi thường xuyên 60 tỷ đồng "
        "(64%).",
        [
            "90 value",
            "70 compare ratio plan -> 90",
            "30 value",
            "85 compare ratio plan -> 30",
            "60 value",
            "64 compare ratio plan -> 60",
        ],
    ),
    "shares in brackets after a ratio": (
        "Chi ngân sách 90 tỷ đồng, bằng 70% dự toán, gồm: chi đầu tư 30 tỷ đồng (33,3%).",
        ["90 value", "70 compare ratio plan -> 90", "30 value", "33,3 share -> 30"],
    ),
    "a threshold says which ones are counted": (
        "Có 10/16 khoản thu đạt trên 75% dự toán.",
        ["10/16 share", "75 compare ratio plan"],
    ),
    "the rate that two counts give": (
        "Có 800 em đăng ký, 788 em dự thi (đạt 98,5%).",
        ["800 value", "788 value", "98,5 share -> 788"],
    ),
    "a rate of its own after a level": (
        "Bàn giao 90 ha mặt bằng, tỷ lệ diện tích hoàn thành đạt 100%.",
        ["90 value", "100 value"],
    ),
    "a bare rate after a fraction": (
        "Có 16/20 trường đạt chuẩn, tỷ lệ 80%.",
        ["16/20 share", "80 share -> 16/20"],
    ),
    "elliptic comparisons take the bases of the row before": (
        "Bán lẻ đạt 800 tỷ đồng, tăng 1,1% so với tháng trước và tăng 6,2% so với cùng kỳ; dịch vụ đạt 300 tỷ đồng, "
        "tăng 0,9% và 5,1%.",
        [
            "800 value",
            "1,1 compare growth previous_period -> 800",
            "6,2 compare growth same_period -> 800",
            "300 value",
            "0,9 compare growth previous_period -> 300",
            "5,1 compare growth same_period -> 300",
        ],
    ),
    "a ratio and a growth without a basis": (
        "Doanh thu vận tải 210 tỷ đồng, đạt 73,8%, tăng 16,3%.",
        ["210 value", "73,8 compare ratio plan -> 210", "16,3 compare growth same_period -> 210"],
    ),
    "a basis that only the last member of a row names": (
        "Xảy ra 12 vụ, tăng 05 vụ, giảm 02 người chết so với tháng trước.",
        ["12 value", "05 compare difference previous_period -> 12", "02 compare -difference previous_period"],
    ),
    "a basis that opens the sentence": (
        "So với cùng kỳ, số dự án cấp mới tăng 57%, vốn đăng ký mới tăng 12%.",
        ["57 compare growth same_period", "12 compare growth same_period"],
    ),
    "two levels and one growth for each": (
        "Xuất khẩu đạt 19 triệu USD, nhập khẩu đạt 14 triệu USD, tăng lần lượt 2,2% và 6,9% so với cùng kỳ.",
        ["19 value", "14 value", "2,2 compare growth same_period -> 19", "6,9 compare growth same_period -> 14"],
    ),
    "a comparison before its level": (
        "Giá trị sản xuất tăng 8,2% so với cùng kỳ, đạt 540 tỷ đồng.",
        ["8,2 compare growth same_period -> 540", "540 value"],
    ),
    "a percentage point is a difference": (
        "Tỷ lệ che phủ rừng đạt 58,8%, tăng 0,3% so với cùng kỳ.",
        ["58,8 value", "0,3 compare difference same_period -> 58,8"],
    ),
    "a comparison with its own subject elsewhere": (
        "Thu nội địa đạt 80 tỷ đồng. Giá tiêu dùng tăng 2,9% so với cùng kỳ.",
        ["80 value", "2,9 compare growth same_period"],
    ),
    "a rate is a level": ("Tỷ lệ hộ nghèo còn 0,15%.", ["0,15 value"]),
    "a fraction and its percentage": (
        "Đã giải quyết 30/40 đơn, đạt tỷ lệ 75%.",
        ["30/40 share", "75 share -> 30/40"],
    ),
    "a share of a whole": ("Có 50 hộ thoát nghèo, chiếm 12% tổng số hộ.", ["50 value", "12 share -> 50"]),
    "part and whole with a stroke": (
        "Đã giải ngân 77 triệu đồng/100 triệu đồng, đạt 77% kế hoạch vốn giao.",
        ["77 value", "100 plan", "77 compare ratio plan -> 77"],
    ),
    "a plan that its basis states": (
        "Thu ngân sách đạt 540 tỷ đồng, bằng 54% dự toán 1.000 tỷ đồng.",
        ["540 value", "54 compare ratio plan -> 540", "1.000 plan"],
    ),
    "the plan of a month and that of the year": (
        "Thu tháng 3 đạt 27 tỷ đồng, đạt 69% dự toán tháng; đạt 24% dự toán tỉnh giao.",
        ["27 value", "69 compare ratio plan -> 27", "24 compare ratio plan:tỉnh giao"],
    ),
    "a plan spoken of from the first word": (
        "Kế hoạch vốn năm 2024 là 900 triệu đồng, bố trí cho 12 dự án.",
        ["900 plan", "12 plan"],
    ),
    "a target and what follows it": (
        "Phấn đấu thu nhập bình quân đạt 62 triệu đồng/người; tỷ lệ hộ nghèo giảm còn 2%.",
        ["62 plan", "2 plan"],
    ),
    "a plan named by who assigned it": ("Diện tích trồng rừng theo kế hoạch thành phố giao là 12 ha.", ["12 plan"]),
    "a target that opens the sentence": ("Phấn đấu năm 2024, tổng thu ngân sách đạt 90 tỷ đồng.", ["90 plan"]),
    "from one level to another": (
        "Số hộ kinh doanh từ 500 hộ tăng lên 600 hộ, tăng 20%.",
        ["500 value", "600 value", "20 compare growth other -> 600"],
    ),
    "a tax cut compares nothing": ("Tiếp tục chính sách giảm 2% thuế giá trị gia tăng.", ["2 value"]),
    "a verb inside a name": ("Số thuế sau miễn giảm là 60 tỷ đồng.", ["60 value"]),
    "reaching a standard is no comparison": ("Công nhận 10 trường đạt chuẩn quốc gia.", ["10 value"]),
}


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES.values(), ids=SENTENCES.keys())
def test_a_sentence_is_bound(sentence: str, expected: list[str]) -> None:
    assert told(reading_of(sentence)) == expected


def test_a_comparison_outside_a_bracket_does_not_qualify_a_figure_inside() -> None:
    reading = reading_of("Thu ngân sách đạt 90 tỷ đồng (thu nội địa 60 tỷ đồng), tăng 5% so với cùng kỳ.")
    assert told(reading)[-1] == "5 compare growth same_period -> 90"


def test_an_estimate_lends_itself_to_its_comparisons_and_parts() -> None:
    reading = reading_of("Thu ngân sách ước đạt 90 tỷ đồng, bằng 30% dự toán, trong đó thu nội địa 60 tỷ đồng.")
    assert [fact.estimate for fact in reading.facts] == [True, True, True]


def test_an_estimate_may_open_the_sentence() -> None:
    assert fact_of("Ước thực hiện quý I, tổng mức bán lẻ đạt 90 tỷ đồng.", "90").estimate


ESTIMATES = {
    "a sentence of parts": (
        "Gieo trồng ước 90 ha, bằng 98% cùng kỳ. Cụ thể: lúa 60 ha; ngô 30 ha.",
        [True, True, True, True],
    ),
    "the growth of parts": (
        "Giá trị tăng thêm ước tăng 5%. Trong đó, khu vực dịch vụ tăng 6%, đóng góp 2 điểm phần trăm.",
        [True, True, True],
    ),
    "a list of parts": (
        "Tổng thu ước 90 tỷ đồng, tăng 5% so với cùng kỳ. Trong đó:\n\n- Thu nội địa: 60 tỷ đồng.",
        [True, True, True],
    ),
    "a verb left out": (
        "Xuất khẩu ước đạt 90 triệu USD, tăng 5%; nhập khẩu 60 triệu USD, giảm 2%.",
        [True, True, True, True],
    ),
    "a second growth of the same": (
        "Chỉ số sản xuất ước tăng 2% so với tháng trước và tăng 6% so với cùng kỳ.",
        [True, True],
    ),
    "a new sentence": ("Xuất khẩu ước đạt 90 triệu USD. Nhập khẩu 60 triệu USD.", [True, False]),
    "a plan": ("Thu ước đạt 90 tỷ đồng/dự toán 120 tỷ đồng, bằng 75% dự toán.", [True, False, True]),
}


@pytest.mark.parametrize(("text", "expected"), ESTIMATES.values(), ids=ESTIMATES.keys())
def test_an_estimate_is_carried_on(text: str, expected: list[bool]) -> None:
    assert [fact.estimate for fact in reading_of(text).facts] == expected


def test_what_was_done_is_no_estimate_after_one() -> None:
    reading = reading_of("Ước chi đạt 90 tỷ đồng; đã thu 60 tỷ đồng.")
    assert [fact.estimate for fact in reading.facts] == [True, False]


def test_cumulative_figures_are_marked() -> None:
    assert fact_of("Chi ngân sách lũy kế là 223 tỷ đồng.", "223").cumulative
    assert not fact_of("Chi ngân sách là 223 tỷ đồng.", "223").cumulative


def test_entries_of_a_list_of_plans_are_plans() -> None:
    text = (
        "Tổng kế hoạch vốn là 300 triệu đồng, trong đó:\n\n- Vốn huyện: 200 triệu đồng.\n\n- Vốn xã: 100 triệu đồng."
    )
    assert told(reading_of(text)) == ["300 plan", "200 plan", "100 plan"]


def test_a_footnote_of_parts_shares_the_estimate_of_its_figure() -> None:
    reading = reading_of("Tổng lượt khách ước đạt 900 lượt¹.\n\n¹ Trong đó: khách quốc tế 200 lượt.")
    assert [fact.estimate for fact in reading.facts] == [True, True]


def test_figures_under_a_heading_of_tasks_are_plans() -> None:
    text = "I. KẾT QUẢ ĐẠT ĐƯỢC\n\nTrồng được 12 ha rừng.\n\nII. NHIỆM VỤ TRỌNG TÂM QUÝ II\n\nTrồng 15 ha rừng."
    assert told(reading_of(text)) == ["12 value", "15 plan"]


def test_figures_under_a_heading_of_targets_are_plans() -> None:
    assert told(reading_of("II. CHỈ TIÊU NĂM 2025\n\n- Thêm 05 thôn đạt chuẩn.")) == ["05 plan"]


def test_a_comparison_with_a_norm_is_no_plan() -> None:
    assert told(reading_of("So với định mức còn thiếu 90 giáo viên.")) == ["90 value"]


def test_the_bases_of_years_follow_from_the_report() -> None:
    title = "BÁO CÁO\n\nTình hình kinh tế - xã hội năm 2023\n\n"
    text = "Thu ngân sách đạt 90 tỷ đồng, tăng 5% so với năm 2022, tăng 9% so với năm 2019."
    assert told(reading_of(text, title)) == [
        "90 value", "5 compare growth previous_period -> 90", "9 compare growth other -> 90",
    ]  # fmt: skip


def test_a_growth_that_is_aimed_at_is_a_plan() -> None:
    assert told(reading_of("Phấn đấu tổng giá trị sản xuất tăng 9%.")) == ["9 plan"]


def test_a_section_of_estimates_is_estimated() -> None:
    text = "I. ƯỚC THỰC HIỆN CẢ NĂM CÁC CHỈ TIÊU CHỦ YẾU\n\n- Thu ngân sách đạt 370 tỷ đồng."
    (fact,) = reading_of(text).facts
    assert (fact.role.value, fact.estimate) == ("value", True)


def test_a_written_minus_is_not_turned_again() -> None:
    fact = fact_of("Đàn dê có 30 nghìn con (-2,5%) so với cùng kỳ.", "-2,5")
    assert (fact.sign, fact.turn) == (-1, 1)
    fact = fact_of("Đàn dê có 30 nghìn con, giảm 2,5% so với cùng kỳ.", "2,5")
    assert (fact.sign, fact.turn) == (-1, -1)


def test_nine_months_are_a_basis_even_in_a_report_to_october() -> None:
    title = "BÁO CÁO\n\nTình hình kinh tế - xã hội tháng 10 năm 2024\n\n"
    fact = fact_of("Thu ngân sách đạt 90 tỷ đồng, tăng 5% so với 9 tháng đầu năm 2023.", "5", title)
    assert fact.basis == "same_period"
