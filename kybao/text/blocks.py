"""A text parted into blocks: head, title, headings, paragraphs, entries, cells, footnotes, closing."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kybao.text.assembly import Assembly, Draft
from kybao.text.documents import Block, Document, Kind, Mark, Passage
from kybao.text.footnotes import marks
from kybao.text.lines import Line, lines_of
from kybao.text.sorting import sorted_lines
from kybao.text.spans import Span
from kybao.text.unseen import as_seen, stretches
from kybao.text.wrapping import unwrapped

OUTSIDE = frozenset({Kind.HEAD, Kind.TITLE, Kind.CLOSING})  # what stands under no heading


def parse(text: str, name: str = "") -> Document:
    """Part a text into blocks; ``Document.text`` is the text itself, unchanged.

    >>> [block.kind.value for block in parse("I. KINH TẾ\\n\\nThu đạt 27%¹.\\n\\n¹ Dự toán 100 tỷ đồng.").blocks]
    ['heading', 'paragraph', 'note']
    """
    return recognise(text, unwrapped(list(lines_of(text))), name)


def recognise(text: str, lines: Sequence[Line], name: str = "") -> Document:
    """Part a text whose lines are known into blocks."""
    assembly = Assembly(text)
    assembly.add_all(sorted_lines(text, lines))
    blocks = list(_blocks(text, assembly.drafts))
    found = tuple(_marks(text, blocks))
    _hang_notes(blocks, found)
    return Document(text, tuple(blocks), found, name)


def _hang_notes(blocks: list[Block], found: Sequence[Mark]) -> None:
    """Put each note under the heading of its mark, wherever the page ended."""
    marks_at = {mark.number: mark.block for mark in reversed(found)}
    at = 0
    for index, block in enumerate(blocks):
        if block.kind is not Kind.NOTE:
            continue
        while at < len(found) and found[at].block < index:  # several documents may stand in one text
            marks_at[found[at].number] = found[at].block
            at += 1
        if block.mark in marks_at:
            blocks[index] = replace(block, parent=blocks[marks_at[block.mark]].parent)


def _blocks(text: str, drafts: Sequence[Draft]) -> Iterator[Block]:
    """Finish the blocks: levels follow from the forms that the document uses, parents from the levels."""
    forms = sorted({draft.form for draft in drafts if draft.kind is Kind.HEADING or draft.number})
    levels = {form: level for level, form in enumerate(forms, 1)}
    above: list[tuple[int, int]] = []  # (form, index) of the headings that are open
    for index, draft in enumerate(drafts):
        if draft.kind is Kind.HEADING:
            while above and above[-1][0] >= draft.form:
                above.pop()
        numbered = draft.kind is Kind.HEADING or draft.number
        parent = above[-1][1] if above and draft.kind not in OUTSIDE else -1
        yield _block(text, draft, levels[draft.form] if numbered else 0, parent)
        if draft.kind is Kind.HEADING:
            above.append((draft.form, index))


def _block(text: str, draft: Draft, level: int, parent: int) -> Block:
    table, row, column = draft.place
    passage = _passage(text, draft.spans)
    body = min(len(as_seen(_raw(text, draft.spans)[: draft.body])), len(passage.text))
    heads = tuple(map(as_seen, draft.heads))
    while body and passage.text[body : body + 1].isspace():
        body += 1
    return Block(draft.kind, passage, level, draft.number, body, draft.mark, table, row, column, heads, parent)


def _passage(text: str, spans: Sequence[tuple[int, int]]) -> Passage:
    pieces, offset = [], 0
    for start, end in spans:
        for first, last in stretches(text, start, end):
            pieces.append((offset, first, last - first))
            offset += last - first
        offset += 1
    return Passage(as_seen(_raw(text, spans)), tuple(pieces) or ((0, spans[0][0], 0),))


def _raw(text: str, spans: Sequence[tuple[int, int]]) -> str:
    return " ".join(text[start:end] for start, end in spans)


def _marks(text: str, blocks: Sequence[Block]) -> Iterator[Mark]:
    """Yield the footnote marks of the running text; the mark that begins a note is none."""
    pieces = sorted(
        (place, length, offset, index)
        for index, block in enumerate(blocks)
        for offset, place, length in block.passage.pieces
    )
    starts = [piece[0] for piece in pieces]
    for raised in marks(text):
        at = bisect_right(starts, raised.start) - 1
        if at < 0:
            continue
        place, length, offset, index = pieces[at]
        start, end = raised.start - place + offset, raised.end - place + offset
        if raised.end <= place + length and not (blocks[index].kind is Kind.NOTE and start < blocks[index].body):
            yield Mark(
                raised.number, Span(raised.start, raised.end, text[raised.start : raised.end]), index, start, end
            )
