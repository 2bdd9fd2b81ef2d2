"""How a text is parted into blocks."""

import unicodedata

import pytest

from kybao.text import Block, Document, Kind, parse


def lines(*content: str) -> str:
    return "\n\n".join(content)


def only(document: Document, kind: Kind) -> list[Block]:
    return [block for block in document.blocks if block.kind is kind]


REPORT = lines(
    "Số: 12/BC-UBND",
    "Chi Lăng, ngày 05 tháng 4 năm 2024",
    "BÁO CÁO",
    "Tình hình kinh tế - xã hội quý I năm 2024",
    "(Trình kỳ họp của Hội đồng nhân dân huyện)",
    "Phần I",
    "KẾT QUẢ THỰC HIỆN",
    "I. KINH TẾ",
    "1. Nông nghiệp",
    "a) Trồng trọt",
    "Toàn huyện gieo trồng 1.250 ha lúa¹.",
    "b) Chăn nuôi",
    "- Đàn trâu có 4.100 con.",
    "2. Đánh giá: công tác chỉ đạo kịp thời, đạt kết quả khá.",
    "Phần II",
    "NHIỆM VỤ QUÝ II",
    "¹ Trong đó lúa lai 300 ha.",
    "Nơi nhận:",
    "- UBND tỉnh;",
    "**TM. ỦY BAN NHÂN DÂN**",
)


def test_head_title_and_closing_stand_apart_from_the_body() -> None:
    document = parse(REPORT)
    assert [block.text for block in only(document, Kind.HEAD)] == [
        "Số: 12/BC-UBND",
        "Chi Lăng, ngày 05 tháng 4 năm 2024",
    ]
    assert [block.text for block in only(document, Kind.TITLE)] == [
        "BÁO CÁO",
        "Tình hình kinh tế - xã hội quý I năm 2024",
        "(Trình kỳ họp của Hội đồng nhân dân huyện)",
    ]
    assert [block.text for block in only(document, Kind.CLOSING)] == [
        "Nơi nhận:",
        "- UBND tỉnh;",
        "TM. ỦY BAN NHÂN DÂN",
    ]


def test_headings_have_level_number_and_parent() -> None:
    document = parse(REPORT)
    headings = [
        (
            block.level,
            block.number,
            block.text[block.body :],
            document.blocks[block.parent].number if block.parent >= 0 else "",
        )
        for block in only(document, Kind.HEADING)
    ]
    assert headings == [
        (1, "I", "KẾT QUẢ THỰC HIỆN", ""),
        (2, "I", "KINH TẾ", "I"),
        (3, "1", "Nông nghiệp", "I"),
        (4, "a", "Trồng trọt", "1"),
        (4, "b", "Chăn nuôi", "1"),
        (1, "II", "NHIỆM VỤ QUÝ II", ""),
    ]


def test_a_numbered_paragraph_is_an_entry_with_its_number() -> None:
    entries = [(block.number, block.level, block.text[block.body :][:8]) for block in only(parse(REPORT), Kind.ITEM)]
    assert entries == [("", 0, "Đàn trâu"), ("2", 3, "Đánh giá")]


def test_a_note_stands_under_the_heading_of_its_mark() -> None:
    document = parse(REPORT)
    (note,) = only(document, Kind.NOTE)
    (mark,) = document.marks
    assert (note.mark, note.text[note.body :]) == ("1", "Trong đó lúa lai 300 ha.")
    assert document.blocks[note.parent].text == "a) Trồng trọt"
    assert mark.number == "1"
    assert document.blocks[mark.block].text[mark.start : mark.end] == "¹"


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("## **II. THU - CHI NGÂN SÁCH**", "II", "THU - CHI NGÂN SÁCH"),
        ("### *đ) Thu hút đầu tư*", "đ", "Thu hút đầu tư"),
        ("**2.3. Văn hoá - xã hội:**", "2.3", "Văn hoá - xã hội:"),
        ("1.1 Công nghiệp", "1.1", "Công nghiệp"),
        ("IV- CÔNG TÁC NỘI CHÍNH", "IV", "CÔNG TÁC NỘI CHÍNH"),
        ("IV - CÔNG TÁC NỘI CHÍNH", "IV", "CÔNG TÁC NỘI CHÍNH"),
        ("2/ Giáo dục", "2", "Giáo dục"),
        ("3.Tài nguyên, môi trường", "3", "Tài nguyên, môi trường"),
        ("Phần thứ hai: PHƯƠNG HƯỚNG", "thứ hai", "PHƯƠNG HƯỚNG"),
        ("CHƯƠNG III. TỔ CHỨC THỰC HIỆN", "III", "TỔ CHỨC THỰC HIỆN"),
        ("Mục 2. Quốc phòng", "2", "Quốc phòng"),
        ("B. NHIỆM VỤ TRỌNG TÂM", "B", "NHIỆM VỤ TRỌNG TÂM"),
        ("8. Thiệt hại do bão số 3", "8", "Thiệt hại do bão số 3"),
        ("II.1. Công nghiệp", "II.1", "Công nghiệp"),
        ("a/ Trồng trọt", "a", "Trồng trọt"),
        ("3 - Văn hóa", "3", "Văn hóa"),
        ("\ufeff\u200b4. Giáo dục", "4", "Giáo dục"),
        ("9. Ước thực hiện 6 tháng đầu năm 2024", "9", "Ước thực hiện 6 tháng đầu năm 2024"),
    ],
)
def test_headings_in_the_forms_that_offices_use(line: str, number: str, title: str) -> None:
    headings = only(parse(lines("Huyện báo cáo kết quả như sau:", line, "Nội dung được thực hiện.")), Kind.HEADING)
    assert [(block.number, block.text[block.body :]) for block in headings] == [(number, title)]


@pytest.mark.parametrize(
    "line",
    [
        "1.938 hộ được cấp nước sạch.",
        "1.5 triệu lượt khách đã đến thăm.",
        "06/QĐ-UBND của huyện đã có hiệu lực.",
        "2024. Xây dựng kế hoạch.",
        "13 dự án đang thực hiện.",
        "15/9 là ngày chốt số liệu.",
        "T.T báo cáo thêm",
        "H. Hà",
        "5 - 10 ha được gieo trồng.",
        "9: tỷ lệ đạt khá",
        "Phần lớn các xã đã gửi báo cáo.",
    ],
)
def test_what_only_looks_numbered_is_a_paragraph(line: str) -> None:
    assert [block.kind for block in parse(lines("Mở đầu báo cáo.", line)).blocks][-1] is Kind.PARAGRAPH


@pytest.mark.parametrize(
    "line", ["1. Thu ngân sách đạt 540 tỷ đồng", "a) Số hộ nghèo giảm 27%", "2. Làm mới 12 km đường"]
)
def test_a_numbered_line_that_states_a_figure_is_an_entry(line: str) -> None:
    assert parse(lines("Kết quả như sau:", line)).blocks[-1].kind is Kind.ITEM


def test_a_list_of_sentences_is_no_list_of_headings() -> None:
    text = lines(
        "Nhiệm vụ gồm:",
        "1. Thu thuế.",
        "2. Thu phí.",
        "Các xã thực hiện.",
        "b. Hệ thống trường học, chợ.",
        "- Có 2 chợ.",
    )
    assert [block.kind for block in parse(text).blocks] == [
        Kind.PARAGRAPH,
        Kind.ITEM,
        Kind.ITEM,
        Kind.PARAGRAPH,
        Kind.HEADING,
        Kind.ITEM,
    ]


@pytest.mark.parametrize("bullet", ["- ", "+ ", "* ", "• ", "– ", "-", "\uf0b7 "])
def test_entries_of_lists(bullet: str) -> None:
    block = parse(lines("Gồm:", f"{bullet}Thu nội địa tăng.")).blocks[-1]
    assert (block.kind, block.text[block.body :]) == (Kind.ITEM, "Thu nội địa tăng.")


def test_emphasis_does_not_disturb() -> None:
    document = parse("* *Chăn nuôi:* đàn bò **ổn định** ở 500 con.")
    assert document.blocks[0].kind is Kind.ITEM
    assert "**ổn định**" in document.blocks[0].text


def test_a_text_without_a_letterhead_has_a_headline_or_none() -> None:
    news = parse(
        "Huyện vượt thu ngân sách năm 2020\nNăm 2020 thu ngân sách của huyện đạt 825 tỷ đồng, tăng so với năm trước."
    )
    assert [block.kind for block in news.blocks] == [Kind.TITLE, Kind.PARAGRAPH]
    assert [block.kind for block in parse("Thu đạt 5 tỷ đồng.\nChi đạt 4 tỷ đồng trong cả quý.").blocks] == [
        Kind.PARAGRAPH
    ] * 2


def test_a_headline_over_a_heading() -> None:
    text = lines("SỞ Y TẾ", "Tình hình dịch bệnh tháng 10 năm 2013", "1/ Sốt xuất huyết:", "Có 12 ca trong tháng.")
    assert [block.kind for block in parse(text).blocks] == [Kind.HEAD, Kind.TITLE, Kind.HEADING, Kind.PARAGRAPH]


def test_the_trail_of_a_web_page_is_its_head() -> None:
    news = "Huyện tổng kết công tác năm\nNgày 5/2, Ủy ban nhân dân huyện tổng kết năm."
    text = f"Tin tức | thứ hai, 05 02 2024 08:51 | \n{news}"
    assert [block.kind for block in parse(text).blocks] == [Kind.HEAD, Kind.TITLE, Kind.PARAGRAPH]


def test_an_abstract_of_two_lines() -> None:
    document = parse(
        "BÁO CÁO\n\nTình hình thực hiện nhiệm vụ 9 tháng;\nnhiệm vụ quý IV\n\nỦy ban nhân dân huyện báo cáo như sau:"
    )
    assert [block.kind for block in document.blocks] == [Kind.TITLE] * 3 + [Kind.PARAGRAPH]


def test_several_documents_in_one_text() -> None:
    document = parse(f"{REPORT}\n\n{REPORT}")
    assert len(only(document, Kind.TITLE)) == 6
    notes = only(document, Kind.NOTE)
    assert [note.mark for note in notes] == ["1", "1"]
    assert notes[0].parent < notes[1].parent


def test_an_annex_after_the_signature_is_read() -> None:
    annex = "PHỤ LỤC\n\nChỉ tiêu\tĐơn vị\tThực hiện\nThu ngân sách\tTỷ đồng\t540\nChi ngân sách\tTỷ đồng\t500"
    document = parse(f"{REPORT}\n\n{annex}")
    assert document.blocks[-1].heads == ("Chi ngân sách", "Thực hiện")


def test_a_text_that_goes_on_after_a_signature_is_read() -> None:
    text = lines("Thu đạt khá.", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "II. THỐNG KÊ KÈM THEO", "Chi đạt khá.")
    kinds = [block.kind for block in parse(text).blocks]
    assert kinds == [Kind.PARAGRAPH, Kind.CLOSING, Kind.CLOSING, Kind.HEADING, Kind.PARAGRAPH]


def test_a_title_of_an_office_inside_the_text_is_no_signature() -> None:
    text = lines("Thu đạt khá.", "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN CHỈ ĐẠO", "Chi đạt khá.")
    assert parse(text).blocks[-1].kind is Kind.PARAGRAPH


def test_a_number_alone_is_a_page_number_only_where_it_counts() -> None:
    text = lines("Thu đạt khá.", "1", "Tổng số hộ:", "540", "Hộ nghèo:", "2", "Hết.")
    assert [block.text for block in parse(text).blocks] == ["Thu đạt khá.", "Tổng số hộ:", "540", "Hộ nghèo:", "Hết."]


def test_headings_without_numbers_nest_by_their_markup() -> None:
    document = parse(
        lines("Mở đầu.", "# Tình hình chung", "1. Kinh tế", "#### Nông nghiệp", "##### Lúa", "Gieo trồng khá.")
    )
    assert [block.parent for block in document.blocks] == [-1, -1, 1, 2, 3, 4]


def test_page_numbers_and_rules_belong_to_no_block() -> None:
    document = parse("Thu đạt khá.\n\n- 2 -\n\n---\n\nTrang 3\n\n[img]\n\nChi đạt khá.")
    assert [block.text for block in document.blocks] == ["Thu đạt khá.", "Chi đạt khá."]


def test_decomposed_letters_are_recognised() -> None:
    document = parse(unicodedata.normalize("NFD", REPORT))
    assert [block.kind for block in document.blocks] == [block.kind for block in parse(REPORT).blocks]


def test_broken_lines_of_a_paragraph_are_joined() -> None:
    paragraph = (
        "Trong quý I, Ủy ban nhân dân huyện đã chỉ đạo các phòng, ban và các xã,\n"
        "thị trấn tập trung gieo trồng đúng khung thời vụ; toàn huyện gieo trồng\n"
        "Lúa đạt 1.250 ha, bằng 98% kế hoạch và bằng 101% so với cùng kỳ năm 2023,\n"
        "sản lượng ước đạt khá."
    )
    document = parse("\n\n".join(["1. Nông nghiệp", *[paragraph] * 5]))
    assert [block.kind for block in document.blocks] == [Kind.HEADING] + [Kind.PARAGRAPH] * 5
    assert document.blocks[1].text == paragraph.replace("\n", " ")
