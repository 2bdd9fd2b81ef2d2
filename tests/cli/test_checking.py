"""``kybao check``, ``checks`` and ``explain`` as DESIGN.md's contract has them."""

import json
from pathlib import Path

import pytest

KEYS = {"code", "name", "severity", "start", "end", "text", "message", "claimed", "computed", "related"}
FAULTY = (
    "BÁO CÁO\nTình hình kinh tế - xã hội quý I/2024\n\nTiếp nhận 87 đơn, đã giải quyết 42/87 đơn, đạt tỷ lệ 47,7%.\n"
)
CLEAN = FAULTY.replace("47,7", "48,3")


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "dự thảo.txt"
    path.write_text(FAULTY, encoding="utf-8")
    return path


def test_a_wrong_percentage_is_found_at_its_place(kybao, faulty):
    called = kybao("check", faulty, "--format", "jsonl")
    rows = [json.loads(line) for line in called.out.splitlines()]
    assert called.code == 1
    assert [row["text"] for row in rows] == ["47,7"]
    assert rows[0].keys() >= KEYS
    assert FAULTY[rows[0]["start"] : rows[0]["end"]] == "47,7"
    assert "48,3" in rows[0]["message"]


def test_the_summary_goes_to_standard_error(kybao, faulty):
    called = kybao("check", faulty)
    assert "1 lỗi" in called.err
    assert "khẳng định" in called.err
    assert "⟦47,7⟧" in called.out


def test_a_clean_report_ends_with_zero(kybao, faulty):
    faulty.write_text(CLEAN, encoding="utf-8")
    called = kybao("check", faulty)
    assert (called.code, called.out) == (0, "")


def test_the_highest_exit_code_of_several_files_is_returned(kybao, faulty, tmp_path):
    called = kybao("check", faulty, tmp_path / "không có.txt", "--format", "jsonl")
    assert called.code == 2
    assert json.loads(called.out.splitlines()[0])["file"] == str(faulty)


def test_sarif_is_one_document_for_all_files(kybao, faulty):
    log = json.loads(kybao("check", faulty, "--format", "sarif").out)
    assert log["version"] == "2.1.0"
    assert len(log["runs"][0]["results"]) == 1


def test_a_check_can_be_switched_off_for_the_folder(kybao, faulty, monkeypatch):
    monkeypatch.chdir(faulty.parent)
    Path("kybao.toml").write_text('off = ["R101"]\n', encoding="utf-8")
    assert kybao("check", faulty.name).code == 0


def test_a_broken_settings_file_is_named(kybao, faulty, monkeypatch):
    monkeypatch.chdir(faulty.parent)
    Path("kybao.toml").write_text("off = [", encoding="utf-8")
    called = kybao("check", faulty.name)
    assert called.code == 2
    assert "kybao.toml" in called.err


def test_an_accepted_finding_stays_silent_until_its_sentence_changes(kybao, faulty):
    beside = Path(f"{faulty}.kybao.toml")
    sentence = "Tiếp nhận 87 đơn, đã giải quyết 42/87 đơn, đạt tỷ lệ 47,7%."
    beside.write_text(f'[[accept]]\ncode = "R101"\ntext = "{sentence}"\nreason = "số của Ban Tiếp dân"\n', "utf-8")
    assert kybao("check", faulty).code == 0
    faulty.write_text(FAULTY.replace("87 đơn,", "87 lá đơn,"), encoding="utf-8")
    called = kybao("check", faulty)
    assert called.code == 1
    assert "không còn hiệu lực" in called.err


def test_a_figure_is_held_against_what_units_reported(kybao, faulty, tmp_path):
    faulty.write_text(CLEAN + "Tổng thu ngân sách nhà nước quý I/2024 đạt 54,6 tỷ đồng.\n", encoding="utf-8")
    known = tmp_path / "đơn vị.jsonl"
    figure = {"indicator": "Tổng thu ngân sách nhà nước", "period": "2024-Q1", "value": 54.8, "unit": "tỷ đồng"}
    known.write_text(json.dumps(figure) + "\n", encoding="utf-8")
    called = kybao("check", faulty, "--known", known, "--format", "jsonl")
    assert [json.loads(line)["text"] for line in called.out.splitlines()] == ["54,6"]


def test_known_figures_may_be_written_oddly(kybao, faulty, tmp_path):
    faulty.write_text(CLEAN + "Tổng thu ngân sách nhà nước quý I/2024 đạt ５４，６ tỷ đồng.\n", encoding="utf-8")
    known = tmp_path / "năm trước.jsonl"
    assert kybao("read", faulty, "--format", "jsonl", "--out", known).code == 0
    assert kybao("check", faulty, "--known", known).code == 0


def test_known_figures_that_are_none_are_refused_by_line(kybao, faulty, tmp_path):
    known = tmp_path / "đơn vị.jsonl"
    known.write_text('{"indicator": "x"}\n', encoding="utf-8")
    called = kybao("check", faulty, "--known", known)
    assert called.code == 2
    assert "dòng 1" in called.err


def test_checks_lists_what_explain_explains(kybao):
    listed = kybao("checks").out
    assert "R101" in listed
    page = kybao("explain", "r101")
    assert page.code == 0
    assert "Sai:" in page.out
    assert kybao("explain", "X999").code == 2
