"""Cited documents are records: kind, number, day, issuer, title; malformed numbers are recognised as such."""

from datetime import date

import pytest

from kybao.figures import CitedDocument, cited_documents


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
    "text", ["cấp 22 GCN/23 thửa", "229GCN/202 hộ", "trạm 110KV", "nút 7A-B", "15/3/2024", "8/8 HTX", "12 hộ"]
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
