"""Damaged files end with a document or a sentence, whatever was damaged."""

import io
import os
import random
import zipfile
from contextlib import suppress

import pytest

from kybao.office.loading import load_bytes
from kybao.office.unreadable import UnreadableFile
from tests.office.raw_pdf import line, pages_of, rules, words
from tests.office.raw_word import cell, p, row, run, table, word

SOAK = bool(os.environ.get("KYBAO_SOAK"))
ROUNDS = 400 if SOAK else 8  # of fifty files each
PDF_FILES = 300 if SOAK else 6
LEVEL = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
LIST = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'

WORD = word(
    p("Kinh tế", properties='<w:pStyle w:val="H"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    + p(
        "Thu đạt ",
        run("27%", "<w:b/>"),
        '<w:r><w:footnoteReference w:id="1"/></w:r>',
        f"<w:ins>{run(' dự toán.')}</w:ins>",
    )
    + p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', run("5"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    + table(row("Chỉ tiêu", cell("Số", '<w:gridSpan w:val="2"/>')), row(cell("Thu", "<w:vMerge/>"), "540", "600")),
    numbering=f'<w:abstractNum w:abstractNumId="0">{LEVEL}</w:abstractNum>{LIST}',
    styles='<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:basedOn w:val="H"/></w:style>',
    footnotes=f'<w:footnote w:id="1">{p("Trong đó thuế.")}</w:footnote>',
)
PDF = pages_of(
    words((113, 700, 14, "Thu dat khoang hai muoi bay phan tram"))
    + line(85, 680, (14, "du toan nam 2024"), (8, "1")),
    rules((80, 200, 300), (600, 580, 560)) + words((85, 585, 11, "Thu"), (205, 565, 11, "540")),
)
MARKUP = (
    b'"',
    b"<",
    b">",
    b"/",
    b"w:p",
    b"w:tbl",
    b"w:val",
    b"0",
    b"999999999",
    b"-1",
    b"\xff",
    b"&x;",
    b"\0",
    b"]]>",
    b"",
)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Change, cut out, double or put in a few bytes."""
    content = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(content) or 1)
        length = chance.randint(0, 30)
        match chance.randrange(4):
            case 0:
                content[at : at + 1] = chance.choice(MARKUP)
            case 1:
                del content[at : at + length]
            case 2:
                content[at:at] = content[at : at + length]
            case 3:
                content[at:at] = chance.choice(MARKUP)
    return bytes(content)


def with_a_damaged_part(data: bytes, chance: random.Random) -> bytes:
    """Damage one part and pack the file again, so that the damage comes through."""
    source, stream = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    victim = chance.choice(source.namelist())
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name in source.namelist():
            content = source.read(name)
            package.writestr(name, damaged(content, chance) if name == victim else content)
    return stream.getvalue()


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_damaged_word_files(seed: int) -> None:
    chance = random.Random(seed)
    for number in range(50):
        data = damaged(WORD, chance) if number % 5 == 0 else with_a_damaged_part(WORD, chance)
        with suppress(UnreadableFile):
            assert load_bytes(data, name="a.docx").text


@pytest.mark.parametrize("seed", range(PDF_FILES))
def test_damaged_pdf_files(seed: int) -> None:
    with suppress(UnreadableFile):
        assert load_bytes(damaged(PDF, random.Random(seed)), name="a.pdf").blocks


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_damaged_texts(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(50):
        with suppress(UnreadableFile):
            assert load_bytes(damaged("I. KINH TẾ\n\nThu đạt 27%¹.\n\n¹ Thuế.".encode(), chance), name="a.txt").text
