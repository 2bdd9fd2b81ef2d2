"""Word files for tests, made from raw WordprocessingML."""

import io
import re
import zipfile

from kybao.office.loading import load_bytes
from kybao.text import Document

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def word(body: str, *, strict: bool = False, **parts: str) -> bytes:
    """Make a package of a body and other parts, each given by what stands inside its root."""
    names = re.sub(r'(?<=xmlns:w=")[^"]*', STRICT, NAMES) if strict else NAMES
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("_rels/.rels", _links({"officeDocument": "word/document.xml"}))
        package.writestr("word/_rels/document.xml.rels", _links({name: f"{name}.xml" for name in parts}))
        package.writestr("word/document.xml", f"<w:document {names}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            package.writestr(f"word/{name}.xml", f"<w:{name} {names}>{content}</w:{name}>")
    return stream.getvalue()


def read(body: str, **parts: str) -> Document:
    """Read such a package."""
    return load_bytes(word(body, **parts), name="a.docx")


def p(*content: str, properties: str = "") -> str:
    """Make a paragraph; plain words become a run."""
    inside = "".join(part if part.startswith("<") else run(part) for part in content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def run(words: str, properties: str = "") -> str:
    """Make a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def table(*rows: str) -> str:
    """Make a table of rows."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """Make a row; plain words become a cell."""
    return f"<w:tr>{properties}{''.join(part if part.startswith('<') else cell(part) for part in cells)}</w:tr>"


def cell(words: str, properties: str = "") -> str:
    """Make a cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{words if words.startswith('<') else p(words)}</w:tc>"


def _links(targets: dict[str, str]) -> str:
    links = "".join(
        f'<Relationship Id="r{number}" Type="{TYPES}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items())
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'
    )
