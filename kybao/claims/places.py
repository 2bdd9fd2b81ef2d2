"""Whose figure it is: the place or body that the clause names."""

import re
from itertools import chain, takewhile

from kybao.claims.clauses import Site
from kybao.text import Document, Kind

LEVEL = r"(?:UBND\s+)?(?:[Tt]ỉnh|[Tt]hành phố|TP\.?|[Hh]uyện|[Tt]hị xã|[Qq]uận|[Xx]ã|[Pp]hường|[Tt]hị trấn|TT\.?)"
PLACE = re.compile(rf"\b{LEVEL}((?:\s+[^\W\d_][\w'’-]*){{1,4}})")
UNITS = "TỈNH|THÀNH PHỐ|TP\\.?|HUYỆN|THỊ XÃ|QUẬN|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU"
COMMITTEE = re.compile(rf"(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND)\s+({UNITS})\s+([^\n,;(]+)", re.IGNORECASE)
# «CỤC THỐNG KÊ TỈNH THÁI NGUYÊN»: a head in capitals names the place of another body.
IN_CAPITALS = re.compile(rf"\b({UNITS})((?:[ \t]+[A-ZÀ-ỸĐ'’-]+){{1,4}})[ \t]*$", re.MULTILINE)


def place(site: Site) -> str:
    """Give the last place that the head of a figure's clause names, empty where it names none."""
    line = site.line
    if site.head >= site.spot:
        return ""
    found = list(PLACE.finditer(line.text, line.starts[site.head], line.starts[site.spot]))
    return next((name for match in reversed(found) if (name := _named(match))), "")


def _named(match: re.Match[str]) -> str:
    """Give a place with as many words of its name as begin with a capital, empty where none does."""
    name = _capitalised(match[1])
    kind = " ".join(match[0][: match.start(1) - match.start()].split())
    return f"{kind} {name}" if name else ""


def _capitalised(words: str) -> str:
    """Give the first words as far as they begin with a capital: nothing of «đạt kết quả»."""
    return " ".join(takewhile(lambda word: word[0].isupper(), words.split()))


def issuer(document: Document) -> str:
    """Give who issued the document, from its head or title."""
    text = "\n".join(block.text for block in document.blocks if block.kind in (Kind.HEAD, Kind.TITLE))
    for match in chain(COMMITTEE.finditer(text), IN_CAPITALS.finditer(text)):
        name = _capitalised(match[2])
        if name:
            return f"{match[1]} {name}"
    return next((name for match in PLACE.finditer(text) if (name := _named(match))), "")
