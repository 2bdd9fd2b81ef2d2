"""What a Word file with comments says: each comment, and the words that its range covers."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree

from kybao.office.commented_copies import write_commented_copy
from kybao.office.loading import load_bytes
from kybao.office.word_comments import Comment
from kybao.text import Document
from kybao.text.footnotes import raised

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
BOX = "▣"  # stands for a text box, drawn or written as a whole
KINDS = {"document": "document.main"}


@dataclass(frozen=True)
class Read:
    """One comment of a file."""

    text: str
    covered: str | None  # None where only its mark is there
    number: int


def copied(data: bytes, *comments: Comment, name: str = "a.docx") -> bytes:
    """The commented copy of a file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "copy.docx"
        write_commented_copy(data, load_bytes(data, name=name), comments, path)
        return path.read_bytes()


def commented(data: bytes, *phrases: str) -> list[Read]:
    """The comments of a copy in which each of these phrases has one, in the order of the text."""
    document = load_bytes(data, name="a.docx")
    return read_comments(copied(data, *(on(document, phrase) for phrase in phrases)))


def on(document: Document, phrase: str, text: str = "") -> Comment:
    """A comment on the first place of a phrase."""
    start = document.text.index(phrase)
    return Comment(document.span(start, start + len(phrase)), text or f"Xem «{phrase}».")


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def tree(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """One part, the names of strict files put into usual ones."""
    return etree.fromstring(parts(data)[name].replace(STRICT[1:-1].encode(), W[1:-1].encode()))


def read_comments(data: bytes) -> list[Read]:
    """The comments of a file in the order of their marks."""
    said = {
        comment.get(f"{W}id"): "\n".join("".join(line.itertext()) for line in comment)
        for comment in tree(data, "word/comments.xml")
    }
    covered: dict[str, str] = {}
    opened: set[str] = set()
    found: list[Read] = []
    for kind, words in _walked(tree(data)):
        if kind == "commentRangeStart":
            opened.add(words)
            covered[words] = ""
        elif kind == "commentRangeEnd":
            opened.remove(words)
        elif kind == "commentReference":
            assert words not in opened
            found.append(Read(said[words], covered.get(words), int(words)))
        else:
            covered |= {name: covered[name] + words for name in opened}
    assert not opened
    assert {found.number for found in found} == {int(name) for name in said}
    return found


def _walked(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield words and marks in the order of the file."""
    notes: dict[tuple[str, str], int] = {}
    inside = 0  # text boxes
    for event, element in etree.iterwalk(root, events=("start", "end")):
        kind = etree.QName(element).localname
        if kind == "txbxContent":
            inside += 1 if event == "start" else -1
            if event == "start":
                yield "box", BOX
        elif event == "end" or inside:
            continue
        elif kind.startswith("comment"):
            yield kind, element.get(f"{W}id")
        elif kind.endswith("noteReference"):
            yield "mark", raised(notes.setdefault((kind, element.get(f"{W}id")), len(notes) + 1))
        elif kind in {"t", "tab", "br"}:
            yield "words", element.text or " "


def openable(data: bytes) -> bytes:
    """A package of ``raw_word`` with the list of types that Word and LibreOffice ask for."""
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a") as package:
        names = [name[5:-4] for name in package.namelist() if name.startswith("word/") and name.endswith(".xml")]
        overrides = "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{KINDS.get(name, name)}+xml"/>'
            for name in names
        )
        package.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        )
    return stream.getvalue()
