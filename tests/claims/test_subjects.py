"""What a figure measures, as a phrase of the text."""

import pytest

from tests.claims.reading_of import fact_of

NAMES = {
    "the subject before a linking verb": (
        "Tổng thu ngân sách đến ngày 20/3/2024 đạt 83 tỷ đồng.", "83", "Tổng thu ngân sách",
    ),
    "a counted noun with what follows and its verb": (
        "Cấp 128 giấy phép xây dựng nhà ở.", "128", "giấy phép xây dựng nhà ở Cấp",
    ),
    "a location is no name": (
        "Trên địa bàn thành phố Lạng Sơn có 147 hộ kinh doanh đang hoạt động.", "147", "hộ kinh doanh đang hoạt động",
    ),
    "members of a row share the verb": (
        "Kiểm soát giết mổ được 304 con trâu, 120 con lợn.", "120", "con lợn Kiểm soát giết mổ",
    ),
    "a generic head is completed": (
        "Chi trả trợ cấp cho 30 hộ, với tổng số tiền 49 triệu đồng.", "49", "tổng số tiền hộ Chi trả trợ cấp",
    ),
    "a generic head in the same clause": (
        "Hỗ trợ nhà ở với tổng kinh phí 49 triệu đồng.", "49", "tổng kinh phí Hỗ trợ nhà ở",
    ),
    "a comma inside a name": ("Tiêm phòng chó, mèo được 236 lượt con.", "236", "lượt con Tiêm phòng chó, mèo"),
    "«và» inside a subject": (
        "Tổng doanh thu bán lẻ hàng hóa và dịch vụ tiêu dùng ước đạt 385 tỷ đồng.", "385",
        "Tổng doanh thu bán lẻ hàng hóa và dịch vụ tiêu dùng",
    ),
    "a bracket before the figure's own": ("Khu chế biến gỗ (80 ha) đã khởi công.", "80", "Khu chế biến gỗ"),
    "a bracket inside a name": ("Khám dự phòng (KSK): 340 lượt.", "340", "Khám dự phòng (KSK"),
    "the noun that a measure is of": ("Thu giữ 13 lít thuốc sát trùng.", "13", "thuốc sát trùng Thu giữ"),
    "a chain of figures shares its words": (
        "Chứng thực 300 lượt/869 bản sao từ bản chính.", "300", "lượt từ bản chính Chứng thực",
    ),
    "the parts of a bracket count what stands before it": (
        "Thi công 11 công trình (07 chuyển tiếp; 04 khởi công mới).", "07", "công trình chuyển tiếp Thi công",
    ),
    "a consequence belongs to the incident": (
        "Xảy ra 03 vụ tai nạn giao thông, làm bị thương 10 người.", "10", "người làm bị thương vụ tai nạn giao thông",
    ),
    "an entry of a list lends its label": (
        "- Nguồn thu tiền sử dụng đất: đã giải ngân được 14 triệu đồng.", "14",
        "giải ngân Nguồn thu tiền sử dụng đất",
    ),
    "the area of a crop": ("Ngô 62 ha, năng suất 45 tạ/ha.", "62", "diện tích Ngô"),
    "the yield of a crop": ("Ngô 62 ha, năng suất bình quân 45 tạ/ha.", "45", "năng suất bình quân Ngô"),
    "the harvest of a crop": (
        "Ngô 62 ha, năng suất bình quân 45 tạ/ha, sản lượng 279 tấn.", "279", "sản lượng Ngô",
    ),
    "hectares of a place": ("Bị ngập 90 ha (Bắc Sơn 62 ha).", "62", "Bắc Sơn"),
    "what fills hectares": ("Ao cá vỡ bờ 43 ha.", "43", "Ao cá vỡ bờ"),
    "a plan in brackets plans what is compared": (
        "Trồng rừng được 62 ha, đạt 31% kế hoạch năm (200 ha).", "200", "kế hoạch năm Trồng rừng",
    ),
    "one quantity of several": ("Tỷ lệ trẻ đến lớp: nhà trẻ 84%; mẫu giáo 97%.", "97", "mẫu giáo Tỷ lệ trẻ đến lớp"),
    "words that begin with another": ("Sầu riêng 62 ha, cao su 40 ha.", "40", "diện tích cao su"),
    "«phát hiện» is no «hiện»": ("Phát hiện 09 vụ vi phạm.", "09", "vụ vi phạm Phát hiện"),
    "numbers of an enumeration are dropped": ("(1) Dự án đường gom đạt 45 tỷ đồng.", "45", "Dự án đường gom"),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "number", "name"), NAMES.values(), ids=NAMES.keys())
def test_a_figure_is_named(sentence: str, number: str, name: str) -> None:
    assert fact_of(sentence, number).indicator == name


def test_the_heading_names_what_is_only_counted() -> None:
    text = "I. TÌNH HÌNH TAI NẠN GIAO THÔNG\n\n1. Toàn huyện xảy ra 12 vụ."
    assert fact_of(text, "12").indicator == "vụ tai nạn giao thông"


def test_a_comparison_is_named_as_its_level() -> None:
    assert fact_of("Diện tích lúa đạt 120 ha, tăng 5% so với cùng kỳ.", "5").indicator == "Diện tích lúa"


def test_a_comparison_without_a_level_has_its_own_name() -> None:
    assert fact_of("Chỉ số sản xuất công nghiệp tăng 5% so với cùng kỳ.", "5").indicator == (
        "Chỉ số sản xuất công nghiệp"
    )


def test_names_are_cut_to_a_bearable_length() -> None:
    long = "Tổng giá trị " + "rất dài " * 40 + "đạt 5 tỷ đồng."
    assert len(fact_of(long, "5").indicator.split()) <= 18


def test_the_place_of_the_clause_is_the_agency() -> None:
    assert fact_of("Trung tâm y tế huyện Bắc Sơn: 90 giường bệnh.", "90").agency == "huyện Bắc Sơn"
    assert fact_of("Kim ngạch qua địa bàn tỉnh đạt 90 triệu USD.", "90").agency == ""
