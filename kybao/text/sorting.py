"""What each line of a text is, as far as the line alone and the part of the document tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from kybao.text.footnotes import Raised, note_opening
from kybao.text.headings import Form, Opening, is_capitals, is_title, opening
from kybao.text.lines import Line, is_furniture
from kybao.text.tables import Table, tables_of
from kybao.text.titles import front, is_annex, is_closing, is_letterhead

MOST_SIGNATURE_ROWS = 4
LONGEST_LOUD = 120
LONGEST_RECIPIENTS = 200
FIRST_NUMBERED_PAGE = 3
MOST_SKIPPED_PAGES = 2


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


def sorted_lines(text: str, lines: Sequence[Line]) -> list[Unit]:
    """Sort the lines. Several documents may stand one after the other."""
    units: list[Unit] = []
    tables = tables_of(text, lines)
    numbers = _page_numbers(lines)
    index = 0
    while index < len(lines):
        index = _sort_document(lines, tables, index, units)
    units = [replace(unit, sort=Sort.FURNITURE) if unit.line.start in numbers else unit for unit in units]
    _tell_sentences(units)
    return units


def _sort_document(lines: Sequence[Line], tables: Mapping[int, Table], index: int, units: list[Unit]) -> int:
    """Sort one document from head to signature; give the index of the line after it."""
    head, title = front(lines, index)
    units += [Unit(Sort.HEAD, line) for line in lines[index:head]]
    units += [Unit(Sort.TITLE, line) for line in lines[head:title]]
    index, closing = title, False
    while index < len(lines):
        line = lines[index]
        table = tables.get(index)
        if closing and is_letterhead(line.words):
            return index
        if closing and (_begins_again(line) or (table and table.lines > MOST_SIGNATURE_ROWS)):
            closing = False
        closing = closing or is_closing(line.words)
        if table and not closing:
            units.append(Unit(Sort.TABLE, line, table=table))
        else:
            units.append(_unit(line, closing=closing))
        index += table.lines if table and not closing else 1
    return index


def _page_numbers(lines: Sequence[Line]) -> set[int]:
    """Give the places of the lines that hold only a number, where these count the pages."""
    places: set[int] = set()
    last = 0
    for line, below in pairwise(lines):
        if line.gap and below.gap and line.words.isdecimal() and len(line.words) <= 3:
            number = int(line.words)
            if last < number <= last + (MOST_SKIPPED_PAGES if last else FIRST_NUMBERED_PAGE):
                places.add(line.start)
                last = number
    return places


def _begins_again(line: Line) -> bool:
    """Whether the text goes on after a signature: an annex, a heading, or a paragraph longer than any recipient."""
    start = opening(line.words)
    is_heading = start is not None and start.form <= Form.ROMAN and is_title(line.words[start.body :])
    return is_annex(line.words) or is_heading or len(line.words) >= LONGEST_RECIPIENTS


def _tell_sentences(units: list[Unit]) -> None:
    """Make entries of numbered lines that end with a full stop and have nothing below them: «1. Thu thuế.»."""
    for index, unit in enumerate(units):
        if unit.sort is Sort.HEADING and unit.opening and unit.line.words.endswith("."):
            above = units[index - 1] if index else None
            below = units[index + 1] if index + 1 < len(units) else None
            if _is_entry(above, unit.opening.form) or not _holds(below, unit.opening.form):
                units[index] = replace(unit, sort=Sort.ENTRY)


def _is_entry(unit: Unit | None, form: int) -> bool:
    return unit is not None and unit.sort is Sort.ENTRY and unit.opening is not None and unit.opening.form == form


def _holds(below: Unit | None, form: int) -> bool:
    """Whether what follows can stand under a heading of this form."""
    if below is None or below.sort not in {Sort.PLAIN, Sort.TABLE, Sort.ENTRY, Sort.HEADING}:
        return False
    return below.opening is None or below.opening.form > form


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
    return start.form <= Form.SECTION and start.body == len(line.words)


def _stands_out(line: Line) -> bool:
    """Whether a line without a number is a heading: in capitals, or made one by markup."""
    if line.words.startswith("(") or not is_title(line.words):
        return False
    return is_capitals(line.words) or line.outline > 0 or (line.loud and len(line.words) <= LONGEST_LOUD)
