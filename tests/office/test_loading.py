"""Plain text from a file, and Word files that say the same."""

import io
import subprocess
from pathlib import Path

import docx
import pytest

from kybao.office.loading import load, load_bytes
from kybao.office.unreadable import UnreadableFile, shown
from kybao.text import Block, Kind, parse

TEXT = "BÁO CÁO\n\nTình hình quý I\n\nI. KINH TẾ\n\nThu đạt 27%¹.\n\n¹ Dự toán 100 tỷ đồng."


def test_line_ends_become_one_character(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Thu\r\nChi\rNợ\nDư".encode())
    assert load(path).text == path.read_text(encoding="utf-8") == "Thu\nChi\nNợ\nDư"


def test_a_mark_of_order_and_decomposed_letters_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes("\ufeffTha\u0323nh".encode())
    assert load(path).text == "\ufeffTha\u0323nh"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8"])
def test_unicode_in_both_widths(encoding: str) -> None:
    assert load_bytes(TEXT.encode(encoding), name="a.txt").text == TEXT


def test_a_text_in_another_language_is_no_old_encoding() -> None:
    assert load_bytes("Größe, Länge: «für ½ Jahr» naïve façade Ø æøå".encode(), name="a.txt").text


def test_raised_numbers_are_no_old_encoding() -> None:
    assert load_bytes(("Thu dat 27%\u00b9, chi\u00b2 dat 30%\u00b3. " * 10).encode(), name="a.txt").text


def test_old_letters_beside_a_few_new_ones_are_still_refused() -> None:
    old = "Uû ban nh©n d©n tØnh L¹ng S¬n b¸o c¸o t×nh h×nh kinh tÕ x· héi"
    with pytest.raises(UnreadableFile, match="TCVN3"):
        load_bytes(f"Ủy ban\n{old}".encode(), name="a.txt")


def test_a_name_without_suffix_and_standard_input_are_text() -> None:
    assert load_bytes(TEXT.encode(), name="(đầu vào chuẩn)").name == "(đầu vào chuẩn)"


def test_word_from_standard_input_is_told_by_its_content() -> None:
    assert load_bytes(word_of(TEXT), name="-").text == TEXT


def test_a_long_name_is_cut() -> None:
    assert len(shown("a" * 500)) <= 120


def word_of(text: str) -> bytes:
    """Make a Word file with a paragraph for each line."""
    document, stream = docx.Document(), io.BytesIO()
    for line in filter(str.strip, text.split("\n")):
        document.add_paragraph(line)
    document.save(stream)
    return stream.getvalue()


def said(block: Block) -> tuple[object, ...]:
    return block.kind, block.number, block.level, block.parent, block.heads, block.text.split()


@pytest.mark.shared
def test_a_word_file_made_from_a_text_gives_the_same_blocks(shared_dir: Path) -> None:
    for path in sorted([*shared_dir.glob("seeds/*.txt"), *shared_dir.glob("reference/texts/*.txt")]):
        text = path.read_text(encoding="utf-8")
        assert list(map(said, load_bytes(word_of(text), name="a.docx").blocks)) == list(
            map(said, parse(text).blocks)
        ), path


@pytest.mark.libreoffice
def test_libreoffice_writes_what_we_read(soffice: str, tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(
        "<h1>Tình hình chung</h1><p>Thu đạt <b>27%</b>.</p><ol><li>Thu thuế.</li><li>Thu phí.</li></ol>"
        "<table border=1><tr><td>Chỉ tiêu</td><td>Số</td></tr><tr><td>Thu</td><td>540</td></tr></table>",
        encoding="utf-8",
    )
    convert = [soffice, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "docx"]
    options = ["--infilter=HTML (StarWriter)", "--outdir", str(tmp_path), str(page)]
    subprocess.run([*convert, *options], check=True, capture_output=True)
    document = load(tmp_path / "a.docx")
    kinds = [block.kind for block in document.blocks]
    assert kinds[:4] == [Kind.HEADING, Kind.PARAGRAPH, Kind.ITEM, Kind.ITEM]
    assert document.blocks[3].number == "2"
    assert document.blocks[-1].heads == ("Thu", "Số")
