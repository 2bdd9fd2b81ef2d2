"""Tables: the row says what, the column when and at which level."""

from tests.claims.reading_of import TITLE, reading_of, told

TABLE = """| STT | Chỉ tiêu | Đơn vị | Kế hoạch năm 2024 | Ước thực hiện quý I năm 2024 | So với kế hoạch (%) | So với cùng kỳ (%) |
|---|---|---|---|---|---|---|
| 1 | Tổng thu ngân sách | Tỷ đồng | 1.000 | 240 | 24 | 103,5 |
| | Trong đó: thu nội địa | Tỷ đồng | 800 | 180 | 22,5 | 101 |
| | - Thu xuất nhập khẩu | Tỷ đồng | 200 | 60 | 30 | 98,7 |
"""  # noqa: E501


def test_cells_are_read_by_row_and_column() -> None:
    reading = reading_of(TABLE)
    assert told(reading)[:4] == [
        "1.000 plan", "240 value", "24 compare ratio plan -> 240", "103,5 compare ratio same_period -> 240",
    ]  # fmt: skip
    first = reading.facts[:4]
    assert [fact.indicator for fact in first] == ["Tổng thu ngân sách"] * 4
    assert [fact.period for fact in first] == ["2024", "2024-Q1", "2024-Q1", "2024-Q1"]
    assert [fact.estimate for fact in first] == [False, True, True, True]


def test_markers_of_parts_are_no_names() -> None:
    assert [fact.indicator for fact in reading_of(TABLE).facts[4::4]] == ["thu nội địa", "Thu xuất nhập khẩu"]


def test_a_row_gives_the_ratio_of_its_plan() -> None:
    found = [(ratio.part.figure.span.text, ratio.whole.figure.span.text) for ratio in reading_of(TABLE).ratios]
    assert found == [("240", "1.000"), ("180", "800"), ("60", "200")]


def test_parts_of_a_row_add_up_to_it() -> None:
    found = [(total.total.figure.span.text, len(total.parts)) for total in reading_of(TABLE).sums]
    assert found == [("1.000", 2), ("240", 2)]


def test_rows_that_leave_something_out_are_no_sum() -> None:
    assert reading_of(TABLE.replace("| 200 | 60 |", "| 150 | 40 |")).sums == ()


def test_a_table_of_targets_holds_plans() -> None:
    text = TITLE + "| Chỉ tiêu | Mục tiêu năm 2025 |\n|---|---|\n| Tỷ lệ hộ nghèo (%) | 0,15 |\n"
    (fact,) = reading_of(text, "").facts
    assert (fact.role.value, fact.period, fact.indicator) == ("plan", "2025", "Tỷ lệ hộ nghèo (%)")
