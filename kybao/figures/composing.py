"""Decomposed letters (NFD) read as composed ones, with the way back to the offsets of the text."""

import re
from dataclasses import dataclass
from unicodedata import is_normalized, normalize

LETTER_WITH_MARKS = re.compile(r".[\u0300-\u036f]*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Composed:
    """A text with composed letters; ``offsets`` is empty where nothing had to be composed."""

    text: str
    offsets: tuple[int, ...] = ()

    def back(self, offset: int) -> int:
        """Give the offset in the original text."""
        return self.offsets[offset] if self.offsets else offset

    def here(self, offset: int) -> int:
        """Give the offset in the composed text of an offset in the original one."""
        return next((index for index, at in enumerate(self.offsets) if at >= offset), offset)


def compose(text: str) -> Composed:
    """Compose the letters of a text.

    >>> composed = compose("xa\\u0303 5")
    >>> composed.text, composed.back(3)
    ('xã 5', 4)
    """
    if is_normalized("NFC", text):
        return Composed(text)
    letters, offsets = [], []
    for match in LETTER_WITH_MARKS.finditer(text):
        letter = normalize("NFC", match[0])
        letters.append(letter)
        offsets += [match.start()] * len(letter)
    return Composed("".join(letters), (*offsets, len(text)))
