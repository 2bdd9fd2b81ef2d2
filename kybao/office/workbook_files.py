"""The border for spreadsheet files: what is no .xlsx or .ods, and what is unsafe, ends here with one sentence."""

from dataclasses import replace
from pathlib import Path

from kybao.office.ods_reading import read_ods
from kybao.office.packages import Package
from kybao.office.unreadable import shown
from kybao.office.workbooks import UnreadableWorkbook, Workbook
from kybao.office.xlsx_reading import read_xlsx
from kybao.office.xml_rows import BROKEN

MOST_BYTES = 30_000_000
OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK"
ODS = b"application/vnd.oasis.opendocument.spreadsheet"

NO_WORKBOOK = "không phải bảng tính .xlsx hay .ods; hãy gửi đúng tệp Excel đã điền."
OLD = "là Excel đời cũ (.xls) hoặc có mật khẩu mở tệp; hãy bỏ mật khẩu, lưu lại dạng .xlsx rồi gửi."
MACROS = "có chứa macro nên không được mở; hãy lưu lại dạng «Excel Workbook (*.xlsx)» rồi gửi."
LINKS = "có liên kết tới tệp Excel khác nên không được mở; hãy dán giá trị thay cho liên kết rồi lưu lại."
BINARY = "là Excel nhị phân (.xlsb); hãy lưu lại dạng .xlsx rồi gửi."


def load_workbook(path: Path) -> Workbook:
    """Read a spreadsheet file.

    Raises UnreadableFile for a file that is missing, too large, unsafe, broken or no spreadsheet.
    """
    return read_workbook(workbook_bytes(path), name=str(path))


def workbook_bytes(path: Path) -> bytes:
    """Give the bytes of a spreadsheet file; raises UnreadableFile where it is missing or too large."""
    label = shown(str(path))
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MOST_BYTES else b""
    except FileNotFoundError:
        raise UnreadableWorkbook(f"Không tìm thấy tệp «{label}»; hãy kiểm tra lại tên và thư mục.") from None
    except (OSError, ValueError):
        raise UnreadableWorkbook(f"Không đọc được tệp «{label}»; hãy kiểm tra lại tên tệp và quyền đọc.") from None
    if size > MOST_BYTES:
        raise UnreadableWorkbook(_too_large(label, size))
    return data


def read_workbook(data: bytes, *, name: str) -> Workbook:
    """Read the bytes of a spreadsheet; the name is for the sentences.

    Raises UnreadableFile as ``load_workbook`` does.
    """
    label = shown(name)
    if len(data) > MOST_BYTES:
        raise UnreadableWorkbook(_too_large(label, len(data)))
    if data.startswith(OLD_EXCEL):
        raise UnreadableWorkbook(f"Tệp «{label}» {OLD}")
    if not data.startswith(ZIP):
        raise UnreadableWorkbook(f"Tệp «{label}» {NO_WORKBOOK}")
    package = Package(data, label)
    _refuse_the_unsafe(package)
    try:
        return replace(_workbook(package), name=label)
    except (KeyError, IndexError, ValueError, OverflowError) as error:
        raise UnreadableWorkbook(f"Tệp «{label}»: {BROKEN}") from error
    except UnreadableWorkbook as error:
        raise UnreadableWorkbook(f"Tệp «{label}»: {error}") from None


def _workbook(package: Package) -> Workbook:
    if "mimetype" in package and package.read("mimetype").strip().startswith(ODS):
        return read_ods(package)
    if any(part.startswith("xl/") for part in package.names):
        return read_xlsx(package)
    raise UnreadableWorkbook(NO_WORKBOOK)


def _refuse_the_unsafe(package: Package) -> None:
    for name in package.names:
        if name.endswith("vbaProject.bin") or name.startswith(("Basic/", "Scripts/", "xl/macrosheets/")):
            raise UnreadableWorkbook(f"Tệp «{package.label}» {MACROS}")
        if name.startswith("xl/externalLinks/"):
            raise UnreadableWorkbook(f"Tệp «{package.label}» {LINKS}")
        if name.endswith("workbook.bin"):
            raise UnreadableWorkbook(f"Tệp «{package.label}» {BINARY}")


def _too_large(label: str, size: int) -> str:
    return (
        f"Tệp «{label}» nặng {size // 1_000_000} MB, quá giới hạn {MOST_BYTES // 1_000_000} MB của một biểu báo cáo."
    )
