"""The documents that a whole document cites, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass

from kybao.figures.cited import CitedDocument, cited_documents
from kybao.text import Block, Document, Kind, Span


@dataclass(frozen=True, slots=True)
class Citation:
    """A cited document with its place."""

    span: Span  # from the kind to the number, the date or the issuer, whichever is the last
    number: Span
    cited: CitedDocument
    block: int  # index of the block in the document


def citations(document: Document) -> Iterator[Citation]:
    """Yield the documents that a document cites by number, in the order of its blocks; its own number is none."""
    for index, block in enumerate(document.blocks):
        for cited in cited_documents(block.text):
            if not _own_number(block, cited):
                yield Citation(
                    document.span_in(index, cited.start, cited.end),
                    document.span_in(index, cited.number_start, cited.number_end),
                    cited,
                    index,
                )


def citation_row(document: Document, citation: Citation) -> dict[str, object]:
    """Give one citation with the keys that ``kybao read --cited --format jsonl`` prints."""
    cited = citation.cited
    return {
        "start": citation.span.start,
        "end": citation.span.end,
        "text": " ".join(document.blocks[citation.block].text[cited.start : cited.end].split()),
        "kind": cited.kind,
        "number": cited.number,
        "number_start": citation.number.start,
        "date": cited.date.isoformat() if cited.date else "",
        "issuer": cited.issuer,
        "title": cited.title,
        "well_formed": cited.well_formed,
    }


def _own_number(block: Block, cited: CitedDocument) -> bool:
    """Whether it is the number that the document bears: «Số: 225/KH-UBND» in its head."""
    alone = not block.text[: cited.start].strip(" *_\t\n") and not cited.day
    return block.kind is Kind.HEAD or (block.kind is Kind.PARAGRAPH and alone and _said_without_kind(block, cited))


def _said_without_kind(block: Block, cited: CitedDocument) -> bool:
    return block.text[cited.start : cited.number_start].strip(" :").casefold() in {"số", ""}
