"""The files that a command is given."""

import sys
from collections.abc import Sequence
from pathlib import Path

from kybao.text import Document, Refusal

READABLE = {".docx", ".pdf", ".md", ".txt"}
STANDARD_INPUT = "-"


class NoFiles(Refusal):
    """A folder holds nothing that can be read."""


def expand(names: Sequence[str]) -> list[str]:
    """Give the files named, with each folder replaced by the reports that lie in it and below, in order of name.

    Raises NoFiles for a folder without one.
    """
    found: list[str] = []
    for name in names:
        folder = Path(name)
        if name == STANDARD_INPUT or not folder.is_dir():
            found.append(name)
            continue
        inside = sorted(str(path) for path in folder.rglob("*") if is_report(path))
        if not inside:
            raise NoFiles(f"Thư mục «{name}» không có tệp .docx, .pdf, .md hay .txt nào để đọc.")
        found += inside
    return found


def is_report(path: Path) -> bool:
    """Whether a file of a folder is meant: not hidden, not the lock file that Word leaves beside an open document."""
    return path.suffix.lower() in READABLE and not path.name.startswith((".", "~$")) and path.is_file()


def loaded(name: str) -> Document:
    """Load one file, or standard input for «-».

    Raises the office's sentence for anything that is no readable document.
    """
    return document_of(content(name), name)


def content(name: str) -> bytes:
    """Give the bytes of one file, or of standard input for «-».

    Raises the office's sentence for a file that cannot be read.
    """
    from kybao.office.loading import content_of

    return sys.stdin.buffer.read() if name == STANDARD_INPUT else content_of(Path(name))


def document_of(data: bytes, name: str) -> Document:
    """Read the content of one file.

    Raises the office's sentence for anything that is no readable document.
    """
    from kybao.office.loading import load_bytes

    return load_bytes(data, name="(đầu vào chuẩn)" if name == STANDARD_INPUT else str(Path(name)))
