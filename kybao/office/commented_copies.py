"""A copy of a document as a Word file with comments; the document itself is never touched."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from kybao.office.loading import ZIP
from kybao.office.official_styles import styles
from kybao.office.packages import Package
from kybao.office.unreadable import shown
from kybao.office.word_anchors import Anchors, aligned
from kybao.office.word_comment_parts import CommentParts
from kybao.office.word_comments import Comment, put_comments
from kybao.office.word_packing import package, save
from kybao.office.word_reading import main_part, read_pieces
from kybao.office.word_text_copy import TextCopy
from kybao.office.word_xml import make, serialized
from kybao.text import Document


def write_commented_copy(
    data: bytes, document: Document, comments: Sequence[Comment], path: Path, *, force: bool = False
) -> None:
    """Write a Word file with the comments at their places: a copy of ``data`` where it is one, else of its text.

    ``document`` is what was read from ``data``. Equal documents and comments give equal bytes. Raises
    UnreadableFile for a broken package and UnwritableFile where ``path`` exists, without ``force``.
    """
    if data.startswith(ZIP):
        parts = _of_word(Package(data, shown(document.name)), document, comments)
    else:
        parts = _of_text(document, comments)
    save(parts, path, force=force)


def _of_word(source: Package, document: Document, comments: Sequence[Comment]) -> Mapping[str, bytes]:
    main, pieces = main_part(source), read_pieces(source)
    parts = CommentParts(source, main)
    if not comments:
        return parts.unchanged()
    root = pieces[0].sources[0].element.getroottree().getroot()
    anchors = Anchors(document.text, aligned(document.text, pieces))
    return parts.with_comments(root, put_comments(comments, anchors, parts.first_number(root)))


def _of_text(document: Document, comments: Sequence[Comment]) -> Mapping[str, bytes]:
    copy = TextCopy(document)
    elements = put_comments(comments, Anchors(document.text, copy.stretches), 0)
    return package(
        {
            "word/document.xml": serialized(copy.root),
            "word/styles.xml": styles(),
            "word/comments.xml": serialized(make("comments", *elements)),
        }
    )
