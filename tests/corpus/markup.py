"""The inline markup of the annotated texts: what a source file says, and the text and rows that it compiles to.

A source is the text itself with three kinds of marks, and the claims of the text at its end:

    %% period 2024-Q1        the period of the figures that follow («%% nfd»: the text is in decomposed letters)
    {!2024-06} {!est} {!act} from here on: another period, estimates, no estimates; prints nothing
    {113 tỷ đồng|v #a|tổng thu}   a figure: number and unit as written | role and options | indicator
    <r1>…</r1>               the span of claim 1; spans may overlap
    %% relations             then one claim a line: r1 | type | verdict | claimed | computed | why

Roles: v value, p plan, s share, r ratio, g+ g- growth, d+ d- difference. Options, parted by blanks («_» is a blank):
basis (sp, pp, oth, plan, plan:tỉnh_giao), #name, @name or @ or @-2 (the figure that it qualifies: by name, the last
one, the last but one), ~qualifier, est, act, per=, n= (the value where its spelling hides it), bu= (the base unit,
where none is written). «¦» ends a number that does not end by itself: {4 215,3¦ tỷ đồng|v|…}.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from tests.corpus.base_units import base_of

MARK = re.compile(r"\{!(?P<switch>[^{}]*)\}|\{(?P<figure>[^{}]+)\}|<(?P<close>/?)r(?P<claim>\d+)>")
NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)*(?:\s?[-–/]\s?\d+(?:[.,]\d+)*)?")
THOUSANDS = re.compile(r"[-+]?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
ROLES = {"v": "value", "p": "plan", "s": "share", "r": "compare", "g": "compare", "d": "compare"}
KINDS = {"r": "ratio", "g": "growth", "d": "difference"}
BASES = {"sp": "same_period", "pp": "previous_period", "oth": "other"}

Row = dict[str, Any]


class MarkupError(ValueError):
    """A source that cannot be compiled; the message names the place."""


@dataclass
class Page:
    """What has been compiled of one text so far."""

    doc: str
    decomposed: bool = False
    period: str = ""
    estimate: bool = False
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    facts: list[Row] = field(default_factory=list)
    levels: list[Row] = field(default_factory=list)
    names: dict[str, Row] = field(default_factory=dict)
    opened: dict[str, int] = field(default_factory=dict)
    closed: dict[str, int] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The text without its marks."""
        return "".join(self.pieces)

    def write(self, piece: str) -> None:
        """Add plain text."""
        piece = unicodedata.normalize("NFD" if self.decomposed else "NFC", piece)
        self.pieces.append(piece)
        self.length += len(piece)


def compile_source(doc: str, source: str) -> tuple[str, list[Row], list[Row]]:
    """The text, the facts and the relations of one source."""
    body, _, claims = source.partition("%% relations\n")
    page = Page(doc)
    for line in body.splitlines(keepends=True):
        if line.startswith("%% "):
            _direct(page, line.split())
        else:
            _compile_line(page, line)
    return page.text, page.facts, [_claim(page, line) for line in claims.splitlines() if line.strip()]


def _direct(page: Page, words: list[str]) -> None:
    if words[1] == "nfd":
        page.decomposed = True
    elif words[1] == "period":
        page.period = words[2]
    else:
        raise MarkupError(f"{page.doc}: unknown directive {words[1]}")


def _compile_line(page: Page, line: str) -> None:
    at = 0
    for mark in MARK.finditer(line):
        page.write(line[at : mark.start()])
        at = mark.end()
        if mark["figure"] is not None:
            _figure(page, mark["figure"])
        elif mark["claim"] is not None:
            (page.closed if mark["close"] else page.opened)[mark["claim"]] = page.length
        else:
            _switch(page, mark["switch"])
    page.write(line[at:])


def _switch(page: Page, word: str) -> None:
    if word in ("est", "act"):
        page.estimate = word == "est"
    else:
        page.period = word


def _figure(page: Page, mark: str) -> None:
    written, options, indicator = ([*mark.split("|"), ""])[:3]
    number, unit = _number_and_unit(page, written)
    words = options.split()
    start = page.length
    page.write(written.replace("¦", ""))
    settings = dict(word.split("=", 1) for word in words[1:] if "=" in word)
    settings = {key: value.replace("_", " ") for key, value in settings.items()}
    referent = _referent(page, words[1:])
    row = _row(page, start, number, unit.strip(), settings)
    row |= _role(words, referent, indicator) | _circumstances(page, words[1:], settings, referent)
    if not row["indicator"]:
        raise MarkupError(f"{page.doc}: {mark} has no indicator")
    _sign(row, words[0])
    _remember(page, row, words[1:])


def _number_and_unit(page: Page, written: str) -> tuple[str, str]:
    if "¦" in written:
        number, unit = written.split("¦")
        return number, unit
    match = NUMBER.match(written)
    if match is None:
        raise MarkupError(f"{page.doc}: no number in {written}")
    return match[0], written[match.end() :]


def _row(page: Page, start: int, number: str, unit: str, settings: dict[str, str]) -> Row:
    value = _value(settings.get("n", number))
    base, base_unit = base_of(value, settings.get("bu", unit))
    return {
        "doc": page.doc,
        "start": start,
        "end": start + len(number),
        "text": number,
        "value": value,
        "unit": unicodedata.normalize("NFD" if page.decomposed else "NFC", unit),
        "base_value": base,
        "base_unit": base_unit,
    }


def _value(number: str) -> Decimal | list[Decimal]:
    parts = re.split(r"(?<=\d)\s?[-–/]\s?", number)
    return _decimal(parts[0]) if len(parts) == 1 else [_decimal(part) for part in parts]


def _decimal(number: str) -> Decimal:
    """A number in Vietnamese spelling; a dot that cannot part thousands is an English decimal point."""
    number = number.replace(" ", "")
    if "," in number or THOUSANDS.fullmatch(number):
        return Decimal(number.replace(".", "").replace(",", "."))
    if number.count(".") > 1:
        return Decimal(number.replace(".", ""))
    return Decimal(number)


def _role(words: list[str], referent: Row | None, indicator: str) -> Row:
    letter = words[0][0]
    basis = next((_basis(word) for word in words[1:] if word in BASES or word.split(":")[0] == "plan"), None)
    of = referent["start"] if referent and letter in "srgd" else None
    indicator = indicator or (referent["indicator"] if referent else "")
    return {"role": ROLES[letter], "indicator": indicator, "of": of, "basis": basis, "kind": KINDS.get(letter)}


def _basis(word: str) -> str:
    return BASES.get(word, word.replace("_", " "))


def _circumstances(page: Page, words: list[str], settings: dict[str, str], referent: Row | None) -> Row:
    estimate = page.estimate if referent is None else referent["estimate"]
    if "est" in words or "act" in words:
        estimate = "est" in words
    period = settings.get("per", page.period if referent is None else referent["period"])
    approx = next((word[1:].replace("_", " ") for word in words if word.startswith("~")), "")
    return {"estimate": estimate, "approx": approx, "period": period}


def _referent(page: Page, words: list[str]) -> Row | None:
    name = next((word[1:] for word in words if word.startswith("@")), None)
    if name is None:
        return None
    if name in page.names:
        return page.names[name]
    if re.fullmatch(r"(-[1-9])?", name) is None:
        raise MarkupError(f"{page.doc}: no figure is named {name}")
    return page.levels[int(name or "-1")]


def _sign(row: Row, role: str) -> None:
    if role[1:] == "-":
        base = row["base_value"]
        row["base_value"] = [-abs(part) for part in base] if isinstance(base, list) else -abs(base)


def _remember(page: Page, row: Row, words: list[str]) -> None:
    page.facts.append(row)
    if row["role"] in ("value", "plan") or (isinstance(row["value"], list) and row["role"] == "share"):
        page.levels.append(row)
    for word in words:
        if word.startswith("#"):
            page.names[word[1:]] = row


def _claim(page: Page, line: str) -> Row:
    name, kind, verdict, claimed, computed, why = (part.strip() for part in line.split(" | "))
    start, end = page.opened[name[1:]], page.closed[name[1:]]
    return {
        "doc": page.doc,
        "start": start,
        "end": end,
        "text": page.text[start:end],
        "type": kind,
        "claimed": claimed,
        "computed": computed,
        "verdict": verdict,
        "why": why,
    }
