"""A commented copy as LibreOffice opens it: every comment at its place, every word and note still there."""

import subprocess
from pathlib import Path

import pytest

from kybao.office.loading import load, load_bytes
from tests.office.commented import BOX, copied, on, openable, read_comments
from tests.office.raw_word import p, row, run, table, word
from tests.office.test_word_comments import END_REFERENCE, LIST, NUMBERED, REFERENCE, control, field

pytestmark = pytest.mark.libreoffice

TEXT_BOX = (
    '<w:r><w:pict><v:shape style="width:200pt;height:40pt"><v:textbox><w:txbxContent>'
    f"{p('Cả huyện có 15 xã.')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
BODY = (
    p("Kinh tế", properties=NUMBERED)
    + p("Theo ", f'<w:hyperlink w:anchor="x">{run("số 21 của tỉnh")}</w:hyperlink>', ".")
    + p("Thu", REFERENCE.format(2), " đạt 5", run("40", "<w:b/>"), " tỷ, tăng 22%", REFERENCE.format(3), ".")
    + p(
        "Thêm ",
        f'<w:ins w:id="1" w:author="A">{run("đạt 23 tỷ")}</w:ins>',
        "; chi 24 tỷ",
        END_REFERENCE.format(2),
        ".",
    )
    + p("Bảng ", field("SEQ Bảng", "1"), " và ", field('HYPERLINK "http://a.vn"', "mục 25 sau"), ".")
    + p("Kỳ ", control("<w:id w:val='9'/>", "có 26 ngày"), " hay ", control("<w:text/>", "27 ngày"), ".")
    + p("Có khung 28.", TEXT_BOX)
    + table(row("Tên", "Số"), row("Thu", "đạt 32 tỷ"), row("Chi", "33"))
    + p("Diện tích 35 m", run("2", '<w:vertAlign w:val="superscript"/>'), ".")
)
SEPARATORS = "".join(
    f'<w:{{0}} w:type="{kind}" w:id="{name}">{p(f"<w:r><w:{kind}/></w:r>")}</w:{{0}}>'
    for name, kind in enumerate(("separator", "continuationSeparator"))
)
EXACT = ("21", "540", "22", "23", "24", "25", "26", "27 ngày", "28", "32", "33", "35")
WHOLE = {"61": "¹", "62": "²", "63": "³", "1 và": "1 và", "15": BOX}


def note(kind: str, name: int, words: str) -> str:
    return f'<w:{kind} w:id="{name}">{p(f"<w:r><w:{kind}Ref/></w:r>", words)}</w:{kind}>'


@pytest.fixture(scope="module")
def files(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A document, its copy, and both as LibreOffice saves them."""
    folder = tmp_path_factory.mktemp("libreoffice")
    footnotes = SEPARATORS.format("footnote") + note("footnote", 2, "Gồm 61 hộ.") + note("footnote", 3, "Và 62 hộ.")
    endnotes = SEPARATORS.format("endnote") + note("endnote", 2, "Trừ 63 hộ.")
    styles = '<w:style w:styleId="N" w:type="paragraph" w:default="1"><w:name w:val="Normal"/></w:style>'
    original = openable(word(BODY, footnotes=footnotes, endnotes=endnotes, numbering=LIST, styles=styles))
    document = load_bytes(original, name="a.docx")
    comments = [on(document, phrase, f"Về {phrase}.") for phrase in ("I.", *EXACT, *WHOLE)]
    (folder / "original.docx").write_bytes(original)
    (folder / "copy.docx").write_bytes(copied(original, *comments))
    for form in ("docx", "pdf"):
        subprocess.run(
            [soffice, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", form,
             "--outdir", str(folder / "saved"), str(folder / "original.docx"), str(folder / "copy.docx")],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.*")}


def test_every_comment_is_still_at_its_place(files: dict[str, Path]) -> None:
    expected = {f"Về {phrase}.": phrase for phrase in EXACT}
    expected |= {f"Về {phrase}.": covered for phrase, covered in WHOLE.items()}
    for name in ("copy.docx", "saved/copy.docx"):
        found = {comment.text.split("\n")[0]: comment.covered for comment in read_comments(files[name].read_bytes())}
        assert found.pop("Về I..", None) in {"", None}
        assert {text: (covered or "").replace(BOX * 2, BOX) for text, covered in found.items()} == expected


def test_no_word_and_no_note_is_lost(files: dict[str, Path]) -> None:
    saved, copy = load(files["saved/original.docx"]), load(files["saved/copy.docx"])
    assert copy.text == saved.text
    assert "Và 62 hộ" in copy.text


def test_the_pages_say_the_same(files: dict[str, Path]) -> None:
    assert load(files["saved/copy.pdf"]).text == load(files["saved/original.pdf"]).text
