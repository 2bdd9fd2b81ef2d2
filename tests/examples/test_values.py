"""The figures and plans of the example."""

import re
from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from kybao.figures import Period, read_number, rounded, shown, step
from tests.examples.lang_son import CITY, FOLDER, Row, children, city, day, entries, evaluate, indicators, rows

NOW = rows("so-lieu-2024-Q1.csv")
BEFORE = rows("so-lieu-2023-Q1.csv")
PLANS = rows("ke-hoach.csv")
WHOLES = [code for code, row in indicators().items() if row["con cộng đủ"]]
SCOPES = {"F": "trong kỳ", "N": "trong kỳ", "S": "thời điểm", "R": "thời điểm", "I": "trong kỳ"}


def decimals(number: Decimal) -> int:
    return -min(int(step(number).as_tuple().exponent), 0)


def test_every_indicator_has_a_value() -> None:
    for code in indicators():
        assert city(code) >= 0, code


def test_a_percentage_that_follows_from_others_is_not_stored() -> None:
    formulas = {code for code, row in indicators().items() if row["tử số"]}
    assert formulas
    assert not formulas & {row["chỉ tiêu"] for row in (*NOW, *BEFORE, *PLANS)}


@pytest.mark.parametrize("row", [*NOW, *BEFORE], ids=lambda row: f"{row['kỳ']} {row['chỉ tiêu']} {row['đơn vị']}")
def test_a_value_is_of_an_indicator_and_comes_from_its_supplier(row: Row) -> None:
    indicator = indicators()[row["chỉ tiêu"]]
    assert row["đơn vị"] in indicator["đơn vị cung cấp"].split("|")
    assert row["đơn vị tính"] == indicator["đơn vị tính"]
    assert row["phạm vi"] == SCOPES[indicator["loại"]]
    assert row["mức"] in {"thực hiện", "ước"}
    assert row["dấu gần đúng"] in {"", "trên", "khoảng", "gần"}
    assert Period.parse(row["kỳ"]).start <= day(row["ngày chốt"]) <= Period.parse(row["kỳ"]).end
    assert row["nguồn"]


def test_a_value_shows_no_more_decimals_than_its_indicator() -> None:
    for row in NOW:
        assert decimals(read_number(row["giá trị"])) <= int(indicators()[row["chỉ tiêu"]]["số lẻ"]), row


def test_no_value_is_there_twice() -> None:
    for table, key in ((NOW, ("chỉ tiêu", "đơn vị", "kỳ", "mức")), (BEFORE, ("chỉ tiêu", "đơn vị", "kỳ", "mức")),
                       (PLANS, ("chỉ tiêu", "đơn vị", "kỳ", "người giao"))):  # fmt: skip
        counts = Counter(tuple(row[name] for name in key) for row in table)
        assert max(counts.values()) == 1


def test_actual_values_are_counted_until_the_middle_of_march_and_estimates_until_its_end() -> None:
    cut_offs = {(row["mức"], day(row["ngày chốt"])) for row in NOW}
    assert cut_offs == {
        ("thực hiện", date(2024, 3, 14)), ("thực hiện", date(2024, 3, 15)), ("ước", date(2024, 3, 31)),
    }  # fmt: skip


@pytest.mark.parametrize("code", ["ngan-sach.thu", "ngan-sach.chi"])
def test_the_estimate_of_the_quarter_is_not_below_what_was_done(code: str) -> None:
    assert city(code, "ước") >= city(code, "thực hiện")


@pytest.mark.parametrize("code", WHOLES)
def test_parts_add_up_where_they_have_to_and_never_exceed_the_whole(code: str) -> None:
    parts = [city(child) for child in children(code)]
    if indicators()[code]["con cộng đủ"] == "có":
        assert sum(parts) == city(code)
    else:
        assert max(parts) <= city(code)


@pytest.mark.parametrize("code", [code for code, row in indicators().items() if row["tử số"]])
def test_a_formula_gives_a_percentage_between_nothing_and_all(code: str) -> None:
    assert 0 < city(code) <= 100


@pytest.mark.parametrize(
    ("code", "total"),
    [
        ("tiem-phong.xa-phuong", 8), ("ngan-sach.xa-phuong-cong-khai", 8), ("y-te.tram-y-te", 8),
        ("dqtv.co-so-xa-phuong", 8), ("nong-thon-moi.xa-duy-tri", 3),
    ],
)  # fmt: skip
def test_what_the_communes_send_adds_up_to_the_total_of_the_report(code: str, total: int) -> None:
    assert len(entries(code)) == 8
    assert city(code) == total


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        ("du-lich.luot-khach:kế hoạch(kế hoạch)", "27"), ("du-lich.doanh-thu:kế hoạch(kế hoạch)", "32,8"),
        ("ngan-sach.thu@ước:kế hoạch(tỉnh giao)", "28,1"), ("ngan-sach.thu@ước:kế hoạch(thành phố phấn đấu)", "26,6"),
        ("ngan-sach.thu@ước:cùng kỳ", "103,9"), ("ngan-sach.chi@ước:kế hoạch(tỉnh giao)", "26,2"),
        ("ngan-sach.chi@ước:kế hoạch(thành phố giao)", "24,9"), ("ngan-sach.chi@ước:cùng kỳ", "106"),
        ("quoc-phong.giao-quan:kế hoạch(kế hoạch)", "100"),
        ("xay-dung.dung-giay-phep:tỷ lệ(xay-dung.cong-trinh-kiem-tra)", "91,5"),
        ("attp.co-so-dat:tỷ lệ(attp.co-so-kiem-tra)", "100"), ("don-thu.giai-quyet:tỷ lệ(don-thu.tiep-nhan)", "48,3"),
    ],
)  # fmt: skip
def test_a_percentage_recomputed_is_the_printed_one(expression: str, printed: str) -> None:
    number, exact = read_number(printed), evaluate(expression)
    assert isinstance(exact, Decimal)
    assert rounded(exact, decimals(number)) == number
    assert rounded(exact, 1) == number  # with one decimal more than «27» shows it is still 27,0


def test_what_was_derived_says_from_what() -> None:
    for row in (*PLANS, *BEFORE):
        assert row["giá trị"] in row["suy ra từ"] or re.search(r"\d chia \d[\d,]*%$", row["suy ra từ"]), row
    assert {row["chỉ tiêu"] for row in NOW if row["suy ra từ"]} >= {"xay-dung.dung-giay-phep", "tiem-phong.xa-phuong"}


def test_a_derived_level_divides_the_printed_figure_by_the_printed_percentage() -> None:
    for row in (*PLANS, *BEFORE):
        if division := re.search(r"([\d.,]+) chia ([\d,]+)%$", row["suy ra từ"]):
            level, part = read_number(row["giá trị"]), read_number(division[2])
            exact = read_number(division[1]) / part * 100
            assert shown(level).low <= exact <= shown(level).high, row


def test_plans_are_the_citys_and_say_how_they_are_called() -> None:
    for row in PLANS:
        assert (row["đơn vị"], row["kỳ"]) == (CITY, "2024"), row
        assert row["đơn vị tính"] == indicators()[row["chỉ tiêu"]]["đơn vị tính"], row
        assert row["gọi là"] in {"kế hoạch", "dự toán", "chỉ tiêu", "kế hoạch vốn"}, row
        assert row["người giao"] in {"kế hoạch", "tỉnh giao", "thành phố giao", "thành phố phấn đấu"}, row


def test_numbers_are_quoted_so_that_a_comma_in_them_is_no_separator() -> None:
    for name in ("so-lieu-2024-Q1.csv", "so-lieu-2023-Q1.csv", "ke-hoach.csv"):
        table = rows(name)
        lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()[1:]
        for row, line in zip(table, lines, strict=True):
            assert f'"{row["giá trị"]}"' in line, line
