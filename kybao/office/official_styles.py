"""The looks of an official document: font, sizes, spacing (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""

from dataclasses import dataclass

from kybao.office.word_xml import Element, make, serialized

FONT = "Times New Roman"
FIRST_LINE = 720  # 1,27 cm
LINE = 264  # 1,1 lines; single is 240
LEAST_LINE = 200  # below it a line has just this height


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style; sizes in points, spacing in twentieths of a point."""

    id: str
    name: str
    size: int = 14
    bold: bool = False
    italic: bool = False
    align: str = "left"
    first_line: int = 0
    after: int = 0
    before: int = 0
    line: int = 240
    keep_next: bool = False
    outline: int = -1


STYLES = (
    Style("Body", "Body Text", align="both", first_line=FIRST_LINE, after=120, line=LINE),
    Style("Part", "heading 1", bold=True, align="center", before=240, after=60, keep_next=True, outline=0),
    Style("PartTitle", "Part Title", bold=True, align="center", after=160, keep_next=True),
    Style("Section", "heading 2", bold=True, first_line=FIRST_LINE, before=120, after=120, line=LINE,
          keep_next=True, outline=1),
    Style("Item", "heading 3", bold=True, first_line=FIRST_LINE, after=120, line=LINE,
          keep_next=True, outline=2),
    Style("Point", "heading 4", bold=True, first_line=FIRST_LINE, after=120, line=LINE,
          keep_next=True, outline=3),
    Style("Agency", "Agency", 13, align="center"),
    Style("Issuer", "Issuer", 13, bold=True, align="center"),
    Style("State", "State Name", 13, bold=True, align="center"),
    Style("Motto", "Motto", 14, bold=True, align="center"),
    Style("Symbol", "Symbol", 13, align="center", before=80),
    Style("PlaceDate", "Place and Date", 14, italic=True, align="center", before=60),
    Style("DocumentKind", "Title", 14, bold=True, align="center", before=300, keep_next=True),
    Style("Abstract", "Subtitle", 14, bold=True, align="center", keep_next=True),
    Style("Address", "Address", 14, italic=True, align="center", before=60, keep_next=True),
    Style("Rule", "Rule", 1, align="center", line=20),
    Style("Recipients", "Recipients", 12, bold=True, italic=True),
    Style("Recipient", "Recipient", 11),
    Style("Signature", "Signature", 14, bold=True, align="center"),
    Style("Annex", "Annex", 14, bold=True, align="center", keep_next=True),
    Style("AnnexSource", "Annex Source", 14, italic=True, align="center", after=120, keep_next=True),
    Style("Caption", "caption", 13, bold=True, align="center", before=120, after=80, keep_next=True),
    Style("Cell", "Table Cell", 11, before=20, after=20),
    Style("CellHead", "Table Head", 11, bold=True, align="center", before=30, after=30, keep_next=True),
    Style("CellCount", "Table Column Number", 10, italic=True, align="center", keep_next=True),
    Style("Header", "header", 14, align="center"),
    Style("FootnoteText", "footnote text", 10, align="both"),
)  # fmt: skip


def styles() -> bytes:
    """Write the part ``word/styles.xml``."""
    normal = make("style", make("name", val="Normal"), make("qFormat"), type="paragraph", default=1, styleId="Normal")
    grid = make("style", make("name", val="Normal Table"), _grid(), type="table", default=1, styleId="TableNormal")
    raised = make("rPr", make("vertAlign", val="superscript"))
    mark = make("style", make("name", val="footnote reference"), raised, type="character",
                styleId="FootnoteReference")  # fmt: skip
    return serialized(make("styles", _defaults(), normal, grid, *(_style(style) for style in STYLES), mark))


def _defaults() -> Element:
    fonts = make("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)
    language = make("lang", val="vi-VN", eastAsia="vi-VN")
    run = make("rPr", fonts, make("color", val="000000"), make("sz", val=28), make("szCs", val=28), language)
    paragraph = make("pPr", make("spacing", before=0, after=0, line=240, lineRule="auto"))
    return make("docDefaults", make("rPrDefault", run), make("pPrDefault", paragraph))


def _style(style: Style) -> Element:
    name, parent = make("name", val=style.name), make("basedOn", val="Normal")
    return make("style", name, parent, make("qFormat"), _paragraph(style), _run(style),
                type="paragraph", styleId=style.id)  # fmt: skip


def _paragraph(style: Style) -> Element:
    """Give the properties in the order that the schema wants."""
    properties = make("pPr")
    if style.keep_next:
        properties.extend([make("keepNext"), make("keepLines")])
    rule = "exact" if style.line < LEAST_LINE else "auto"
    properties.append(make("spacing", before=style.before, after=style.after, line=style.line, lineRule=rule))
    if style.first_line:
        properties.append(make("ind", firstLine=style.first_line))
    properties.append(make("jc", val=style.align))
    if style.outline >= 0:
        properties.append(make("outlineLvl", val=style.outline))
    return properties


def _run(style: Style) -> Element:
    properties = make("rPr")
    if style.bold:
        properties.extend([make("b"), make("bCs")])
    if style.italic:
        properties.extend([make("i"), make("iCs")])
    properties.extend([make("sz", val=style.size * 2), make("szCs", val=style.size * 2)])
    return properties


def _grid() -> Element:
    margins = make("tblCellMar", make("left", w=80, type="dxa"), make("right", w=80, type="dxa"))
    return make("tblPr", make("tblInd", w=0, type="dxa"), margins)
