"""What is read of one file, as rows of plain values: its figures, the documents that it cites, its findings."""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kybao.cli.inputs import loaded
from kybao.text import Document

if TYPE_CHECKING:  # loaded only when the command runs
    from kybao.checks import Report, Settings
    from kybao.claims import Catalogue, CatalogueEntry, Reading

Row = dict[str, object]
Entries = tuple["CatalogueEntry", ...]

FIGURE_COLUMNS = (
    "file", "start", "end", "text", "unit", "base_value", "base_unit", "approx", "role", "kind", "basis", "of",
    "indicator", "code", "score", "agency", "period", "cumulative", "estimate", "sentence",
)  # fmt: skip
CITATION_COLUMNS = ("file", "start", "end", "kind", "number", "date", "issuer", "title", "well_formed", "section")


@dataclass(frozen=True, slots=True)
class Rows:
    """Everything that is read of one file."""

    figures: list[Row]
    citations: list[Row]
    findings: list[Row]


def text_of(name: str) -> str:
    """Give the text of a file that offsets refer to."""
    return loaded(name).text


def figure_rows(name: str, *, entries: Entries = ()) -> list[Row]:
    """Give the figures of a file, with the keys that ``kybao read --format jsonl`` prints."""
    return _figures(_read(loaded(name), entries))


def citation_rows(name: str) -> list[Row]:
    """Give the documents that a file cites, with the keys that ``kybao read --cited --format jsonl`` prints."""
    return _citations(loaded(name))


def all_rows(name: str, *, entries: Entries, settings: "Settings") -> Rows:
    """Give figures, cited documents and findings of a file."""
    from kybao.cli.checking import settled_of

    reading = _read(loaded(name), entries)
    report = settled_of(reading, name, settings=settings).report
    return Rows(_figures(reading), _citations(reading.document), _findings(report))


def _read(document: Document, entries: Entries) -> "Reading":
    from kybao.claims import read

    return read(document, catalogue=_catalogue(entries) if entries else None)


@lru_cache(maxsize=1)
def _catalogue(entries: Entries) -> "Catalogue":
    from kybao.claims import Catalogue

    return Catalogue(entries)


def _figures(reading: "Reading") -> list[Row]:
    from kybao.claims.rows import row

    return [
        {**row(reading, index), "section": section(reading.document, fact.figure.block)}
        for index, fact in enumerate(reading.facts)
    ]


def _citations(document: Document) -> list[Row]:
    from kybao.figures import citation_row, citations

    return [
        {**citation_row(document, citation), "section": section(document, citation.block)}
        for citation in citations(document)
    ]


def _findings(report: "Report") -> list[Row]:
    from kybao.checks import printing

    return [
        {
            **row,
            "severity": printing.WORDS[card.severity],
            "line": card.line,
            "section": card.path,
            "sentence": f"{card.excerpt.before}{card.excerpt.marked}{card.excerpt.after}".strip(),
        }
        for row, card in zip(printing.rows(report), printing.cards(report), strict=True)
    ]


def section(document: Document, block: int) -> str:
    """Give the headings that a block stands under, the highest first: «II. KINH TẾ › 1. Thu ngân sách»."""
    above = [" ".join(document.blocks[heading].text.split()) for heading in document.headings_over(block)]
    return " › ".join(reversed(above))
