"""Decomposed letters are read as composed ones, with the way back."""

from itertools import pairwise
from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from kybao.figures import compose


def test_composed_text_is_left_as_it_is() -> None:
    assert compose("xã 5").offsets == ()


@given(st.text(alphabet="aăâeêđ\u0301\u0300\u0309\u0303\u0323\u0302 5,", max_size=60))
def test_every_offset_leads_back_to_its_letter(text: str) -> None:
    composed = compose(text)
    assert composed.text == normalize("NFC", text)
    assert composed.back(len(composed.text)) == len(text)
    starts = [composed.back(at) for at in range(len(composed.text) + 1)]
    pieces = [text[start:end] for start, end in pairwise(starts)]
    assert "".join(normalize("NFC", piece) for piece in pieces) == composed.text
    assert all(composed.here(composed.back(at)) <= at for at in range(len(composed.text)))
