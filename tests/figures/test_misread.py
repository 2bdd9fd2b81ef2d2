"""Letters in the place of digits: proposed, never silently changed."""

import pytest

from kybao.figures import misread_numbers, passage_figures


@pytest.mark.parametrize(
    ("text", "written", "proposed"),
    [
        ("còn 1O5 hộ", "1O5", "105"),
        ("còn l5 hộ", "l5", "15"),
        ("đạt l.112,5 tỷ đồng", "l.112,5", "1.112,5"),
        ("đạt 4l,5 ha", "4l,5", "41,5"),
        ("đạt 1.OOO tấn.", "1.OOO", "1.000"),
        ("có I0 xã", "I0", "10"),
    ],
)
def test_what_it_may_have_been_is_proposed(text: str, written: str, proposed: str) -> None:
    (found,) = misread_numbers(text)
    assert (found.text, found.proposed, text[found.start : found.end]) == (written, proposed, written)


@pytest.mark.parametrize("text", ["còn 1O5 hộ", "đạt l.112,5 tỷ đồng", "đạt 4l,5 ha", "1.1l2,5 tỷ đồng"])
def test_no_part_of_it_is_read_as_a_figure(text: str) -> None:
    assert list(passage_figures(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "bình 50l",
        "tạo việc 1.240lđ",
        "khí CO2",
        "QL1O",
        "12lượt",
        "mục I.2",
        "quý I/2024",
        "30o",
        "2,5l xăng",
        "5/1O",
    ],
)
def test_names_units_and_roman_numbers_are_none(text: str) -> None:
    assert list(misread_numbers(text)) == []
