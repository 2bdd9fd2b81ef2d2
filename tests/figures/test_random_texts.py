"""Whatever the text: no crash, true and ordered places, and time that grows with the length only."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kybao.figures import cited_documents, dates, figures, number_words, period_mentions
from kybao.figures.scanning import figures_in
from kybao.text import Block, Document, Kind, Passage

NUMBERS = ["0", "5", "12", "2024", "885.320", "27,0", "1,234.5", "6.2", "42/87", "9-10", "15/3/2024", "136/QĐ-UBND"]
UNITS = ["%", "ha", "m<sup>2</sup>", "tỷ", "triệu", "đồng", "hộ", "xã", "xa\u0303", "người/năm"]
WORDS = ["tháng", "năm", "quý", "I", "ngày", "đến", "từ", "số", "lớp", "khối", "trên", "là", "đạt", "hai", "mười"]
SIGNS = [":", ";", "(", ")", "-", "/", "**", "<sup>", "¹", ".", ",", "\n"]
PIECES = st.sampled_from(NUMBERS + UNITS + WORDS + SIGNS)
texts = st.one_of(
    st.text(max_size=200), st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES, max_size=40).map("".join)
)


def one_block(text: str) -> Document:
    return Document(text, (Block(Kind.PARAGRAPH, Passage(text, ((0, 0, len(text)),))),))


@given(texts)
@settings(max_examples=300, deadline=None)
def test_every_figure_is_where_it_says(text: str) -> None:
    found = figures(one_block(text))
    assert all(text[figure.span.start : figure.span.end] == figure.span.text for figure in found)
    assert all(figure.start < figure.end <= figure.unit_end <= len(text) for figure in found)
    assert all(first.unit_end <= second.start or first.end <= second.start for first, second in pairwise(found))


@given(texts)
@settings(max_examples=200, deadline=None)
@pytest.mark.parametrize("find", [dates, period_mentions, cited_documents, number_words])
def test_every_mention_lies_in_the_text_in_order(find, text: str) -> None:
    found = list(find(text))
    assert all(0 <= mention.start < mention.end <= len(text) for mention in found)
    assert all(first.start < second.start for first, second in pairwise(found))


REPEATED = [
    "1", "1.", "1,", "1 ", " ", "(1", "1/", "1-", "1 - ", "a", "1 hộ ", "hộ ", "ngày 1, ", "1 đến ", "1/Q-Q-", "1*",
    "năm 2024 - ", "1 tỷ ", "xã, ", "đồng/người/", "hai ", "1/QĐ-UBND của a ", "số 1/QĐ-UBND về a", "xa\u0303 1 ",
    "1\n", "từ ngày 5 đến ", "từ 1-", "KH 2025 ", "2025 - ", "tháng 1 - ", "cuối năm ", "1 hộ (a 1, ", "1 hộ a (",
    "1 111", "1.1 11 ", "bình quân 1 ngày ", "tăng 1 ",
]  # fmt: skip


@pytest.mark.parametrize("piece", REPEATED)
@pytest.mark.usefixtures("no_hang")
def test_time_grows_with_the_length_only(piece: str) -> None:
    text = (piece * 40_000)[:40_000]
    for find in (figures_in, dates, period_mentions, cited_documents, number_words):
        list(find(text))
