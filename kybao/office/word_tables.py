"""Tables of figures: the head repeated on each page, with the row that numbers the columns."""

from collections.abc import Sequence

from kybao.office.word_runs import Typesetter
from kybao.office.word_xml import Element, make
from kybao.text.manuscripts import Run, Table

EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


def table(setter: Typesetter, content: Table, width: int) -> list[Element]:
    """Set a table over the whole width, with its caption above and a little room below."""
    widths = _widths(content, width)
    borders = make("tblBorders", *(make(edge, val="single", sz=4, space=0, color="000000") for edge in EDGES))
    look = make("tblPr", make("tblW", w=sum(widths), type="dxa"), make("jc", val="center"), borders,
                   make("tblLayout", type="fixed"))  # fmt: skip
    element = make("tbl", look, make("tblGrid", *(make("gridCol", w=each) for each in widths)))
    element.append(_row([setter.paragraph("CellHead", head) for head in content.heads], widths, head=True))
    numbers = [setter.paragraph("CellCount", f"({number})") for number in range(1, len(widths) + 1)]
    element.append(_row(numbers, widths, head=True))
    for row in content.rows:
        element.append(_row([_cell(setter, content, index, cell) for index, cell in enumerate(row)], widths))
    caption = [setter.paragraph("Caption", content.caption)] if content.caption else []
    return [*caption, element, setter.paragraph("Rule", "", spacing=make("spacing", before=0, after=120))]


def _cell(setter: Typesetter, content: Table, column: int, runs: Sequence[Run]) -> Element:
    align = "right" if column in content.numeric else "left"
    return setter.paragraph("Cell", runs, jc=make("jc", val="center" if column == 0 else align))


def _row(paragraphs: Sequence[Element], widths: Sequence[int], *, head: bool = False) -> Element:
    """Set a row; where it has fewer cells than columns, the last one spans the rest."""
    properties = make("trPr", make("cantSplit"))
    if head:
        properties.append(make("tblHeader"))
    row = make("tr", properties)
    for column, paragraph in enumerate(paragraphs):
        last = column == len(paragraphs) - 1
        spanned = widths[column:] if last else widths[column : column + 1]
        look = make("tcPr", make("tcW", w=sum(spanned), type="dxa"))
        if len(spanned) > 1:
            look.append(make("gridSpan", val=len(spanned)))
        look.append(make("vAlign", val="center"))
        row.append(make("tc", look, paragraph))
    return row


def _widths(content: Table, width: int) -> list[int]:
    shares = content.widths or (1,) * len(content.heads)
    return [width * share // sum(shares) for share in shares]
