"""``kybao check --out COPY.docx``: the commented copy, and what is never overwritten for it."""

import json
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from tests.office.commented import read_comments

SENTENCE = "Tiếp nhận 87 đơn, đã giải quyết 42/87 đơn, đạt tỷ lệ 47,7%."
SAID = "Lỗi R101: "


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A Word file with one wrong figure."""
    path = tmp_path / "dự thảo.docx"
    written = docx.Document()
    written.add_paragraph("Tình hình quý I/2024 có nhiều chuyển biến.")
    written.add_paragraph(SENTENCE)
    written.save(str(path))
    return path


def comments(path: Path) -> list[tuple[str, str | None]]:
    """The comments of a file: the beginning of each, and what it covers."""
    return [(comment.text[: len(SAID)], comment.covered) for comment in read_comments(path.read_bytes())]


def test_the_copy_has_a_comment_at_the_figure_and_the_draft_stays(kybao, draft, tmp_path):
    before = draft.read_bytes()
    copy = tmp_path / "nhận xét.docx"
    called = kybao("check", draft, "--out", copy)
    assert (called.code, called.out) == (1, "")
    assert comments(copy) == [(SAID, "47,7")]
    assert "48,3" in read_comments(copy.read_bytes())[0].text
    assert "1 nhận xét" in called.err
    assert copy.name in called.err
    assert draft.read_bytes() == before


def test_a_text_gets_a_word_file_of_its_words(kybao, tmp_path):
    draft, copy = tmp_path / "dự thảo.md", tmp_path / "nhận xét.DOCX"
    draft.write_text(f"# I. KINH TẾ\n\n{SENTENCE}\n", encoding="utf-8")
    assert kybao("check", draft, "--out", copy).code == 1
    assert comments(copy) == [(SAID, "47,7")]
    assert SENTENCE in [paragraph.text for paragraph in docx.Document(str(copy)).paragraphs]


def test_a_clean_report_gets_a_copy_without_comments(kybao, draft, tmp_path):
    draft.write_bytes(_replaced(draft, "47,7", "48,3"))
    copy = tmp_path / "nhận xét.docx"
    called = kybao("check", draft, "--out", copy)
    assert called.code == 0
    assert "0 nhận xét" in called.err
    assert docx.Document(str(copy)).paragraphs[1].text == SENTENCE.replace("47,7", "48,3")


def test_an_accepted_finding_gets_no_comment(kybao, draft, tmp_path):
    accepted = f'[[accept]]\ncode = "R101"\ntext = "{SENTENCE}"\nreason = "số của Ban Tiếp dân"\n'
    Path(f"{draft}.kybao.toml").write_text(accepted, encoding="utf-8")
    called = kybao("check", draft, "--out", tmp_path / "nhận xét.docx")
    assert called.code == 0
    assert "0 nhận xét" in called.err


def test_what_is_there_is_replaced_only_when_asked(kybao, draft, tmp_path):
    copy = tmp_path / "nhận xét.docx"
    copy.write_text("của tôi", encoding="utf-8")
    refused = kybao("check", draft, "--out", copy)
    assert (refused.code, copy.read_text(encoding="utf-8")) == (2, "của tôi")
    assert "--force" in refused.err
    assert kybao("check", draft, "--out", copy, "--force").code == 1
    assert comments(copy) == [(SAID, "47,7")]


@pytest.mark.parametrize("form", ["text", "jsonl", "sarif"])
@pytest.mark.parametrize("way", ["its name", "a link", "its folder"])
def test_the_draft_itself_is_never_replaced(kybao, draft, tmp_path, form, way):
    before = draft.read_bytes()
    link = tmp_path / "liên kết.docx"
    link.symlink_to(draft)
    out = {"its name": draft, "a link": link, "its folder": draft.parent}[way]
    called = kybao("check", draft, "--out", out, "--force", "--format", form)
    assert called.code == 2
    assert called.err.startswith("kybao: «")
    assert draft.read_bytes() == before


def test_several_files_each_get_a_copy_in_a_folder(kybao, draft, tmp_path):
    other = tmp_path / "khác" / "dự thảo.txt"
    other.parent.mkdir()
    other.write_text(SENTENCE, encoding="utf-8")
    folder = tmp_path / "bản sao"
    folder.mkdir()
    called = kybao("check", draft, other, draft, "--out", folder)
    assert called.code == 1
    assert {path.name: comments(path) for path in folder.iterdir()} == {
        "dự thảo.docx": [(SAID, "47,7")],
        "dự thảo-2.docx": [(SAID, "47,7")],
    }


def test_several_files_into_one_are_refused(kybao, draft, tmp_path):
    other = tmp_path / "khác.txt"
    other.write_text(SENTENCE, encoding="utf-8")
    called = kybao("check", draft, other, "--out", tmp_path / "nhận xét.docx")
    assert called.code == 2
    assert "2 tệp" in called.err
    assert "thư mục" in called.err
    assert not (tmp_path / "nhận xét.docx").exists()


def test_a_file_that_cannot_be_read_leaves_the_others_their_copies(kybao, draft, tmp_path):
    folder = tmp_path / "bản sao"
    folder.mkdir()
    called = kybao("check", tmp_path / "không có.docx", draft, "--out", folder)
    assert called.code == 2
    assert [path.name for path in folder.iterdir()] == ["dự thảo.docx"]


def test_results_for_programs_are_written_as_they_are(kybao, draft, tmp_path):
    out = tmp_path / "kết quả.jsonl"
    assert kybao("check", draft, "--out", out, "--format", "jsonl").code == 1
    assert json.loads(out.read_text(encoding="utf-8"))["text"] == "47,7"
    listed = tmp_path / "kết quả.txt"
    assert kybao("check", draft, "--out", listed).code == 1
    assert "⟦47,7⟧" in listed.read_text(encoding="utf-8")


def test_a_word_file_from_standard_input_keeps_its_form(draft, tmp_path):
    copy = tmp_path / "nhận xét.docx"
    command = [sys.executable, "-m", "kybao", "check", "-", "--out", str(copy)]
    assert subprocess.run(command, input=draft.read_bytes(), capture_output=True).returncode == 1
    assert comments(copy) == [(SAID, "47,7")]
    assert docx.Document(str(copy)).styles["Normal"].font.name == docx.Document(str(draft)).styles["Normal"].font.name


def test_a_missing_folder_is_named_before_any_work(kybao, draft, tmp_path):
    called = kybao("check", draft, "--out", tmp_path / "chưa có" / "nhận xét.docx")
    assert called.code == 2
    assert "chưa có" in called.err


def _replaced(path: Path, old: str, new: str) -> bytes:
    written = docx.Document(str(path))
    for paragraph in written.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace(old, new)
    written.save(str(path))
    return path.read_bytes()
