"""Files that are no reports, or attacks: one sentence each, quickly, and nothing else."""

import io
import random
import struct
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import docx
import pytest

from kybao.office.loading import load, load_bytes
from kybao.office.unreadable import UnreadableFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def word(body: str = "<w:p><w:r><w:t>Thu đạt khá.</w:t></w:r></w:p>", head: str = "", **parts: bytes) -> bytes:
    """Make a package with little more than a main part."""
    content = f'<?xml version="1.0"?>{head}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return zipped(
        {"word/document.xml": content.encode(), **{name.replace("__", "/"): part for name, part in parts.items()}}
    )


def zipped(parts: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def real_word() -> bytes:
    stream = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Thu ngân sách đạt 27% dự toán.")
    document.save(stream)
    return stream.getvalue()


def many_parts() -> bytes:
    return zipped({f"word/media/{number}": b"" for number in range(6000)} | {"word/document.xml": b"<a/>"})


def lying_size() -> bytes:
    """A part of 200 MB that says it has ten bytes."""
    data = bytearray(zipped({"word/document.xml": b" " * 200_000_000}))
    at = data.find(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    return bytes(data)


def nested(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * depth


LAUGHS = (
    "<!DOCTYPE a [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)) + "]>"
)
EXTERNAL = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
ENCRYPTED = OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
TCVN3 = "Uû ban nh©n d©n tØnh L¹ng S¬n b¸o c¸o t×nh h×nh kinh tÕ x· héi".encode("latin-1")
VNI = "UÛy ban nhaân daân tænh Laïng Sôn baùo caùo tình hình kinh teá xaõ hoäi naêm".encode("latin-1")

FILES: list[tuple[str, str, Callable[[], bytes], str]] = [
    ("a text renamed .docx", "a.docx", lambda: "Báo cáo quý I".encode(), "không phải tệp Word"),
    ("a truncated .docx", "a.docx", lambda: real_word()[:-500], "hỏng"),
    ("half a .docx", "a.docx", lambda: real_word()[: len(real_word()) // 2], "hỏng"),
    ("a .doc renamed", "a.docx", lambda: OLE + bytes(5000), "Word đời cũ"),
    ("an encrypted .docx", "a.docx", lambda: ENCRYPTED, "mật khẩu"),
    ("an empty file", "a.docx", lambda: b"", "trống"),
    ("only blanks", "a.txt", lambda: b" \n\t\r\n", "trống"),
    ("an empty .docx", "a.docx", lambda: word(""), "không có chữ"),
    ("noise as .pdf", "a.pdf", lambda: random.Random(1).randbytes(50_000), "không phải tệp PDF"),
    ("a head of a .pdf", "a.pdf", lambda: b"%PDF-1.7\n" + random.Random(1).randbytes(50_000), "PDF"),
    ("noise as .txt", "a.txt", lambda: random.Random(1).randbytes(50_000), "không phải văn bản"),
    ("zeros as .txt", "a.txt", lambda: b"abc" + bytes(5000), "không phải văn bản"),
    ("TCVN3", "a.txt", lambda: TCVN3, "TCVN3"),
    ("VNI", "a.txt", lambda: VNI, "VNI"),
    (
        "TCVN3 inside Word",
        "a.docx",
        lambda: word(f"<w:p><w:r><w:t>{TCVN3.decode('latin-1')}</w:t></w:r></w:p>"),
        "TCVN3",
    ),
    ("Latin-1", "a.txt", lambda: "Báo cáo".encode("latin-1"), "UTF-8"),
    ("RTF", "a.docx", lambda: b"{\\rtf1 B\\'e1o c\\'e1o}", "RTF"),
    ("a workbook", "a.docx", lambda: zipped({"xl/workbook.xml": b"<a/>"}), "Excel"),
    ("an OpenDocument text", "a.odt", lambda: zipped({"META-INF/manifest.xml": b"<a/>"}), "lưu lại dạng .docx"),
    ("another zip", "a.docx", lambda: zipped({"mimetype": b"application/epub+zip"}), "không phải tệp Word"),
    ("a zip without parts", "a.docx", lambda: zipped({}), "không phải tệp Word"),
    ("broken XML", "a.docx", lambda: word("<w:p>"), "hỏng"),
    ("no body", "a.docx", lambda: zipped({"word/document.xml": b"<a/>"}), "không có nội dung"),
    ("entities in entities", "a.docx", lambda: word("<w:p><w:r><w:t>&a11;</w:t></w:r></w:p>", LAUGHS), ""),
    ("an external entity", "a.docx", lambda: word("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", EXTERNAL), "DTD"),
    ("deep nesting", "a.docx", lambda: word(nested(5000)), "hỏng"),
    ("a bomb in the main part", "a.docx", lambda: zipped({"word/document.xml": b" " * 200_000_000}), "quá lớn"),
    ("a bomb in a picture", "a.docx", lambda: word(word__media__a=bytes(510_000_000)), "quá lớn"),
    ("a bomb that lies", "a.docx", lying_size, ""),
    ("very many parts", "a.docx", many_parts, "quá lớn"),
    ("a strange compression", "a.docx", lambda: zipped({"word/document.xml": b"<a/>"}, zipfile.ZIP_LZMA), "hỏng"),
]


@pytest.mark.parametrize(("name", "make", "says"), [pytest.param(*case[1:], id=case[0]) for case in FILES])
@pytest.mark.usefixtures("no_hang")
def test_one_sentence_quickly(name: str, make: Callable[[], bytes], says: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(make())
    with pytest.raises(UnreadableFile) as caught:
        load(path)
    sentence = str(caught.value)
    assert says in sentence
    assert name in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_a_file_of_300_mb_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with path.open("wb") as stream:
        stream.truncate(300_000_000)
    with pytest.raises(UnreadableFile, match="300 MB"):
        load(path)


def test_a_text_of_60_mb_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate(60_000_000)
    with pytest.raises(UnreadableFile, match="60 MB"):
        load(path)


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="Không tìm thấy"):
        load(tmp_path / "b.txt")
    with pytest.raises(UnreadableFile, match="thư mục"):
        load(tmp_path)
    with pytest.raises(UnreadableFile, match="Không đọc được"):
        load(Path("a\0b.txt"))


def test_a_name_is_shown_without_terminal_codes(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as caught:
        load(tmp_path / "báo\x1b[2J\ncáo.txt")
    assert "báo?[2J?cáo.txt" in str(caught.value)


def test_no_entity_is_ever_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("bí mật", encoding="utf-8")
    head = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    with pytest.raises(UnreadableFile) as caught:
        load_bytes(word("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", head), name="a.docx")
    assert "bí mật" not in str(caught.value)


def test_tables_in_tables_are_read_as_deep_as_word_makes_them() -> None:
    inner = "<w:p><w:r><w:t>Trong cùng</w:t></w:r></w:p>"
    for _ in range(20):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    assert load_bytes(word(inner), name="a.docx").text == "Trong cùng"


@pytest.mark.parametrize("seed", range(60))
def test_damaged_files_end_with_a_document_or_a_sentence(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(real_word())
    for _ in range(chance.randint(1, 30)):
        at = chance.randrange(len(data))
        match chance.randrange(3):
            case 0:
                data[at] = chance.randrange(256)
            case 1:
                del data[at : at + chance.randint(1, 50)]
            case 2:
                data[at:at] = chance.randbytes(chance.randint(1, 50))
    with suppress(UnreadableFile):
        assert load_bytes(bytes(data), name="a.docx").text
