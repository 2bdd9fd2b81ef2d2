"""Vietnamese text whose every piece knows its place."""

from kybao.text.documents import Block, Document, Kind, Mark, Passage, Sentence
from kybao.text.errors import Refusal
from kybao.text.spans import Span

__all__ = ["Block", "Document", "Kind", "Mark", "Passage", "Refusal", "Sentence", "Span"]
