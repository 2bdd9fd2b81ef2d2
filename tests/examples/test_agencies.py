"""The agencies of the example and their history."""

import re
from collections import Counter, defaultdict
from datetime import date, timedelta
from decimal import Decimal

import pytest

from kybao.figures import read_number
from tests.examples.lang_son import CITY, Row, day, rows

AGENCIES = rows("don-vi.csv")
BY_KEY = {row["mã"]: row for row in AGENCIES}
ABOVE = {"tỉnh": "", "huyện": "tỉnh", "xã": "huyện", "cơ quan": "huyện"}
REFORM = date(2025, 7, 1)


def lives(row: Row, when: date) -> bool:
    return day(row["từ ngày"]) <= when and (not row["đến ngày"] or when <= day(row["đến ngày"]))


def test_every_agency_has_a_readable_key_of_its_own() -> None:
    keys = Counter((row["mã"], row["từ ngày"]) for row in AGENCIES)
    assert [key for key, count in keys.items() if count > 1] == []
    assert [
        row["mã"] for row in AGENCIES if not re.fullmatch(r"[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)?", row["mã"])
    ] == []


def test_every_state_says_since_when_and_by_what_act() -> None:
    for row in AGENCIES:
        assert row["căn cứ"], row
        assert not row["đến ngày"] or day(row["từ ngày"]) < day(row["đến ngày"]), row


def test_every_parent_is_one_level_up_and_lives_as_long() -> None:
    for row in AGENCIES:
        if row["cấp"] == "tỉnh":
            continue
        parent = BY_KEY[row["thuộc"]]
        expected = "tỉnh" if day(row["từ ngày"]) >= REFORM else ABOVE[row["cấp"]]
        assert parent["cấp"] == expected, row
        assert lives(parent, day(row["từ ngày"])), row
        assert not parent["đến ngày"] or lives(parent, day(row["đến ngày"])), row


def test_the_city_had_five_wards_and_three_communes_and_the_province_eleven_districts() -> None:
    communes = [row["tên"] for row in AGENCIES if row["thuộc"] == CITY and row["cấp"] == "xã"]
    assert Counter(name.split()[0] for name in communes) == {"Phường": 5, "Xã": 3}
    assert sum(row["cấp"] == "huyện" for row in AGENCIES) == 11


@pytest.mark.parametrize("when", [date(2024, 3, 15), date(2025, 7, 1)])
def test_a_code_names_one_place_at_a_time(when: date) -> None:
    codes = Counter(row["mã hành chính"] for row in AGENCIES if row["mã hành chính"] and lives(row, when))
    assert max(codes.values()) == 1


def test_codes_are_reused_for_other_places_after_the_reform() -> None:
    holders = [row["mã"] for row in AGENCIES if row["mã hành chính"] == "05986"]
    assert holders == ["tp-lang-son.hoang-dong", "phuong-tam-thanh"]


def test_no_district_is_left_after_the_reform() -> None:
    left = {row["cấp"] for row in AGENCIES if lives(row, REFORM)}
    assert left == {"tỉnh", "xã"}


def test_successors_begin_the_day_after_their_predecessors_end() -> None:
    for row in rows("sap-nhap.csv"):
        when = day(row["ngày"])
        assert day(BY_KEY[row["đơn vị mới"]]["từ ngày"]) == when, row
        assert day(BY_KEY[row["đơn vị cũ"]]["đến ngày"]) == when - timedelta(days=1), row
        assert row["loại"] == "nhập"
        assert row["căn cứ"], row


def test_every_old_commune_goes_somewhere_and_nothing_of_it_is_lost() -> None:
    weights: dict[str, Decimal] = defaultdict(Decimal)
    for row in rows("sap-nhap.csv"):
        weights[row["đơn vị cũ"]] += read_number(row["tỷ trọng"])
    old = {row["mã"] for row in AGENCIES if row["cấp"] == "xã" and row["đến ngày"]}
    assert set(weights) == old
    assert set(weights.values()) == {Decimal(1)}


def test_every_new_commune_has_predecessors() -> None:
    new = {row["mã"] for row in AGENCIES if day(row["từ ngày"]) == REFORM}
    assert new == {row["đơn vị mới"] for row in rows("sap-nhap.csv")}
    assert len(new) == 10
