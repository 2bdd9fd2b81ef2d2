"""The few words of WordprocessingML (ECMA-376) that the writer needs."""

import re
from decimal import Decimal

from lxml import etree

Element = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ILLEGAL = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what no XML may hold
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(name: str) -> str:
    """Give the full name of an element or attribute of Word.

    >>> w("p")[-4:]
    'in}p'
    """
    return f"{{{W}}}{name}"


def make(name: str, /, *children: Element, **attributes: str | int) -> Element:
    """Make an element of Word whose attributes stand in Word's namespace too."""
    element = etree.Element(w(name), nsmap={"w": W, "r": R})
    for key, value in attributes.items():
        element.set(w(key), str(value))
    element.extend(children)
    return element


def plain(namespace: str, name: str, /, *children: Element, words: str = "", **attributes: str) -> Element:
    """Make an element of another part of the package, its namespace the default one."""
    default: dict[str | None, str] = {None: namespace}
    element = etree.Element(f"{{{namespace}}}{name}", attributes, nsmap=default)  # type: ignore[arg-type]
    element.text = words or None
    element.extend(children)
    return element


def text(words: str, name: str = "t") -> Element:
    """Make a text element that keeps its blanks."""
    element = make(name)
    element.text = words
    element.set(XML_SPACE, "preserve")
    return element


def legal(words: str) -> str:
    """Put a blank for each character that no XML may hold: of a PDF, of a text from an old program.

    >>> legal("trang 1\\x0ctrang 2")
    'trang 1 trang 2'
    """
    return ILLEGAL.sub(" ", words)


def twips(millimetres: int | Decimal) -> int:
    """Convert to Word's unit of length, a twentieth of a point.

    >>> twips(210), twips(297)
    (11906, 16838)
    """
    return round(Decimal(millimetres) * 1440 / Decimal("25.4"))


def serialized(root: Element) -> bytes:
    """Write a new part of the package: the same tree gives the same bytes."""
    etree.cleanup_namespaces(root)
    return written(root)


def written(root: Element) -> bytes:
    """Write a part of the package as it is."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
