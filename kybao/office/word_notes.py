"""The part of a Word package that holds the footnotes."""

from kybao.office.word_xml import Element, make, serialized


def footnotes(notes: list[Element]) -> bytes:
    """Write ``word/footnotes.xml``: the two separating lines that Word asks for, then the notes."""
    lines = [_line("separator", -1), _line("continuationSeparator", 0)]
    return serialized(make("footnotes", *lines, *notes))


def _line(kind: str, number: int) -> Element:
    spacing = make("pPr", make("spacing", before=0, after=0, line=240, lineRule="auto"))
    return make("footnote", make("p", spacing, make("r", make(kind))), type=kind, id=number)
