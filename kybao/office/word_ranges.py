"""Marks put between the characters of a Word file: runs are parted where a mark stands inside one."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise

from kybao.office.word_anchors import Spot
from kybao.office.word_fields import field_around
from kybao.office.word_names import Element, child, local, w
from kybao.office.word_xml import XML_SPACE, make

# What a mark may stand in; anything else is marked as a whole.
OPEN = frozenset({"hyperlink", "ins", "moveTo", "smartTag", "customXml", "bdo", "dir", "sdt", "sdtContent"})
# Content controls whose words Word keeps in one piece.
PLAIN_CONTROLS = ("text", "comboBox", "dropDownList", "date", "dataBinding")
FIRST, LAST = range(2)
NOTE, BOX = "chú thích", "khung chữ"


@dataclass(frozen=True, slots=True)
class Hold:
    """What marks are put before or behind: a text that can be parted, something whole, the start of a paragraph."""

    element: Element
    aside: str = ""  # what the words stand in that no mark can reach: it is marked instead

    @property
    def parts(self) -> bool:
        """Whether a mark can stand inside."""
        return self.element.tag == w("t") and not _is_raised(self.element)


def holds(first: Spot, last: Spot) -> tuple[Hold, Hold]:
    """Find what of the running text a mark can be put before and behind for these places."""
    return _hold(first, FIRST), _hold(last, LAST)


def _hold(spot: Spot, edge: int) -> Hold:
    element = spot.source.element
    path = [element, *element.iterancestors()]
    paragraphs = [index for index, above in enumerate(path) if above.tag == w("p")]
    outermost = paragraphs[-1]
    aside = NOTE if spot.source.aside else BOX if len(paragraphs) > 1 else ""
    if field := field_around(path[outermost], element):
        return Hold(field[edge], aside)
    inside = path[:outermost]
    while inside:
        step = inside.pop()
        if step.tag == w("r") and inside:
            return Hold(inside.pop(), aside)
        if local(step) not in OPEN or _is_plain_control(step):
            return Hold(step, aside)
    return Hold(path[outermost], aside)


def put_before(held: Hold, offset: int, marks: Sequence[Element]) -> None:
    """Put marks before the character that stands at an offset."""
    element = held.element
    if element.tag == w("p"):
        _put_first(element, marks)
    elif not _in_run(element):
        _put_left(element, marks)
    elif held.parts and offset > 0:
        _put_behind_child(_cut(element, offset), marks)
    elif (previous := _previous(element)) is not None:
        _put_behind_child(previous, marks)
    else:
        _put_left(_parent(element), marks)


def put_behind(held: Hold, offset: int, marks: Sequence[Element]) -> None:
    """Put marks behind the character that ends at an offset."""
    element = held.element
    if element.tag == w("p"):
        _put_first(element, marks)
    elif not _in_run(element):
        _put_right(element, marks)
    else:
        _put_behind_child(_cut(element, offset) if held.parts else element, marks)


def precedes(one: Element, other: Element) -> bool:
    """Whether an element begins before another of the same tree."""
    return _path(one) < _path(other)


def _path(element: Element) -> list[int]:
    line = [element, *element.iterancestors()]
    return [above.index(below) for below, above in pairwise(line)][::-1]


def _is_plain_control(element: Element) -> bool:
    return element.tag == w("sdt") and any(child(element, "sdtPr", kind) is not None for kind in PLAIN_CONTROLS)


def _is_raised(text: Element) -> bool:
    """Whether a text is raised or lowered: parted, «m2a» would be read as another text."""
    return child(_parent(text), "rPr", "vertAlign") is not None


def _in_run(element: Element) -> bool:
    return _parent(element).tag == w("r")


def _parent(element: Element) -> Element:
    parent = element.getparent()
    return element if parent is None else parent


def _previous(element: Element) -> Element | None:
    """Give what stands before an element in its run, None where it is the first."""
    previous = element.getprevious()
    return None if previous is None or previous.tag == w("rPr") else previous


def _cut(text: Element, offset: int) -> Element:
    """Leave so many characters in a text; the others go into a new one behind it."""
    words = text.text or ""
    if offset < len(words):
        rest = make("t")
        rest.text, text.text = words[offset:], words[:offset]
        for part in (text, rest):
            part.set(XML_SPACE, "preserve")
        text.addnext(rest)
    return text


def _put_behind_child(last: Element, marks: Iterable[Element]) -> None:
    """End a run behind one of its children, put the marks there, and go on in a run that looks the same."""
    run = _parent(last)
    rest = list(last.itersiblings())
    if rest:
        following = make("r")
        for name, attribute in run.items():
            following.set(name, attribute)
        look = child(run, "rPr")
        following.extend([deepcopy(look)] if look is not None else [])
        following.extend(rest)
        run.addnext(following)
    _put_right(run, marks)


def _put_first(paragraph: Element, marks: Sequence[Element]) -> None:
    properties = child(paragraph, "pPr")
    if properties is not None:
        _put_right(properties, marks)
    else:
        for mark in reversed(marks):
            paragraph.insert(0, mark)


def _put_left(element: Element, marks: Iterable[Element]) -> None:
    for mark in marks:
        element.addprevious(mark)


def _put_right(element: Element, marks: Iterable[Element]) -> None:
    for mark in reversed(list(marks)):
        element.addnext(mark)
