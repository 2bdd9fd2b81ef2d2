"""The example report with planted faults and the list of them."""

import re
import tomllib

from tests.examples.lang_son import FOLDER, rows, texts

TEXT = (FOLDER / "bao-cao-co-loi.txt").read_text(encoding="utf-8")
FAULTS = tomllib.loads((FOLDER / "bao-cao-co-loi.toml").read_text(encoding="utf-8"))["lỗi"]
A_PERSON = re.compile(r"\b(?:ông|bà|anh|chị|đồng chí|đ/c)\s+[A-ZĐÀ-Ỹ]\w+")


def test_every_planted_fault_stands_at_one_place() -> None:
    for fault in FAULTS:
        assert TEXT.count(fault["chỗ"]) == 1, fault
        assert fault["vì sao"], fault


def test_the_faults_are_of_many_kinds_and_named_as_checks_are() -> None:
    kinds = {fault["loại"] for fault in FAULTS}
    assert len(FAULTS) >= 10
    assert len(kinds) >= 9
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)+", kind) for kind in kinds)


def test_the_report_is_short() -> None:
    assert 300 < len(TEXT.split()) < 700


def test_no_person_is_named_anywhere() -> None:
    names = [row["tên"] for row in rows("danh-sach.csv")]
    for text in (TEXT, *texts(), *names):
        assert A_PERSON.findall(text) == []
    assert TEXT.rstrip().endswith("CHỦ TỊCH")
