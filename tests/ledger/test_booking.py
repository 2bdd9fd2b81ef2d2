from datetime import date
from decimal import Decimal

import pytest

from kybao.figures import Period
from kybao.ledger.errors import WrongEntry
from kybao.ledger.models import Bound, Chain, Entry, Kind, Level
from kybao.ledger.totals import own
from tests.books import Book

Q1 = Period.parse("2024-Q1")


def test_a_figure_keeps_its_digits(book: Book) -> None:
    district = book.district()
    rate = book.indicator("ty-le", Kind.RATIO, "%")
    book.say("huyen", rate, "2024-Q1", "27,0")
    found = own(rate, district, Q1)
    assert found is not None
    assert str(found.value) == "27.0"
    assert found.decimals == 1


def test_a_value_comes_into_the_unit_of_its_indicator_exactly(book: Book) -> None:
    district = book.district()
    income = book.indicator("thu", unit="tỷ đồng")
    book.say("huyen", income, "2024-Q1", "43.046.460.123", unit="đồng")
    found = own(income, district, Q1)
    assert found is not None
    assert found.value == Decimal("43.046460123")


def test_a_correction_is_a_new_version_that_leads_to_the_former(book: Book) -> None:
    book.district()
    cases = book.indicator("vu", unit="vụ")
    first = book.say("xa-1", cases, "2024-Q1", "5").added[0]
    second = book.say("xa-1", cases, "2024-Q1", "6").corrected[0]
    third = book.say("xa-1", cases, "2024-Q1", "5").corrected[0]
    assert [entry.version for entry in Entry.objects.history(first)] == [3, 2, 1]
    assert (second.supersedes, third.supersedes) == (first, second)
    assert list(Entry.objects.current()) == [third]


def test_the_same_value_again_changes_nothing(book: Book) -> None:
    book.district()
    cases = book.indicator("vu", unit="vụ")
    book.say("xa-1", cases, "2024-Q1", "5")
    again = book.say("xa-1", cases, "2024-Q1", "5")
    assert (again.unchanged, again.entries, Entry.objects.count()) == (1, (), 1)


@pytest.mark.parametrize("other", [{"approx": "trên"}, {"bound": Bound.AT_LEAST}, {"high": "7"}, {"value": "5,0"}])
def test_another_wording_of_the_same_number_is_a_correction(book: Book, other: dict[str, object]) -> None:
    book.district()
    cases = book.indicator("vu", unit="vụ")
    book.say("xa-1", cases, "2024-Q1", "5")
    said = {"value": "5", **other}
    assert len(book.say("xa-1", cases, "2024-Q1", **said).corrected) == 1  # type: ignore[arg-type]


def test_a_figure_can_be_taken_back_and_is_missing_then(book: Book) -> None:
    district = book.district()
    cases = book.indicator("vu", unit="vụ")
    book.say("huyen", cases, "2024-Q1", "5")
    book.enter(book.figure("huyen", cases, "2024-Q1", None))
    assert own(cases, district, Q1) is None
    assert Entry.objects.count() == 2
    book.say("huyen", cases, "2024-Q1", "0")
    back = own(cases, district, Q1)
    assert back is not None
    assert back.value == 0


def test_level_cut_off_and_assigner_tell_figures_apart(book: Book) -> None:
    book.district()
    income = book.indicator("thu", unit="tỷ đồng")
    booked = book.enter(
        book.figure("huyen", income, "2024-Q1", "83", as_of=date(2024, 3, 15)),
        book.figure("huyen", income, "2024-Q1", "83"),
        book.figure("huyen", income, "2024-Q1", "83", level=Level.ESTIMATE),
        book.figure("huyen", income, "2024-Q1", "83", level=Level.PLAN, assigner="tỉnh giao"),
        book.figure("huyen", income, "2024-Q1", "83", level=Level.PLAN, assigner="huyện giao"),
    )
    assert len(booked.added) == 5


def test_one_figure_twice_is_refused_and_nothing_entered(book: Book) -> None:
    book.district()
    cases = book.indicator("vu", unit="vụ")
    with pytest.raises(WrongEntry, match="xuất hiện hai lần"):
        book.enter(book.figure("xa-1", cases, "2024-Q1", "5"), book.figure("xa-1", cases, "2024-Q1", "6"))
    assert not Entry.objects.exists()
    assert not Chain.objects.exists()


def test_hectares_are_no_tonnes(book: Book) -> None:
    book.district()
    area = book.indicator("dien-tich", unit="ha")
    with pytest.raises(WrongEntry, match="tính bằng «ha», không nhận số liệu tính bằng «tấn»"):
        book.say("xa-1", area, "2024-Q1", "5", unit="tấn")


@pytest.mark.parametrize("value", ["999999999999999999", "1,1234567891"])
def test_more_digits_than_the_ledger_holds_are_refused(book: Book, value: str) -> None:
    book.district()
    income = book.indicator("thu", unit="tỷ đồng")
    with pytest.raises(WrongEntry, match="quá nhiều chữ số"):
        book.say("xa-1", income, "2024-Q1", value)


def test_many_figures_take_as_many_queries_as_few(book: Book, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    book.district()
    indicators = [book.indicator(f"chi-tieu-{number}") for number in range(40)]
    figures = [book.figure("xa-1", one, "2024-Q1", "7") for one in indicators]
    with django_assert_max_num_queries(8):
        book.enter(*figures)
