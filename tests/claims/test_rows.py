"""A fact as the row that ``kybao read --format jsonl`` prints."""

import json

import pytest

from kybao.claims.rows import period_code, row
from tests.claims.reading_of import reading_of

KEYS = {
    "start", "end", "text", "value", "unit", "base_value", "base_unit", "role", "indicator", "of", "basis", "kind",
    "estimate", "approx", "period", "sentence", "cumulative", "agency", "code", "score", "others",
}  # fmt: skip


def rows(text: str) -> list[dict[str, object]]:
    reading = reading_of(text)
    return [row(reading, index) for index in range(len(reading.facts))]


def test_a_row_has_the_keys_of_the_reference_and_is_plain_json() -> None:
    (level, compared) = rows("Thu ngân sách ước đạt khoảng 640,5 tỷ đồng, bằng 32% dự toán tỉnh giao.")
    assert set(level) == KEYS
    assert json.loads(json.dumps(level)) == level
    assert level["text"] == "640,5"
    assert (level["value"], level["base_value"], level["base_unit"]) == (640.5, 640_500_000_000, "VND")
    assert (level["approx"], level["estimate"], level["kind"], level["basis"]) == ("khoảng", True, None, None)
    assert compared["of"] == level["start"]
    assert (compared["kind"], compared["basis"]) == ("ratio", "plan:tỉnh giao")


def test_a_decrease_has_its_sign_in_the_base_value_only() -> None:
    compared = rows("Có 10 vụ, giảm 02 vụ so với cùng kỳ.")[1]
    assert (compared["value"], compared["base_value"]) == (2, -2)


def test_fractions_and_ranges_are_lists() -> None:
    assert rows("Giải quyết 30/40 đơn.")[0]["base_value"] == [30, 40]


def test_the_sentence_is_that_of_the_figure() -> None:
    text = "Trồng 5 ha rừng. Thu 9 tỷ đồng."
    assert [found["sentence"] for found in rows(text)] == ["Trồng 5 ha rừng.", "Thu 9 tỷ đồng."]


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ("2024-H1", "2024-01..2024-06"),
        ("2024-9M", "2024-01..2024-09"),
        ("2024-01-01..2024-08-31", "2024-01..2024-08"),
        ("2021-01-01..2025-12-31", "2021..2025"),
        ("2024-Q1", "2024-Q1"),
        ("2024-06-24..2024-07-08", "2024-06-24..2024-07-08"),
        ("asof:2024-03-15", "asof:2024-03-15"),
        ("", ""),
    ],
)
def test_periods_are_printed_as_the_reference_does(code: str, printed: str) -> None:
    assert period_code(code) == printed
