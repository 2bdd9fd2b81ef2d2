"""Every place where Word keeps text, and what it does not show."""

import pytest

from kybao.office.loading import load_bytes
from kybao.text import Kind
from tests.office.raw_word import cell, p, read, row, run, table, word

FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
CODE = "<w:r><w:instrText> DATE </w:instrText></w:r>"
BOX = "<w:txbxContent>" + p("Trong khung.") + "</w:txbxContent>"

SHOWN: list[tuple[str, str, str]] = [
    ("runs", p("Thu ", run("đạt", "<w:b/>"), " 27%."), "Thu đạt 27%."),
    ("a link", p("Xem ", f"<w:hyperlink>{run('phụ lục')}</w:hyperlink>", "."), "Xem phụ lục."),
    ("an insertion", p("Thu ", f"<w:ins>{run('đã ')}</w:ins>", "đạt."), "Thu đã đạt."),
    ("a deletion", p("Thu ", "<w:del><w:r><w:delText>không </w:delText></w:r></w:del>", "đạt."), "Thu đạt."),
    ("a deletion with plain text", p("Thu ", f"<w:del>{run('không ')}</w:del>", "đạt."), "Thu đạt."),
    ("a move", p(f"<w:moveFrom>{run('cũ ')}</w:moveFrom>", f"<w:moveTo>{run('mới')}</w:moveTo>"), "mới"),
    ("a content control", p("Kỳ: ", f"<w:sdt><w:sdtContent>{run('quý I')}</w:sdtContent></w:sdt>"), "Kỳ: quý I"),
    (
        "the hint of a content control",
        p(
            "Kỳ: ",
            f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Bấm vào')}</w:sdtContent></w:sdt>",
        ),
        "Kỳ:",
    ),
    ("a paragraph in a content control", f"<w:sdt><w:sdtContent>{p('Trong ô.')}</w:sdtContent></w:sdt>", "Trong ô."),
    ("a simple field", p("Số ", f"<w:fldSimple w:instr='SEQ'>{run('12')}</w:fldSimple>"), "Số 12"),
    (
        "a field",
        p("Ngày ", FIELD.format("begin"), CODE, FIELD.format("separate"), "5/4", FIELD.format("end"), "."),
        "Ngày 5/4.",
    ),
    (
        "a field inside the code of a field",
        p(
            FIELD.format("begin"), run("IF"), FIELD.format("begin"), run("x"), FIELD.format("separate"), run("y")
        ).replace(
            "</w:p>", FIELD.format("end") + FIELD.format("separate") + run("đúng") + FIELD.format("end") + "</w:p>"
        ),
        "đúng",
    ),
    ("a field without an end", p("A", FIELD.format("begin"), CODE) + p("Thu đạt."), "A\n\nThu đạt."),
    ("a line break", p("Dòng một", "<w:r><w:br/></w:r>", "dòng hai"), "Dòng một\ndòng hai"),
    ("a hyphen that does not break", p("9", "<w:r><w:noBreakHyphen/></w:r>", "10%"), "9-10%"),
    ("a soft hyphen", p("ngân", "<w:r><w:softHyphen/></w:r>", "hàng"), "ngânhàng"),
    ("a tab after words", p("Tên", "<w:r><w:tab/></w:r>", "Số"), "Tên\tSố"),
    ("a tab that indents", p("<w:r><w:tab/></w:r>", "Thu đạt."), "Thu đạt."),
    ("a symbol", p("Thu ", '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', " 5"), "Thu ≥ 5"),
    ("a raised power", p("3.602 m", run("2", '<w:vertAlign w:val="superscript"/>')), "3.602 m²"),
    ("capitals", p(run("Báo cáo", "<w:caps/>")), "BÁO CÁO"),
    ("capitals switched off", p(run("Báo cáo", '<w:caps w:val="0"/>')), "Báo cáo"),
    ("hidden words", p("Thu ", run("(ẩn) ", "<w:vanish/>"), "đạt."), "Thu đạt."),
    ("a formula", p("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"), "x+1"),
    (
        "ruby",
        p("<w:r><w:ruby><w:rt>" + run("trên") + "</w:rt><w:rubyBase>" + run("dưới") + "</w:rubyBase></w:ruby></w:r>"),
        "dưới",
    ),
    ("custom XML", p(f"<w:customXml>{run('Trong')}</w:customXml>"), "Trong"),
    (
        "a text box of old",
        p("Ngoài.", f"<w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r>"),
        "Ngoài.\n\nTrong khung.",
    ),
    (
        "a text box, once",
        p(
            "Ngoài.",
            f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>{BOX}</wps:txbx></mc:Choice>"
            f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
        ),
        "Ngoài.\n\nTrong khung.",
    ),
    (
        "a deleted paragraph end",
        p("Thu ", properties="<w:rPr><w:del/></w:rPr>") + p("đạt khá."),
        "Thu đạt khá.",
    ),
    ("a comment", p("Thu", '<w:r><w:commentReference w:id="1"/></w:r>', " đạt."), "Thu đạt."),
    ("blank paragraphs", p("") + p("Thu đạt.") + p(" ") + p("Chi đạt."), "Thu đạt.\n\nChi đạt."),
    ("decomposed letters", p("N\u0103m đa\u0323t"), "N\u0103m đa\u0323t"),
]


@pytest.mark.parametrize(("body", "text"), [pytest.param(*case[1:], id=case[0]) for case in SHOWN])
def test_the_text_is_what_word_shows(body: str, text: str) -> None:
    assert read(body).text == text


REFERENCE = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
END_REFERENCE = '<w:r><w:endnoteReference w:id="{}"/></w:r>'


def footnote(name: str, *paragraphs: str) -> str:
    return f'<w:footnote w:id="{name}">{"".join(paragraphs)}</w:footnote>'


def test_footnotes_are_numbered_as_their_marks_come() -> None:
    document = read(
        p("Thu đạt", REFERENCE.format(7), " khá.") + p("Chi đạt", REFERENCE.format(3), "."),
        footnotes=footnote("3", p("Chi cho", " vay."))
        + footnote("7", p("Thu thuế."))
        + footnote("9", p("Không có dấu.")),
    )
    assert document.text == "Thu đạt¹ khá.\n\nChi đạt².\n\n¹ Thu thuế.\n\n² Chi cho vay."
    assert [(block.mark, block.text[block.body :]) for block in document.blocks if block.kind is Kind.NOTE] == [
        ("1", "Thu thuế."),
        ("2", "Chi cho vay."),
    ]
    assert [mark.number for mark in document.marks] == ["1", "2"]


def test_a_note_of_two_paragraphs_is_one_block() -> None:
    document = read(p("Thu", REFERENCE.format(1), "."), footnotes=footnote("1", p("Một."), p("Hai.")))
    assert document.blocks[-1].text == "¹ Một. Hai."


def test_brackets_around_the_number_of_a_note_are_left_out() -> None:
    note = footnote("1", p("(", "<w:r><w:footnoteRef/></w:r>", ") Thu thuế."))
    document = read(p("Thu", "(", REFERENCE.format(1), ")", "."), footnotes=note)
    assert document.text == "Thu(¹).\n\n¹ Thu thuế."
    assert [mark.number for mark in document.marks] == ["1"]


def test_two_marks_side_by_side_are_two() -> None:
    body = p("Thu", REFERENCE.format(1), REFERENCE.format(2), ".")
    document = read(body, footnotes=footnote("1", p("Một.")) + footnote("2", p("Hai.")))
    assert [mark.number for mark in document.marks] == ["1", "2"]


def test_endnotes_are_read_too() -> None:
    body = p("Thu", REFERENCE.format(1), " và chi", END_REFERENCE.format(1), ".")
    endnotes = f'<w:endnote w:id="1">{p("Cuối.")}</w:endnote>'
    assert read(body, footnotes=footnote("1", p("Chân.")), endnotes=endnotes).text.endswith("¹ Chân.\n\n² Cuối.")


def test_a_deleted_mark_counts_no_note() -> None:
    body = p("Thu", f"<w:del>{REFERENCE.format(1)}</w:del>", " đạt", REFERENCE.format(2), ".")
    document = read(body, footnotes=footnote("1", p("Một.")) + footnote("2", p("Hai.")))
    assert document.text == "Thu đạt¹.\n\n¹ Hai."


def test_a_table_gives_cells_with_heads() -> None:
    document = read(
        p("Kết quả:")
        + table(
            row("STT", "Chỉ tiêu", "Thực hiện"),
            row("1", "Thu ngân sách", "540"),
            row("2", "Chi ngân sách", "500"),
        )
    )
    assert document.text == "Kết quả:\n\nSTT\tChỉ tiêu\tThực hiện\n1\tThu ngân sách\t540\n2\tChi ngân sách\t500"
    assert document.blocks[-1].heads == ("Chi ngân sách", "Thực hiện")


def test_merged_cells_keep_their_columns() -> None:
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    document = read(
        table(
            row(cell("TT", down), cell("Chỉ tiêu", down), cell("Năm 2024", '<w:gridSpan w:val="2"/>')),
            row(cell("", on), cell("", on), "Kế hoạch", "Thực hiện"),
            row("1", "Thu", "90", "95"),
        )
    )
    assert document.text == "TT\tChỉ tiêu\tNăm 2024\t\n\t\tKế hoạch\tThực hiện\n1\tThu\t90\t95"
    assert document.blocks[-1].heads == ("Thu", "Năm 2024 Thực hiện")


def test_a_skipped_column_before_a_row() -> None:
    before = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>'
    document = read(table(row("Tên", "Số"), row("5", properties=before), row("Chi", "6")))
    assert document.text == "Tên\tSố\n\t5\nChi\t6"


def test_a_deleted_row_is_gone_and_an_inserted_one_stays() -> None:
    rows = row("Tên", "Số"), row("Cũ", "1", properties="<w:trPr><w:del/></w:trPr>"), row("Mới", "2")
    assert read(table(*rows)).text == "Tên\tSố\nMới\t2"


def test_paragraphs_and_tables_in_a_cell_stand_in_one_line() -> None:
    inner = p("Một,") + p("hai") + table(row("ba")) + p("")
    assert read(table(row("Tên", "Số"), row(cell(inner), "5"))).text == "Tên\tSố\nMột, hai ba\t5"


def test_a_letterhead_table_is_read_cell_by_cell() -> None:
    document = read(
        table(
            row(cell(p("ỦY BAN NHÂN DÂN") + p("HUYỆN CHI LĂNG")), cell(p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))),
            row("Số: 5/BC-UBND", "Chi Lăng, ngày 05 tháng 4 năm 2024"),
        )
        + p("BÁO CÁO")
        + p("Tình hình quý I")
    )
    assert [block.kind for block in document.blocks] == [Kind.HEAD] * 5 + [Kind.TITLE] * 2


def test_a_signature_table_is_the_closing() -> None:
    document = read(
        p("Thu ngân sách đạt khá trong cả quý.")
        + table(row(cell(p("Nơi nhận:") + p("- UBND tỉnh;")), cell(p("TM. ỦY BAN NHÂN DÂN") + p("CHỦ TỊCH"))))
    )
    assert [block.kind for block in document.blocks[1:]] == [Kind.CLOSING] * 4


def test_two_tables_in_a_row_are_two() -> None:
    first = table(row("Tên", "Số"), row("Thu", "1"))
    second = table(row("Loại", "Số"), row("Chi", "2"))
    assert {block.table for block in read(first + second).blocks} == {0, 1}


def test_headings_by_style_need_no_number() -> None:
    styles = '<w:style w:styleId="H1" w:type="paragraph"><w:name w:val="heading 1"/></w:style>'
    document = read(p("Tình hình chung", properties='<w:pStyle w:val="H1"/>') + p("Thu đạt khá."), styles=styles)
    assert [block.kind for block in document.blocks] == [Kind.HEADING, Kind.PARAGRAPH]


def test_a_bold_short_paragraph_is_a_heading() -> None:
    document = read(p("Mở đầu báo cáo.") + p(run("Về kinh tế", "<w:b/>")) + p("Thu đạt khá."))
    assert document.blocks[1].kind is Kind.HEADING


def test_the_table_of_contents_is_left_out() -> None:
    styles = '<w:style w:styleId="C1" w:type="paragraph"><w:name w:val="toc 1"/></w:style>'
    assert (
        read(p("I. Kinh tế", properties='<w:pStyle w:val="C1"/>') + p("Thu đạt."), styles=styles).text == "Thu đạt."
    )


def test_words_take_their_look_from_styles() -> None:
    styles = (
        '<w:style w:styleId="A"><w:rPr><w:caps/></w:rPr></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
        '<w:style w:styleId="C" w:type="character"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    body = p("Báo cáo", run(" ẩn", '<w:rStyle w:val="C"/>'), properties='<w:pStyle w:val="B"/>')
    assert read(body, styles=styles).text == "BÁO CÁO"


def test_styles_that_inherit_in_a_circle_end() -> None:
    styles = "".join(f'<w:style w:styleId="{a}"><w:basedOn w:val="{b}"/></w:style>' for a, b in ("AB", "BA"))
    assert read(p("Thu đạt.", properties='<w:pStyle w:val="A"/>'), styles=styles).text == "Thu đạt."


def test_strict_open_xml_is_read() -> None:
    assert load_bytes(word(p("Thu đạt."), strict=True), name="a.docx").text == "Thu đạt."
