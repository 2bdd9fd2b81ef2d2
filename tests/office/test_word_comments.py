"""Comments in Word files, construct by construct, and what of the package stays as it was."""

import io
import zipfile
from datetime import datetime
from pathlib import Path

import docx
import pytest

from kybao.office.commented_copies import write_commented_copy
from kybao.office.loading import load_bytes
from kybao.office.word_comments import Comment
from kybao.office.word_packing import UnwritableFile
from kybao.text import Span
from tests.office.commented import BOX, W, commented, copied, on, openable, parts, read_comments, tree
from tests.office.raw_word import cell, p, row, run, table, word

FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
REFERENCE = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
END_REFERENCE = '<w:r><w:endnoteReference w:id="{}"/></w:r>'
TEXT_BOX = "<w:txbxContent>" + p("Cả huyện có 15 xã.") + "</w:txbxContent>"
LIST = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/>'
    '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def field(code: str, *words: str) -> str:
    result = (
        FIELD.format("separate")
        + "".join(part if part.startswith("<") else run(part) for part in words)
        + FIELD.format("end")
    )
    return f"{FIELD.format('begin')}<w:r><w:instrText> {code} </w:instrText></w:r>{result}"


def control(kind: str, words: str) -> str:
    return f"<w:sdt><w:sdtPr>{kind}</w:sdtPr><w:sdtContent>{run(words)}</w:sdtContent></w:sdt>"


def note(kind: str, name: str, words: str) -> str:
    return f'<w:{kind} w:id="{name}">{p(words)}</w:{kind}>'


PLACES: list[tuple[str, str, str, str]] = [
    ("inside a run", p("Thu đạt 540 tỷ đồng."), "540", "540"),
    ("at the start of a run", p("540 tỷ đồng."), "540", "540"),
    ("at the end of a paragraph", p("Thu đạt ", "540"), "540", "540"),
    ("across runs", p("Thu đạt 5", run("4", "<w:b/>"), "0 tỷ đồng."), "540", "540"),
    ("words that Word shows as capitals", p(run("Báo cáo", "<w:caps/>")), "CÁO", "cáo"),
    ("in a link", p("Theo ", f"<w:hyperlink>{run('số 21 của tỉnh')}</w:hyperlink>"), "21", "21"),
    ("into a link", p("Theo số ", f"<w:hyperlink>{run('21 của tỉnh')}</w:hyperlink>"), "số 21", "số 21"),
    ("in a tracked insertion", p("Thu ", f'<w:ins w:id="5">{run("đạt 22 tỷ")}</w:ins>', "."), "22", "22"),
    (
        "around a tracked deletion",
        p("Thu 5", '<w:del w:id="5"><w:r><w:delText>99</w:delText></w:r></w:del>', "4 tỷ."),
        "54",
        "54",
    ),
    ("the result of a field", p("Bảng ", field("SEQ Bảng", "2", "4"), "."), "2", "24"),
    ("a field that is a link", p("Xem ", field('HYPERLINK "x"', "bảng 25 sau"), "."), "25", "25"),
    ("a field in a field", p("Xem ", field("IF 1", "a", field("REF x", "26"), "b"), "."), "26", "a26b"),
    ("a simple field", p("Số ", f"<w:fldSimple w:instr='SEQ'>{run('số 12')}</w:fldSimple>"), "12", "số 12"),
    ("a content control with looks", p("Kỳ ", control("<w:id w:val='3'/>", "quý 1 này")), "1", "1"),
    ("a content control of plain text", p("Kỳ ", control("<w:text/>", "quý 1 này")), "1", "quý 1 này"),
    ("a formula", p("Là ", "<m:oMath><m:r><m:t>x+34</m:t></m:r></m:oMath>"), "34", "x+34"),
    ("a raised power", p("3.602 m", run("2", '<w:vertAlign w:val="superscript"/>'), " đất"), "m²", "m2"),
    (
        "between tabs and line breaks",
        p("<w:r><w:t>A</w:t><w:tab/><w:t>35</w:t><w:br/><w:t>B</w:t></w:r>"),
        "35",
        "35",
    ),
    ("a symbol", p("Đạt ", '<w:r><w:t>tỷ lệ</w:t><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "5"), "≥5", "5"),
    ("a cell", p("Bảng") + table(row("Tên", "Số"), row("Thu", "đạt 32 tỷ")), "32", "32"),
    ("blanks that a cell drops", table(row("Tên", "Số"), row("Thu", "có  32   tỷ")), "32 tỷ", "32   tỷ"),
    (
        "the second paragraph of a cell",
        table(row("Tên", "Số"), row("Thu", cell(p("năm nay ") + p(" đạt 33")))),
        "33",
        "33",
    ),
    ("over the end of a paragraph", p("Thu 34", properties="<w:rPr><w:del/></w:rPr>") + p(" tỷ."), "34 tỷ", "34 tỷ"),
    ("a text box", p("Ngoài.", f"<w:r><w:pict><v:textbox>{TEXT_BOX}</v:textbox></w:pict></w:r>"), "15", BOX),
    (
        "words before a text box",
        p("Có 16 ", f"<w:r><w:t>xã</w:t><w:pict>{TEXT_BOX}</w:pict></w:r>"),
        "16 xã",
        "16 xã",
    ),
    ("an automatic number and its words", p("Kinh tế", properties=NUMBERED), "I. Kinh", "Kinh"),
    ("a figure right behind a mark", p("Thu", REFERENCE.format(1), "36 tỷ."), "36", "36"),
    ("a mark", p("Thu thuế", REFERENCE.format(1), " đạt."), "thuế¹", "thuế¹"),
    ("a footnote", p("Thu", REFERENCE.format(2), " và chi", REFERENCE.format(1), "."), "40", "²"),
    ("an endnote", p("Thu", REFERENCE.format(1), " và chi", END_REFERENCE.format(1), "."), "41", "²"),
]


@pytest.mark.parametrize(("body", "phrase", "covered"), [pytest.param(*case[1:], id=case[0]) for case in PLACES])
def test_the_comment_covers_the_very_words(body: str, phrase: str, covered: str) -> None:
    notes = {"footnotes": note("footnote", "1", "Có 40 hộ.") + note("footnote", "2", "Gồm cả vốn vay.")}
    original = word(body, **notes, endnotes=note("endnote", "1", "Là 41 hộ."), numbering=LIST)
    document = load_bytes(original, name="a.docx")
    copy = copied(original, on(document, phrase))
    assert [comment.covered for comment in read_comments(copy)] == [covered]
    assert load_bytes(copy, name="a.docx") == document


def test_the_runs_of_a_parted_word_look_alike() -> None:
    copy = tree(copied(word(p(run("Thu 540 tỷ.", "<w:b/><w:i/>"))), Comment(Span(4, 7, "540"), "Sai.")))
    runs = [found for found in copy.iter(f"{W}r") if found.find(f"{W}t") is not None]
    assert ["".join(found.itertext()) for found in runs] == ["Thu ", "540", " tỷ."]
    assert all([look.tag for look in found[0]] == [f"{W}b", f"{W}i"] for found in runs)


def test_places_that_meet_overlap_or_are_one_each_have_their_comment() -> None:
    phrases = ["540 tỷ", "540", "tỷ đồng", "đồng", "540", "đạt 540"]
    found = commented(word(p("Thu đạt 5", run("40", "<w:b/>"), " tỷ đồng.")), *phrases)
    assert sorted(comment.covered or "" for comment in found) == sorted(phrases)
    assert all(comment.text == f"Xem «{comment.covered}»." for comment in found)


def test_an_automatic_number_is_marked_where_its_paragraph_begins() -> None:
    copy = copied(
        word(p("Thu.") + p("Chi", properties=NUMBERED), numbering=LIST), Comment(Span(6, 8, "I."), "Nhảy cóc.")
    )
    paragraph = list(tree(copy).iter(f"{W}p"))[1]
    assert [child.tag.removeprefix(W) for child in paragraph] == [
        "pPr",
        "commentRangeStart",
        "commentRangeEnd",
        "r",
        "r",
    ]


@pytest.mark.parametrize(("start", "end"), [(0, 0), (4, 4), (3, 4), (8, 8)])
def test_a_place_without_words_is_marked_where_it_is(start: int, end: int) -> None:
    original = word(p("Thu tăng"))
    copy = copied(original, Comment(Span(start, end, "Thu tăng"[start:end]), "Thiếu số liệu."))
    before = "".join(
        words.text
        for words in tree(copy).xpath("//*[local-name()='t'][following::*[local-name()='commentRangeStart']]")
    )
    assert len(before) == start
    assert (read_comments(copy)[0].covered or "").strip() == ""


def test_words_that_stand_in_another_order_in_the_file_are_marked_where_they_begin() -> None:
    box = f"<w:r><w:pict><v:textbox>{TEXT_BOX}</v:textbox></w:pict></w:r>"
    original = word(table(row("Tên", "Số"), row("Thu", cell(p(box, "sau khung")))))
    found = commented(original, "khung Cả huyện")
    assert [comment.covered for comment in found] == [""]


def test_a_comment_on_a_note_or_a_box_quotes_its_place() -> None:
    body = p("Thu", REFERENCE.format(1), ".", f"<w:r><w:pict>{TEXT_BOX}</w:pict></w:r>")
    found = commented(word(body, footnotes=note("footnote", "1", "Có 40 hộ.")), "40", "15")
    assert [comment.text for comment in found] == [
        "Xem «40».\n(Trong chú thích: «40».)",
        "Xem «15».\n(Trong khung chữ: «15».)",
    ]


def test_the_comment_names_author_initials_and_day() -> None:
    made = Comment(Span(0, 3, "Thu"), "Lỗi R101: Sai.", date=datetime(2024, 4, 5, 7, 30))
    (comment,) = tree(copied(word(p("Thu")), made), "word/comments.xml")
    assert {name.removeprefix(W): said for name, said in comment.attrib.items()} == {
        "id": "0", "author": "Kỳ Báo", "initials": "KB", "date": "2024-04-05T07:30:00Z",
    }  # fmt: skip


def test_other_parts_are_copied_byte_for_byte_with_fixed_dates() -> None:
    original = openable(
        word(p("Thu", REFERENCE.format(1)), footnotes=note("footnote", "1", "Có."), styles="<!-- như cũ -->")
    )
    copy = copied(original, Comment(Span(0, 3, "Thu"), "Sai."))
    old, new = parts(original), parts(copy)
    changed = {name for name in new if new[name] != old.get(name)}
    assert changed == {
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/comments.xml",
    }
    assert old.keys() <= new.keys()
    assert {info.date_time for info in zipfile.ZipFile(io.BytesIO(copy)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert copy == copied(original, Comment(Span(0, 3, "Thu"), "Sai."))


def test_without_findings_every_part_stays() -> None:
    original = openable(word(p("Thu")))
    assert parts(copied(original)) == parts(original)


OLD = '<w:comment w:id="{}" w:author="Vân thư"><w:p><w:r><w:t>Đã xem.</w:t></w:r></w:p></w:comment>'
OLD_PLACE = (
    '<w:commentRangeStart w:id="{0}"/>{1}<w:commentRangeEnd w:id="{0}"/><w:r><w:commentReference w:id="{0}"/></w:r>'
)


def test_comments_that_were_there_stay_at_their_places() -> None:
    body = p("Thu ", OLD_PLACE.format(4, run("đạt 540 tỷ")), " đồng.")
    found = commented(word(body, comments=OLD.format(4)), "540", "đồng")
    assert {(comment.text, comment.covered) for comment in found} == {
        ("Đã xem.", "đạt 540 tỷ"), ("Xem «540».", "540"), ("Xem «đồng».", "đồng"),
    }  # fmt: skip
    assert len({comment.number for comment in found}) == 3


def test_comments_are_numbered_above_notes_and_old_ones_move_along() -> None:
    body = p("Thu", REFERENCE.format(7), OLD_PLACE.format(0, run("đạt")), END_REFERENCE.format(9), " tỷ")
    found = commented(
        word(
            body, footnotes=note("footnote", "7", "A."), endnotes=note("endnote", "9", "B."), comments=OLD.format(0)
        ),
        "tỷ",
    )
    assert [(comment.covered, comment.number) for comment in found] == [("đạt", 10), ("tỷ", 11)]


def test_a_mark_without_its_comment_lends_its_number_to_none() -> None:
    body = p("Thu ", '<w:r><w:commentReference w:id="6"/></w:r>', "540")
    copy = copied(word(body), Comment(Span(4, 7, "540"), "Sai."))
    assert [comment.get(f"{W}id") for comment in tree(copy, "word/comments.xml")] == ["7"]


def test_strict_files_stay_strict() -> None:
    original = word(p("Thu 540"), strict=True)
    copy = copied(original, Comment(Span(4, 7, "540"), "Sai."))
    assert [comment.covered for comment in read_comments(copy)] == ["540"]
    content = parts(copy)
    assert all(
        b"schemas.openxmlformats.org/wordprocessingml" not in content[f"word/{name}.xml"]
        for name in ("document", "comments")
    )
    assert b"purl.oclc.org/ooxml/officeDocument/relationships/comments" in content["word/_rels/document.xml.rels"]


def test_python_docx_opens_the_copy_and_reads_its_comments(tmp_path: Path) -> None:
    written = docx.Document()
    written.add_paragraph("Thu đạt 540 tỷ đồng, bằng 56% dự toán.")
    written.add_comment(written.paragraphs[0].runs[0], "Đã xem.", author="Văn thư", initials="VT")
    written.save(str(tmp_path / "a.docx"))
    original = (tmp_path / "a.docx").read_bytes()
    document = load_bytes(original, name="a.docx")
    write_commented_copy(original, document, [on(document, "56", "Lỗi R101: Sai.")], tmp_path / "b.docx")
    read = docx.Document(str(tmp_path / "b.docx"))
    assert [(comment.author, comment.initials, comment.text) for comment in read.comments] == [
        ("Văn thư", "VT", "Đã xem."),
        ("Kỳ Báo", "KB", "Lỗi R101: Sai."),
    ]
    assert read.paragraphs[0].text == written.paragraphs[0].text
    assert {comment.text: comment.covered for comment in read_comments((tmp_path / "b.docx").read_bytes())} == {
        "Đã xem.": written.paragraphs[0].text,
        "Lỗi R101: Sai.": "56",
    }


def test_a_file_that_is_there_is_not_replaced_unasked(tmp_path: Path) -> None:
    path = tmp_path / "copy.docx"
    path.write_text("của tôi", encoding="utf-8")
    original = word(p("Thu"))
    with pytest.raises(UnwritableFile):
        write_commented_copy(original, load_bytes(original, name="a.docx"), [], path)
    assert path.read_text(encoding="utf-8") == "của tôi"
