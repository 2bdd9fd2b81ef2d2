"""``make demo`` runs this command: the main job from the units' workbooks to a checked Word report."""

import subprocess
import sys
from pathlib import Path

import docx
import pytest


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder that the demonstration ran in, and what it printed."""
    folder = tmp_path_factory.mktemp("demo")
    done = subprocess.run(
        [sys.executable, "-m", "kybao", "demo"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder, done.stdout


def test_the_main_job_is_shown_step_by_step(shown):
    _, printed = shown
    for line in (
        "76 đơn vị, 204 chỉ tiêu",
        "đã nạp 28 biểu",
        "Phòng Quản lý đô thị, biểu 06-QLDT: chưa gửi (hạn 19/03/2024)",
        "452 số liệu, còn thiếu 0",
        "452/452 số đọc được đúng là số trong sổ",
        "không phát hiện gì",
        "Đã cài 11 lỗi, tìm thấy 11",
        "Có thể làm tiếp",
    ):
        assert line in printed


def test_it_leaves_a_report_that_word_libraries_open(shown):
    folder, _ = shown
    document = docx.Document(str(folder / "out" / "bao-cao-quy-1-2024.docx"))
    assert any("Tổng lượt khách du lịch ước đạt 885.320 lượt khách" in part.text for part in document.paragraphs)


def test_a_report_is_held_against_the_ledger(shown):
    folder, _ = shown
    head = "BÁO CÁO\nTình hình kinh tế - xã hội quý I/2024\n\n"
    (folder / "a.txt").write_text(f"{head}Tổng lượt khách du lịch ước đạt 885.321 lượt khách.\n", encoding="utf-8")
    check = [sys.executable, "-m", "kybao", "check", "--against-ledger", "tp-lang-son/2024-Q1"]
    wrong = subprocess.run([*check, "a.txt"], cwd=folder, capture_output=True, text=True)
    assert wrong.returncode == 1
    assert "885.320" in wrong.stdout
    own = subprocess.run([*check, "out/bao-cao-quy-1-2024.docx"], cwd=folder, capture_output=True, text=True)
    assert (own.returncode, own.stdout) == (0, "")
