"""Footnote marks in running text."""

import pytest

from kybao.text import Kind, parse


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Cấp phép theo quy định¹. Kiểm tra 25 điểm²⁶.", ["1", "26"]),
        ("Cấp phép<sup>1</sup>, kiểm tra<sup> 12 </sup>.", ["1", "12"]),
        ("Cấp phép[^3] theo quy định.", ["3"]),
        ("Diện tích 3.602 m² và 12,5 km², khối lượng 40m³.", []),
        ("Diện tích 7.717m<sup>2</sup> và 36,7 m<sup>3</sup>.", []),
        ("Diện tích 3.602 m²¹ được giao.", ["1"]),
        ("Số tiền 28.000.000<sup>d</sup>.", []),
        ("Thu 5 tỷ đồng ở 3 cụm² dân cư.", ["2"]),
        ("Cấp phép[4] và thu hồi⁽⁵⁾, kiểm tra<sup>(6)</sup>, đo đạc(⁷).", ["4", "5", "6", "7"]),
    ],
)
def test_marks_are_told_from_powers_of_units(text: str, numbers: list[str]) -> None:
    assert [mark.number for mark in parse(text).marks] == numbers


@pytest.mark.parametrize(
    "opening", ["¹ ", "¹", "<sup>1</sup> ", "<sup>1</sup>", "[^1]: ", "[1] ", "(¹) ", "⁽¹⁾ ", "<sup>(1)</sup> "]
)
def test_a_paragraph_that_begins_with_a_mark_is_a_note(opening: str) -> None:
    block = parse(f"Kết quả như sau.\n\n{opening}Trong đó có 5 hộ.").blocks[-1]
    assert (block.kind, block.mark, block.text[block.body :]) == (Kind.NOTE, "1", "Trong đó có 5 hộ.")


def test_a_mark_inside_a_note_is_a_mark() -> None:
    document = parse("Đã giao đất¹.\n\n¹ Xem thêm mục dưới².\n\n² Giao 5 ha.")
    assert [(mark.number, document.blocks[mark.block].kind) for mark in document.marks] == [
        ("1", Kind.PARAGRAPH),
        ("2", Kind.NOTE),
    ]
