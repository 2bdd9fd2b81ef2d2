"""Signs that nobody sees, and wide forms of digits and signs: a passage reads as a person reads it."""

import re
from collections.abc import Iterator

UNSEEN = "\ufeff\u200b-\u200f\u2060\u00ad"  # marks of order and of width zero, hyphens that only may be
WIDE = "\uff01-\uff5e"  # full-width forms: １２，５％
ODD = re.compile(f"[{UNSEEN}{WIDE}]")
HIDDEN = re.compile(f"[{UNSEEN}]+")
NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what is seen between two places, as stretches of the text."""
    for hidden in HIDDEN.finditer(text, start, end):
        if hidden.start() > start:
            yield start, hidden.start()
        start = hidden.end()
    if start < end:
        yield start, end


def as_seen(text: str) -> str:
    """Give a text without what is not seen, wide forms as plain ones.

    >>> as_seen("đạt １.１\\u200b12，５\\ufeff％")
    'đạt 1.112,5%'
    """
    return HIDDEN.sub("", text).translate(NARROW) if ODD.search(text) else text
