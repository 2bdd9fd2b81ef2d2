"""The border for documents: a file of any kind becomes a document, or one sentence says why not."""

import stat
from pathlib import Path

from kybao.office.plain_text import decoded
from kybao.office.unreadable import UnreadableFile, WrongKind, shown
from kybao.text import Document, parse

MOST_BYTES = 100_000_000
MOST_TEXT_BYTES = 50_000_000
TEXT_SUFFIXES = {".txt", ".md", ""}
ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RTF = b"{\\rtf"
PDF = b"%PDF-"
PDF_WITHIN = 1024  # a PDF may have a few bytes of something else before its mark


def load(path: Path) -> Document:
    """Read a .docx, .pdf, .md or .txt file.

    Raises UnreadableFile with a sentence for its user.
    """
    return load_bytes(content_of(path), name=str(path))


def load_bytes(data: bytes, *, name: str) -> Document:
    """Read the content of a file; its kind follows from what it holds, and must fit its name.

    Raises UnreadableFile with a sentence for its user.
    """
    label, suffix = shown(name), Path(name).suffix.lower()
    if not data.strip(b" \t\r\n\0"):
        raise UnreadableFile(f"Tệp «{label}» trống, không có gì để đọc.")
    if len(data) > MOST_BYTES:
        raise UnreadableFile(_too_large(label, len(data), MOST_BYTES))
    if data.startswith(ZIP):
        return _word(data, name, label)
    if data.startswith(OLE):
        raise WrongKind(_old_word(data, label))
    if PDF in data[:PDF_WITHIN]:
        return _pdf(data, name, label)
    _refuse_pretence(data, label, suffix)
    if len(data) > MOST_TEXT_BYTES:
        raise UnreadableFile(_too_large(label, len(data), MOST_TEXT_BYTES))
    return parse(decoded(data, label), name)


def content_of(path: Path) -> bytes:
    """Give the bytes of a file that is not too large.

    Raises UnreadableFile with a sentence for its user.
    """
    label = shown(str(path))
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableFile(f"«{label}» là một thư mục, không phải tệp báo cáo.")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFile(f"«{label}» không phải tệp thường nên không đọc được.")
        most = MOST_TEXT_BYTES if path.suffix.lower() in TEXT_SUFFIXES else MOST_BYTES
        if status.st_size > most:
            raise UnreadableFile(_too_large(label, status.st_size, most))
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFile(f"Không tìm thấy tệp «{label}»; hãy kiểm tra lại tên và thư mục.") from None
    except PermissionError:
        raise UnreadableFile(f"Không có quyền đọc tệp «{label}».") from None
    except (OSError, ValueError):  # a name that no file can have, a disk that fails
        raise UnreadableFile(f"Không đọc được tệp «{label}»; hãy kiểm tra lại tên tệp và ổ đĩa.") from None


def _word(data: bytes, name: str, label: str) -> Document:
    from kybao.office.packages import Package  # noqa: PLC0415  a text file need not wait for lxml
    from kybao.office.word_reading import read_word  # noqa: PLC0415

    return read_word(Package(data, label), name)


def _pdf(data: bytes, name: str, label: str) -> Document:
    from kybao.office.pdf_reading import read_pdf  # noqa: PLC0415  … nor for pdfium

    return read_pdf(data, name, label)


def _refuse_pretence(data: bytes, label: str, suffix: str) -> None:
    """Refuse what is no document of the kind that its name promises."""
    if data.startswith(RTF):
        raise WrongKind(f"Tệp «{label}» là văn bản RTF; hãy mở bằng Word rồi lưu lại dạng .docx.")
    if suffix in {".docx", ".doc"}:
        raise UnreadableFile(f"Tệp «{label}» có đuôi {suffix} nhưng không phải tệp Word; hãy kiểm tra lại tệp gốc.")
    if suffix == ".pdf":
        raise UnreadableFile(f"Tệp «{label}» có đuôi .pdf nhưng không phải tệp PDF; hãy kiểm tra lại tệp gốc.")


def _old_word(data: bytes, label: str) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return f"Tệp «{label}» có mật khẩu mở tệp; hãy bỏ mật khẩu trong Word rồi lưu lại."
    return f"Tệp «{label}» là Word đời cũ (.doc); hãy mở bằng Word hoặc LibreOffice rồi lưu lại dạng .docx."


def _too_large(label: str, size: int, most: int) -> str:
    return f"Tệp «{label}» nặng {size // 1_000_000} MB, quá giới hạn {most // 1_000_000} MB; hãy tách nhỏ tệp."
