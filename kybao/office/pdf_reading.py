"""A PDF with a text layer as a document."""

from kybao.office.unreadable import UnreadableFile
from kybao.text import Document


def read_pdf(data: bytes, name: str, label: str) -> Document:
    """Read a PDF file."""
    raise UnreadableFile(f"Tệp «{label}»: chưa đọc được PDF.")
