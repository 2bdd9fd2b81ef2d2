"""What nobody sees is not read, wide forms are read as plain ones, and every offset still leads to the document."""

import pytest

from kybao.claims import read
from kybao.text import Document, Kind, parse

SENTENCE = "Tổng thu ngân sách quý I/2024 đạt 1.112,5 tỷ đồng, bằng 28,1% dự toán năm 2024."
WIDE = {ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789.,%"}


def document_of(sentence: str) -> Document:
    return parse(f"BÁO CÁO\nTình hình quý I/2024\n\n{sentence}\n")


@pytest.mark.parametrize(
    "sentence",
    [
        "\u200b".join(SENTENCE),
        SENTENCE.replace(" ", "\u2060 "),
        SENTENCE.replace("ngân", "ng\u00adân").replace("1.112", "1.1\ufeff12"),
        SENTENCE.translate(WIDE),
        SENTENCE.replace(" ", "\u00a0"),
        SENTENCE.replace("2.", "2\u200b.").replace(" tỷ", "\u202ftỷ"),
    ],
)
def test_odd_signs_change_no_figure(sentence: str) -> None:
    reading = read(document_of(sentence))
    plain = read(document_of(SENTENCE))
    assert [
        (fact.figure.numbers, fact.figure.unit, fact.indicator, fact.basis, fact.period) for fact in reading.facts
    ] == [(fact.figure.numbers, fact.figure.unit, fact.indicator, fact.basis, fact.period) for fact in plain.facts]


@pytest.mark.parametrize("sentence", ["\u200b".join(SENTENCE), SENTENCE.translate(WIDE)])
def test_a_span_holds_the_characters_of_the_document(sentence: str) -> None:
    document = document_of(sentence)
    for fact in read(document).facts:
        span = fact.figure.span
        assert document.text[span.start : span.end] == span.text
        assert not span.text.startswith("\u200b")


def test_a_hidden_sign_parts_nothing_but_a_page_end_does() -> None:
    document = document_of("Đã bố\u200b trí kinh phí¹ cho các dự\n\n¹ Theo kế hoạch.\n\nán mới.")
    (block,) = [block for block in document.blocks if block.kind is Kind.PARAGRAPH]
    assert block.text == "Đã bố trí kinh phí¹ cho các dự án mới."
    assert {block.text[joint:] for joint in block.passage.joints} == {"án mới."}
    assert block.passage.whole(0, 10)
    assert not block.passage.whole(0, len(block.text))


def test_hidden_signs_in_a_heading_move_no_beginning() -> None:
    heading = parse("I. \u200bTHU \u200bNGÂN SÁCH\n\nThu đạt 27%.").blocks[0]
    assert heading.text[heading.body :] == "THU NGÂN SÁCH"


def test_a_line_of_hidden_signs_alone_does_no_harm() -> None:
    assert parse("\u200b\u200b\n\n\ufeff\n").text == "\u200b\u200b\n\n\ufeff\n"
