"""Vietnamese text whose every piece knows its place."""

from kybao.text.blocks import parse
from kybao.text.documents import Block, Document, Kind, Mark, Passage, Sentence
from kybao.text.errors import Refusal
from kybao.text.folding import fold, fold_in_place, plain
from kybao.text.sentences import sentences
from kybao.text.spans import Span

__all__ = [
    "Block",
    "Document",
    "Kind",
    "Mark",
    "Passage",
    "Refusal",
    "Sentence",
    "Span",
    "fold",
    "fold_in_place",
    "parse",
    "plain",
    "sentences",
]
