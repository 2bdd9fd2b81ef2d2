"""Putting the parts of a Word file into its package: equal content gives equal bytes."""

import os
import tempfile
import zipfile
from collections.abc import Collection, Mapping
from pathlib import Path

from kybao.office.word_xml import plain, serialized
from kybao.text import Refusal

LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first day that a zip file knows
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PROPERTIES = "application/vnd.openxmlformats-officedocument"

# name of the part: its content type
TYPES = {
    "word/document.xml": f"{WORD}.document.main+xml",
    "word/styles.xml": f"{WORD}.styles+xml",
    "word/settings.xml": f"{WORD}.settings+xml",
    "word/footnotes.xml": f"{WORD}.footnotes+xml",
    "word/header1.xml": f"{WORD}.header+xml",
    "word/comments.xml": f"{WORD}.comments+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": f"{PROPERTIES}.extended-properties+xml",
    "docProps/custom.xml": f"{PROPERTIES}.custom-properties+xml",
}
PACKAGE_LINKS = {
    "word/document.xml": f"{OFFICE}/officeDocument",
    "docProps/core.xml": "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    "docProps/app.xml": f"{OFFICE}/extended-properties",
    "docProps/custom.xml": f"{OFFICE}/custom-properties",
}
DOCUMENT_LINKS = {
    "styles.xml": f"{OFFICE}/styles",
    "settings.xml": f"{OFFICE}/settings",
    "footnotes.xml": f"{OFFICE}/footnotes",
    "header1.xml": f"{OFFICE}/header",
    "comments.xml": f"{OFFICE}/comments",
}
HEADER_LINK = "rId4"  # of header1.xml, the fourth of DOCUMENT_LINKS


class UnwritableFile(Refusal):
    """A file cannot be written; the message is the user's sentence."""


def package(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Add to the parts of a document what ties them together."""
    return {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _relationships(PACKAGE_LINKS, parts),
        "word/_rels/document.xml.rels": _relationships(DOCUMENT_LINKS, parts, folder="word/"),
        **parts,
    }


def save(members: Mapping[str, bytes], path: Path, *, force: bool = False) -> None:
    """Write a package beside its place and move it there: nobody ever sees half a file.

    Raises UnwritableFile where the file exists (without ``force``) or its folder cannot be written.
    """
    if path.exists() and not force:
        raise UnwritableFile(f"Tệp «{path}» đã có; hãy chọn tên khác hoặc cho phép ghi đè.")
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=".tmp")
    except OSError as error:
        raise UnwritableFile(f"Không ghi được vào thư mục «{path.parent}»: {error.strerror}.") from error
    try:
        with os.fdopen(handle, "wb") as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for member, content in members.items():
                archive.writestr(_dated(member), content)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise UnwritableFile(f"Không ghi được tệp «{path}»: {error.strerror}.") from error


def _dated(member: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(member, LONG_AGO)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 0
    return info


def _content_types(names: Collection[str]) -> bytes:
    kinds = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    defaults = [plain(CONTENT_TYPES, "Default", Extension=end, ContentType=kind) for end, kind in kinds.items()]
    parts = [
        plain(CONTENT_TYPES, "Override", PartName=f"/{name}", ContentType=kind)
        for name, kind in TYPES.items()
        if name in names
    ]
    return serialized(plain(CONTENT_TYPES, "Types", *defaults, *parts))


def _relationships(links: Mapping[str, str], names: Collection[str], folder: str = "") -> bytes:
    entries = [
        plain(RELATIONSHIPS, "Relationship", Id=f"rId{number}", Type=kind, Target=target)
        for number, (target, kind) in enumerate(links.items(), start=1)
        if folder + target in names
    ]
    return serialized(plain(RELATIONSHIPS, "Relationships", *entries))
