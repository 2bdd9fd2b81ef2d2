"""Whose figure it is: the place or body that the clause names."""

import re

from kybao.claims.clauses import Site
from kybao.text import Document, Kind

LEVEL = r"(?:UBND\s+)?(?:[Tt]ỉnh|[Tt]hành phố|TP\.?|[Hh]uyện|[Tt]hị xã|[Qq]uận|[Xx]ã|[Pp]hường|[Tt]hị trấn|TT\.?)"
PLACE = re.compile(rf"\b{LEVEL}((?:\s+[^\W\d_][\w'’-]*){{1,4}})")
BODY = r"(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND)"
ISSUER = re.compile(
    rf"{BODY}\s+((?:TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|THỊ XÃ|QUẬN|XÃ|PHƯỜNG|THỊ TRẤN)\s+[^\n,;(]+)", re.IGNORECASE
)


def place(site: Site) -> str:
    """Give the last place that the head of a figure's clause names, empty where it names none."""
    line = site.line
    if site.head >= site.spot:
        return ""
    found = list(PLACE.finditer(line.text, line.starts[site.head], line.starts[site.spot]))
    return next((name for match in reversed(found) if (name := _named(match))), "")


def _named(match: re.Match[str]) -> str:
    """Give a place with as many words of its name as begin with a capital, empty where none does."""
    words = match[1].split()
    size = next((at for at, word in enumerate(words) if not word[0].isupper()), len(words))
    kind = " ".join(match[0][: match.start(1) - match.start()].split())
    return " ".join([kind, *words[:size]]) if size else ""


def issuer(document: Document) -> str:
    """Give who issued the document, from its head or title."""
    texts = [block.text for block in document.blocks if block.kind in (Kind.HEAD, Kind.TITLE)]
    body = ISSUER.search("\n".join(texts))
    if body:
        return " ".join(body[1].split())
    places = (match for text in texts for match in PLACE.finditer(text))
    return next((name for match in places if (name := _named(match))), "")
