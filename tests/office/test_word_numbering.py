"""Automatic numbers as Word shows them."""

import pytest

from kybao.office.word_numbering import formatted
from kybao.text import Kind
from tests.office.raw_word import p, read


def level(at: int, form: str, text: str, more: str = "") -> str:
    inside = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{more}'
    return f'<w:lvl w:ilvl="{at}">{inside}</w:lvl>'


def numbering(*levels: str, lists: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{lists}'


def item(words: str, at: int = 0, name: int = 1) -> str:
    return p(words, properties=f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{name}"/></w:numPr>')


OUTLINE = (
    level(0, "upperRoman", "%1."),
    level(1, "decimal", "%2."),
    level(2, "lowerLetter", "%3)"),
    level(3, "bullet", "-"),
)


def shown(body: str, parts: str) -> list[str]:
    return read(body, numbering=parts).text.split("\n\n")


def test_an_outline_counts_and_starts_anew() -> None:
    body = item("Kinh tế") + item("Thu", 1) + item("Thuế", 2) + item("Chi", 1) + item("Xã hội") + item("Y tế", 1)
    assert shown(body, numbering(*OUTLINE)) == ["I. Kinh tế", "1. Thu", "a) Thuế", "2. Chi", "II. Xã hội", "1. Y tế"]


def test_numbered_paragraphs_are_headings() -> None:
    document = read(
        item("Kinh tế") + item("Nông nghiệp", 1) + item("Đàn trâu có 500 con.", 3), numbering=numbering(*OUTLINE)
    )
    assert [(block.kind, block.number) for block in document.blocks] == [
        (Kind.HEADING, "I"),
        (Kind.HEADING, "1"),
        (Kind.ITEM, ""),
    ]


def test_numbers_of_several_levels() -> None:
    parts = numbering(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2."), level(2, "decimal", "%1.%2.%3"))
    body = item("A") + item("B", 1) + item("C", 1) + item("D", 2)
    assert shown(body, parts) == ["1. A", "1.1. B", "1.2. C", "1.2.1 D"]


def test_all_digits_where_the_level_asks_for_it() -> None:
    parts = numbering(level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2.", "<w:isLgl/>"))
    assert shown(item("A") + item("B", 1), parts) == ["I. A", "1.1. B"]


def test_a_second_list_may_go_on_or_start_anew() -> None:
    lists = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = item("A") + item("B", name=2) + item("C", name=3) + item("D", name=3)
    assert shown(body, numbering(level(0, "decimal", "%1."), lists=lists)) == ["1. A", "2. B", "1. C", "2. D"]


def test_a_level_that_never_starts_anew() -> None:
    parts = numbering(level(0, "upperRoman", "%1."), level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'))
    assert shown(item("A") + item("B", 1) + item("C") + item("D", 1), parts) == ["I. A", "1. B", "II. C", "2. D"]


def test_words_in_the_number() -> None:
    assert shown(item("TÌNH HÌNH"), numbering(level(0, "upperRoman", "Phần %1"))) == ["Phần I TÌNH HÌNH"]


def test_bullets_are_shown_as_they_are_or_as_a_dot() -> None:
    assert shown(item("A", 3), numbering(*OUTLINE)) == ["- A"]
    assert shown(item("A"), numbering(level(0, "bullet", "\uf0b7"))) == ["• A"]


def test_no_blank_where_nothing_follows_the_number() -> None:
    assert shown(item("A"), numbering(level(0, "decimal", "%1.", '<w:suff w:val="nothing"/>'))) == ["1.A"]


def test_the_order_of_letters_may_be_given() -> None:
    custom = level(0, "custom", "%1)").replace('"custom"', '"custom" w:format="a, b, c, d, đ, e, ..."')
    assert shown("".join(map(item, "ABCDE")), numbering(custom))[-1] == "đ) E"


def test_numbering_by_style() -> None:
    styles = '<w:style w:styleId="M1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    body = p("Kinh tế", properties='<w:pStyle w:val="M1"/>') + p("Xã hội", properties='<w:pStyle w:val="M1"/>')
    assert read(body, numbering=numbering(*OUTLINE), styles=styles).text == "I. Kinh tế\n\nII. Xã hội"


def test_numbering_switched_off() -> None:
    styles = '<w:style w:styleId="M1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    off = '<w:pStyle w:val="M1"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    assert read(p("Kinh tế", properties=off), numbering=numbering(*OUTLINE), styles=styles).text == "Kinh tế"


def test_a_list_that_a_style_holds() -> None:
    parts = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="S"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="S"/>{level(0, "decimal", "%1/")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    styles = (
        '<w:style w:type="numbering" w:styleId="S"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    assert read(item("A"), numbering=parts, styles=styles).text == "1/ A"


def test_a_list_that_is_missing_numbers_nothing() -> None:
    assert read(item("A", name=9), numbering=numbering(*OUTLINE)).text == "A"
    assert read(item("A"), styles="").text == "A"


@pytest.mark.parametrize(
    ("count", "form", "text"),
    [
        (14, "upperRoman", "XIV"),
        (49, "lowerRoman", "xlix"),
        (1999, "upperRoman", "MCMXCIX"),
        (27, "lowerLetter", "aa"),
        (3, "upperLetter", "C"),
        (7, "decimalZero", "07"),
        (12, "unknown", "12"),
        (0, "upperRoman", "0"),
    ],
)
def test_forms(count: int, form: str, text: str) -> None:
    assert formatted(count, form) == text
