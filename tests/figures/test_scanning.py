"""Figures are found with their exact place, number and unit, and what only looks like one is left alone."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from unicodedata import normalize

import pytest

from kybao.figures import Figure, Shape, figures
from kybao.figures.scanning import Found, figures_in
from kybao.text import Block, Document, Kind, Mark, Passage, Span

CASES = Path(__file__).with_name("cases") / "figures.txt"
MARKED = re.compile(r"⟦([^|⟧]+)\|([^⟧]*)⟧")


def cases() -> Iterator[pytest.param]:
    behaviour = ""
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("#: "):
            behaviour = line[3:]
        elif line and not line.startswith("#"):
            yield pytest.param(line, id=f"{behaviour}: {line[:30]}")


def marked(text: str, found: list[Found]) -> str:
    """Write the figures of a text as the case file does."""
    parts, at = [], 0
    for figure in found:
        unit = figure.unit.text + (f"|{figure.approx}" if figure.approx else "")
        parts += [text[at : figure.start], f"⟦{text[figure.start : figure.end]}|{unit}⟧"]
        at = figure.end
    return "".join([*parts, text[at:]])


@pytest.mark.parametrize("line", list(cases()))
def test_a_case_holds(line: str) -> None:
    text = MARKED.sub(r"\1", line)
    assert normalize("NFC", marked(text, list(figures_in(text)))) == normalize("NFC", line)


def only(text: str) -> Found:
    (found,) = figures_in(text)
    return found


def document(*texts: str, kind: Kind = Kind.PARAGRAPH, body: int = 0) -> Document:
    blocks, at = [], 0
    for text in texts:
        blocks.append(Block(kind, Passage(text, ((0, at, len(text)),)), body=body))
        at += len(text) + 1
    return Document("\n".join(texts), tuple(blocks))


@pytest.mark.parametrize(
    ("text", "number", "base"),
    [
        ("27,0%", "27.0", "27.0"),
        ("3,66 triệu lượt khách", "3.66", "3660000.00"),
        ("825 tỷ 776 triệu đồng", "825776", "825776000000"),
        ("2,5ha", "2.5", "25000.0"),
        ("120 g thuốc", "120", "0.120"),
        ("12,345 người", "12345", "12345"),
        ("1,593 gam", "1.593", "0.001593"),
        ("3.335,250 triệu đồng", "3335.250", "3335250000.000"),
        ("1,234,567 đồng", "1234567", "1234567"),
        ("vay USD 5 triệu", "5", "5000000"),
    ],
)
def test_numbers_are_exact_and_keep_the_digits_shown(text: str, number: str, base: str) -> None:
    found = only(text)
    assert str(found.numbers[0]) == number
    assert found.numbers[0] * found.unit.factor == Decimal(base)


def test_a_currency_before_the_number_counts() -> None:
    assert only("vay USD 5 triệu").unit.base == "USD"


def test_a_bare_large_sum_of_money_is_counted_in_dong() -> None:
    assert only("tổng số tiền là 5.832.661.500;").unit.base == "VND"
    assert only("tổng số tiền là 512;").unit.base == ""


def test_a_range_and_a_fraction_hold_two_numbers() -> None:
    spread, part = figures_in("tăng 9 - 10%, đạt 42/87 đơn")
    assert (spread.shape, spread.numbers) == (Shape.RANGE, (Decimal(9), Decimal(10)))
    assert (part.shape, part.numbers) == (Shape.FRACTION, (Decimal(42), Decimal(87)))


def test_a_figure_knows_its_place_in_the_document_and_in_its_block() -> None:
    text = document("Đoạn một.", "Thu 83 tỷ đồng")
    (figure,) = figures(text)
    assert figure == Figure(Span(14, 16, "83"), (Decimal(83),), figure.unit, block=1, start=4, end=6, unit_end=14)


def test_a_figure_across_a_page_end_keeps_its_unit() -> None:
    passage = Passage("chi 13 dự án", ((0, 0, 6), (7, 20, 5)))
    text = "chi 13\n¹ ghi chú.\n\n\ndự án"
    (figure,) = figures(Document(text, (Block(Kind.PARAGRAPH, passage),)))
    assert (figure.span.text, figure.unit.text, figure.unit_end) == ("13", "dự án", 12)


def test_the_number_of_a_heading_is_no_figure() -> None:
    text = "2. Công trình: 5 công trình"
    assert [figure.span.text for figure in figures(document(text, kind=Kind.HEADING, body=3))] == ["5"]


def test_a_footnote_mark_is_no_figure() -> None:
    block = Block(Kind.PARAGRAPH, Passage("đạt 12 hộ", ((0, 0, 9),)))
    assert figures(Document("đạt 12 hộ", (block,), (Mark("12", Span(4, 6, "12"), 0, 4, 6),))) == ()


@pytest.mark.parametrize("kind", [Kind.HEAD, Kind.CLOSING])
def test_letterhead_and_signature_hold_no_figures(kind: Kind) -> None:
    assert figures(document("Lưu: VT (15 bản)", kind=kind)) == ()


def test_offsets_in_decomposed_text_are_those_of_the_text() -> None:
    text = normalize("NFD", "Toàn huyện có 7 xã đạt 19/19 tiêu chí")
    assert [text[found.start : found.end] for found in figures_in(text)] == ["7", "19/19"]
    assert [normalize("NFC", text[found.end : found.unit_end]) for found in figures_in(text)] == [" xã", " tiêu chí"]
