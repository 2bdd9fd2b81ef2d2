"""Names of indicators looked up in a catalogue."""

import pytest

from kybao.claims import Catalogue, CatalogueEntry, read
from kybao.text import parse

ENTRIES = [
    CatalogueEntry("thu-nsnn", ("Tổng thu ngân sách nhà nước", "Tổng thu NSNN"), "VND"),
    CatalogueEntry("thu-noi-dia", ("Thu nội địa",), "VND"),
    CatalogueEntry("chi-ns", ("Tổng chi ngân sách",), "VND"),
    CatalogueEntry("khach", ("Tổng lượt khách du lịch",), "lượt khách"),
]


def test_another_wording_without_marks_and_capitals_fits() -> None:
    best = Catalogue(ENTRIES).match("tong thu NSNN", "VND")[0]
    assert best == ("thu-nsnn", 1.0)


def test_the_next_best_follow_with_their_scores() -> None:
    found = Catalogue(ENTRIES).match("Tổng thu ngân sách", "VND")
    assert found[0][0] == "thu-nsnn"
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)
    assert len(found) <= 4


def test_another_unit_counts_against_a_name() -> None:
    catalogue = Catalogue(ENTRIES)
    assert catalogue.match("Tổng lượt khách du lịch", "VND") < catalogue.match(
        "Tổng lượt khách du lịch", "lượt khách"
    )


def test_a_name_that_is_nowhere_near_has_no_code() -> None:
    assert Catalogue(ENTRIES).match("Chăn nuôi gia cầm") == ()


def test_facts_carry_code_score_and_others() -> None:
    reading = read(parse("Tổng thu NSNN đạt 83 tỷ đồng."), catalogue=Catalogue(ENTRIES))
    fact = reading.facts[0]
    assert (fact.code, fact.score) == ("thu-nsnn", 1.0)
    assert all(isinstance(code, str) for code, _ in fact.others)


def test_a_comparison_has_the_code_of_what_it_compares() -> None:
    reading = read(parse("Tổng thu NSNN đạt 83 tỷ đồng, bằng 28,1% dự toán."), catalogue=Catalogue(ENTRIES))
    assert [(fact.code, fact.score) for fact in reading.facts] == [("thu-nsnn", 1.0)] * 2


@pytest.mark.usefixtures("no_hang")
def test_four_hundred_indicators_are_searched_quickly() -> None:
    catalogue = Catalogue(CatalogueEntry(f"i{n}", (f"Chỉ tiêu {n} về lĩnh vực số {n % 7}",)) for n in range(400))
    for number in range(200):
        assert catalogue.match(f"chỉ tiêu {number} về lĩnh vực")
