"""Units are data: every form in the lists is read, rates keep their denominators, unseen nouns are taken."""

from decimal import Decimal

import pytest

from kybao.figures import Unit, UnitKind, read_unit
from kybao.figures.units import NONE, Measured, NoUnit, unit_at
from kybao.figures.vocabulary import words

MEASURES = [(form, entry) for entry in words("units")["measures"] for form in entry["forms"]]


def unit_after(text: str) -> Unit:
    """The unit of a number before the text."""
    found = unit_at(text, 0)
    assert isinstance(found, Measured)
    return found.unit


@pytest.mark.parametrize(("form", "entry"), MEASURES, ids=[form for form, _ in MEASURES])
def test_every_measure_in_the_list_is_read(form: str, entry: dict[str, str]) -> None:
    unit = unit_after(f" {form}, theo")
    assert (unit.text, unit.base, unit.kind) == (form, entry["base"], entry["kind"])
    assert unit.factor == Decimal(entry.get("factor", "1"))


@pytest.mark.parametrize("head", words("nouns")["heads"])
def test_every_head_in_the_list_is_counted(head: str) -> None:
    unit = unit_after(f" {head}; còn")
    assert (unit.text, unit.kind) == (head, UnitKind.COUNT)


@pytest.mark.parametrize("word", words("contexts")["durations"] + words("contexts")["classes"])
def test_every_duration_and_class_makes_no_figure(word: str) -> None:
    assert isinstance(unit_at(f" {word}; còn", 0), NoUnit)


@pytest.mark.parametrize(
    ("text", "written", "base", "factor"),
    [
        (" tỷ đồng", "tỷ đồng", "VND", "1000000000"),
        (" nghìn tỷ đồng", "nghìn tỷ đồng", "VND", "1000000000000"),
        (" triệu lượt khách tham quan", "triệu lượt khách", "lượt khách", "1000000"),
        (" triệu m³ nước", "triệu m³", "m3", "1000000"),
        (" vạn tấn", "vạn tấn", "kg", "10000000"),
        (" triệu đồng/người/năm", "triệu đồng/người/năm", "VND/người/năm", "1000000"),
        (" tạ/ha", "tạ/ha", "kg/ha", "100"),
        ("%/năm", "%/năm", "%/năm", "1"),
        (" bác sĩ/vạn dân", "bác sĩ/vạn dân", "bác sĩ/vạn dân", "1"),
        (" Hộ kinh doanh", "Hộ kinh doanh", "hộ kinh doanh", "1"),
        (" hồ sơ TTHC đúng hạn", "hồ sơ TTHC", "hồ sơ TTHC", "1"),
        (" tỉ  đồng", "tỉ đồng", "VND", "1000000000"),
        ("** vụ** và", "vụ", "vụ", "1"),
    ],
)
def test_a_unit_has_its_text_its_base_and_its_factor(text: str, written: str, base: str, factor: str) -> None:
    unit = unit_after(text)
    assert (unit.text, unit.base, unit.factor) == (written, base, Decimal(factor))


def test_a_slash_before_the_next_figure_is_no_rate() -> None:
    assert unit_after(" hồ sơ/12 hộ").text == "hồ sơ"
    assert unit_after(" thửa/ diện tích 15 m2").text == "thửa"


def test_both_placements_of_the_tone_mark_are_one_spelling() -> None:
    assert unit_after(" công trình thuỷ lợi").text == "công trình thuỷ lợi"
    assert unit_after(" khoá học").text == "khoá học"


def test_an_unseen_noun_ends_before_a_particle_or_a_verb() -> None:
    assert unit_after(" guồng nước của dân").text == "guồng nước"
    assert unit_after(" lồng đèn kéo quân khổng lồ").text == "lồng đèn kéo quân khổng lồ"[: len("lồng")]
    assert unit_after(" kiốt phục vụ").text == "kiốt"


def test_no_unit_follows_a_verb_or_a_particle() -> None:
    assert [unit_at(text, 0) for text in (" chuyển tiếp", " và 5", ".", " của xã")] == [None] * 4


def test_letters_glued_to_a_number_are_a_unit_only_if_known() -> None:
    assert unit_after("ha").base == "m2"
    assert isinstance(unit_at("A, B", 0), NoUnit)


def test_a_column_of_units_is_read() -> None:
    units = [read_unit(text) for text in ("Tỷ đồng", "%", "Nghìn lượt người", "Triệu", "Cái quạt", "")]
    assert [unit.base for unit in units] == ["VND", "%", "lượt người", "VND", "cái", ""]
    assert units[-1] is NONE
