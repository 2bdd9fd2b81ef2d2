"""A count and the names that are listed for it: «03 cầu cụ thể: A; B; C», «05 dự án¹» with a footnote of names."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from kybao.claims.clauses import CLOSE, FIGURE, OPEN
from kybao.claims.drafts import Draft
from kybao.claims.readings import CountedList
from kybao.claims.roles import is_fraction, is_percent
from kybao.claims.vocabulary import CUES, Cue, words
from kybao.figures import Shape, UnitKind
from kybao.figures.vocabulary import folded, folded_phrase
from kybao.text import Document, Kind, Mark, Span

FEWEST, MOST = 2, 60  # names that a list may have
SHOWN = 60  # characters of a bulleted entry that stand for it
UNFINISHED = re.compile(r"…|\.\.\.|v\.v")
SEPARATOR = re.compile(r"[;,()\[\]]|\s(?:và|cùng)\s", re.IGNORECASE)
LEAD = re.compile(r"^\s*(?:(?:và|là|gồm|bao gồm|có|các|cụ thể|như sau)\b[\s:,]*|[:\s*_“\"]+)*", re.IGNORECASE)
NAMED, SITUATED = (frozenset(map(folded, words("parts")[name])) for name in ("named", "situated"))
PLACES = frozenset(map(folded, words("parts")["places"]))
Piece = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Listed:
    """Where names are listed: passage characters of a block; ``whole`` says that all are named («gồm»)."""

    block: int
    start: int
    end: int
    whole: bool
    in_note: bool = False


FARTHEST = 5_000  # characters between a count and the last of its names


def lists(document: Document, drafts: Sequence[Draft]) -> Iterator[CountedList]:
    """Yield the counts whose names the text lists."""
    counted_blocks = {draft.site.line.block for draft in drafts}
    marks = _marks_by_block(document)
    for at, draft in enumerate(drafts):
        if not _can_count(draft):
            continue
        entries = _entries(document, draft, counted_blocks)
        if entries:
            span = _over(document, (draft.site.figure.span, *entries))
            yield CountedList(int(draft.site.figure.value), draft.site.figure.span, entries, span)
            continue
        listed = _in_line(draft) or _in_note(document, draft, drafts, at, marks, counted_blocks)
        if listed:
            yield from _list(document, draft, listed)


def _can_count(draft: Draft) -> bool:
    figure = draft.site.figure
    kind = figure.unit.kind is UnitKind.COUNT and figure.unit.factor == 1 and not figure.approx
    single = figure.shape is Shape.SINGLE or is_fraction(draft.site)
    whole = figure.value == figure.value.to_integral_value() and FEWEST <= figure.value <= MOST
    return kind and single and whole and not is_percent(draft.site) and draft.comparison is None


def _in_line(draft: Draft) -> Listed | None:
    """Find a list after the count in its sentence: in brackets, or after «gồm», «cụ thể», a colon."""
    line, spot = draft.site.line, draft.site.spot
    stop = next((at for at in range(spot + 1, len(line.words)) if line.words[at] == FIGURE), len(line.words))
    for at in range(spot + 1, stop):
        word = line.words[at]
        if word in OPEN:
            return _bracket(draft, at, stop)
        if word == ";" or line.cues[at] & Cue.PARTIAL:
            return None
        if word == ":" or line.cues[at] & Cue.COMPLETE:
            if stop < len(line.words) or at + 1 >= len(line.words):
                return None
            return Listed(line.block, line.ends[line.after[at] - 1], line.end, whole=True)
    return None


def _entries(document: Document, draft: Draft, counted: set[int]) -> tuple[Span, ...]:
    """Give the entries of a list that the sentence of a count introduces: «hiện có 3 doanh nghiệp: - A - B»."""
    line = draft.site.line
    last = draft.site.number == len(line.spots) - 1
    if not last or not line.text.rstrip().endswith(":") or line.end < len(line.text.rstrip()):
        return ()
    if line.tells(draft.site.spot, len(line.words)) & Cue.PARTIAL or ";" in line.words[draft.site.spot :]:
        return ()
    entries: list[Span] = []
    bullet = ""
    for index in range(line.block + 1, len(document.blocks)):
        block = document.blocks[index]
        if block.kind is not Kind.ITEM or index in counted:
            break
        bullet = bullet or block.text[: block.body]
        if block.text[: block.body] == bullet:
            entries.append(document.span_in(index, block.body, min(len(block.text), block.body + SHOWN)))
    return tuple(entries) if len(entries) >= FEWEST else ()


def _bracket(draft: Draft, opened: int, stop: int) -> Listed | None:
    """Give the list in a bracket without figures: «02 đơn vị (trường A, trường B)»."""
    line = draft.site.line
    closed = next((at for at in range(opened + 1, stop) if line.words[at] in CLOSE), -1)
    if closed < 0 or (opened + 1 < closed and line.cues[opened + 1] & (Cue.PARTIAL | Cue.COMPARED | Cue.CHANGE)):
        return None
    return Listed(line.block, line.ends[opened], line.starts[closed], whole=False)


def _marks_by_block(document: Document) -> dict[int, list[Mark]]:
    found: dict[int, list[Mark]] = {}
    for mark in document.marks:
        found.setdefault(mark.block, []).append(mark)
    return found


def _in_note(
    document: Document,
    draft: Draft,
    drafts: Sequence[Draft],
    at: int,
    marks: dict[int, list[Mark]],
    counted: set[int],
) -> Listed | None:
    """Find the footnote that hangs at the count or at the words that belong to it, and holds names only."""
    site = draft.site
    tail_end = site.line.ends[site.tail - 1] if site.tail > site.spot else site.figure.unit_end
    here = marks.get(site.line.block, [])
    for mark in here[bisect_left(here, site.figure.end, key=attrgetter("start")) :][:1]:
        if mark.start <= tail_end + 1:
            note = document.notes.get(mark.number)
            if note is None or note in counted:
                return None
            block = document.blocks[note]
            words = folded_phrase(block.text[block.body : block.body + 30].replace(":", " "))
            found = CUES.longest(words) if words else None
            whole = bool(found and found[0] & Cue.COMPLETE)
            return Listed(note, block.body, len(block.text.rstrip()), whole, in_note=True)
    return None


def _list(document: Document, draft: Draft, listed: Listed) -> Iterator[CountedList]:
    text = document.blocks[listed.block].text
    if UNFINISHED.search(text, listed.start, listed.end):
        return
    figure = draft.site.figure
    count = int(figure.value)
    names = _names(text, listed, figure.unit.base, count)
    if len(names) < FEWEST or not _speaks_of(text, names, figure.unit.base, listed.whole):
        return
    if len(names) != count and (_counts_chain(draft, len(names)) or not _is_sure(text, listed, len(names), count)):
        return
    spans = tuple(_span(document, listed.block, name) for name in names)
    stated = figure.span
    span = _over(document, (stated, *spans))
    yield CountedList(count, stated, spans, span, listed.in_note)


def _span(document: Document, block: int, name: Piece) -> Span:
    """Give the place of a name; of one that runs over a page end its beginning."""
    start, end = name
    passage = document.blocks[block].passage
    while end - start > 1 and not passage.whole(start, end):
        end = start + (end - start) // 2
    return document.span_in(block, start, end)


def _counts_chain(draft: Draft, found: int) -> bool:
    """Whether the names are those of the figure that leads the chain: «4 cuộc/6 đơn vị¹» with four names."""
    line, number = draft.site.line, draft.site.number
    if not number or line.words[line.spots[number - 1] + 1 : draft.site.spot] != ["/"]:
        return False
    return line.figures[number - 1].value == found


def _speaks_of(text: str, names: Sequence[Piece], noun: str, whole: bool) -> bool:
    """Whether the names can be those of what is counted: «07 hộ (phường A, phường B)» says where the 07 are."""
    if _first(text, names[0]) in PLACES and not _heads(noun) & SITUATED:
        return False
    return whole or bool(_heads(noun) & NAMED)


def _heads(noun: str) -> set[str]:
    """Give the beginnings of a noun: «trường», «trường mầm», «trường mầm non»."""
    pieces = folded_phrase(noun)
    return {" ".join(pieces[:size]) for size in range(1, len(pieces) + 1)}


def _is_sure(text: str, listed: Listed, found: int, count: int) -> bool:
    """Whether a list that does not fit its count was read to its end and is meant to be whole."""
    if listed.in_note and text[listed.end - 1] not in ".;)":
        return False
    return listed.whole or count / 2 <= found <= count * 2


def _over(document: Document, spans: Sequence[Span]) -> Span:
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    if end - start > FARTHEST:  # the names stand in a note far away: what lies between is no part of the claim
        return spans[0]
    return document.span(start, end)


def _names(text: str, listed: Listed, noun: str, count: int) -> list[Piece]:
    """Part a list into names.

    Where names hold commas themselves («Cầu Nà Ké, xã Quan Sơn; Cầu Đông Seng, xã Chiến Thắng») semicolons part
    them. Where several ways of parting are possible and one gives the stated count, that one is meant.
    """
    start = listed.start
    lead = LEAD.match(text[start : listed.end])
    start += lead.end() if lead else 0
    by_all = _parted(text, start, listed.end, ";,và")
    head = folded(noun.split()[0]) if noun else ""
    if head and len(by_all) > 1 and all(_first(text, piece) == head for piece in by_all):
        return by_all
    by_semicolon = _parted(text, start, listed.end, ";")
    if len(by_semicolon) > 1:
        ways = [by_semicolon] if _attached(text, by_all) == by_semicolon else [by_semicolon, by_all]
    elif listed.in_note and not listed.whole:
        return []
    else:
        attached = _attached(text, by_all)
        ways = [
            attached,
            by_all,
            _parted(text, start, listed.end, ","),
            _attached(text, _parted(text, start, listed.end, ",")),
        ]
    if not all(_is_name(text, piece) for piece in ways[0]):
        return []
    return next((way for way in ways if len(way) == count), ways[0])


def _parted(text: str, start: int, end: int, signs: str) -> list[Piece]:
    """Part text at these signs, outside of brackets."""
    pieces: list[Piece] = []
    depth = 0
    for sign in SEPARATOR.finditer(text, start, end):
        mark = sign[0].strip().lower()
        if mark in OPEN:
            depth += 1
        elif mark in CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0 and (mark in signs or (mark == "cùng" and "và" in signs)):
            pieces.append(_trimmed(text, start, sign.start()))
            start = sign.end()
    pieces.append(_trimmed(text, start, end))
    return [piece for piece in pieces if piece[0] < piece[1]]


def _trimmed(text: str, start: int, end: int) -> Piece:
    while start < end and (text[start].isspace() or text[start] in '*_-–•“"'):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in '.*_”":;,'):
        end -= 1
    lead = LEAD.match(text[start:end])
    return (start + lead.end() if lead else start), end


def _first(text: str, piece: Piece) -> str:
    words = text[piece[0] : piece[1]].split(None, 1)
    return folded(words[0]) if words else ""


def _attached(text: str, pieces: list[Piece]) -> list[Piece]:
    """Give a place back to the name before it: «bờ hồ Phai Loạn, phường Tam Thanh»."""
    if not pieces or _first(text, pieces[0]) in PLACES:
        return pieces
    names: list[Piece] = []
    for piece in pieces:
        if names and _first(text, piece) in PLACES:
            names[-1] = (names[-1][0], piece[1])
        else:
            names.append(piece)
    return names


def _is_name(text: str, piece: Piece) -> bool:
    return any(letter.isupper() for letter in text[piece[0] : piece[1]])
