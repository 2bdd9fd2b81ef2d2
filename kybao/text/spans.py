"""A place in a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` to ``end`` of a document, and what they say.

    ``document.text[span.start:span.end] == span.text`` holds for every span of a document.
    """

    start: int
    end: int
    text: str

    def __len__(self) -> int:
        return self.end - self.start

    def touches(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end
