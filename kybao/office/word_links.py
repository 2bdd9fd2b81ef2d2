"""Taking the links out of a Word file: what is left are its words alone."""

import re
import zipfile
from pathlib import Path

from kybao.office.bookmarks import PREFIX
from kybao.office.manifests import Manifest, read_custom_properties
from kybao.office.packages import Package
from kybao.office.unreadable import UnreadableFile
from kybao.office.word_packing import save
from kybao.office.word_xml import Element, w, written

BOOKMARKED_PARTS = ("word/document.xml", "word/footnotes.xml")
COPY = re.compile(r"_Copy_[0-9]+$")
CUSTOM_PART = "docProps/custom.xml"
CONTENT_TYPES = "[Content_Types].xml"
PACKAGE_LINKS = "_rels/.rels"


def strip_links(path_in: Path, path_out: Path, *, force: bool = False) -> None:
    """Write a copy without our bookmarks and manifest: only its words can tell what it says.

    Raises UnreadableFile and UnwritableFile, each with a Vietnamese sentence.
    """
    source = _open(path_in)
    with zipfile.ZipFile(path_in) as archive:  # its limits are those of the source above
        members = {name: source.read(name) for name in sorted(archive.namelist()) if name != CUSTOM_PART}
    for name in members:
        if name.startswith("word/") and name.endswith(".xml"):
            members[name] = _without_bookmarks(source.tree(name))
    members[CONTENT_TYPES] = _without(source.tree(CONTENT_TYPES), "PartName", CUSTOM_PART)
    members[PACKAGE_LINKS] = _without(source.tree(PACKAGE_LINKS), "Target", CUSTOM_PART)
    save(members, path_out, force=force)


def read_manifest(path: Path) -> Manifest:
    """Read the manifest that a Word file carries; an empty one where it carries none."""
    source = _open(path)
    return read_custom_properties(source.tree(CUSTOM_PART)) if CUSTOM_PART in source else Manifest()


def read_bookmarks(path: Path) -> dict[str, str]:
    """Read the words that each of our bookmarks of a Word file holds now.

    LibreOffice takes the bookmarks of footnotes for copies and names them so; they get their names back.
    """
    source = _open(path)
    roots = [source.tree(name) for name in BOOKMARKED_PARTS if name in source]
    found = {name: words for root in roots for name, words in _bookmarked(root).items()}
    copies = {COPY.sub("", name): words for name, words in found.items() if COPY.search(name)}
    return copies | {name: words for name, words in found.items() if not COPY.search(name)}


def _open(path: Path) -> Package:
    try:
        return Package(path.read_bytes(), path.name)
    except OSError as error:
        raise UnreadableFile(f"Không đọc được tệp «{path}»: {error.strerror}.") from error


def _bookmarked(root: Element) -> dict[str, str]:
    """Walk a part once: words count for every bookmark that is open."""
    held: dict[str, str] = {}
    opened: dict[str | None, str] = {}
    for element in root.iter(w("bookmarkStart"), w("bookmarkEnd"), w("t")):
        name = element.get(w("name")) or ""
        if element.tag == w("bookmarkStart") and name.startswith(PREFIX):
            opened[element.get(w("id"))] = name
            held[name] = ""
        elif element.tag == w("bookmarkEnd"):
            opened.pop(element.get(w("id")), None)
        elif element.tag == w("t"):
            held |= {name: held[name] + (element.text or "") for name in opened.values()}
    return held


def _without_bookmarks(root: Element) -> bytes:
    ours = {start.get(w("id")) for start in root.iter(w("bookmarkStart")) if _is_ours(start)}
    for element in list(root.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        parent = element.getparent()
        if element.get(w("id")) in ours and parent is not None:
            parent.remove(element)
    return written(root)


def _is_ours(start: Element) -> bool:
    return (start.get(w("name")) or "").startswith(PREFIX)


def _without(root: Element, attribute: str, part: str) -> bytes:
    for element in list(root):
        if (element.get(attribute) or "").lstrip("/") == part:
            root.remove(element)
    return written(root)
