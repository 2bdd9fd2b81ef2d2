"""Where a sentence ends, and where it only seems to."""

import pytest

from kybao.text import parse, sentences


def parted(text: str) -> list[str]:
    document = parse(text)
    return [document.blocks[0].text[part.start : part.end] for part in sentences(document, 0)]


@pytest.mark.parametrize(
    "text",
    [
        "UBND TP. Lạng Sơn đã cấp 1.085 giấy phép.",
        "Đồng chí ThS. Phó Chủ tịch chủ trì.",
        "Từ ngày 15.3.2024 toàn tỉnh thực hiện 3.5 triệu lượt.",
        "Thu đạt 27%; chi đạt 30%; cấp 5 giấy phép.",
        "Tổ chức hội nghị, tập huấn,... cho cán bộ.",
        "Gồm cờ, biển báo, v.v… và băng rôn.",
        "Quỹ do T. Hà quản lý đạt 3 tỷ đồng.",
        "Hợp đồng số 5. hết hạn trong quý.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert parted(text) == [text]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Thu đạt 27%. Chi đạt 30%.", "Thu đạt 27%."),
        ("Hoàn thành trong quý I. Tiếp tục thực hiện.", "Hoàn thành trong quý I."),
        ("Thực hiện năm 2024. Xây dựng kế hoạch.", "Thực hiện năm 2024."),
        ("Cấp 25 giấy phép¹. Thu hồi 2 giấy phép.", "Cấp 25 giấy phép¹."),
        ("Cấp 25 giấy phép.<sup>12</sup> Thu hồi 2.", "Cấp 25 giấy phép.<sup>12</sup>"),
        ("Chủ đề là “Đoàn kết.” Các xã đã ký.", "Chủ đề là “Đoàn kết.”"),
        ("Thu đạt khá... Chi đúng định mức.", "Thu đạt khá..."),
        ("Trình cấp trên./. Ghi chú thêm.", "Trình cấp trên./."),
        ("Đã *hoàn thành.* **Tiếp tục** duy trì.", "Đã *hoàn thành.*"),
        ("Đã xong. 12 xã đạt chuẩn.", "Đã xong."),
        ("Tuyến đường dài 8,33 km. Còn lại là đường đất.", "Tuyến đường dài 8,33 km."),
        ("Mỗi suất quà trị giá 500.000 đ. Tổng số 12 suất.", "Mỗi suất quà trị giá 500.000 đ."),
    ],
)
def test_two_sentences(text: str, first: str) -> None:
    found = parted(text)
    assert len(found) == 2
    assert found[0] == first


def test_a_number_at_the_beginning_is_part_of_its_sentence() -> None:
    assert parted("1. Rà soát, thực hiện các chỉ tiêu; 2. Chuẩn bị sơ kết. Hoàn thành trong quý.") == [
        "Rà soát, thực hiện các chỉ tiêu; 2. Chuẩn bị sơ kết.",
        "Hoàn thành trong quý.",
    ]


def test_sentences_begin_after_number_bullet_and_mark() -> None:
    assert parted("- Đàn trâu có 500 con.") == ["Đàn trâu có 500 con."]
    assert parted("¹² Trong đó 300 con nghé.") == ["Trong đó 300 con nghé."]
