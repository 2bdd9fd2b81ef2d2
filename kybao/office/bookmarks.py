"""Bookmarks around the figures of a Word file: their names lead back to the ledger."""

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

PREFIX = "kb_"


def bookmark_names(keys: Iterable[str]) -> Iterator[str]:
    """Name each printed figure by its key and how often it was printed before: the same in every draft.

    Word allows forty letters, digits and underscores.

    >>> list(bookmark_names(["thu", "chi", "thu"]))
    ['kb_edbd26f07a57fc_1', 'kb_dffe602cd1e0bf_1', 'kb_edbd26f07a57fc_2']
    """
    printed: Counter[str] = Counter()
    for key in keys:
        printed[key] += 1
        yield f"{PREFIX}{sha256(key.encode()).hexdigest()[:14]}_{printed[key]}"
