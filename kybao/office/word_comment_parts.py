"""The parts of a Word package that comments need: their own, and what ties it to the document."""

import posixpath
from collections.abc import Callable, Iterable, Iterator

from kybao.office.packages import STRICT_W, Package, W
from kybao.office.word_names import Element, number, w
from kybao.office.word_packing import CONTENT_TYPES, OFFICE, RELATIONSHIPS, TYPES
from kybao.office.word_xml import make, plain, written

TYPES_PART = "[Content_Types].xml"
COMMENTS_TYPE = TYPES["word/comments.xml"]
MARKS = ("commentReference", "commentRangeStart", "commentRangeEnd")
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"


class CommentParts:
    """The comments of one package: those that it has, and those that are added."""

    def __init__(self, package: Package, main: str) -> None:
        self._package = package
        self._main = main
        self._strict = STRICT_W in package.read(main)
        self._old = package.related(main).get("comments", "")
        self._root = package.tree(self._old) if self._old else make("comments")

    def first_number(self, document: Element) -> int:
        """Give the first number for new comments, above those of all notes; old comments move up there too.

        LibreOffice 7 sorts the numbers of comments among those of notes, and loses notes that come behind one.
        """
        above = 1 + max((number(note, -1, "id") for note in self._notes()), default=-1)
        old = [*self._root.iter(w("comment")), *document.iter(*map(w, MARKS))]
        if any(number(found, above, "id") < above for found in old):
            for found in old:
                found.set(w("id"), str(number(found, 0, "id") + above))
        return 1 + max((number(found, -1, "id") for found in old), default=above - 1)

    def _notes(self) -> Iterator[Element]:
        related = self._package.related(self._main)
        for kind in ("footnote", "endnote"):
            if part := related.get(f"{kind}s"):
                yield from self._package.tree(part).iter(w(kind))

    def unchanged(self) -> dict[str, bytes]:
        """Give all parts as they are."""
        return {name: self._package.read(name) for name in _in_order(self._package)}

    def with_comments(self, document: Element, comments: Iterable[Element]) -> dict[str, bytes]:
        """Give all parts: the document as it is now, the comments, and every other part as it was."""
        self._root.extend(comments)
        parts = self.unchanged()
        parts[self._main] = self._written(document)
        if self._old:
            return parts | {self._old: self._written(self._root)}
        return parts | self._added()

    def _written(self, root: Element) -> bytes:
        content = written(root)
        return content.replace(W, STRICT_W) if self._strict else content

    def _added(self) -> dict[str, bytes]:
        """Give the new part of the comments, and the parts that name it."""
        folder, main = posixpath.split(self._main)
        name = _free("comments{}.xml", lambda name: posixpath.join(folder, name) in self._package)
        part = posixpath.join(folder, name)
        links = posixpath.join(folder, "_rels", f"{main}.rels")
        added = {part: self._written(self._root), links: self._linked(links, name)}
        if TYPES_PART in self._package:
            added[TYPES_PART] = self._typed(part)
        return added

    def _linked(self, part: str, target: str) -> bytes:
        root = self._package.tree(part) if part in self._package else plain(RELATIONSHIPS, "Relationships")
        taken = {link.get("Id") for link in root}
        kind = f"{STRICT_OFFICE if self._strict else OFFICE}/comments"
        free = _free("rIdComments{}", taken.__contains__)
        root.append(plain(RELATIONSHIPS, "Relationship", Id=free, Type=kind, Target=target))
        return written(root)

    def _typed(self, part: str) -> bytes:
        root = self._package.tree(TYPES_PART)
        root.append(plain(CONTENT_TYPES, "Override", PartName=f"/{part}", ContentType=COMMENTS_TYPE))
        return written(root)


def _in_order(package: Package) -> Iterator[str]:
    """Yield the names of the parts, the list of their types first."""
    names = sorted(name for name in package.names if not name.endswith("/"))
    yield from sorted(names, key=lambda name: name != TYPES_PART)


def _free(pattern: str, taken: Callable[[str], bool]) -> str:
    count = 1
    while taken(name := pattern.format("" if count == 1 else count)):
        count += 1
    return name
