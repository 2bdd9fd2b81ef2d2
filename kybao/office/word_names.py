"""Names of WordprocessingML (ECMA-376) as the reader meets them."""

from collections.abc import Iterator
from functools import cache

from lxml import etree

Element = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFF = {"0", "false", "off", "none"}
# What only wraps other content: content controls, tracked insertions, links.
WRAPPERS = frozenset(
    {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "bdo", "dir", "fldSimple"}
)


@cache
def w(name: str) -> str:
    """Give the full name of an element or attribute of Word."""
    return f"{{{W}}}{name}"


def local(element: Element) -> str:
    """Give the name of an element without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: Element | None, *path: str) -> Element | None:
    """Follow a path of children, None where it ends early."""
    for name in path:
        if element is None or not len(element):
            return None
        element = next(element.iterchildren(w(name)), None)
    return element


def value(element: Element | None, name: str = "val") -> str:
    """Give an attribute, "" where there is none."""
    return "" if element is None else element.get(w(name), "")


def number(element: Element | None, default: int, name: str = "val") -> int:
    """Give an attribute as a whole number, the default where it is none."""
    written = value(element, name)
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else default


def switched(properties: Element | None, name: str) -> bool | None:
    """Tell whether a property is on or off, None where nothing is said."""
    found = child(properties, name)
    return None if found is None else value(found) not in OFF


def content(element: Element, *names: str) -> Iterator[Element]:
    """Yield the children of these names, those inside content controls and tracked insertions too."""
    for inside in element:
        name = local(inside)
        if name in names:
            yield inside
        elif name in WRAPPERS and child(inside, "sdtPr", "showingPlcHdr") is None:
            yield from content(inside, *names)
        elif name == "AlternateContent":
            chosen = alternative(inside)
            if chosen is not None:
                yield from content(chosen, *names)


def alternative(element: Element) -> Element | None:
    """Give the one of several alternatives that is shown: the first choice, else the fallback."""
    return next((inside for inside in element if local(inside) in {"Choice", "Fallback"} and len(inside)), None)
