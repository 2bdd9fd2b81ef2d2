"""Whose figure it is: the place or body that the clause names."""

import re

from kybao.claims.clauses import Site
from kybao.text import Document, Kind

LEVELS = r"(?:UBND\s+)?(?:[Tt]ỉnh|[Tt]hành phố|TP\.?|[Hh]uyện|[Tt]hị xã|[Qq]uận|[Xx]ã|[Pp]hường|[Tt]hị trấn|TT\.?)"
NAME = r"[A-ZÀ-ỸĐ][\w'’-]*(?:\s+[A-ZÀ-ỸĐ][\w'’-]*){0,3}"
PLACE = re.compile(rf"\b{LEVELS}\s+{NAME}")
ISSUER = re.compile(
    r"(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND)\s+((?:TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|THỊ XÃ|QUẬN|XÃ|PHƯỜNG|THỊ TRẤN)\s+[^\n,;(]+)",
    re.IGNORECASE,
)


def place(site: Site) -> str:
    """Give the last place that the head of a figure's clause names, empty where it names none."""
    line = site.line
    if site.head >= site.spot:
        return ""
    found = None
    for found in PLACE.finditer(line.text, line.starts[site.head], line.starts[site.spot]):
        pass
    return " ".join(found[0].split()) if found else ""


def issuer(document: Document) -> str:
    """Give who issued the document, from its head or title."""
    for block in document.blocks:
        if block.kind in (Kind.HEAD, Kind.TITLE):
            found = ISSUER.search(block.text)
            if found:
                return " ".join(found[1].split())
    for block in document.blocks:
        if block.kind in (Kind.HEAD, Kind.TITLE):
            place_named = PLACE.search(block.text)
            if place_named:
                return place_named[0]
    return ""
