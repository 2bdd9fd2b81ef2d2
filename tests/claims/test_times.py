"""When: from the clause, the sentence, the list, the heading and the title, in that order."""

import pytest

from kybao.claims import read
from kybao.text import parse
from tests.claims.reading_of import TITLE, fact_of, reading_of

PERIODS = {
    "the title's": ("Trồng được 12 ha rừng.", "12", "2024-Q1"),
    "the clause's": ("Trong tháng 2 trồng được 12 ha rừng.", "12", "2024-02"),
    "an as-of day": ("Tổng thu đến ngày 20/3/2024 đạt 83 tỷ đồng.", "83", "asof:2024-03-20"),
    "each clause its own": (
        "Tổng thu đến ngày 20/3/2024 đạt 83 tỷ đồng; ước thực hiện quý I/2024 đạt 113 tỷ đồng.", "113", "2024-Q1",
    ),
    "a day before a relative time": (
        "Tính đến ngày 14/3/2024 số thu trong tháng đạt 9 tỷ đồng.", "9", "asof:2024-03-14",
    ),
    "a time after the figure": ("Cấp 76 giấy phép trong tháng 2.", "76", "2024-02"),
    "the state at the report's end": ("Hiện nay toàn huyện có 45 hợp tác xã.", "45", "asof:2024-03-31"),
    "the year of a plan": ("Kế hoạch vốn là 90 triệu đồng.", "90", "2024"),
    "a year in a name is no time": ("Lễ hội xuân năm 2024 đón 900 lượt khách.", "900", "2024-Q1"),
    "… but the whole year is": ("Trong năm 2024 cần giải phóng 27 ha.", "27", "2024"),
    "a programme's years are no time": ("Chương trình giai đoạn 2021 - 2025 hỗ trợ 12 hộ.", "12", "2024-Q1"),
    "the day of a cited document is no time": (
        "Theo Quyết định số 12/QĐ-UBND ngày 05/01/2024, hỗ trợ 12 hộ.", "12", "2024-Q1",
    ),
    "the year after «cuối» is its last day": ("Cuối năm 2023 còn 14 hộ nghèo.", "14", "asof:2023-12-31"),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "number", "period"), PERIODS.values(), ids=PERIODS.keys())
def test_a_figure_is_dated(sentence: str, number: str, period: str) -> None:
    assert fact_of(sentence, number).period == period


def test_a_comparison_covers_the_time_of_its_level() -> None:
    text = "Thu tháng 2 đạt 90 tỷ đồng, tăng 5% so với tháng 01 năm 2024."
    assert fact_of(text, "5").period == "2024-02"


def test_a_heading_dates_what_stands_under_it() -> None:
    text = "I. KẾT QUẢ THÁNG 02 NĂM 2024\n\nTrồng được 12 ha rừng."
    assert fact_of(text, "12").period == "2024-02"


def test_an_impossible_day_is_taken_for_the_last_of_its_month() -> None:
    title = "BÁO CÁO\n\nTình hình 6 tháng đầu năm 2024\n\n"
    assert fact_of("Tổng số nợ đến 31/6 là 11 tỷ đồng.", "11", title).period == "asof:2024-06-30"


def test_the_next_sentence_of_a_block_keeps_the_time() -> None:
    assert fact_of("Trong tháng 2 có 12 vụ cháy. Thiệt hại 90 triệu đồng.", "90").period == "2024-02"


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Tình hình kinh tế - xã hội quý I, nhiệm vụ quý II năm 2024", "2024-Q1"),
        ("Kết quả công tác tháng 6; nhiệm vụ tháng 7 năm 2020", "2020-06"),
        ("Tình hình thực hiện nhiệm vụ 9 tháng đầu năm 2024", "2024-9M"),
        ("Công tác chỉ đạo, điều hành từ ngày 24/6/2024 đến ngày 08/7/2024", "2024-06-24..2024-07-08"),
    ],
)
def test_the_period_of_the_report_stands_in_its_title(title: str, period: str) -> None:
    assert read(parse(f"BÁO CÁO\n\n{title}\n\nI. KẾT QUẢ\n\nTrồng 5 ha rừng.")).period == period


def test_a_text_without_a_title_is_dated_by_its_first_lines() -> None:
    text = "Sáng 4/4, cục thuế triển khai nhiệm vụ năm 2019.\n\nNăm 2018, toàn tỉnh thu 90 tỷ đồng."
    assert read(parse(text)).period == "2018"


def test_the_issuer_is_named_in_the_head() -> None:
    head = "ỦY BAN NHÂN DÂN\nHUYỆN CHI LĂNG\n\nSố: 12/BC-UBND\n\n"
    assert reading_of("Trồng 5 ha rừng.", head + TITLE).agency.upper() == "HUYỆN CHI LĂNG"


def test_a_heading_that_names_a_period_is_the_title_of_its_section() -> None:
    title = "KẾ HOẠCH\n\nPhát triển kinh tế - xã hội năm 2021\n\n"
    heading = "I. TÌNH HÌNH 6 THÁNG ĐẦU NĂM VÀ ƯỚC CẢ NĂM 2020"
    text = f"{heading}\n\nThu 6 tháng đầu năm đạt 12 tỷ đồng, ước cả năm đạt 30 tỷ đồng."
    assert fact_of(text, "12", title).period == "2020-H1"
    assert fact_of(text, "30", title).period == "2020"


def test_a_time_after_a_figure_holds_for_it_alone() -> None:
    text = "Cấp 262 thẻ năm 2023. Thu hồi 14 thẻ."
    assert (fact_of(text, "262").period, fact_of(text, "14").period) == ("2023", "2024-Q1")


def test_what_the_press_calls_now_is_the_day_that_it_names_first() -> None:
    text = "Ngày 25/12, sở kế hoạch họp báo.\n\nNăm 2020 thu 90 tỷ đồng. Đến nay có 31 dự án còn hiệu lực."
    assert read(parse(text)).facts[-1].period == "asof:2020-12-25"
