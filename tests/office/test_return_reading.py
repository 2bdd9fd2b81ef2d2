"""A filled return is understood where it is clear, and every problem is named by sheet and cell."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from kybao.office.return_reading import ReturnReading
from kybao.office.return_sheets import Answer, Answers, ReturnKey, Status
from tests.office.sample_return import (
    ACTUAL,
    AS_OF,
    ESTIMATE,
    FILLED,
    QUALIFIER,
    ROW,
    ROWS,
    STATUS,
    read_back,
    read_with,
    said,
    spoilt,
    written,
)


def at(column: str, key: str) -> str:
    return f"{column}{ROW[key]}"


def value_of(reading: ReturnReading, key: str, column: str = "actual") -> Decimal | None:
    return reading.answers.rows.get(key, Answer()).values.get(column)


def test_what_was_written_is_read_back() -> None:
    reading = read_back(written())
    assert reading.answers == FILLED
    assert reading.identity.key == ReturnKey("05-VHTT", "2", "tp.phong-van-hoa", "2024-Q1")
    assert not reading.is_refused
    assert not reading.questions


def test_each_value_knows_its_cell() -> None:
    reading = read_back(written())
    assert str(reading.places["doanh-thu", "estimate"]) == f"Biểu 05-VHTT!{at(ESTIMATE, 'doanh-thu')}"


figures = st.decimals(min_value=0, max_value=10**9, places=1, allow_nan=False, allow_infinity=False)
counts = st.integers(0, 10**12).map(Decimal)
notes = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs")), max_size=30)
answers = st.fixed_dictionaries(
    {
        "quoc-te": st.builds(Answer, st.dictionaries(st.just("estimate"), counts)),
        "noi-dia": st.builds(Answer, st.dictionaries(st.sampled_from(["actual", "estimate"]), counts)),
        "doanh-thu": st.builds(
            Answer,
            st.dictionaries(st.sampled_from(["actual", "estimate"]), figures, min_size=1),
            qualifier=st.sampled_from(["", "khoảng", "trên"]),
            as_of=st.none() | st.dates(date(2024, 1, 1), date(2024, 3, 31)),
            note=notes,
        ),
        "vi-pham": st.builds(Answer, status=st.sampled_from(list(Status)), note=notes),
    }
)


@settings(max_examples=25, deadline=None)
@given(answers)
def test_any_answers_are_read_back(rows: dict[str, Answer]) -> None:
    given_rows = {key: answer for key, answer in rows.items() if not answer.is_empty}
    read = dict(read_back(written(answers=Answers(given_rows))).answers.rows)
    total = read.pop("khach", Answer())
    for column in ("actual", "estimate"):
        parts = [rows[key].values[column] for key in ("quoc-te", "noi-dia") if column in rows[key].values]
        assert total.values.get(column) == (sum(parts) if parts else None)
    assert read == given_rows


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        (650.5, "650.5"),
        (27, "27.0"),  # the sheet shows 27,0
        (0.1 + 0.2, "0.3"),
        ("1.234,5", "1234.5"),
        ("1.234.567", "1234567.0"),
        ("12,25", "12.25"),
        ("1 234 567", "1234567.0"),
        ("1\u00a0234,5", "1234.5"),
        ("12,5 tỷ đồng", "12.5"),
        ("12,5 tỷ", "12.5"),
        ("1,234.5", "1234.5"),
        ("1,234,567", "1234567.0"),
        ("0.125", "0.125"),
        (" 12 ", "12.0"),
        ("0", "0.0"),
    ],
)
def test_a_number_is_understood_where_one_reading_is_possible(typed: object, value: str) -> None:
    reading = read_with({at(ACTUAL, "doanh-thu"): typed})
    assert str(value_of(reading, "doanh-thu")) == value
    assert not reading.is_refused
    assert not reading.questions


def test_an_english_number_is_understood_with_a_notice() -> None:
    reading = read_with({at(ACTUAL, "doanh-thu"): "1,234.5"})
    assert "«1,234.5» viết theo lối Anh–Mỹ, được hiểu là 1.234,5." in said(reading, "lưu ý")[0]


@pytest.mark.parametrize(
    ("typed", "row", "value"),
    [("1.250", "doanh-thu", "1250.0"), ("1,250", "doanh-thu", "1.250"), ("1,250", "quoc-te", "1250")],
)
def test_a_number_of_two_readings_is_asked_about(typed: str, row: str, value: str) -> None:
    reading = read_with({at(ACTUAL, row): typed})
    (question,) = reading.questions
    assert question.cell == at(ACTUAL, row)
    assert f"«{typed}» được nhập dạng chữ, có thể là 1.250 (lối Việt Nam) hoặc 1,250" in question.sentence or (
        "có thể là 1,250 (lối Việt Nam) hoặc 1.250 (lối Anh–Mỹ)" in question.sentence
    )
    assert str(value_of(reading, row)) == value
    assert not reading.is_refused


@pytest.mark.parametrize(
    ("typed", "row", "words"),
    [
        ("12,5o", "doanh-thu", "«12,5o» không phải là số: có chữ «o» ở chỗ có lẽ là chữ số 0"),
        ("một trăm", "doanh-thu", "«một trăm» không phải là số"),
        ("12,5 triệu đồng", "doanh-thu", "ghi kèm «triệu đồng»"),
        ("12%", "doanh-thu", "là tỷ lệ phần trăm"),
        ("1 23", "doanh-thu", "ghi kèm «23»"),
        (-5, "doanh-thu", "là số âm (-5,0)"),
        (12.5, "quoc-te", "là số lẻ (12,5)"),
        (120, "cong-suat", "lớn hơn mức cao nhất có thể (100)"),
        (1e15, "doanh-thu", "có hơn 15 chữ số"),
        (True, "doanh-thu", "đúng/sai"),
        (datetime(2024, 4, 3), "doanh-thu", "là ngày 03/04/2024, không phải số"),
    ],
)
def test_what_is_no_number_is_refused_by_its_cell(typed: object, row: str, words: str) -> None:
    reading = read_with({at(ACTUAL, row): typed})
    (error,) = said(reading, "lỗi")
    label = next(line.label for line in ROWS if line.key == row)
    assert error.startswith(f"Trang «Biểu 05-VHTT», ô {at(ACTUAL, row)} ({label}): ")
    assert words in error
    assert value_of(reading, row) is None


def test_all_problems_are_listed_not_only_the_first() -> None:
    reading = read_with({at(ACTUAL, "doanh-thu"): "x", at(ESTIMATE, "quoc-te"): "y", at(STATUS, "vi-pham"): "z"})
    assert len(said(reading, "lỗi")) == 3


def test_a_negative_number_stands_where_it_may() -> None:
    assert value_of(read_with({at(ACTUAL, "chenh-lech"): -3.25}), "chenh-lech") == Decimal("-3.25")


def percent(place: str, value: float) -> Callable[[Worksheet], None]:
    def change(sheet: Worksheet) -> None:
        sheet[place] = value
        sheet[place].number_format = "0.0%"

    return change


def test_a_percentage_is_taken_as_it_is_shown() -> None:
    reading = read_back(spoilt(percent(at(ACTUAL, "cong-suat"), 0.615)))
    assert value_of(reading, "cong-suat") == Decimal("61.5")
    reading = read_back(spoilt(percent(at(ACTUAL, "doanh-thu"), 0.27)))
    assert "ghi 27%, còn dòng này tính bằng «tỷ đồng»" in said(reading, "lỗi")[0]


@pytest.mark.parametrize("typed", ["-", "không có", "Không phát sinh"])
def test_words_for_nothing_are_a_stated_zero(typed: str) -> None:
    reading = read_with({at(ACTUAL, "vi-pham"): typed})
    assert reading.answers.rows["vi-pham"].status is Status.NOTHING_HAPPENED


def test_dots_mean_not_known() -> None:
    reading = read_with({at(ACTUAL, "vi-pham"): "...", at(STATUS, "doanh-thu"): "chưa có"})
    assert reading.answers.rows["vi-pham"].status is Status.NOT_KNOWN
    assert reading.answers.rows["doanh-thu"].status is Status.NOT_KNOWN


def test_an_empty_cell_is_missing_not_zero() -> None:
    reading = read_with({at(ACTUAL, "doanh-thu"): 5})
    assert list(reading.answers.rows) == ["doanh-thu"]
    (notice,) = said(reading)
    assert "còn 7/8 dòng chưa điền, được hiểu là chưa có số liệu: «Tổng lượt khách»" in notice


def test_a_return_without_any_answer_is_refused() -> None:
    assert "biểu chưa điền dòng nào" in said(read_with({}), "lỗi")[0]


def test_a_figure_beside_nothing_happened_contradicts_it() -> None:
    reading = read_with({at(ACTUAL, "vi-pham"): 3, at(STATUS, "vi-pham"): "Không có phát sinh"})
    assert "vừa có số vừa ghi «Không có phát sinh»" in said(reading, "lỗi")[0]
    assert not read_with({at(ACTUAL, "vi-pham"): 0, at(STATUS, "vi-pham"): "Không có phát sinh"}).is_refused


def test_words_outside_the_lists_are_refused() -> None:
    cells = {at(STATUS, "doanh-thu"): "bận", at(QUALIFIER, "vi-pham"): "ngót nghét", at(AS_OF, "vi-pham"): "hôm qua"}
    errors = said(read_with(cells), "lỗi")
    assert ["«bận»" in errors[0], "«ngót nghét»" in errors[1], "«hôm qua» không phải là ngày" in errors[2]] == [
        True
    ] * 3


def test_a_rate_cannot_be_nothing() -> None:
    assert "là tỷ lệ" in said(read_with({at(STATUS, "cong-suat"): "Không có phát sinh"}), "lỗi")[0]


def test_a_day_outside_the_period_is_refused() -> None:
    reading = read_with({at(AS_OF, "doanh-thu"): "15/03/2042"})
    assert "ngày 15/03/2042 nằm ngoài quý I/2024" in said(reading, "lỗi")[0]


@pytest.mark.parametrize("typed", [datetime(2024, 3, 10), "10/3/2024", "2024-03-10", "10-03-2024"])
def test_days_are_read_as_vietnamese_write_them(typed: object) -> None:
    cells = {at(ACTUAL, "doanh-thu"): 5, at(AS_OF, "doanh-thu"): typed}
    assert read_with(cells).answers.rows["doanh-thu"].as_of == date(2024, 3, 10)
