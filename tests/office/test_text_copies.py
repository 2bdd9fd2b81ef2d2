"""Texts and PDFs as Word files with comments."""

import re
from pathlib import Path

import docx
import pytest

from kybao.office.commented_copies import write_commented_copy
from kybao.office.loading import load_bytes
from kybao.office.word_comments import Comment
from tests.office.commented import W, copied, on, read_comments, tree

REPORT = """UBND HUYỆN MẪU SƠN

BÁO CÁO

Tình hình quý I/2024

**I. KINH TẾ**

Tổng thu ngân sách đạt 54,6 tỷ đồng¹, bằng 33,1% dự
toán; tổng chi đạt 91 tỷ đồng.

| Chỉ tiêu | Thực hiện |
|---|---|
| Lúa | 840 |
| Ngô | 310 |

¹ Không kể 12 tỷ đồng thu hồi.
"""


def words(data: bytes, tmp_path: Path) -> str:
    """All words of a Word file, as python-docx reads them."""
    path = tmp_path / "read.docx"
    path.write_bytes(data)
    read = docx.Document(str(path))
    cells = [cell.text for table in read.tables for line in table.rows for cell in line.cells]
    return " ".join([*(paragraph.text for paragraph in read.paragraphs), *cells])


@pytest.mark.parametrize("phrase", ["BÁO CÁO", "KINH TẾ", "54,6", "33,1", "dự\ntoán", "840", "Ngô", "12 tỷ đồng"])
def test_the_comment_covers_its_words_wherever_the_text_has_them(phrase: str) -> None:
    document = load_bytes(REPORT.encode(), name="a.txt")
    copy = copied(REPORT.encode(), on(document, phrase), name="a.txt")
    assert [comment.covered for comment in read_comments(copy)] == [phrase.replace("\n", " ")]


def test_all_words_of_the_text_are_there(tmp_path: Path) -> None:
    said = words(copied(REPORT.encode(), name="a.md"), tmp_path).split()
    assert sorted(said) == sorted(re.sub(r"[*|]|---", " ", REPORT).split())


def test_headings_and_cells_keep_their_looks(tmp_path: Path) -> None:
    path = tmp_path / "copy.docx"
    path.write_bytes(copied(REPORT.encode(), name="a.txt"))
    read = docx.Document(str(path))
    styles = {paragraph.text: paragraph.style.name for paragraph in read.paragraphs if paragraph.style}
    assert styles["I. KINH TẾ"].lower() == "heading 3"
    assert [[cell.text for cell in line.cells] for line in read.tables[0].rows] == [
        ["Chỉ tiêu", "Thực hiện"], ["Lúa", "840"], ["Ngô", "310"],
    ]  # fmt: skip


def test_a_paragraph_that_a_page_end_cuts_is_whole_with_its_comment() -> None:
    text = "Tổng thu đạt 113 tỷ đồng¹, tăng so với\n\n¹ Gồm thuế.\n\n2\n\ncùng kỳ năm trước 5%.\n"
    document = load_bytes(text.encode(), name="a.txt")
    joined = next(block for block in document.blocks if len(block.passage.pieces) > 1)
    start, end = joined.passage.place(joined.text.index("so với"), joined.text.index(" năm"))
    copy = copied(text.encode(), Comment(document.span(start, end), "Sai."), name="a.txt")
    assert [comment.covered for comment in read_comments(copy)] == ["so với cùng kỳ"]


def test_characters_that_no_word_file_may_hold_become_blanks(tmp_path: Path) -> None:
    text = "Trang một\x0b đạt 113 tỷ đồng.\x01"
    document = load_bytes(text.encode(), name="a.txt")
    copy = copied(text.encode(), on(document, "113", "Sai\x02 rồi."), name="a.txt")
    assert [(comment.text, comment.covered) for comment in read_comments(copy)] == [("Sai  rồi.", "113")]


def test_a_table_of_too_many_columns_is_written_cell_by_cell() -> None:
    row = "\t".join(str(number) for number in range(100, 200))
    text = f"Kết quả:\n\n{row}\n{row}\n"
    document = load_bytes(text.encode(), name="a.txt")
    copy = copied(text.encode(), on(document, "199"), name="a.txt")
    assert [comment.covered for comment in read_comments(copy)] == ["199"]


def test_a_pdf_gets_a_copy_of_its_text(tmp_path: Path) -> None:
    """Whatever was read, the copy holds the document: it need not be read again."""
    document = load_bytes("Thu đạt 113 tỷ.".encode(), name="a.txt")
    path = tmp_path / "copy.docx"
    write_commented_copy(b"%PDF-1.7", document, [on(document, "113")], path)
    assert [comment.covered for comment in read_comments(path.read_bytes())] == ["113"]
    assert load_bytes(path.read_bytes(), name="copy.docx").text == document.text


@pytest.mark.shared
def test_no_word_of_a_real_text_is_lost(shared_dir: Path, tmp_path: Path) -> None:
    for path in sorted((shared_dir / "seeds").glob("*.txt")):
        document = load_bytes(path.read_bytes(), name=path.name)
        said = "".join(words(copied(path.read_bytes(), name=path.name), tmp_path).split())
        assert sorted(said) == sorted("".join("".join(block.text.split()) for block in document.blocks))


def test_a_wide_column_gets_more_room() -> None:
    copy = tree(copied(REPORT.replace("Lúa", "Diện tích gieo trồng lúa vụ Đông Xuân").encode(), name="a.txt"))
    first, second = (int(column.get(f"{W}w", "")) for column in copy.iter(f"{W}gridCol"))
    assert first > 2 * second
