"""The indicators, forms and obligations of the example."""

import re
from collections import Counter, defaultdict
from datetime import date, datetime, timedelta

from tests.examples.lang_son import CITY, children, indicators, rows

AGENCIES = {row["mã"] for row in rows("don-vi.csv")}
CLOSING = date(2024, 3, 14)  # Nghị định 09/2019/NĐ-CP, Điều 12: a quarter closes on the 14th of its last month


def test_every_indicator_has_a_readable_code_of_its_own() -> None:
    codes = [row["mã"] for row in rows("chi-tieu.csv")]
    assert [code for code, count in Counter(codes).items() if count > 1] == []
    assert [code for code in codes if not re.fullmatch(r"[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*", code)] == []
    assert len(codes) >= 150


def test_every_indicator_says_what_it_is() -> None:
    for code, row in indicators().items():
        assert row["loại"] in {"F", "S", "R", "N", "I"}, code
        assert 1 <= int(row["nhóm"]) <= 20, code
        assert len(row["nhóm"]) == 2, code
        assert row["số lẻ"] in {"0", "1", "2"}, code
        assert row["tên"], code
        assert row["lĩnh vực"], code
        assert row["đơn vị tính"], code


def test_no_wording_names_two_indicators() -> None:
    owners = defaultdict(set)
    for code, row in indicators().items():
        for wording in [row["tên"], *row["cách gọi khác"].split("|")]:
            owners[wording.casefold()].add(code)
    assert {wording: codes for wording, codes in owners.items() if len(codes) > 1} == {}


def test_a_part_has_the_unit_and_kind_of_its_whole() -> None:
    for code, row in indicators().items():
        if row["thuộc chỉ tiêu"]:
            parent = indicators()[row["thuộc chỉ tiêu"]]
            assert (row["đơn vị tính"], row["loại"]) == (parent["đơn vị tính"], parent["loại"]), code


def test_only_a_whole_says_whether_its_parts_add_up() -> None:
    for code, row in indicators().items():
        assert (row["con cộng đủ"] in {"có", "không"}) == bool(children(code)), code


def test_no_indicator_is_a_part_of_itself() -> None:
    for code in indicators():
        seen, above = {code}, indicators()[code]["thuộc chỉ tiêu"]
        while above:
            assert above not in seen, code
            seen.add(above)
            above = indicators()[above]["thuộc chỉ tiêu"]


def test_only_a_ratio_is_a_formula_and_its_terms_share_a_unit() -> None:
    for code, row in indicators().items():
        assert bool(row["tử số"]) == bool(row["mẫu số"]), code
        if row["tử số"]:
            part, whole = indicators()[row["tử số"]], indicators()[row["mẫu số"]]
            assert row["loại"] == "R", code
            assert part["đơn vị tính"] == whole["đơn vị tính"], code


def test_every_indicator_is_asked_on_a_form_that_its_suppliers_owe() -> None:
    owed = {(row["biểu"], row["đơn vị"]) for row in rows("nghia-vu.csv")}
    for code, row in indicators().items():
        suppliers = row["đơn vị cung cấp"].split("|")
        assert {(row["biểu"], supplier) for supplier in suppliers} <= owed, code


def test_every_form_is_owed_and_asks_for_something() -> None:
    forms = {row["biểu"] for row in rows("bieu-mau.csv")}
    assert forms == {row["biểu"] for row in rows("nghia-vu.csv")}
    assert forms == {row["biểu"] for row in rows("chi-tieu.csv")}
    assert {row["đơn vị"] for row in rows("nghia-vu.csv")} <= AGENCIES


def test_the_eight_communes_owe_one_form_and_every_other_form_has_one_sender() -> None:
    senders = Counter(row["biểu"] for row in rows("nghia-vu.csv"))
    assert sorted(senders.values())[-2:] == [1, 8]


def working_days_after(closing: date, when: date) -> int:
    days = (closing + timedelta(days=step) for step in range(1, (when - closing).days + 1))
    return sum(each.weekday() < 5 for each in days)


def test_all_have_sent_three_of_them_late_and_one_the_day_after_the_last_deadline() -> None:
    limits = {(row["biểu"], row["đơn vị"]): int(row["hạn gửi"]) for row in rows("nghia-vu.csv")}
    sent = {(row["biểu"], row["đơn vị"]): datetime.strptime(row["gửi lúc"], "%d/%m/%Y %H:%M")
            for row in rows("tinh-hinh-gui.csv")}  # fmt: skip
    assert sent.keys() == limits.keys()
    assert len(sent) == len(rows("tinh-hinh-gui.csv"))
    late = {key[1] for key, when in sent.items() if working_days_after(CLOSING, when.date()) > limits[key]}
    assert late == {f"{CITY}.quang-lac", f"{CITY}.vinh-trai", f"{CITY}.phong-quan-ly-do-thi"}
    after_all = {key[1] for key, when in sent.items() if working_days_after(CLOSING, when.date()) > 3}
    assert after_all == {f"{CITY}.phong-quan-ly-do-thi"}


def test_nobody_sends_at_night_on_a_sunday_or_before_closing() -> None:
    for row in rows("tinh-hinh-gui.csv"):
        when = datetime.strptime(row["gửi lúc"], "%d/%m/%Y %H:%M")
        assert when.date() > CLOSING, row
        assert when.weekday() < 5, row
        assert 7 <= when.hour < 18, row


def test_lists_are_numbered_from_one_and_name_nothing_twice() -> None:
    lists = defaultdict(list)
    for row in rows("danh-sach.csv"):
        lists[row["danh sách"]].append((int(row["thứ tự"]), row["tên"]))
    for name, members in lists.items():
        assert [number for number, _ in members] == list(range(1, len(members) + 1)), name
        assert len({member.casefold() for _, member in members}) == len(members), name
