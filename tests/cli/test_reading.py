"""``kybao read`` as DESIGN.md's contract has it."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

SCHEMA_KEYS = {
    "start", "end", "text", "value", "unit", "base_value", "base_unit", "role", "indicator", "of", "basis", "kind",
    "estimate", "approx", "period",
}  # fmt: skip
TEXT = (
    "II. KẾT QUẢ\r\n\r\nTổng thu ngân sách quý I/2024 ước đạt 113 tỷ đồng, bằng 28,1% dự toán tỉnh giao.\r\n"
    "- Cấp 128 giấy phép xây dựng.\r\n"
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "báo cáo.txt"
    path.write_bytes(TEXT.encode())
    return path


def test_jsonl_has_an_object_a_line_with_the_keys_of_the_schema(kybao, report):
    called = kybao("read", report, "--format", "jsonl")
    rows = [json.loads(line) for line in called.out.splitlines()]
    assert called.code == 0
    assert [row["text"] for row in rows] == ["113", "28,1", "128"]
    assert all(row.keys() >= SCHEMA_KEYS for row in rows)
    assert rows[1]["of"] == rows[0]["start"]


def test_offsets_count_as_pythons_text_mode_reads_the_file(kybao, report):
    text = report.read_text(encoding="utf-8")
    rows = [json.loads(line) for line in kybao("read", report, "--format", "jsonl").out.splitlines()]
    assert [text[row["start"] : row["end"]] for row in rows] == [row["text"] for row in rows]


def test_text_prints_what_offsets_refer_to(kybao, report):
    assert kybao("read", "--text", report).out == report.read_text(encoding="utf-8")


def test_the_table_names_section_figure_and_indicator(kybao, report):
    out = kybao("read", report).out
    assert "KẾT QUẢ" in out
    assert "tỷ đồng" in out
    assert "3 số liệu" in out


def test_csv_neutralises_what_a_spreadsheet_takes_for_a_formula(kybao, tmp_path):
    path = tmp_path / "x.txt"
    path.write_text("=HYPERLINK thu đạt 113 tỷ đồng.\n", encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(kybao("read", path, "--format", "csv").out.lstrip("\ufeff"))))
    assert rows[0]["text"] == "113"
    assert not any(value and value.startswith("=") for row in rows for value in row.values())


def test_several_files_carry_their_names_and_the_good_ones_are_read(kybao, report, tmp_path):
    called = kybao("read", report, tmp_path / "không có.txt", "--format", "jsonl")
    assert called.code == 2
    assert {json.loads(line)["file"] for line in called.out.splitlines()} == {str(report)}
    assert "không có.txt" in called.err


def test_a_folder_stands_for_the_reports_in_it(kybao, report):
    (report.parent / "~$khóa.docx").write_bytes(b"lock")
    assert kybao("read", report.parent, "--format", "jsonl").out.count("\n") == 3


def test_out_never_overwrites_without_force(kybao, report, tmp_path):
    out = tmp_path / "số liệu.csv"
    out.write_text("của tôi", encoding="utf-8")
    refused = kybao("read", report, "--format", "csv", "--out", out)
    assert (refused.code, out.read_text(encoding="utf-8")) == (2, "của tôi")
    assert "--force" in refused.err
    assert kybao("read", report, "--format", "csv", "--out", out, "--force").code == 0
    assert "113" in out.read_text(encoding="utf-8")


def test_standard_input_is_read_for_a_dash():
    done = subprocess.run(
        [sys.executable, "-m", "kybao", "read", "-", "--format", "jsonl"],
        input=TEXT.encode(), capture_output=True, check=True,
    )  # fmt: skip
    assert len(done.stdout.splitlines()) == 3


@pytest.mark.parametrize("verb", ["read", "check"])
def test_the_core_commands_load_no_django(verb, report):
    command = f"run(['{verb}', {str(report)!r}])"
    code = f"from kybao.cli.app import run; {command}; import sys; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True).returncode == 0


@pytest.mark.parametrize("arguments", [["--nosuch"], ["read"], ["read", "--format", "x", "y"], ["nosuch"]])
def test_a_slip_in_the_command_line_gets_a_vietnamese_sentence(kybao, arguments):
    called = kybao(*arguments)
    assert called.code == 2
    assert "kybao" in called.err
    assert "--help" in called.err
    assert "Error" not in called.err
