"""What holds for any text whatever."""

import re
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kybao.text import Document, Kind, fold, fold_in_place, parse, sentences
from kybao.text.lines import is_furniture, lines_of

MARKUP = (
    "¹",
    "²",
    "<sup>3</sup>",
    "[^4]: ",
    "**",
    "*",
    "## ",
    "|",
    "\t",
    "\n",
    "\n\n",
    "\r",
    "<b>",
    "</b>",
    "|---|---|",
)
OPENINGS = (
    "Phần I",
    "I. ",
    "1. ",
    "1.1. ",
    "a) ",
    "- ",
    "+ ",
    "(1) ",
    "BÁO CÁO",
    "Số: /BC-UBND",
    "Nơi nhận:",
    "---",
    "STT",
)
STRANGE = ("\u0301", "\ufeff", "\u00a0", "\f", "\u2028", "\0", "đ", "“", "”", "(", ", ", ". ", " ")
STATEMENTS = (
    "thu ngân sách đạt 27%",
    "Thành phố Lạng Sơn.",
    "trên địa bàn tỉnh",
    "năm",
    "2024. ",
    "3.602 m²",
    "KINH TẾ",
)
PIECES = st.sampled_from(MARKUP + OPENINGS + STRANGE + STATEMENTS)
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join))


def check(document: Document) -> None:
    covered = [0] * len(document.text)
    for index, block in enumerate(document.blocks):
        passage = block.passage
        for offset, place, length in passage.pieces:
            assert passage.text[offset : offset + length] == document.text[place : place + length]
            for at in range(place, place + length):
                covered[at] += 1
        assert 0 <= block.body <= len(passage.text)
        assert -1 <= block.parent < len(document.blocks)
        assert block.parent < 0 or document.blocks[block.parent].kind is Kind.HEADING
        parts = sentences(document, index)
        assert all(block.body <= part.start < part.end <= len(passage.text) for part in parts)
        assert all(before.end <= after.start for before, after in pairwise(parts))
        assert sum(map(str.isalnum, passage.text[block.body :])) == sum(
            map(str.isalnum, "".join(passage.text[part.start : part.end] for part in parts))
        )
    for mark in document.marks:
        assert document.text[mark.span.start : mark.span.end] == mark.span.text
        assert document.span_in(mark.block, mark.start, mark.end) == mark.span
    assert max(covered, default=0) <= 1
    assert not [
        letter for letter, count in zip(document.text, covered, strict=True) if not count and letter.isalpha()
    ]


def without_furniture(text: str) -> str:
    """Take out what belongs to no block on purpose: page numbers, places of pictures, tags."""
    text = re.sub(r"</?(?:b|i|u|strong|em)>|<br\s*/?>", "", text)
    return "\n".join(line.words for line in lines_of(text) if not is_furniture(line.words))


@given(TEXTS)
def test_no_text_breaks_the_parting_and_no_letter_is_lost_or_doubled(text: str) -> None:
    cleaned = without_furniture(text)
    check(parse(cleaned))
    assert parse(text).text == text


@given(st.text(max_size=100))
def test_folding_in_place_keeps_every_offset(text: str) -> None:
    assert len(fold_in_place(text)) == len(text)
    assert fold(fold_in_place(text)) == fold(text)


@given(st.text(alphabet="aáàảãạăắâấbcdđeéêếiíoóôốơớuúưứyýAÁĂĐ ", max_size=40))
def test_composed_and_decomposed_letters_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


CHARACTERS = ("1", " ", "\t", ".", "…", "*", "(", "“", "¹", "<sup>", ",", "#", "|", "I", "<b>", "[^1]", "1.")
LINES = (
    "a",
    "\tx",
    "a | b",
    "¹ a",
    "- a",
    "1. A",
    "Phần I",
    "a\tb",
    "-",
    "¹ - a\n- b",
    "x\t1\ty\n",
    "nhỏ dần mãi không thôi",
)


@pytest.mark.parametrize("unit", [*CHARACTERS, *(f"{line}\n" for line in LINES)])
@pytest.mark.usefixtures("no_hang")
def test_time_grows_with_the_length(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    document = parse(text)
    for index in range(len(document.blocks)):
        sentences(document, index)


@pytest.mark.shared
def test_the_shared_texts(shared_dir: Path) -> None:
    for path in sorted([*shared_dir.glob("seeds/*.txt"), *shared_dir.glob("reference/texts/*.txt")]):
        text = path.read_text(encoding="utf-8")
        document = parse(text)
        assert document.text == text
        check(parse(without_furniture(text)))
