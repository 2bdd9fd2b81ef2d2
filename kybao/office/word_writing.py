"""Writing a report as a Word file in the official layout of Nghị định 30/2020/NĐ-CP."""

from dataclasses import replace
from pathlib import Path

from kybao.office.manifests import Manifest, custom_properties
from kybao.office.official_styles import styles
from kybao.office.word_frames import annex_title, closing, letterhead, page_number, title
from kybao.office.word_notes import footnotes
from kybao.office.word_packing import HEADER_LINK, package, save
from kybao.office.word_runs import Typesetter
from kybao.office.word_tables import table
from kybao.office.word_xml import Element, R, make, plain, serialized, twips
from kybao.text.manuscripts import Annex, Heading, Manuscript, Paragraph, Run, Table

PAGE = (twips(210), twips(297))
TOP = BOTTOM = twips(20)
LEFT, RIGHT = twips(30), twips(15)
END = "./."
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DUBLIN = "http://purl.org/dc/elements/1.1/"
EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
HEADING_STYLES = ("Part", "Section", "Item", "Point")


def write(manuscript: Manuscript, path: Path, *, manifest: Manifest | None = None, force: bool = False) -> None:
    """Write the manuscript as .docx, each figure in a bookmark, with the manifest among its properties.

    Equal manuscripts give equal bytes. Raises UnwritableFile where the file exists, without ``force``.
    """
    manifest = manifest or Manifest.of(manuscript)
    setter = Typesetter(entry.bookmark for entry in manifest.entries)
    body = make("body", *_main(setter, manuscript), *_annexes(setter, manuscript))
    parts = {
        "word/document.xml": serialized(make("document", body)),
        "word/styles.xml": styles(),
        "word/settings.xml": _settings(),
        "word/footnotes.xml": footnotes(setter.notes),
        "word/header1.xml": serialized(page_number()),
        "docProps/core.xml": _core(manuscript),
        "docProps/app.xml": _app(),
        "docProps/custom.xml": custom_properties(manifest),
    }
    save(package(parts), path, force=force)


def _main(setter: Typesetter, manuscript: Manuscript) -> list[Element]:
    """Set everything before the annexes."""
    elements = [letterhead(setter, manuscript.letterhead), *title(setter, manuscript.letterhead)]
    for block in _with_end(manuscript.body):
        elements += _block(setter, block, _text_width(landscape=False))
    _keep_with_next(elements[-1])
    elements.append(closing(setter, manuscript.recipients, manuscript.signature))
    last = not manuscript.annexes
    return [*elements, *_section_end(setter, landscape=False, last=last)]


def _annexes(setter: Typesetter, manuscript: Manuscript) -> list[Element]:
    elements: list[Element] = []
    for number, annex in enumerate(manuscript.annexes, start=1):
        name = _roman(number) if len(manuscript.annexes) > 1 else ""
        elements += annex_title(setter, name, annex.title, manuscript.letterhead)
        elements += _annex_body(setter, annex)
        elements += _section_end(setter, landscape=annex.landscape, last=number == len(manuscript.annexes))
    return elements


def _annex_body(setter: Typesetter, annex: Annex) -> list[Element]:
    width = _text_width(landscape=annex.landscape)
    return [element for block in annex.blocks for element in _block(setter, block, width)]


def _block(setter: Typesetter, block: Heading | Paragraph | Table, width: int) -> list[Element]:
    if isinstance(block, Heading):
        return _heading(setter, block)
    if isinstance(block, Table):
        return table(setter, block, width)
    bullet = (Run(f"{block.bullet} "),) if block.bullet else ()
    return [setter.paragraph("Body", (*bullet, *block.runs))]


def _heading(setter: Typesetter, heading: Heading) -> list[Element]:
    style = HEADING_STYLES[min(heading.level, 3)]
    if heading.level == 0:
        return [setter.paragraph(style, heading.number), setter.paragraph("PartTitle", heading.title.upper())]
    name = heading.title.upper() if heading.level == 1 else heading.title
    return [setter.paragraph(style, f"{heading.number} {name}".strip())]


def _with_end(body: tuple[Heading | Paragraph | Table, ...]) -> tuple[Heading | Paragraph | Table, ...]:
    """Close the last sentence with «./.»."""
    if not body or not isinstance(body[-1], Paragraph) or not body[-1].runs:
        return body
    last = body[-1]
    tail = last.runs[-1]
    if tail.figure or tail.note:
        runs = (*last.runs, Run(END))
    else:
        runs = (*last.runs[:-1], replace(tail, text=tail.text.rstrip().removesuffix(".") + END))
    return (*body[:-1], replace(last, runs=runs))


def _keep_with_next(paragraph: Element) -> None:
    """Keep the last words and the signature on one page: nobody signs an empty page."""
    paragraph[0].insert(1, make("keepNext"))


def _section_end(setter: Typesetter, *, landscape: bool, last: bool) -> list[Element]:
    """End a section: its page, margins and header. The last one stands by itself, others in a small paragraph."""
    width, height = reversed(PAGE) if landscape else PAGE
    page = make("pgSz", w=width, h=height)
    if landscape:
        page.set(page.tag.replace("pgSz", "orient"), "landscape")
    header = make("headerReference", type="default")
    header.set(f"{{{R}}}id", HEADER_LINK)
    section = make("sectPr",
        header, make("type", val="nextPage"), page,
        make("pgMar", top=TOP, right=RIGHT, bottom=BOTTOM, left=LEFT, header=twips(10), footer=twips(10), gutter=0),
        make("pgNumType", start=1), make("titlePg"),
    )  # fmt: skip
    return [section if last else setter.paragraph("Rule", "", section=section)]


def _text_width(*, landscape: bool) -> int:
    return PAGE[1 if landscape else 0] - LEFT - RIGHT


def _settings() -> bytes:
    separators = [make("footnote", id=-1), make("footnote", id=0)]
    mode = make("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    return serialized(make("settings", make("zoom", percent=100), make("defaultTabStop", val=720),
                                 make("footnotePr", *separators), make("compat", mode)))  # fmt: skip


def _core(manuscript: Manuscript) -> bytes:
    """Name title and author; no time of day, so that equal reports are equal files."""
    head = manuscript.letterhead
    return serialized(
        plain(
            CORE,
            "coreProperties",
            plain(DUBLIN, "title", words=f"{head.kind} {head.abstract}".replace("\n", " ")),
            plain(DUBLIN, "creator", words=" ".join(head.agency[1:])),
            plain(DUBLIN, "language", words="vi-VN"),
        )
    )


def _app() -> bytes:
    return serialized(plain(EXTENDED, "Properties", plain(EXTENDED, "Application", words="Kỳ Báo")))


def _roman(number: int) -> str:
    """Write a small number in Roman digits.

    >>> _roman(4), _roman(9)
    ('IV', 'IX')
    """
    signs = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    written = ""
    for value, sign in signs:
        while number >= value:
            written += sign
            number -= value
    return written
