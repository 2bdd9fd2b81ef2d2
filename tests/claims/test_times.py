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
    "what something is compared with is no time": ("Tỷ lệ hộ nghèo thấp hơn năm 2022 là 0,4%.", "0,4", "2024-Q1"),
    "… nor with «lần»": ("Thu nhập gấp 1,5 lần năm 2020; còn 14 hộ nghèo.", "14", "2024-Q1"),
    "… nor with «bằng»": ("Sản lượng bằng 97% năm 2023; còn 14 hộ nghèo.", "14", "2024-Q1"),
    "a day that is remembered is no time": ("Tặng quà nhân kỷ niệm ngày 22/02, trồng 14 ha.", "14", "2024-Q1"),
    "the day of a body's document is no time": (
        "Theo Kế hoạch ngày 05/01/2024 của UBND huyện, hỗ trợ 12 hộ.", "12", "2024-Q1",
    ),
    "accumulated until the day said before": (
        "Chi đến ngày 15/3/2024 là 24 tỷ đồng, lũy kế là 90 tỷ đồng.", "90", "asof:2024-03-15",
    ),
    "a later «đến nay»": ("Năm 2023 có 14 hộ nghèo, đến nay còn 12 hộ.", "12", "asof:2024-03-31"),
    "the end of the period": ("Đầu năm có 14 hộ nghèo, cuối kỳ còn 12 hộ.", "12", "asof:2024-03-31"),
    "a year that leads its clause": ("Năm 2023 có 14 xã; năm 2024 có 12 xã.", "12", "2024"),
    "a season over two years": ("Năm học 2023 - 2024 tuyển 151 em.", "151", "2023-01-01..2024-12-31"),
    "an open beginning": ("Từ ngày 15/02/2024, công an xử lý 12 vụ.", "12", "2024-02-15..2024-03-31"),
    "a time in a bracket holds in it alone": ("Có 45 xã (năm 2019 có 50 xã), 12 thôn.", "12", "2024-Q1"),
    "the level that a change is from": ("Thu 90 tỷ đồng, bằng 105% so với cùng kỳ (86 tỷ đồng).", "86", "2023-Q1"),
    "… of two years ago": ("Thu 90 triệu đồng, tăng 5% so với cùng kỳ năm 2022 (86 triệu đồng).", "86", "2022-Q1"),
    "… in words": ("Thu 90 tỷ đồng (cùng kỳ đạt 86 tỷ đồng).", "86", "2023-Q1"),
    "the growth of the year before": ("IIP tăng 5,9% (cùng kỳ năm 2023 tăng 4,3%).", "4,3", "2023-Q1"),
    "a plan is of the year, whatever was done when": ("Đến 31/3/2024 chi 7 tỷ đồng/kế hoạch 9 tỷ đồng.", "9", "2024"),
    "what grew on the month before is the month's": ("Bán 25 tấn chè, tăng 2% so với tháng trước.", "25", "2024-03"),
    "… not where a time is said": ("Quý I bán lẻ 25 tỷ đồng, tháng 3 tăng 2% so với tháng trước.", "25", "2024-Q1"),
    "accumulated from the new year, or from the beginning": ("Lũy kế có 45 hợp tác xã.", "45", "asof:2024-03-31"),
    "the year after «cuối» is its last day": ("Cuối năm 2023 còn 14 hộ nghèo.", "14", "asof:2023-12-31"),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "number", "period"), PERIODS.values(), ids=PERIODS.keys())
def test_a_figure_is_dated(sentence: str, number: str, period: str) -> None:
    assert fact_of(sentence, number).period == period


def test_the_end_of_the_year_is_its_last_day() -> None:
    title = "BÁO CÁO\n\nKết quả công tác năm 2023\n\n"
    assert fact_of("Cuối năm còn 14 hộ nghèo.", "14", title).period == "asof:2023-12-31"


@pytest.mark.parametrize("year", ["0001", "9999"])
def test_a_slip_in_a_year_stops_no_reading(year: str) -> None:
    title = f"BÁO CÁO\n\nTình hình từ ngày 1/1/{year} đến ngày 31/12/{year}\n\n"
    text = f"Thu 5 tỷ đồng, so với tháng trước tăng 4% (cùng kỳ 3 tỷ đồng), từ ngày 31/12/{year} chi 2 tỷ đồng."
    assert [fact.period for fact in reading_of(text, title).facts] == ["", "", "", ""]


def test_an_impossible_day_leaves_its_month() -> None:
    assert fact_of("Ngày 30/02/2024, kiểm tra 268 lượt xe.", "268").period == "2024-02"


def test_a_sentence_goes_back_to_what_its_block_is_about() -> None:
    text = "Tháng 2, thu 12 tỷ đồng; năm 2023 thu 90 tỷ đồng. Chi 8 tỷ đồng."
    assert fact_of(text, "8").period == "2024-02"


def test_parts_in_a_new_sentence_go_on_with_the_last_time() -> None:
    text = "Tháng 2, thu 12 tỷ đồng; năm 2023 thu 90 tỷ đồng. Trong đó thuế đạt 8 tỷ đồng."
    assert fact_of(text, "8").period == "2023"


def test_a_season_holds_for_its_sentence_alone() -> None:
    text = "Niên vụ 2022 - 2023 thu 400 tấn mía. Trồng 12 ha rừng."
    assert fact_of(text, "12").period == "2024-Q1"


def test_entries_of_a_list_go_on_with_what_is_accumulated() -> None:
    title = "BÁO CÁO\n\nKết quả công tác quý III năm 2024\n\n"
    text = "- Thu lũy kế 9 tháng 41 tỷ đồng.\n\n- Chi 38 tỷ đồng.\n\nII. XÃ HỘI\n\n- Tặng 12 suất quà."
    assert fact_of(text, "38", title).period == "2024-9M"
    assert fact_of(text, "12", title).period == "2024-Q3"


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
        ("Thiệt hại do mưa bão từ ngày 27 đến ngày 30/8/2023", "2023-08-27..2023-08-30"),
        ("Tiến độ thực hiện chương trình đến cuối tháng 11 năm 2022", "2022-01-01..2022-11-30"),
        ("Giải ngân kế hoạch vốn năm 2025 (đến hết ngày 31/5/2025)", "2025-01-01..2025-05-31"),
        ("Kết quả công tác năm 2024 (số liệu đến ngày 15/12/2024)", "2024"),
        ("Thu, chi ngân sách 11 tháng, ước cả năm 2024", "2024-01-01..2024-11-30"),
        ("Thiệt hại do bão (tính đến 17 giờ 30 phút ngày 10/9/2024)", "2024-01-01..2024-09-10"),
        ("Tóm tắt kết quả năm học 2022 - 2023", "2022-01-01..2023-12-31"),
        ("Công tác chỉ đạo, điều hành từ ngày 24/6/2024 đến ngày 08/7/2024", "2024-06-24..2024-07-08"),
    ],
)
def test_the_period_of_the_report_stands_in_its_title(title: str, period: str) -> None:
    assert read(parse(f"BÁO CÁO\n\n{title}\n\nI. KẾT QUẢ\n\nTrồng 5 ha rừng.")).period == period


def test_a_text_without_a_title_is_dated_by_its_first_lines() -> None:
    text = "Sáng 4/4, cục thuế triển khai nhiệm vụ năm 2019.\n\nNăm 2018, toàn tỉnh thu 90 tỷ đồng."
    assert read(parse(text)).period == "2018"


COUNTED = {
    "days that are not the calendar's": (
        "An toàn giao thông 6 tháng đầu năm 2023\n\n(Số liệu tính từ ngày 15/12/2022 đến ngày 14/6/2023)",
        "2022-12-15..2023-06-14",
    ),
    "months from the new year on": ("Tình hình tháng 10 và 10 tháng năm 2023", "2023-01-01..2023-10-31"),
    "a day": ("Giải ngân kế hoạch vốn năm 2025 (đến hết ngày 31/5/2025)", "asof:2025-05-31"),
}  # fmt: skip


@pytest.mark.parametrize(("title", "period"), COUNTED.values(), ids=COUNTED.keys())
def test_the_title_says_what_its_figures_cover(title: str, period: str) -> None:
    assert fact_of("Xảy ra 96 vụ.", "96", f"BÁO CÁO\n\n{title}\n\nI. KẾT QUẢ\n\n").period == period


def test_words_for_the_period_of_such_a_title_mean_its_days() -> None:
    title = f"BÁO CÁO\n\n{next(iter(COUNTED.values()))[0]}\n\nI. KẾT QUẢ\n\n"
    assert fact_of("Trong 6 tháng xảy ra 96 vụ.", "96", title).period == "2022-12-15..2023-06-14"


def test_tasks_are_for_the_period_that_their_heading_or_the_title_names() -> None:
    title = "BÁO CÁO\n\nKết quả quý III, nhiệm vụ quý IV năm 2024\n\n"
    sections = (
        "A. NHIỆM VỤ QUÝ IV",
        "Mời 85 hộ.",
        "B. MỤC TIÊU NĂM 2025",
        "Thêm 5 xã.",
        "C. GIẢI PHÁP",
        "Trồng 2 ha.",
    )
    text = "\n\n".join(sections)
    assert [fact.period for fact in reading_of(text, title).facts] == ["2024-Q4", "2025", "2024-Q4"]


def test_a_late_heading_does_not_date_the_text() -> None:
    text = "Tiến độ đến cuối tháng 11 năm 2022\n\nI. Kết quả\n\nCó 12 xã.\n\nII. Chỉ tiêu năm 2023\n\nThêm 05 xã."
    assert [fact.period for fact in read(parse(text)).facts] == ["asof:2022-11-30", "2023"]


def test_the_dateline_gives_the_year_of_a_news_item() -> None:
    text = "Mùa lúa mới\n\nThứ Năm, 1-12-2022\n\nSau 11 tháng qua, tỉnh bán 32 tấn gạo, năm 2021 là 29 tấn."
    assert [fact.period for fact in read(parse(text)).facts] == ["2022-01-01..2022-11-30", "2021"]


def test_the_day_of_an_event_is_that_of_the_news() -> None:
    text = "Thông tin tại buổi gặp mặt do huyện tổ chức ngày 28/1, tổng thu đạt 825 tỷ đồng.\n\nNăm 2020 có 12 xã."
    assert [fact.period for fact in read(parse(text)).facts] == ["2020", "2020"]


def test_the_day_of_a_meeting_is_no_time_of_its_figures() -> None:
    text = "Sáng 28/1, lãnh đạo huyện cho biết tổng thu đạt 825 tỷ đồng.\n\nNăm 2020, huyện có 12 xã."
    assert read(parse(text)).facts[0].period == "2020"


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
