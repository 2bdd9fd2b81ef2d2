"""What nobody can read gets one clear Vietnamese sentence and exit code 2, from ``read`` and ``check`` alike."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest


def a_word_file() -> bytes:
    file = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Thu ngân sách đạt 113 tỷ đồng.")
    document.save(file)
    return file.getvalue()


def repacked(part: str, content: bytes) -> bytes:
    """A Word file with one part exchanged."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(a_word_file())) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return file.getvalue()


ENTITY = b"""<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&x;</w:t>
</w:r></w:p></w:body></w:document>"""

UNUSABLE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a text renamed": ("x.docx", lambda: "Thu đạt 113 tỷ đồng.".encode()),
    "a truncated file": ("x.docx", lambda: a_word_file()[:2000]),
    "an empty file": ("x.txt", lambda: b""),
    "an empty Word file": ("x.docx", lambda: b""),
    "an old Word file renamed": ("x.docx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096)),
    "a bomb": ("x.docx", lambda: repacked("word/document.xml", b"<a>" + b" " * 300_000_000)),
    "external entities": ("x.docx", lambda: repacked("word/document.xml", ENTITY)),
    "broken XML": ("x.docx", lambda: repacked("word/document.xml", b"<w:document><w:body>")),
    "noise": ("x.pdf", lambda: bytes(range(256)) * 40),
    "an old encoding": ("x.txt", lambda: b"Thu ng\xa9n s\xb8ch \xae\xb9t 113 t\xfb \xae\xe5ng" * 20),
    "an unknown kind": ("x.exe", lambda: b"MZ" + bytes(100)),
}


def refused(called: object) -> bool:
    """Whether a call ended with exit code 2 and one plain sentence."""
    err = called.err.strip()
    one_sentence = err.startswith("kybao: ") and "\n" not in err and "Traceback" not in err
    return called.code == 2 and one_sentence and not called.out


@pytest.mark.parametrize("case", UNUSABLE)
@pytest.mark.parametrize("verb", ["read", "check"])
def test_one_sentence_and_exit_code_two(kybao, tmp_path, verb, case):
    name, content = UNUSABLE[case]
    path = tmp_path / name
    path.write_bytes(content())
    called = kybao(verb, path)
    assert refused(called), called
    assert "x." in called.err


@pytest.mark.parametrize("verb", ["read", "check"])
def test_a_missing_file_is_named(kybao, tmp_path, verb):
    called = kybao(verb, tmp_path / "không có.docx")
    assert refused(called)
    assert "không có.docx" in called.err


def test_a_huge_file_is_refused_unread(kybao, tmp_path):
    path = tmp_path / "to.txt"
    with path.open("wb") as file:
        file.truncate(300_000_000)
    assert refused(kybao("read", path))


def test_an_empty_folder_is_named(kybao, tmp_path):
    assert refused(kybao("check", tmp_path))


def test_a_name_with_terminal_codes_is_shown_harmlessly(kybao, tmp_path):
    path = tmp_path / "a\x1b[31m\nb.docx"
    path.write_bytes(b"no Word file at all")
    called = kybao("read", path)
    assert refused(called)
    assert "\x1b" not in called.err
    assert not Path("b.docx").exists()
