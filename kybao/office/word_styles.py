"""What the styles of a Word file say about paragraphs and runs: outline level, numbering, capitals, hidden text."""

import re
from dataclasses import dataclass

from kybao.office.word_names import Element, child, number, switched, value, w

HEADING = re.compile(r"(?:heading|đầu đề|tiêu đề) (\d)$", re.IGNORECASE)
CONTENTS = re.compile(r"(?:toc|mục lục) ?\d|table of figures|(?:toc|mục lục) heading", re.IGNORECASE)
MOST_ANCESTORS = 20


@dataclass(frozen=True, slots=True)
class Look:
    """How the words of a run look, None where nothing is said."""

    bold: bool | None = None
    capitals: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None

    @classmethod
    def of(cls, properties: Element | None) -> "Look":
        """Read run properties (rPr)."""
        if properties is None or not len(properties):
            return UNSAID
        raised = child(properties, "vertAlign")
        look = cls(
            switched(properties, "b"),
            switched(properties, "caps"),
            switched(properties, "vanish"),
            None if raised is None else value(raised) == "superscript",
        )
        return UNSAID if look == UNSAID else look

    def over(self, below: "Look") -> "Look":
        """Give this look, with what it leaves open taken from the one below."""
        if self is UNSAID or below is UNSAID:
            return below if self is UNSAID else self
        return Look(
            below.bold if self.bold is None else self.bold,
            below.capitals if self.capitals is None else self.capitals,
            below.hidden if self.hidden is None else self.hidden,
            below.raised if self.raised is None else self.raised,
        )


UNSAID = Look()


@dataclass(frozen=True, slots=True)
class Style:
    """A style with what it inherits."""

    look: Look = UNSAID
    outline: int = 0  # 1 to 9 for headings, 0 for body text
    numbering: str = ""  # numId
    level: int = 0  # ilvl
    contents: bool = False  # a line of a table of contents


PLAIN = Style()


class Styles:
    """The styles of a file, by their id."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._known: dict[str, Style] = {}
        self.default = ""
        for element in root.iterfind(w("style")) if root is not None else ():
            name = value(element, "styleId")
            self._elements[name] = element
            if value(element, "type") == "paragraph" and value(element, "default") in {"1", "true", "on"}:
                self.default = name

    @property
    def lists(self) -> dict[str, str]:
        """The list (numId) that each style of a list holds."""
        return {
            name: value(found) for name, style in self._elements.items() if (found := _list_of(style)) is not None
        }

    def paragraph(self, properties: Element | None) -> Style:
        """Give the style of a paragraph from its properties (pPr)."""
        return self.named(value(child(properties, "pStyle")) or self.default)

    def named(self, name: str) -> Style:
        """Give the style of this id, the plain one where there is none."""
        if name not in self._known:
            self._known[name] = self._resolved(name)
        return self._known[name]

    def _resolved(self, name: str) -> Style:
        chain: list[Element] = []
        while name in self._elements and len(chain) < MOST_ANCESTORS:
            chain.append(self._elements[name])
            name = value(child(chain[-1], "basedOn"))
        style = PLAIN
        for element in reversed(chain):
            style = _refined(style, element)
        return style


def _refined(base: Style, element: Element) -> Style:
    properties = child(element, "pPr")
    name = value(child(element, "name"))
    numbered = child(properties, "numPr", "numId")
    return Style(
        Look.of(child(element, "rPr")).over(base.look),
        _outline(name, properties, base.outline),
        base.numbering if numbered is None else value(numbered),
        number(child(properties, "numPr", "ilvl"), base.level),
        base.contents or CONTENTS.match(name) is not None,
    )


def _list_of(style: Element) -> Element | None:
    return child(style, "pPr", "numPr", "numId")


def _outline(name: str, properties: Element | None, inherited: int) -> int:
    level = child(properties, "outlineLvl")
    if level is not None:
        return number(level, 9) + 1 if number(level, 9) < 9 else 0
    match = HEADING.match(name)
    return int(match[1]) if match else inherited
