"""Runs, paragraphs and footnotes: the words of a manuscript as elements of Word."""

from collections.abc import Iterable, Iterator

from kybao.office.word_xml import Element, make, text
from kybao.text.manuscripts import Run, Tone

FIRST_NOTE = 1  # Word keeps -1 and 0 for the two lines that separate footnotes from the page


class Typesetter:
    """Sets runs one after the other and remembers the footnotes and bookmarks on the way."""

    def __init__(self, bookmarks: Iterable[str]) -> None:
        """Take the names of the bookmarks in the order of the figures on the page."""
        self.notes: list[Element] = []
        self._bookmarks: Iterator[str] = iter(bookmarks)
        self._last_bookmark = -1

    def paragraph(self, style: str, runs: Iterable[Run] | str, **properties: Element) -> Element:
        """Set a paragraph in a style."""
        if isinstance(runs, str):
            runs = (Run(runs),)
        paragraph = make("p", make("pPr", make("pStyle", val=style), *properties.values()))
        for run in runs:
            paragraph.extend(self._set(run))
        return paragraph

    def _set(self, run: Run) -> Iterator[Element]:
        """Set a run, in its bookmark where it is a figure, with its footnote mark behind."""
        element = make("r", *_look(run.tone), *_lines(run.text))
        if run.figure:
            self._last_bookmark += 1
            number = self._last_bookmark
            yield make("bookmarkStart", id=number, name=next(self._bookmarks))
            yield element
            yield make("bookmarkEnd", id=number)
        elif run.text:
            yield element
        if run.note:
            yield self._mark(run.note)

    def _mark(self, note: tuple[Run, ...]) -> Element:
        """Set the footnote and give its mark."""
        number = len(self.notes) + FIRST_NOTE
        paragraph = make(
            "p",
            make("pPr", make("pStyle", val="FootnoteText")),
            make("r", _raised(), make("footnoteRef")),
            make("r", text(" ")),
        )
        self.notes.append(make("footnote", paragraph, id=number))
        for run in note:
            paragraph.extend(self._set(run))
        return make("r", _raised(), make("footnoteReference", id=number))


def _lines(words: str) -> Iterator[Element]:
    for number, line in enumerate(words.split("\n")):
        if number:
            yield make("br")
        yield text(line)


def _look(tone: Tone) -> list[Element]:
    match tone:
        case Tone.BOLD:
            return [make("rPr", make("b"), make("bCs"))]
        case Tone.ITALIC:
            return [make("rPr", make("i"), make("iCs"))]
        case Tone.MISSING:
            return [make("rPr", make("highlight", val="yellow"))]
        case Tone.PLAIN:
            return []


def _raised() -> Element:
    return make("rPr", make("rStyle", val="FootnoteReference"))
