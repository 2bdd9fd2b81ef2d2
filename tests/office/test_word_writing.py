"""What stands in a written Word file."""

import re
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree

from kybao.office.manifests import Manifest
from kybao.office.word_links import read_bookmarks, read_manifest, strip_links
from kybao.office.word_packing import UnwritableFile
from kybao.office.word_writing import write
from kybao.office.word_xml import w
from tests.office.small_report import report

# The order that the schema of WordprocessingML wants; Word calls a file that breaks it damaged.
ORDER = {
    "pPr": "pStyle keepNext keepLines pBdr spacing ind jc outlineLvl sectPr",
    "rPr": "rStyle rFonts b bCs i iCs color sz szCs highlight vertAlign lang",
    "tblPr": "tblW jc tblInd tblBorders tblLayout tblCellMar",
    "sectPr": "headerReference type pgSz pgMar pgNumType titlePg",
    "settings": "zoom defaultTabStop footnotePr compat",
    "style": "name basedOn qFormat pPr rPr tblPr",
}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("word") / "bao-cao.docx"
    write(report(), path)
    return path


def part(path: Path, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read(name))


def words(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(w("t")))


def lines(path: Path) -> list[str]:
    return [words(paragraph) for paragraph in part(path).iter(w("p"))]


def test_python_docx_opens_it(written: Path) -> None:
    document = docx.Document(str(written))
    assert len(document.sections) == 2
    assert document.sections[0].page_width.mm == pytest.approx(210, abs=0.1)
    assert document.sections[1].orientation == docx.enum.section.WD_ORIENT.LANDSCAPE
    assert document.styles["Normal"].font is not None


def test_the_head_names_agency_state_number_and_place(written: Path) -> None:
    assert [line for line in lines(written)[:9] if line] == [
        "ỦY BAN NHÂN DÂN",
        "THÀNH PHỐ LẠNG SƠN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số:       /BC-UBND",
        "Lạng Sơn, ngày      tháng 3 năm 2024",
        "BÁO CÁO",
    ]


def test_headings_carry_their_numbers_and_capitals(written: Path) -> None:
    told = lines(written)
    assert "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH" in told
    assert "a) Thương mại - du lịch - dịch vụ" in told
    assert told[told.index("Phần I") + 1] == "TÌNH HÌNH THỰC HIỆN NHIỆM VỤ QUÝ I/2024"


def test_the_last_sentence_ends_with_the_official_mark(written: Path) -> None:
    assert [line for line in lines(written) if line.endswith("./.")] == [
        "Ủy ban nhân dân thành phố báo cáo để các cơ quan theo dõi, chỉ đạo./."
    ]


def test_recipients_are_a_list_that_ends_with_a_full_stop(written: Path) -> None:
    told = lines(written)
    start = told.index("Nơi nhận:")
    assert told[start + 1] == "- Ban Thường vụ Thành ủy (B/c);"
    assert told[start + 4] == "- Lưu: VT."


def test_a_footnote_is_a_real_one(written: Path) -> None:
    notes = list(part(written, "word/footnotes.xml"))
    assert [note.get(w("id")) for note in notes] == ["-1", "0", "1", "2"]
    assert words(notes[2]) == " Trong đó: khách quốc tế 19.458 lượt khách."
    assert [mark.get(w("id")) for mark in part(written).iter(w("footnoteReference"))] == ["1", "2"]


def test_a_missing_figure_is_highlighted(written: Path) -> None:
    (mark,) = part(written).iter(w("highlight"))
    run = mark.getparent().getparent()
    assert words(run) == "[chưa có số liệu: doanh thu lưu trú – đơn vị Phòng Kinh tế]"


def test_every_figure_stands_in_a_bookmark_that_the_manifest_knows(written: Path) -> None:
    manifest = Manifest.of(report())
    assert read_bookmarks(written) == {entry.bookmark: entry.text for entry in manifest.entries}
    assert len(manifest.entries) == len({entry.bookmark for entry in manifest.entries}) == 3 + 2 + 2 + 80
    assert all(re.fullmatch(r"kb_[0-9a-f_]{1,37}", entry.bookmark) for entry in manifest.entries)


def test_the_manifest_travels_in_the_file(written: Path) -> None:
    assert read_manifest(written) == Manifest.of(report())


def test_a_property_of_the_manifest_is_short_enough_for_word(written: Path) -> None:
    properties = part(written, "docProps/custom.xml")
    assert max(len("".join(entry.itertext())) for entry in properties) <= 255


def test_equal_reports_are_equal_files(written: Path, tmp_path: Path) -> None:
    write(report(), tmp_path / "again.docx")
    assert (tmp_path / "again.docx").read_bytes() == written.read_bytes()


def test_nothing_is_overwritten_unless_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"cu")
    with pytest.raises(UnwritableFile, match="đã có"):
        write(report(rows=1), path)
    assert path.read_bytes() == b"cu"
    write(report(rows=1), path, force=True)
    assert [file.name for file in tmp_path.iterdir()] == ["a.docx"]


def test_a_folder_that_does_not_exist_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnwritableFile, match="Không ghi được vào thư mục"):
        write(report(rows=1), tmp_path / "khong-co" / "a.docx")


def test_tables_repeat_their_head_with_the_numbers_of_the_columns(written: Path) -> None:
    table = list(part(written).iter(w("tbl")))[-1]
    heads = [row for row in table.iter(w("tr")) if next(row.iter(w("tblHeader")), None) is not None]
    assert [words(cell) for cell in heads[1].iter(w("tc"))] == [f"({number})" for number in range(1, 10)]
    assert len(heads) == 2


def test_pages_are_numbered_from_the_second_in_each_section(written: Path) -> None:
    sections = list(part(written).iter(w("sectPr")))
    assert len(sections) == 2
    for section in sections:
        assert section.find(w("titlePg")) is not None
        assert section.find(w("headerReference")) is not None
    assert [section.find(w("pgSz")).get(w("orient")) for section in sections] == [None, "landscape"]


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "word/footnotes.xml", "word/settings.xml"])
def test_properties_stand_in_the_order_of_the_schema(written: Path, name: str) -> None:
    for element in part(written, name).iter():
        order = ORDER.get(etree.QName(element).localname, "").split()
        if order:
            places = [order.index(etree.QName(child).localname) for child in element]
            assert places == sorted(places), etree.tostring(element)


def test_every_style_that_is_used_exists(written: Path) -> None:
    known = {style.get(w("styleId")) for style in part(written, "word/styles.xml").iter(w("style"))}
    for name in ("word/document.xml", "word/footnotes.xml", "word/header1.xml"):
        used = {style.get(w("val")) for style in part(written, name).iter(w("pStyle"), w("rStyle"))}
        assert used <= known


def test_several_annexes_are_numbered(tmp_path: Path) -> None:
    write(report(rows=1, annexes=4), tmp_path / "a.docx")
    assert [line for line in lines(tmp_path / "a.docx") if line.startswith("Phụ lục")] == [
        "Phụ lục I",
        "Phụ lục II",
        "Phụ lục III",
        "Phụ lục IV",
    ]


def test_a_stripped_copy_says_the_same_and_knows_nothing(written: Path, tmp_path: Path) -> None:
    copy = tmp_path / "chi-co-chu.docx"
    strip_links(written, copy)
    assert lines(copy) == lines(written)
    assert read_bookmarks(copy) == {}
    assert read_manifest(copy) == Manifest()
    with zipfile.ZipFile(copy) as archive:
        assert b"custom" not in archive.read("[Content_Types].xml") + archive.read("_rels/.rels")
    assert docx.Document(str(copy)).paragraphs
