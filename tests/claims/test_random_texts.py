"""Whatever the text: no crash, true places, links to facts that exist, and time that grows with the length only."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kybao.claims import read
from kybao.claims.rows import row
from kybao.text import parse

NUMBERS = [
    "5",
    "27,0",
    "42/87",
    "9-10",
    "15/3/2024",
    "quý I/2024",
    "năm 2024",
    "%",
    "tỷ đồng",
    "vụ",
    "hộ",
    "lần",
    "ha",
]
VERBS = [
    "tăng",
    "giảm",
    "đạt",
    "bằng",
    "chiếm",
    "so với",
    "cùng kỳ",
    "kế hoạch",
    "dự toán tỉnh giao",
    "trong đó",
    "gồm",
]
WORDS = ["từ", "lên", "và", "là", "ước", "lần lượt", "phấn đấu", "với tổng số tiền", "trên địa bàn", "tiếp nhận"]
SIGNS = [
    ",",
    ";",
    ":",
    "(",
    ")",
    "/",
    ".",
    "\n",
    "\n\n- ",
    "\n\n¹ ",
    "¹",
    "I. ",
    "BÁO CÁO\n\n",
    "xa\u0303",
    "**",
    "\t",
]
TABLE = "\n\n| Chỉ tiêu | Kế hoạch | So với kế hoạch (%) |\n|---|---|---|\n| Thu | 5 | 7 |\n\n"
PIECES = st.sampled_from([*NUMBERS, *VERBS, *WORDS, *SIGNS, TABLE])
texts = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map(" ".join))


@given(texts)
@settings(max_examples=300, deadline=None)
def test_every_fact_is_where_it_says_and_links_to_another(text: str) -> None:
    reading = read(parse(text))
    for index, fact in enumerate(reading.facts):
        span = fact.figure.span
        assert text[span.start : span.end] == span.text
        assert fact.of is None or (0 <= fact.of < len(reading.facts) and fact.of != index)
        assert row(reading, index)["text"] == span.text


@given(texts)
@settings(max_examples=200, deadline=None)
def test_every_claim_has_true_places(text: str) -> None:
    reading = read(parse(text))
    claims = [*reading.ratios, *reading.changes, *reading.sums, *reading.lists]
    spans = [claim.span for claim in claims] + [name for found in reading.lists for name in found.names]
    assert all(text[span.start : span.end] == span.text for span in spans)
    assert all(repeat.first < repeat.second < len(reading.facts) for repeat in reading.repeats)


@pytest.mark.usefixtures("no_hang")
def test_time_grows_with_the_length_only() -> None:
    for piece in ("tăng 5%, ", "12 vụ, gồm: 5 vụ, 7 vụ; ", "năm 2024 đạt 5 tỷ đồng; ", "(5 vụ "):
        document = parse(piece * 3000)
        assert read(document).facts, piece
