"""Any text can be checked: no crash, true spans, short findings."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kybao import checks
from kybao.claims import read
from kybao.text import parse

PIECES = st.sampled_from(
    [
        "I. KINH TẾ\n", "a) ", "đ) Thu\n", "1.1. ", "¹ ", "khách¹", "\n\n", "\n", " ", "(", ")", "; ", ", ", ". ",
        "42/87", "31/6/2024", "48,3%", "đạt ", "bằng ", "tăng ", "so với cùng kỳ", " trong đó ", "gồm: ", "của của ",
        "1.085 hồ sơ", "02 dự án", "5.832.661.500", "87.010, 7", "công trình 23 công trình", "có biểu kèm theo",
        "kỷ niệm 77 năm (1947 - 2024)", "Quý Mão 2024", "Nghị định số 36/2020NĐ-CP ngày 24/3/2020",
        "xã hữu kiên", "xã Hữu Kiên", "trong tuần từ ngày 1/7/2024 đến ngày 20/7/2024", "Số: /BC-UBND\n",
        "| a | b |\n|---|---|\n| 1 | 2 |\n", "BÁO CÁO\n", "Tiếp nhận 5 đơn, đã giải quyết 9 đơn",
    ]
)  # fmt: skip


def check_all(text: str) -> None:
    report = checks.check(read(parse(text)), final=True)
    for found in report.found:
        assert text[found.span.start : found.span.end] == found.span.text
        assert len(found.span) <= 300
        assert found.finding.message
        for span in found.finding.related:
            assert text[span.start : span.end] == span.text
    places = [(found.span.start, found.span.end) for found in report.found]
    assert places == sorted(set(places))


@settings(deadline=None, max_examples=60)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_texts_made_of_report_pieces(text: str) -> None:
    check_all(text)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=300))
def test_texts_made_of_anything(text: str) -> None:
    check_all(text)


@pytest.mark.usefixtures("no_hang")
def test_a_long_text_is_checked() -> None:
    paragraph = "Tiếp nhận 1.085 hồ sơ (gồm 918 hồ sơ đúng hạn; khu Nam Hồng Sơn, đến ngày 31/6/2024 đạt 48,3%.\n\n"
    assert checks.check(read(parse(paragraph * 800))).found
