"""PDF files with a text layer, and those that are none."""

import subprocess
from pathlib import Path

import pytest

from kybao.office import pdf_process
from kybao.office.loading import load, load_bytes
from kybao.office.unreadable import UnreadableFile
from kybao.text import Document, Kind, parse
from tests.office.official_word import set_anew
from tests.office.raw_pdf import CATALOG, file_of, line, pages_of, rules, stream, words

FULL = "Trong quy toan huyen da gieo trong mot nghin hai tram nam muoi hec ta"  # as wide as a page at 14 points


def read(*pages: bytes) -> Document:
    return load_bytes(pages_of(*pages), name="a.pdf")


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def test_lines_of_a_paragraph_are_joined() -> None:
    page = words((113, 700, 14, FULL), (85, 680, 14, FULL), (85, 660, 14, "lua."), (113, 636, 14, "Doan hai."))
    assert texts(read(page)) == [f"{FULL} {FULL} lua.", "Doan hai."]


def test_a_paragraph_goes_on_over_a_page_end_and_notes_come_last() -> None:
    first = words((113, 200, 14, FULL)) + line(85, 180, (14, FULL), (8, "1"))
    first += line(85, 86, (6, "1"), (10, " Trong do co 300 hec ta lua lai."))
    second = words((300, 800, 14, "2"), (85, 770, 14, FULL), (85, 750, 14, "lua."), (113, 726, 14, "Doan hai."))
    document = read(first, second)
    assert texts(document) == [f"{FULL} {FULL}¹ {FULL} lua.", "Doan hai.", "¹ Trong do co 300 hec ta lua lai."]
    assert [mark.number for mark in document.marks] == ["1"]


def test_raised_numbers_are_told_by_their_size() -> None:
    page = line(85, 700, (14, "Dien tich 3.602 m"), (8, "2"), (14, " nam 2024"), (8, "31"), (14, ". Thu 5"))
    assert texts(read(page)) == ["Dien tich 3.602 m² nam 2024³¹. Thu 5"]


def test_letters_written_after_the_line_are_put_in_their_place() -> None:
    page = b"BT /F1 14 Tf 85 700 Td (Thu ng) Tj 60 0 Td (n s) Tj -15 0 Td (aa) Tj ET"
    assert texts(read(page))[0].replace(" ", "") == "Thungaans"


def test_page_numbers_and_repeated_heads_are_left_out() -> None:
    pages = [
        words((300, 800, 12, str(n)), (85, 820, 9, "UBND huyen"), (85, 700, 14, f"Muc {'abcd'[n]}."))
        for n in range(4)
    ]
    assert texts(read(*pages)) == ["Muc a.", "Muc b.", "Muc c.", "Muc d."]


def test_a_ruled_table_is_a_table() -> None:
    columns, rows = (80, 200, 300, 400), (700, 680, 640, 620)
    page = rules(columns, rows) + words(
        (85, 685, 11, "Chi tieu"), (205, 685, 11, "Don vi"), (305, 685, 11, "Thuc hien"),
        (85, 662, 11, "Tong thu"), (85, 648, 11, "ngan sach"), (205, 655, 11, "ty dong"), (305, 655, 11, "540"),
        (85, 625, 11, "Tong chi"), (205, 625, 11, "ty dong"), (305, 625, 11, "500"),
    )  # fmt: skip
    document = read(words((85, 740, 14, "Ket qua:")) + page)
    assert [(block.text, block.heads) for block in document.blocks if block.column == 2][1:] == [
        ("540", ("Tong thu ngan sach", "Thuc hien")),
        ("500", ("Tong chi", "Thuc hien")),
    ]


def test_words_side_by_side_at_the_front_are_not_mixed() -> None:
    page = words(
        (85, 780, 13, "UBND HUYEN CHI LANG"), (300, 780, 13, "CONG HOA XA HOI CHU NGHIA VIET NAM"),
        (85, 760, 13, "So: 5/BC-UBND"), (330, 760, 13, "Doc lap - Tu do - Hanh phuc"),
        (250, 720, 14, "BAO CAO"),
    )  # fmt: skip
    document = read(page)
    assert [block.kind for block in document.blocks] == [Kind.HEAD] * 4 + [Kind.TITLE]
    assert document.blocks[1].text == "So: 5/BC-UBND"


def test_a_centred_title_of_two_lines_is_one() -> None:
    title = words((99, 700, 14, FULL), (272, 680, 14, "nhiem vu sap toi"))
    page = title + words((113, 650, 14, FULL), (85, 630, 14, "lua."))
    assert texts(read(page)) == [f"{FULL} nhiem vu sap toi", f"{FULL} lua."]


FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 600 900]/Resources<</XObject<</X %d 0 R>>>>"


def forms_in_forms() -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>"
    nested = [stream(b"/X Do " * 10, FORM % number) for number in range(6, 16)]
    return file_of(
        [CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, stream(b"/X Do"), *nested, stream(b"0 0 1 1 re f")]
    )


HOSTILE = {
    "a scan": (lambda: pages_of(b"0 0 100 100 re f"), "văn bản quét, chưa có lớp chữ"),
    "pages in a circle": (lambda: file_of([CATALOG, b"<</Type/Pages/Kids[2 0 R]/Count 1>>"]), "hỏng"),
    "a wrong count": (lambda: file_of([CATALOG, b"<</Type/Pages/Kids[]/Count 100000000>>"]), ""),
    "a bomb": (lambda: pages_of(b" " * 1_000_000, times=800), "phức tạp bất thường"),
    "forms in forms": (forms_in_forms, "phức tạp bất thường"),
    "a million lines": (lambda: pages_of(words((85, 700, 14, "Thu")) + b"0 0 m 100 0 l S\n" * 1_000_000), "phức tạp"),
    "truncated": (lambda: pages_of(words((85, 700, 14, "Thu")))[:200], ""),
}


@pytest.mark.parametrize("case", HOSTILE)
@pytest.mark.usefixtures("no_hang")
def test_hostile_files_end_with_a_sentence(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_process, "SECONDS", 1.5)
    make, says = HOSTILE[case]
    data = make()
    with pytest.raises(UnreadableFile) as caught:
        load_bytes(data, name="a.pdf")
    assert says in str(caught.value)
    assert "a.pdf" in str(caught.value)


@pytest.mark.libreoffice
@pytest.mark.shared
def test_a_report_converted_to_pdf_says_the_same(shared_dir: Path, soffice: str, tmp_path: Path) -> None:
    (seed,) = shared_dir.glob("seeds/003_*.txt")
    word = tmp_path / "a.docx"
    set_anew(parse(seed.read_text(encoding="utf-8")), word)
    convert = [soffice, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf"]
    subprocess.run([*convert, "--outdir", str(tmp_path), str(word)], check=True, capture_output=True)
    from_word, from_pdf = load(word), load(tmp_path / "a.pdf")
    assert [mark.number for mark in from_pdf.marks] == [mark.number for mark in from_word.marks]
    outside = {Kind.HEAD, Kind.TITLE, Kind.CLOSING}
    body = [
        [
            (block.kind, block.number, "".join(block.text.split()))
            for block in document.blocks
            if block.kind not in outside
        ]
        for document in (from_word, from_pdf)
    ]
    assert body[0] == body[1]
