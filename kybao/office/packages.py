"""The zip package of a Word file, opened with limits: nothing in it may expand without bound or refer outside."""

import io
import posixpath
import struct
import zipfile
import zlib

from lxml import etree

from kybao.office.unreadable import UnreadableFile, UnsafeFile, WrongKind

Element = etree._Element

MOST_PARTS = 5_000
MOST_DIRECTORY = 2_000_000  # bytes of the list of parts, 400 for each
MOST_EXPANDED = 500_000_000  # bytes that all parts say they have, pictures included
MOST_PART = 25_000_000  # bytes of one part that is read; a report of 30 pages has one or two million
MOST_RATIO = 400  # XML of Word shrinks to a tenth or twentieth
FROM_RATIO = 4_000_000  # bytes from which the ratio matters
END_OF_DIRECTORY = b"PK\x05\x06"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
STRICT_W = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
W = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Package:
    """The parts of a Word file.

    Raises UnreadableFile from each method where the package is broken, UnsafeFile where it is an attack.
    """

    def __init__(self, data: bytes, label: str) -> None:
        self.label = label
        self._refuse_long_directory(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._parts = {info.filename: info for info in self._zip.infolist()}
        except (zipfile.BadZipFile, struct.error, ValueError, OSError, NotImplementedError, RuntimeError):
            raise self._broken() from None
        if sum(info.file_size for info in self._parts.values()) > MOST_EXPANDED:
            raise self._bomb()

    @property
    def names(self) -> frozenset[str]:
        """The names of all parts."""
        return frozenset(self._parts)

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def related(self, part: str = "") -> dict[str, str]:
        """Give the parts that a part refers to by the last word of the kind of reference: «styles», «footnotes»."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self:
            return {}
        found = self.tree(relations).iterfind(RELATIONSHIP)
        kinds = {(link.get("Type", "").rpartition("/")[2], link.get("Target", "")) for link in found}
        parts = {kind: posixpath.normpath(posixpath.join("/", folder, target))[1:] for kind, target in sorted(kinds)}
        return {kind: target for kind, target in parts.items() if target in self}

    def read(self, name: str) -> bytes:
        """Give the bytes of a part."""
        info = self._parts[name]
        if info.flag_bits & 1:
            raise WrongKind(f"Tệp «{self.label}» có mật khẩu; hãy bỏ mật khẩu rồi lưu lại.")
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise self._broken()
        if info.file_size > MOST_PART or info.file_size > max(FROM_RATIO, MOST_RATIO * info.compress_size):
            raise self._bomb()
        try:
            with self._zip.open(info) as stream:
                content = stream.read(MOST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, struct.error):
            raise self._broken() from None
        if len(content) > MOST_PART:
            raise self._bomb()
        return content

    def tree(self, name: str) -> Element:
        """Parse a part; entities, document types and deep nesting are refused."""
        content = self.read(name).replace(STRICT_W, W)  # «Strict Open XML» has another name for the same words
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError):
            raise self._broken() from None
        if root is None:
            raise self._broken()
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnsafeFile(
                f"Tệp «{self.label}» có khai báo lạ (DTD) mà bộ Office không bao giờ viết; vì an toàn, không mở."
            )
        return root

    def _refuse_long_directory(self, data: bytes) -> None:
        """Look at the list of parts before it is read: a million of them would take minutes."""
        at = data.rfind(END_OF_DIRECTORY, max(0, len(data) - 66_000))
        if at < 0 or at + 22 > len(data):
            raise self._broken()
        parts, length = struct.unpack_from("<HI", data, at + 10)
        if parts > MOST_PARTS or length > MOST_DIRECTORY:
            raise self._bomb()

    def _broken(self) -> UnreadableFile:
        return UnreadableFile(f"Tệp «{self.label}» bị hỏng hoặc tải về chưa đủ; hãy lấy lại tệp gốc.")

    def _bomb(self) -> UnsafeFile:
        return UnsafeFile(
            f"Tệp «{self.label}» nén bung ra quá lớn so với một báo cáo; vì an toàn, tệp không được mở."
        )
