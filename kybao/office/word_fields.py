"""Fields of Word: what stands between the mark that begins one and the mark that ends it is its own."""

from dataclasses import dataclass

from kybao.office.word_names import Element, value, w

LINK = "HYPERLINK"


@dataclass(slots=True)
class Field:
    """A field of one paragraph, by its marks."""

    begin: Element
    end: Element | None = None
    code: str = ""
    around: bool = False  # around the element that is asked for

    @property
    def is_link(self) -> bool:
        """Whether its words are like any others of the text."""
        return self.code.split()[:1] == [LINK]


def field_around(paragraph: Element, element: Element) -> tuple[Element, Element] | None:
    """Give the first and the last mark of the outermost field around an element; a link does not count."""
    fields: list[Field] = []
    opened: list[Field] = []
    for found in paragraph.iter(w("fldChar"), w("instrText"), element.tag):
        if found is element:
            for field in opened:
                field.around = True
        elif found.tag == w("instrText") and opened:
            opened[-1].code += found.text or ""
        elif value(found, "fldCharType") == "begin":
            fields.append(Field(found))
            opened.append(fields[-1])
        elif value(found, "fldCharType") == "end" and opened:
            opened.pop().end = found
    around = [field for field in fields if field.around and not field.is_link]
    whole = [(field.begin, field.end) for field in around if field.end is not None]
    return whole[0] if whole else None
