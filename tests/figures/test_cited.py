"""Cited documents are records: kind, number, day, issuer, title; malformed numbers are recognised as such."""

from datetime import date

import pytest

from kybao.figures import CitedDocument, cited_documents
from kybao.figures.citations import citation_row, citations
from kybao.text import parse


def only(text: str) -> CitedDocument:
    (cited,) = cited_documents(text)
    return cited


def test_a_citation_gives_kind_number_day_issuer_and_title() -> None:
    text = "Theo Quyết định số 215/QĐ-UBND ngày 18/12/2023 của UBND thành phố về việc giao dự toán; các đơn vị"
    cited = only(text)
    assert (cited.kind, cited.number, cited.date) == ("Quyết định", "215/QĐ-UBND", date(2023, 12, 18))
    assert (cited.issuer, cited.title) == ("UBND thành phố", "về việc giao dự toán")
    assert text[cited.start : cited.end] == "Quyết định số 215/QĐ-UBND ngày 18/12/2023 của UBND thành phố"
    assert text[cited.number_start : cited.number_end] == cited.number


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("Nghị quyết số 18/2020/NQ-HĐND", "Nghị quyết", "18/2020/NQ-HĐND"),
        ("nghị quyết 111/2024/QH15", "Nghị quyết", "111/2024/QH15"),
        ("số 21-NQ/TU, ngày 13/4/2021", "Nghị quyết", "21-NQ/TU"),
        ("Công văn số 50/UBND-TCKH", "Công văn", "50/UBND-TCKH"),
        ("Kết luận thanh tra số 05/KL-TTr", "Kết luận thanh tra", "05/KL-TTr"),
        ("Chương trình hành động số 74-CTr/TU", "Chương trình hành động", "74-CTr/TU"),
        ("theo 15/2020/QĐ-TTg", "Quyết định", "15/2020/QĐ-TTg"),
        ("NQ số 9/2021/NQ-HĐND", "Nghị quyết", "9/2021/NQ-HĐND"),
        ("QCVN 41/2019/BGTVT", "Quy chuẩn kỹ thuật quốc gia", "41/2019/BGTVT"),
        ("Quyết định số 106/QĐ-BCĐ389", "Quyết định", "106/QĐ-BCĐ389"),
        ("Hướng dẫn liên ngành số 01/HDLN-SNV-STC", "Hướng dẫn liên ngành", "01/HDLN-SNV-STC"),
    ],
)
def test_numbers_of_the_state_and_of_the_party_are_well_formed(text: str, kind: str, number: str) -> None:
    cited = only(text)
    assert (cited.kind, cited.number, cited.well_formed) == (kind, number, True)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Nghị định 36/2020NĐ-CP", "36/2020NĐ-CP"),
        ("Chỉ thị số 50- CT/TW", "50- CT/TW"),
        ("Nghị quyết 18 NQ/ TU", "18 NQ/ TU"),
    ],
)
def test_a_malformed_number_is_still_a_citation(text: str, number: str) -> None:
    cited = only(text)
    assert (cited.number, cited.well_formed) == (number, False)


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch 90 ngày đêm",
        "Nghị quyết 2024 của HĐND",
        "ban hành 12 Quyết định của UBND",
        "Dự án 3 của Chương trình",
        "cấp 22 GCN/23 thửa",
        "229GCN/202 hộ",
        "trạm 110KV",
        "nút 7A-B",
        "15/3/2024",
        "8/8 HTX",
        "12 hộ",
    ],
)
def test_figures_and_names_are_no_citations(text: str) -> None:
    assert list(cited_documents(text)) == []


def test_an_issuer_ends_before_the_next_document() -> None:
    first, second = cited_documents(
        "Nghị quyết số 48/NQ-CP của Chính phủ và Chương trình hành động số 7-CTr/TU của Tỉnh ủy"
    )
    assert (first.issuer, second.issuer) == ("Chính phủ", "Tỉnh ủy")


def test_an_issuer_keeps_its_own_and() -> None:
    assert only("Công văn số 17/SKH-TH của Sở Kế hoạch và Đầu tư về vốn").issuer == "Sở Kế hoạch và Đầu tư"


def test_an_impossible_day_of_issue_is_kept_without_a_date() -> None:
    cited = only("Quyết định số 9/QĐ-UBND ngày 31/6/2024")
    assert cited.day is not None
    assert (cited.day.possible, cited.date) == (False, None)


@pytest.mark.parametrize(
    ("text", "kind", "number", "issuer"),
    [
        ("Tiếp tục thực hiện Đề án 07 của Chính phủ.", "Đề án", "07", "Chính phủ"),
        ("Nghị quyết số 42 của HĐND tỉnh", "Nghị quyết", "42", "HĐND tỉnh"),
        ("Chỉ thị 24 ngày 3/4/2024 của Bộ Chính trị", "Chỉ thị", "24", "Bộ Chính trị"),
    ],
)
def test_a_bare_number_is_a_citation_where_a_day_or_an_issuer_follows(
    text: str, kind: str, number: str, issuer: str
) -> None:
    cited = only(text)
    assert (cited.kind, cited.number, cited.issuer, cited.well_formed) == (kind, number, issuer, True)


def test_a_footnote_mark_before_the_kind_does_not_hide_it() -> None:
    assert only("²⁷Nghị quyết số 81-NQ/TU").start == 2


@pytest.mark.parametrize(
    ("behind", "issuer"),
    [
        ("của Chính phủ thì các xã được hỗ trợ", "Chính phủ"),
        ("của Sở Văn hóa, Thể thao và Du lịch, UBND huyện đã triển khai", "Sở Văn hóa, Thể thao và Du lịch"),
        ("của Sở Lao động - Thương binh và Xã hội", "Sở Lao động - Thương binh và Xã hội"),
        ("của Phòng Tài chính - Kế hoạch huyện Mai Lĩnh", "Phòng Tài chính - Kế hoạch huyện Mai Lĩnh"),
        ("của Ban Chỉ đạo 389 quốc gia", "Ban Chỉ đạo 389 quốc gia"),
        ("của UBND TP. Mai Lĩnh quy định giá đất", "UBND TP. Mai Lĩnh"),
        ("của Chính phủ và các văn bản hướng dẫn", "Chính phủ"),
        ("của Quốc hội và UBND tỉnh đã giao", "Quốc hội"),
        ("của Ban An toàn giao thông tỉnh yêu cầu", "Ban An toàn giao thông tỉnh"),
    ],
)
def test_an_issuer_goes_as_far_as_the_name_of_a_body(behind: str, issuer: str) -> None:
    assert only(f"Công văn số 17/ABC-TH ngày 3/4/2024 {behind}").issuer == issuer


def test_the_day_may_stand_behind_the_issuer() -> None:
    cited = only("Quyết định số 12/QĐ-UBND của UBND huyện ngày 12/3/2024 về việc giao dự toán")
    assert (cited.issuer, cited.date, cited.title) == ("UBND huyện", date(2024, 3, 12), "về việc giao dự toán")


def test_joined_documents_of_one_symbol_share_their_issuer() -> None:
    first, second = cited_documents("Nghị định số 8/2014/NĐ-CP và Nghị định số 3/2018/NĐ-CP của Chính phủ")
    assert first.issuer == second.issuer == "Chính phủ"
    alone, _ = cited_documents("Nghị định số 8/2014/NĐ-CP và Quyết định số 3/QĐ-UBND của UBND tỉnh")
    assert alone.issuer == ""


@pytest.mark.parametrize(
    ("behind", "title"),
    [
        ("về việc giao dự toán (đợt 2), trong đó giao 5 tỷ đồng", "về việc giao dự toán (đợt 2)"),
        ("phê duyệt Đề án “Chợ đêm; phố đi bộ” năm 2024. Đến nay", "phê duyệt Đề án “Chợ đêm; phố đi bộ” năm 2024"),
        ("về cải cách hành chính, về việc chấp hành giờ giấc", "về cải cách hành chính"),
        ("về phòng dịch, các xã đã lập chốt", "về phòng dịch"),
        ("về giá đất và Quyết định số 4/QĐ-UBND về giá nước", "về giá đất"),
        (
            "thực hiện Nghị quyết số 4-NQ/TU, ngày 5/6/2024 và Kế hoạch số 5/KH-TU của Tỉnh ủy",
            "thực hiện Nghị quyết số 4-NQ/TU, ngày 5/6/2024 và Kế hoạch số 5/KH-TU của Tỉnh ủy",
        ),
        ("về đất rừng¹² của dân", "về đất rừng¹² của dân"),
        ("về đất 5 m²", "về đất 5 m²"),
        ("về trồng rừng⁵", "về trồng rừng"),
        ("(có danh sách kèm theo)", ""),
        ("về bán đấu giá (chưa đóng ngoặc", "về bán đấu giá"),
    ],
)
def test_a_title_ends_where_the_sentence_goes_on(behind: str, title: str) -> None:
    first = next(cited_documents(f"Kế hoạch số 12/KH-UBND ngày 3/4/2024 {behind}"))
    assert first.title == title


def test_the_number_that_a_document_bears_itself_is_no_citation() -> None:
    document = parse(
        "UBND HUYỆN MAI LĨNH\n\nSố: 25/BC-UBND\n\nMai Lĩnh, ngày 5 tháng 7 năm 2024\n\nBÁO CÁO\nKết quả tháng 6\n\n"
        "Thực hiện Kế hoạch số 53/KH-UBND ngày 02/02/2024 của UBND tỉnh, UBND huyện báo cáo như sau:\n"
    )
    (citation,) = citations(document)
    assert citation.cited.number == "53/KH-UBND"
    assert document.text[citation.number.start : citation.number.end] == "53/KH-UBND"
    assert citation_row(document, citation)["date"] == "2024-02-02"
