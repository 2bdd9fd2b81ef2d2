"""A text parted into blocks: head, title, headings, paragraphs, entries, cells, footnotes, closing."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from kybao.text.documents import Block, Document, Kind, Mark, Passage
from kybao.text.footnotes import Raised, marks, note_opening
from kybao.text.headings import Form, Opening, is_capitals, is_title, opening
from kybao.text.lines import Line, is_furniture, lines_of
from kybao.text.pages import Ending, begins_small, ending, goes_on
from kybao.text.spans import Span
from kybao.text.tables import Table, table_at
from kybao.text.titles import front, is_annex, is_closing, is_letterhead


def parse(text: str, name: str = "") -> Document:
    """Part a text into blocks; ``Document.text`` is the text itself, unchanged.

    >>> [block.kind.value for block in parse("I. KINH TẾ\\n\\nThu đạt 27%¹.\\n\\n¹ Dự toán 100 tỷ đồng.").blocks]
    ['heading', 'paragraph', 'note']
    """
    return recognise(text, list(lines_of(text)), name)


def recognise(text: str, lines: Sequence[Line], name: str = "") -> Document:
    """Part a text whose lines are known into blocks."""
    assembly = _Assembly(text)
    assembly.add_all(_units(text, lines))
    blocks = tuple(_blocks(text, assembly.drafts))
    return Document(text, blocks, tuple(_marks(text, blocks)), name)


MOST_SIGNATURE_ROWS = 4


class Sort(Enum):
    """What a line is, as far as the line alone tells."""

    HEAD = "head"
    TITLE = "title"
    NOTE = "note"
    HEADING = "heading"
    ENTRY = "entry"
    PLAIN = "plain"
    TABLE = "table"
    CLOSING = "closing"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Unit:
    """A line, or the lines of a table, with what it is."""

    sort: Sort
    line: Line
    opening: Opening | None = None
    note: Raised | None = None
    table: Table | None = None


def _units(text: str, lines: Sequence[Line]) -> list[Unit]:
    """Sort the lines. Several documents may stand one after the other."""
    units: list[Unit] = []
    index = 0
    while index < len(lines):
        index = _sort_document(text, lines, index, units)
    return units


def _sort_document(text: str, lines: Sequence[Line], index: int, units: list[Unit]) -> int:
    """Sort one document from head to signature; give the index of the line after it."""
    head, title = front(lines, index)
    units += [Unit(Sort.HEAD, line) for line in lines[index:head]]
    units += [Unit(Sort.TITLE, line) for line in lines[head:title]]
    index, closing = title, False
    while index < len(lines):
        line = lines[index]
        table = table_at(text, lines, index)
        if closing and is_letterhead(line.words):
            return index
        if closing and (is_annex(line.words) or (table and table.length > MOST_SIGNATURE_ROWS)):
            closing = False
        closing = closing or is_closing(line.words)
        if table and not closing:
            units.append(Unit(Sort.TABLE, line, table=table))
        else:
            units.append(_unit(line, closing=closing))
        index += table.length if table and not closing else 1
    return index


def _unit(line: Line, *, closing: bool) -> Unit:
    if is_furniture(line.words):
        return Unit(Sort.FURNITURE, line)
    if note := note_opening(line.words):
        return Unit(Sort.NOTE, line, note=note)
    if closing:
        return Unit(Sort.CLOSING, line)
    start = opening(line.words)
    if start is None:
        return Unit(Sort.HEADING if _stands_out(line) else Sort.PLAIN, line)
    if start.form < Form.BRACKETED and (is_title(line.words[start.body :]) or _is_bare_part(start, line)):
        return Unit(Sort.HEADING, line, start)
    return Unit(Sort.ENTRY, line, start)


def _is_bare_part(start: Opening, line: Line) -> bool:
    return start.form == Form.PART and start.body == len(line.words)


def _stands_out(line: Line) -> bool:
    """Whether a line without a number is a heading: in capitals, or made one by markup."""
    if line.words.startswith("(") or not is_title(line.words):
        return False
    return is_capitals(line.words) or line.outline > 0 or (line.loud and len(line.words) <= 120)


@dataclass(slots=True)
class _Draft:
    """A block in the making: pieces of the text that belong together."""

    kind: Kind
    spans: list[tuple[int, int]]
    form: int = 0
    number: str = ""
    body: int = 0
    mark: str = ""
    place: tuple[int, int, int] = (-1, -1, -1)
    heads: tuple[str, ...] = ()


@dataclass(slots=True)
class _Assembly:
    """Puts units together: what a page end cut becomes one block again."""

    text: str
    drafts: list[_Draft] = field(default_factory=list)
    running: _Draft | None = None  # the paragraph that may go on after the notes
    note: _Draft | None = None  # the footnote that may go on after the next page's text
    page_ended: bool = False  # notes or a rule since the running paragraph
    tables: int = 0

    def add_all(self, units: Sequence[Unit]) -> None:
        """Put all units together, in order."""
        index = 0
        while index < len(units):
            if units[index].sort is Sort.NOTE:
                index = self._notes(units, index)
                continue
            before_note = index + 1 < len(units) and units[index + 1].sort is Sort.NOTE
            self._add(units[index], before_note=before_note)
            index += 1

    def _add(self, unit: Unit, *, before_note: bool) -> None:
        match unit.sort:
            case Sort.FURNITURE:
                self.page_ended |= not unit.line.words.startswith("[")
            case Sort.PLAIN:
                self._plain(unit.line, before_note=before_note)
            case Sort.HEADING:
                self._heading(unit)
            case Sort.ENTRY:
                self._entry(unit)
            case Sort.TABLE:
                self._table(unit)
            case _:
                self._start(_Draft(Kind(unit.sort.value), [(unit.line.start, unit.line.end)]))
                self.running = None

    def _start(self, draft: _Draft) -> None:
        self.drafts.append(draft)
        self.page_ended = False

    def _notes(self, units: Sequence[Unit], index: int) -> int:
        """Take the notes at the foot of a page, with the lists that stand in them; give the index after them."""
        while index < len(units) and units[index].sort is Sort.NOTE:
            unit = units[index]
            if not unit.note:
                break
            span = (unit.line.start, unit.line.end)
            self.note = _Draft(Kind.NOTE, [span], body=unit.note.end, mark=unit.note.number)
            self.drafts.append(self.note)
            index += 1
            end = self._list_end(units, index, unit)
            self.note.spans += [(inside.line.start, inside.line.end) for inside in units[index:end]]
            index = end
        self.page_ended = True
        return index

    def _list_end(self, units: Sequence[Unit], index: int, note: Unit) -> int:
        """Give the index after the list of a note: it began with an entry, or it stands inside a cut paragraph."""
        end = index
        while end < len(units) and units[end].sort is Sort.ENTRY:
            end += 1
        if end == index or _begins_list(note):
            return end
        if self.running is None or ending(self._words(self.running)) is not Ending.CUT:
            return index
        while end < len(units) and units[end].sort in {Sort.ENTRY, Sort.PLAIN}:
            if units[end].sort is Sort.PLAIN and begins_small(units[end].line.words):
                return end
            end += 1
        return index

    def _plain(self, line: Line, *, before_note: bool) -> None:
        target = self._cut_by_page(line.words, before_note=before_note) or self._unfinished_heading(line)
        if target is None:
            self.running = _Draft(Kind.PARAGRAPH, [(line.start, line.end)])
            self._start(self.running)
            return
        target.spans.append((line.start, line.end))
        if target is self.running:
            self.page_ended = False

    def _cut_by_page(self, words: str, *, before_note: bool) -> _Draft | None:
        """Give the paragraph or note that a line goes on, None where it begins something new."""
        paragraph = self._ending(self.running)
        note = self._ending(self.note)
        small = begins_small(words)
        if note is Ending.CUT and before_note and (small or paragraph is Ending.CUT):
            return self.note
        if paragraph is Ending.CUT and (small or self._running_goes_on(words)):
            return self.running
        if small and note is Ending.CUT:
            return self.note
        return self.running if small and paragraph is Ending.LOOSE else None

    def _ending(self, draft: _Draft | None) -> Ending:
        return ending(self._words(draft)) if draft else Ending.FINISHED

    def _running_goes_on(self, words: str) -> bool:
        return self.running is not None and goes_on(self._words(self.running), words, page_ended=self.page_ended)

    def _words(self, draft: _Draft) -> str:
        start, end = draft.spans[-1]
        return self.text[start:end]

    def _unfinished_heading(self, line: Line) -> _Draft | None:
        """Give the heading that a line goes on: «Phần I» | its title, or a title of two lines."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.kind is not Kind.HEADING or not is_title(line.words):
            return None
        bare = last.form == Form.PART and len(last.spans) == 1 and last.body == last.spans[0][1] - last.spans[0][0]
        return last if bare or (begins_small(line.words) and not line.gap) else None

    def _heading(self, unit: Unit) -> None:
        self.running = None
        line, start = unit.line, unit.opening
        if start is None and (above := self._heading_in_capitals(line)):
            above.spans.append((line.start, line.end))
            return
        if start is None:
            form = Form.CAPITALS if is_capitals(line.words) else Form.TITLED
            start = Opening(form, "", 0)
        self._start(_Draft(Kind.HEADING, [(line.start, line.end)], start.form, start.number, start.body))

    def _heading_in_capitals(self, line: Line) -> _Draft | None:
        """Give the heading whose words go on in this line of capitals."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.kind is not Kind.HEADING or not is_capitals(line.words):
            return None
        if last.form == Form.PART and len(last.spans) == 1:
            return last
        return last if not line.gap and is_capitals(self._words(last)) else None

    def _entry(self, unit: Unit) -> None:
        start, line = unit.opening, unit.line
        if start is None:
            return
        self.running = _Draft(Kind.ITEM, [(line.start, line.end)], start.form, start.number, start.body)
        self._start(self.running)

    def _table(self, unit: Unit) -> None:
        self.running = None
        if unit.table is None:
            return
        for cell in unit.table.cells:
            place = (self.tables, cell.row, cell.column)
            heads = unit.table.heads(cell)
            self._start(_Draft(Kind.CELL, [(cell.start, cell.end)], place=place, heads=heads))
        self.tables += 1


def _begins_list(note: Unit) -> bool:
    start = opening(note.line.words[note.note.end :].lstrip()) if note.note else None
    return start is not None and start.form == Form.BULLET


def _blocks(text: str, drafts: Sequence[_Draft]) -> Iterator[Block]:
    """Finish the blocks: levels follow from the forms that the document uses, parents from the levels."""
    forms = sorted({draft.form for draft in drafts if draft.kind is Kind.HEADING or draft.number})
    levels = {form: level for level, form in enumerate(forms, 1)}
    above: list[tuple[int, int]] = []  # (form, index) of the headings that are open
    for index, draft in enumerate(drafts):
        if draft.kind is Kind.HEADING:
            while above and above[-1][0] >= draft.form:
                above.pop()
        numbered = draft.kind is Kind.HEADING or draft.number
        parent = above[-1][1] if above and draft.kind not in {Kind.HEAD, Kind.TITLE, Kind.CLOSING} else -1
        yield _block(text, draft, levels[draft.form] if numbered else 0, parent)
        if draft.kind is Kind.HEADING:
            above.append((draft.form, index))


def _block(text: str, draft: _Draft, level: int, parent: int) -> Block:
    table, row, column = draft.place
    passage = _passage(text, draft.spans)
    body = min(draft.body, len(passage.text))
    while body and passage.text[body : body + 1].isspace():
        body += 1
    return Block(draft.kind, passage, level, draft.number, body, draft.mark, table, row, column, draft.heads, parent)


def _passage(text: str, spans: Sequence[tuple[int, int]]) -> Passage:
    pieces, offset = [], 0
    for start, end in spans:
        pieces.append((offset, start, end - start))
        offset += end - start + 1
    return Passage(" ".join(text[start:end] for start, end in spans), tuple(pieces))


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
