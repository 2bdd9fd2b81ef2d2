"""Counts in words are found before known nouns only, and are never figures."""

import pytest

from kybao.figures import number_words
from kybao.figures.scanning import figures_in


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("Hai chương trình mục tiêu", 2, "chương trình mục tiêu"),
        ("có mười hai xã", 12, "xã"),
        ("mười lăm hộ", 15, "hộ"),
        ("hai mươi mốt thôn", 21, "thôn"),
        ("ba mươi dự án", 30, "dự án"),
        ("một trăm linh năm vụ", 105, "vụ"),
        ("hai trăm ba mươi tư người", 234, "người"),
    ],
)
def test_a_count_in_words_is_read(text: str, value: int, noun: str) -> None:
    (count,) = number_words(text)
    assert (count.value, count.unit.text) == (value, noun)
    assert not list(figures_in(text))


@pytest.mark.parametrize(
    "text", ["một số xã", "một xã", "lần thứ hai xã", "trong năm dự án", "hai bên cùng", "bà Ba", "Chiba xã"]
)
def test_articles_ranks_and_pronouns_are_no_counts(text: str) -> None:
    assert list(number_words(text)) == []
