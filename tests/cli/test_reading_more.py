"""``kybao read``: cited documents, codes of a catalogue, the workbook."""

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

TEXT = """UBND HUYỆN MAI LĨNH

Số: 25/BC-UBND

BÁO CÁO
Tình hình kinh tế - xã hội quý I/2024

I. THU NGÂN SÁCH

Thực hiện Kế hoạch số 53/KH-UBND ngày 02/02/2024 của UBND tỉnh về thu ngân sách năm 2024.

Tổng thu ngân sách đạt 113 tỷ đồng, bằng 28,1% dự toán. Tiếp nhận 87 đơn, đã giải quyết 42/87 đơn, đạt tỷ lệ 47,7%.
"""
CATALOGUE = (
    "mã,tên,cách gọi khác,đơn vị tính\nthu,Tổng thu ngân sách nhà nước,tổng thu ngân sách|thu NSNN,triệu đồng\n"
    "don,Đơn tiếp nhận,tiếp nhận đơn,đơn\n"
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "báo cáo.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    path = tmp_path / "chi-tieu.csv"
    path.write_text(CATALOGUE, encoding="utf-8")
    return path


def test_cited_documents_are_objects_with_their_place(kybao, report):
    called = kybao("read", report, "--cited", "--format", "jsonl")
    (row,) = [json.loads(line) for line in called.out.splitlines()]
    assert called.code == 0
    assert TEXT[row["start"] : row["end"]] == row["text"] == "Kế hoạch số 53/KH-UBND ngày 02/02/2024 của UBND tỉnh"
    assert (row["kind"], row["number"], row["date"]) == ("Kế hoạch", "53/KH-UBND", "2024-02-02")
    assert (row["issuer"], row["title"]) == ("UBND tỉnh", "về thu ngân sách năm 2024")
    assert row["section"] == "I. THU NGÂN SÁCH"


def test_cited_documents_are_a_table_for_people_and_for_a_spreadsheet(kybao, report):
    table = kybao("read", report, "--cited").out
    assert "53/KH-UBND" in table
    assert "02/02/2024" in table
    assert "1 lần viện dẫn" in table
    (row,) = csv.DictReader(io.StringIO(kybao("read", report, "--cited", "--format", "csv").out.lstrip("\ufeff")))
    assert row["number"] == "53/KH-UBND"


def test_a_catalogue_proposes_codes(kybao, report, catalogue):
    called = kybao("read", report, "--catalogue", catalogue, "--format", "jsonl")
    rows = [json.loads(line) for line in called.out.splitlines()]
    assert [row["code"] for row in rows[:2]] == ["thu", "thu"]
    assert "thu (1,00)" in kybao("read", report, "--catalogue", catalogue).out
    assert json.loads(kybao("read", report, "--format", "jsonl").out.splitlines()[0])["code"] == ""


@pytest.mark.parametrize("content", ["mã,tên\nthu,Tổng thu\n", "", "mã,tên,đơn vị tính\nthu\n"])
def test_a_file_that_is_no_catalogue_is_refused(kybao, report, catalogue, content):
    catalogue.write_text(content, encoding="utf-8")
    called = kybao("read", report, "--catalogue", catalogue)
    assert (called.code, called.out) == (2, "")
    assert "chi-tieu.csv" in called.err


def test_a_missing_catalogue_is_named(kybao, report, tmp_path):
    called = kybao("read", report, "--catalogue", tmp_path / "không có.csv")
    assert called.code == 2
    assert "không có.csv" in called.err


def test_the_workbook_holds_figures_citations_and_findings(kybao, report, catalogue, tmp_path):
    out = tmp_path / "số liệu.xlsx"
    assert kybao("read", report, "--format", "xlsx", "--catalogue", catalogue, "--out", out).code == 0
    figures, citations, findings = openpyxl.load_workbook(out).worksheets
    heads = [cell.value for cell in figures[1]]
    assert figures.cell(2, heads.index("Giá trị") + 1).value == 113
    assert figures.cell(2, heads.index("Chỉ tiêu đề xuất") + 1).value == "Tổng thu ngân sách nhà nước"
    assert "53/KH-UBND" in [cell.value for cell in citations[2]]
    assert [findings.cell(2, column).value for column in (1, 2)] == ["lỗi", "R101"]


def test_a_workbook_needs_a_file(kybao, report):
    called = kybao("read", report, "--format", "xlsx")
    assert called.code == 2
    assert "--out" in called.err


def test_a_workbook_of_nothing_is_not_written(kybao, tmp_path):
    out = tmp_path / "số liệu.xlsx"
    assert kybao("read", tmp_path / "không có.txt", "--format", "xlsx", "--out", out).code == 2
    assert not out.exists()
