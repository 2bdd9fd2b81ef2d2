"""The words of a paragraph of Word, from every place where Word keeps text, as they are shown."""

from collections.abc import Callable
from dataclasses import dataclass, field

from kybao.office.word_names import Element, alternative, child, local, value
from kybao.office.word_styles import PLAIN, Look, Style, Styles
from kybao.text.footnotes import raised

# What is not shown, or belongs elsewhere: deletions, field codes, properties, what stands over ruby letters.
SILENT = frozenset(
    {"del", "moveFrom", "delText", "delInstrText", "instrText", "rPr", "pPr", "rt", "sdtPr", "sdtEndPr", "fldData"}
)
CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
# The few letters of the font Symbol that reports use; any other stands for a bullet.
SYMBOLS = {0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB0: "°", 0xAE: "→", 0x2D: "-", 0x2B: "+"}
OTHER_SYMBOL = "•"
PRIVATE = range(0xE000, 0xF900)
REPEATED_MARK = ","  # between two marks, so that ¹ and ² are not read as ¹²


@dataclass(slots=True)
class Notes:
    """The notes in the order of their marks: (kind, id), the number that is shown, and the first mark."""

    numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    references: dict[tuple[str, str], Element] = field(default_factory=dict)

    def mark(self, reference: Element) -> str:
        """Give the raised number of the note that is referred to."""
        key = local(reference).removesuffix("Reference"), value(reference, "id")
        self.references.setdefault(key, reference)
        return raised(self.numbers.setdefault(key, len(self.numbers) + 1))


@dataclass(frozen=True, slots=True)
class Source:
    """Words of a document, and the element of the file that holds them."""

    text: str  # blanks may differ from those of the document
    element: Element
    aside: bool = False  # words of a note: the element is its mark in the running text


@dataclass(slots=True)
class Words:
    """What a paragraph says, and where it comes from."""

    sources: list[Source]
    bold: bool  # all of it
    boxes: list[Element]  # text boxes anchored here


class Inlines:
    """Reads paragraphs one after the other; a field may begin in one and end in another."""

    def __init__(self, styles: Styles, notes: Notes) -> None:
        self._styles = styles
        self._notes = notes
        self._fields: list[bool] = []  # of each open field: whether its result has begun
        self._out: list[Source] = []
        self._boxes: list[Element] = []
        self._bold = True
        self._after_mark = False
        self._handlers: dict[str, Callable[[Element, Look], None]] = {
            "r": self._run,
            "t": self._text,
            "sym": self._symbol,
            "fldChar": self._field,
            "footnoteReference": self._note,
            "endnoteReference": self._note,
            "AlternateContent": self._alternative,
            "txbxContent": self._box,
            "sdt": self._control,
        }

    def words(self, paragraph: Element, style: Style = PLAIN) -> Words:
        """Give the words of a paragraph."""
        self._out, self._boxes, self._bold, self._after_mark = [], [], True, False
        self._inside(paragraph, style.look)
        self._fields = [result for result in self._fields if result]  # a code never runs over the end of a paragraph
        bold = self._bold and any(source.text.strip() for source in self._out)
        return Words(self._out, bold, self._boxes)

    def _inside(self, element: Element, look: Look) -> None:
        for inside in element:
            name = local(inside)
            if name in SILENT:
                continue
            if handler := self._handlers.get(name):
                handler(inside, look)
            elif name in CHARACTERS:
                self._say(CHARACTERS[name], inside, look)
            else:
                self._inside(inside, look)

    def _run(self, run: Element, look: Look) -> None:
        properties = child(run, "rPr")
        if properties is not None:
            named = self._styles.named(value(child(properties, "rStyle"))).look
            look = Look.of(properties).over(named).over(look)
        if not look.hidden:
            self._inside(run, look)

    def _text(self, element: Element, look: Look) -> None:
        text = (element.text or "").replace("\n", " ").replace("\t", " ").replace("\r", " ")
        if look.capitals:
            text = text.upper()
        if look.raised and text.strip().isascii() and text.strip().isdigit():
            text = "".join(raised(int(letter)) if letter.isdigit() else letter for letter in text)
        self._say(text, element, look)

    def _say(self, text: str, element: Element, look: Look) -> None:
        if not all(self._fields):
            return
        self._out.append(Source(text, element))
        if text.strip():
            self._bold = self._bold and bool(look.bold)
            self._after_mark = False

    def _symbol(self, element: Element, look: Look) -> None:
        try:
            code = int(value(element, "char"), 16)
        except ValueError:
            return
        if code in PRIVATE:
            code -= 0xF000
            self._say(SYMBOLS.get(code, OTHER_SYMBOL), element, look)
        elif 0x20 <= code < 0xD800:
            shown = SYMBOLS.get(code, OTHER_SYMBOL) if value(element, "font") == "Symbol" else chr(code)
            self._say(shown, element, look)

    def _field(self, element: Element, look: Look) -> None:
        match value(element, "fldCharType"):
            case "begin":
                self._fields.append(False)
            case "separate" if self._fields:
                self._fields[-1] = True
            case "end" if self._fields:
                self._fields.pop()

    def _note(self, element: Element, look: Look) -> None:
        if not all(self._fields):
            return
        mark = self._notes.mark(element)
        self._out.append(Source(REPEATED_MARK + mark if self._after_mark else mark, element))
        self._after_mark = True

    def _alternative(self, element: Element, look: Look) -> None:
        chosen = alternative(element)
        if chosen is not None:
            self._inside(chosen, look)

    def _box(self, element: Element, look: Look) -> None:
        self._boxes.append(element)

    def _control(self, element: Element, look: Look) -> None:
        """Read a content control, save one that still shows its hint («Bấm để nhập»)."""
        shown = child(element, "sdtContent")
        if shown is not None and child(element, "sdtPr", "showingPlcHdr") is None:
            self._inside(shown, look)
