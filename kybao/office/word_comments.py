"""Comments in a Word file, each at the very words that it is about."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from kybao.office.word_anchors import Anchors
from kybao.office.word_names import Element
from kybao.office.word_ranges import Hold, holds, precedes, put_before, put_behind
from kybao.office.word_xml import legal, make, text
from kybao.text import Span

AUTHOR = "Kỳ Báo"
DATE = "%Y-%m-%dT%H:%M:%SZ"
QUOTED = 80  # characters


@dataclass(frozen=True, slots=True)
class Comment:
    """What is said about a place of a document; each line becomes a paragraph."""

    span: Span
    text: str
    author: str = AUTHOR
    date: datetime | None = None  # without one, equal documents give equal files

    @property
    def initials(self) -> str:
        """The first letters of the author's names.

        >>> Comment(Span(0, 0, ""), "Xem lại.").initials
        'KB'
        """
        return "".join(name[0] for name in self.author.split())


@dataclass(frozen=True, slots=True)
class _Edge:
    """Marks to be put at one edge of a commented place."""

    at: int  # in the text of the document
    begins: bool
    number: int
    held: Hold
    offset: int
    marks: tuple[Element, ...]

    @property
    def order(self) -> tuple[int, bool, int]:
        """The place in the text; where one place ends and another begins, the end comes first."""
        return self.at, self.begins, self.number


def put_comments(comments: Iterable[Comment], anchors: Anchors, first: int) -> list[Element]:
    """Mark the place of each comment and give the comments themselves, numbered from ``first``.

    A comment that no mark can reach, in a note or a text box, says where its place is.
    """
    edges: list[_Edge] = []
    elements: list[Element] = []
    in_order = sorted(comments, key=lambda comment: (comment.span.start, comment.span.end))
    for number, comment in enumerate(in_order, start=first):
        around = list(_edges(comment, anchors, number))
        edges += around
        elements.append(_element(comment, number, around[0].held.aside))
    # From the last to the first: what stands before a mark keeps its place.
    for edge in sorted(edges, key=lambda edge: edge.order, reverse=True):
        put = put_before if edge.begins else put_behind
        put(edge.held, edge.offset, edge.marks)
    return elements


def _edges(comment: Comment, anchors: Anchors, number: int) -> Iterator[_Edge]:
    first, last = anchors.around(comment.span.start, comment.span.end)
    begin, end = holds(first, last)
    opening = make("commentRangeStart", id=number)
    closing = make("commentRangeEnd", id=number), make("r", make("commentReference", id=number))
    if first == last or precedes(end.element, begin.element):
        yield _Edge(first.at, True, number, begin, first.offset, (opening, *closing))
        return
    yield _Edge(first.at, True, number, begin, first.offset, (opening,))
    yield _Edge(last.at, False, number, end, last.offset, closing)


def _element(comment: Comment, number: int, aside: str) -> Element:
    attributes: dict[str, str | int] = {"id": number, "author": comment.author, "initials": comment.initials}
    if comment.date is not None:
        attributes["date"] = comment.date.strftime(DATE)
    lines = legal(comment.text).split("\n")
    if aside:
        lines.append(f"(Trong {aside}: «{_quoted(comment.span.text)}».)")
    return make("comment", *_paragraphs(lines), **attributes)


def _paragraphs(lines: Sequence[str]) -> Iterator[Element]:
    for number, line in enumerate(lines):
        mark = [] if number else [make("r", make("annotationRef"))]
        yield make("p", *mark, make("r", text(line)))


def _quoted(words: str) -> str:
    flat = " ".join(legal(words).split())
    return flat if len(flat) <= QUOTED else f"{flat[:QUOTED].rstrip()}…"
