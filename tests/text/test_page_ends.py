"""Paragraphs and footnotes that a page end cut in two."""

from kybao.text import Kind, parse


def lines(*content: str) -> str:
    return "\n\n".join(content)


def texts(text: str, kind: Kind) -> list[str]:
    return [block.text for block in parse(text).blocks if block.kind is kind]


def test_a_paragraph_goes_on_after_the_notes() -> None:
    text = lines(
        "Đã chi trả cho các hộ dân với số tiền 9.543 triệu đồng thuộc 13",
        "¹ Đường cao tốc; khu tái định cư.",
        "dự án đang thực hiện.",
    )
    assert texts(text, Kind.PARAGRAPH) == [
        "Đã chi trả cho các hộ dân với số tiền 9.543 triệu đồng thuộc 13 dự án đang thực hiện."
    ]


def test_offsets_of_a_joined_paragraph_lead_back_to_the_text() -> None:
    document = parse(
        lines("Trong quý I năm nay toàn huyện đã cấp 1.085 giấy phép cho", "¹ Gồm cả cấp lại.", "các hộ dân.")
    )
    block = next(index for index, found in enumerate(document.blocks) if len(found.passage.pieces) == 2)
    passage = document.blocks[block].passage
    start = passage.text.index("các hộ")
    assert document.span_in(block, start, start + 10).text == "các hộ dân"
    assert not passage.whole(start - 5, start + 3)


def test_a_note_goes_on_before_the_notes_of_the_next_page() -> None:
    text = lines(
        "Toàn huyện có 90 cơ sở dân quân tự vệ được xây dựng vững mạnh².",
        "² Gồm 08 cơ sở xã, phường; 05 cơ sở của cơ quan, tỷ lệ so với tổng số",
        "Thực hiện tốt công tác cải cách hành chính, trụ sở khang trang đáp",
        "CBCNV; đảng viên đạt 28,8%.",
        "³ Rà soát 25 thủ tục.",
        "ứng yêu cầu làm việc.",
    )
    assert texts(text, Kind.NOTE)[0].endswith("so với tổng số CBCNV; đảng viên đạt 28,8%.")
    assert texts(text, Kind.PARAGRAPH)[1].endswith("khang trang đáp ứng yêu cầu làm việc.")


def test_a_cut_note_goes_on_where_no_paragraph_is_cut() -> None:
    text = lines(
        "Phê duyệt quy hoạch ba khu dân cư của thành phố⁷.",
        "⁷ Lập phương án điều chỉnh cục bộ quy hoạch chi",
        "Cấp phép xây dựng được thực hiện nghiêm.",
        "tiết phường Tam Thanh.",
    )
    assert texts(text, Kind.NOTE) == ["⁷ Lập phương án điều chỉnh cục bộ quy hoạch chi tiết phường Tam Thanh."]


def test_a_cut_paragraph_may_go_on_with_a_name() -> None:
    text = lines(
        "Các nhiệm vụ khoa học được triển khai có hiệu quả trên địa bàn tỉnh", "Lạng Sơn, đôn đốc 14 nhiệm vụ."
    )
    assert len(texts(text, Kind.PARAGRAPH)) == 1


def test_a_cut_paragraph_may_go_on_inside_a_quotation() -> None:
    text = lines(
        "Thực hiện các nội dung của dự án “Hỗ trợ kỹ thuật xây dựng", "Khu hợp tác thương mại” sau khi có ý kiến."
    )
    assert len(texts(text, Kind.PARAGRAPH)) == 1


def test_a_date_may_go_on_a_paragraph() -> None:
    text = lines("Ban hành Quyết định công bố công khai dự toán số 2252/QĐ-UBND ngày", "15/9/2023 của huyện.")
    assert len(texts(text, Kind.PARAGRAPH)) == 1


def test_a_word_of_time_goes_on_only_with_a_number() -> None:
    ended = "Đàn gia súc của huyện tăng khá so với thời điểm đầu năm"
    assert len(texts(lines(ended, "Toàn huyện có 5 chợ."), Kind.PARAGRAPH)) == 2
    assert len(texts(lines(ended, "2024. Toàn huyện có 5 chợ."), Kind.PARAGRAPH)) == 1


def test_a_forgotten_full_stop_does_not_join_two_paragraphs() -> None:
    text = lines(
        "Tuyên truyền phòng bệnh không để tái phát, lây lan trên địa bàn", "Chỉ đạo các xã xây dựng kế hoạch mới."
    )
    assert len(texts(text, Kind.PARAGRAPH)) == 2


def test_a_heading_ends_what_was_cut() -> None:
    text = lines(
        "Công tác thu ngân sách được tập trung chỉ đạo quyết liệt ngay từ",
        "2. Văn hóa",
        "các hoạt động diễn ra sôi nổi.",
    )
    assert [block.kind for block in parse(text).blocks] == [Kind.PARAGRAPH, Kind.HEADING, Kind.PARAGRAPH]


def test_the_list_of_a_note_belongs_to_it() -> None:
    text = lines(
        "Tai nạn, tệ nạn giảm so với cùng kỳ².",
        "² - *Hình sự:* xảy ra 3 vụ.",
        "- *Ma túy:* bắt 02 vụ.",
        "³ Tuần tra 108 ca.",
    )
    assert texts(text, Kind.NOTE)[0] == "² - *Hình sự:* xảy ra 3 vụ. - *Ma túy:* bắt 02 vụ."
    assert texts(text, Kind.ITEM) == []


def test_a_list_between_two_halves_of_a_paragraph_belongs_to_the_note() -> None:
    text = lines(
        "Giải ngân vốn đầu tư công đến nay đạt 57,7% kế hoạch vốn được giao¹. Tổng số",
        "¹ Phân bổ vốn là 135 tỷ đồng.",
        "+ Nguồn tỉnh: 9 tỷ đồng.",
        "- Nguồn huyện: 50 tỷ đồng.",
        "công trình là 23.",
    )
    assert len(texts(text, Kind.NOTE)) == 1
    assert texts(text, Kind.PARAGRAPH)[0].endswith("Tổng số công trình là 23.")


def test_a_list_after_notes_belongs_to_the_body() -> None:
    text = lines(
        "9.1. Hạn chế", "⁵² Phong trào thi đua.", "- Tiến độ còn chậm.", "- Thời tiết phức tạp.", "⁵⁴ Tội phạm mạng."
    )
    assert len(texts(text, Kind.ITEM)) == 2


def test_a_name_below_a_text_is_not_joined() -> None:
    assert len(parse("Huyện vượt thu.\nNguyễn A\nmore tin khác trong ngày.").blocks) == 3


def test_a_page_end_before_a_dash() -> None:
    text = lines(
        "Huyện đã ban hành chỉ thị về xây dựng kế hoạch phát triển kinh tế",
        "⁴ Chỉ thị số 5 của huyện.",
        "- xã hội năm 2025.",
    )
    assert texts(text, Kind.PARAGRAPH)[0].endswith("phát triển kinh tế - xã hội năm 2025.")


def test_an_entry_after_a_cut_paragraph_stays_one_without_a_page_end() -> None:
    assert len(texts(lines("Toàn huyện có các nguồn thu sau đây", "- thu nội địa 5 tỷ đồng;"), Kind.ITEM)) == 1
