"""What stands around the body of an official document: head, title, recipients and signature.

Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II: the head is a table of two by two cells without borders, so that
the number stands on one line with place and date.
"""

from collections.abc import Sequence

from kybao.office.word_runs import Typesetter
from kybao.office.word_xml import Element, make, text, twips
from kybao.text.manuscripts import Letterhead, Run, Signature, Tone

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
MOTTO_WIDTH = twips(62)  # of the motto in bold 14 of Times New Roman
HEAD_WIDTHS = (twips(66), twips(99))
CLOSING_WIDTHS = (twips(82), twips(83))
CAPITAL = 190  # mean width of a bold capital of 13 to 14 points, in twentieths of a point
SMALL = 140  # the same for a small letter
BLANK_NUMBER = "      "
LINES_FOR_SEAL = 4


def letterhead(setter: Typesetter, head: Letterhead) -> Element:
    """Set the agency on the left, the state on the right, number and date below them."""
    superior, *issuer = head.agency
    left = [setter.paragraph("Agency", superior.upper())] if superior else []
    left += [setter.paragraph("Issuer", line.upper()) for line in issuer]
    left.append(_rule(HEAD_WIDTHS[0], _width(issuer[-1], CAPITAL) * 2 // 5))
    right = [setter.paragraph("State", STATE), setter.paragraph("Motto", MOTTO), _rule(HEAD_WIDTHS[1], MOTTO_WIDTH)]
    number = setter.paragraph("Symbol", f"Số: {head.number or BLANK_NUMBER}/{head.symbol}")
    dated = setter.paragraph("PlaceDate", f"{head.place}, {head.date}")
    return _frame(HEAD_WIDTHS, [(left, right), ([number], [dated])])


def title(setter: Typesetter, head: Letterhead) -> list[Element]:
    """Set kind, abstract, a line of two fifths of its length, and to whom the report is submitted."""
    lines = head.abstract.split("\n")
    block = [setter.paragraph("DocumentKind", head.kind.upper())]
    block += [setter.paragraph("Abstract", line) for line in lines]
    if head.address:
        block.append(setter.paragraph("Address", head.address))
    page = sum(HEAD_WIDTHS)
    block.append(_rule(page, min(_width(max(lines, key=len), SMALL), page) * 2 // 5))
    block.append(setter.paragraph("Rule", "", spacing=make("spacing", before=0, after=200)))
    return block


def closing(setter: Typesetter, recipients: Sequence[str], signature: Signature) -> Element:
    """Set the recipients on the left and the signature on the right."""
    entries = [recipient.strip(" -;.") for recipient in recipients]
    left = [setter.paragraph("Recipients", "Nơi nhận:")]
    for number, entry in enumerate(entries, start=1):
        left.append(setter.paragraph("Recipient", f"- {entry}{'.' if number == len(entries) else ';'}"))
    right = [setter.paragraph("Signature", line.upper()) for line in (signature.authority, signature.title) if line]
    right += [setter.paragraph("Signature", "") for _ in range(LINES_FOR_SEAL)]
    right.append(setter.paragraph("Signature", signature.name))
    return _frame(CLOSING_WIDTHS, [(left, right)])


def annex_title(setter: Typesetter, number: str, name: str, head: Letterhead) -> list[Element]:
    """Set «Phụ lục», its title and the report that it belongs to."""
    issuer = head.issuer or " ".join(head.agency[1:]).strip()
    source = (
        f"(Kèm theo {head.kind.capitalize()} số {head.number or BLANK_NUMBER}/{head.symbol} {head.date} của {issuer})"
    )
    return [
        setter.paragraph("Annex", f"Phụ lục {number}".strip()),
        setter.paragraph("Annex", name.upper()),
        setter.paragraph("AnnexSource", (Run(source, Tone.ITALIC),)),
    ]


def page_number() -> Element:
    """Make the header: the number of the page, centred above the text."""
    field = [make("fldChar", fldCharType="begin"), text(" PAGE ", "instrText"), make("fldChar", fldCharType="end")]
    return make("hdr", make("p", make("pPr", make("pStyle", val="Header")), *(make("r", part) for part in field)))


def _frame(widths: Sequence[int], rows: Sequence[Sequence[list[Element]]]) -> Element:
    """Make a table without borders that no page end cuts."""
    look = make("tblPr",
        make("tblW", w=sum(widths), type="dxa"), make("jc", val="center"), make("tblLayout", type="fixed"),
        make("tblCellMar", make("left", w=0, type="dxa"), make("right", w=0, type="dxa")),
    )  # fmt: skip
    table = make("tbl", look, make("tblGrid", *(make("gridCol", w=width) for width in widths)))
    for row in rows:
        cells = [_cell(width, cell) for width, cell in zip(widths, row, strict=True)]
        table.append(make("tr", make("trPr", make("cantSplit")), *cells))
    return table


def _cell(width: int, paragraphs: list[Element]) -> Element:
    return make("tc", make("tcPr", make("tcW", w=width, type="dxa")), *paragraphs)


def _rule(room: int, length: int) -> Element:
    """Draw a line of this length in the middle of the room: the lower border of an empty small paragraph."""
    border = make("pBdr", make("top", val="single", sz=6, space=1, color="000000"))
    aside = max(room - length, 0) // 2
    spacing = make("spacing", before=40, after=0, line=60, lineRule="exact")
    return make("p", make("pPr", make("pStyle", val="Rule"), border, spacing, make("ind", left=aside, right=aside)))


def _width(words: str, letter: int) -> int:
    return len(words) * letter
