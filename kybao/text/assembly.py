"""Lines put together to blocks: what a page end cut becomes one block again."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kybao.text.documents import Kind
from kybao.text.headings import Form, Opening, is_capitals, is_title, opening
from kybao.text.lines import Line
from kybao.text.pages import Ending, begins_small, ending, goes_on, is_second_half
from kybao.text.sorting import Sort, Unit
from kybao.text.tables import Cell, Table

LAST_WORDS = 60  # characters
HIGHEST_OUTLINE = 2  # of the levels of headings that styles and markup give


@dataclass(slots=True)
class Draft:
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
class Assembly:
    """Puts units together: what a page end cut becomes one block again."""

    text: str
    drafts: list[Draft] = field(default_factory=list)
    running: Draft | None = None  # the paragraph that may go on after the notes
    note: Draft | None = None  # the footnote that may go on after the next page's text
    page_ended: bool = False  # notes or a rule since the running paragraph
    tables: int = 0
    last_row: dict[int, Draft] = field(default_factory=dict)  # its cells, by column
    table: Table | None = None  # the last one, which may go on on the next page
    above_rows: int = 0  # of its pages before

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
                self._start(Draft(Kind(unit.sort.value), unit.line.spans))
                self.running = None

    def _start(self, draft: Draft) -> None:
        self.drafts.append(draft)
        self.page_ended = False

    def _notes(self, units: Sequence[Unit], index: int) -> int:
        """Take the notes at the foot of a page, with the lists that stand in them; give the index after them."""
        while index < len(units) and units[index].sort is Sort.NOTE:
            unit = units[index]
            if not unit.note:
                break
            self.note = Draft(Kind.NOTE, unit.line.spans, body=unit.note.end, mark=unit.note.number)
            self.drafts.append(self.note)
            index += 1
            end = self._list_end(units, index, unit)
            self.note.spans += [span for inside in units[index:end] for span in inside.line.spans]
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
            self.running = Draft(Kind.PARAGRAPH, line.spans)
            self._start(self.running)
            return
        target.spans.extend(line.spans)
        if target is self.running:
            self.page_ended = False

    def _cut_by_page(self, words: str, *, before_note: bool) -> Draft | None:
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

    def _ending(self, draft: Draft | None) -> Ending:
        return ending(self._words(draft)) if draft else Ending.FINISHED

    def _running_goes_on(self, words: str) -> bool:
        return self.running is not None and goes_on(self._words(self.running), words, page_ended=self.page_ended)

    def _words(self, draft: Draft) -> str:
        """Give the last words of a block, enough to see whether they end a sentence."""
        last = ""
        for start, end in reversed(draft.spans):
            last = f"{self.text[start:end]} {last}".rstrip()
            if len(last) >= LAST_WORDS:
                break
        return last

    def _unfinished_heading(self, line: Line) -> Draft | None:
        """Give the heading that a line goes on: «Phần I» | its title, or a title of two lines."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.kind is not Kind.HEADING or not is_title(line.words):
            return None
        bare = (
            0 < last.form <= Form.SECTION
            and len(last.spans) == 1
            and last.body == last.spans[0][1] - last.spans[0][0]
        )
        return last if bare or (begins_small(line.words) and not line.gap) else None

    def _heading(self, unit: Unit) -> None:
        self.running = None
        line, start = unit.line, unit.opening
        if start is None and (above := self._heading_in_capitals(line)):
            above.spans.extend(line.spans)
            return
        if start is None:
            start = Opening(_unnumbered(line), "", 0)
        self._start(Draft(Kind.HEADING, line.spans, start.form, start.number, start.body))

    def _heading_in_capitals(self, line: Line) -> Draft | None:
        """Give the heading whose words go on in this line of capitals."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.kind is not Kind.HEADING or not is_capitals(line.words):
            return None
        if 0 < last.form <= Form.SECTION and len(last.spans) == 1:
            return last
        return last if not line.gap and is_capitals(self._words(last)) else None

    def _entry(self, unit: Unit) -> None:
        start, line = unit.opening, unit.line
        if start is None:
            return
        if self.page_ended and self.running and self._is_second_half(line):
            self.running.spans.extend(line.spans)
            self.page_ended = False
            return
        self.running = Draft(Kind.ITEM, line.spans, start.form, start.number, start.body)
        self._start(self.running)

    def _is_second_half(self, line: Line) -> bool:
        """Whether a page end stands before the dash of «kinh tế - xã hội»."""
        return is_second_half(line.words) and self._ending(self.running) is Ending.CUT

    def _table(self, unit: Unit) -> None:
        self.running = None
        table = unit.table
        if table is None:
            return
        continued = table.after(self.table) if self.table and self._only_notes_since_cell() else None
        self.above_rows = self.above_rows + self.table.rows if continued and self.table else 0
        self.tables += continued is None
        self.table = continued or table
        if not (continued and table.begins_in_row):
            self.last_row = {}
        for cell in table.cells:
            self._cell(cell, table)

    def _cell(self, cell: Cell, table: Table) -> None:
        if cell.row == table.head and cell.column in self.last_row:
            self.last_row[cell.column].spans.append((cell.start, cell.end))
            return
        place = (self.tables - 1, cell.row + self.above_rows, cell.column)
        heads = self.table.heads(cell) if self.table else ()
        draft = Draft(Kind.CELL, [(cell.start, cell.end)], place=place, heads=heads)
        self._start(draft)
        if cell.row == table.rows - 1:
            self.last_row[cell.column] = draft

    def _only_notes_since_cell(self) -> bool:
        kind = next((draft.kind for draft in reversed(self.drafts) if draft.kind is not Kind.NOTE), None)
        return kind is Kind.CELL


def _unnumbered(line: Line) -> int:
    """Give the rank of a heading without a number: the highest styles stand above all but parts."""
    if is_capitals(line.words) or 0 < line.outline <= HIGHEST_OUTLINE:
        return Form.CAPITALS
    return Form.TITLED + line.outline


def _begins_list(note: Unit) -> bool:
    start = opening(note.line.words[note.note.end :].lstrip()) if note.note else None
    return start is not None and start.form == Form.BULLET
