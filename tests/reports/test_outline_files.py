"""What an outline has to hold, and how a broken one is refused."""

from pathlib import Path

import pytest

from kybao.reports.errors import OutlineError
from kybao.reports.outline import parse_outline, read_outline

HEAD = """
"loại" = "BÁO CÁO"
"trích yếu" = "Tình hình quý I"
"ký hiệu" = "BC-UBND"
"cơ quan" = ["ỦY BAN NHÂN DÂN", "XÃ THỬ"]
"địa danh" = "Thử"
"nơi nhận" = ["Lưu: VT."]
["chữ ký"]
"thẩm quyền" = "TM. ỦY BAN NHÂN DÂN"
"chức vụ" = "CHỦ TỊCH"
"""
SECTION = """
[["mục"]]
"cấp" = 1
"tên" = "Kinh tế"
[["mục"."đoạn"]]
"văn" = "Thu đạt {thu}[^1]."
["mục"."đoạn"."chú thích"]
1 = "Gồm các khoản."
"""


def test_sections_passages_and_notes_are_read() -> None:
    outline = parse_outline(HEAD + SECTION)
    (section,) = outline.sections
    (passage,) = section.passages
    assert (section.level, section.title) == (1, "Kinh tế")
    assert (passage.words, passage.notes) == ("Thu đạt {thu}[^1].", {"1": "Gồm các khoản."})
    assert passage.place == "Đề cương, mục «Kinh tế», đoạn 1"
    assert (outline.authority, outline.issuer) == ("TM. ỦY BAN NHÂN DÂN", ("ỦY BAN NHÂN DÂN", "XÃ THỬ"))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("= hỏng", "không đúng khuôn dạng TOML"),
        (HEAD, "thiếu phần «mục»"),
        (HEAD.replace('"ký hiệu" = "BC-UBND"', "") + SECTION, "thiếu phần «ký hiệu»"),
        (HEAD.replace('"loại"', '"lạ" = 1\n"loại"') + SECTION, "có phần lạ «lạ»"),
        (HEAD + SECTION.replace('"cấp" = 1', '"cấp" = 9'), "mục «Kinh tế»: phải có «tên» và «cấp»"),
        (HEAD + SECTION.replace('"cấp" = 1', '"cap" = 1'), "mục «Kinh tế»: có phần lạ «cap»"),
        (HEAD + SECTION.replace('"Thu đạt {thu}[^1]."', '"  "'), "mục «Kinh tế», đoạn 1: thiếu «văn»"),
        (HEAD + SECTION.replace('"văn"', '"van"'), "đoạn 1: có phần lạ «van»"),
    ],
)
def test_a_broken_outline_is_refused_with_its_place(text: str, complaint: str) -> None:
    with pytest.raises(OutlineError) as caught:
        parse_outline(text)
    assert complaint in str(caught.value)


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutlineError, match="Không đọc được đề cương"):
        read_outline(tmp_path / "khong-co.toml")
    broken = tmp_path / "tcvn3.toml"
    broken.write_bytes(b"\xb8\xe5")
    with pytest.raises(OutlineError, match="không dùng mã Unicode"):
        read_outline(broken)
