"""Asks another process for the pages of a PDF, and ends it where it takes too long."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from threading import Timer

from kybao.office.pdf_pages import WRONG_PASSWORD, Page
from kybao.office.unreadable import UnreadableFile, UnsafeFile, WrongKind

SECONDS = 4.0  # for one page; a full one takes a fiftieth of a second
MOST_PAGES = 2_000
MOST_BYTES = 200_000_000  # of all that the process writes


def pages(data: bytes, label: str) -> Iterator[Page]:
    """Yield the pages of a PDF.

    Raises UnreadableFile where it is broken or locked, UnsafeFile where a page takes too long or too much memory.
    """
    with tempfile.TemporaryFile() as file:
        file.write(data)
        file.seek(0)
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        command = [sys.executable, "-m", "kybao.office.pdf_pages"]
        with subprocess.Popen(
            command, stdin=file, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
        ) as process:
            try:
                yield from _received(process, label)
            finally:
                process.kill()


def _received(process: "subprocess.Popen[bytes]", label: str) -> Iterator[Page]:
    written = count = 0
    for line in _in_time(process):
        values = json.loads(line)
        if isinstance(values, str):
            raise _refusal(values, label)
        written, count = written + len(line), count + 1
        if count > MOST_PAGES or written > MOST_BYTES:
            raise UnreadableFile(
                f"Tệp PDF «{label}» dài quá {MOST_PAGES} trang hoặc quá nhiều chữ; hãy tách nhỏ tệp."
            )
        yield Page.read(values)
    if process.wait() != 0:
        raise UnsafeFile(f"Tệp PDF «{label}» phức tạp bất thường so với một báo cáo; vì an toàn, tệp không được mở.")


def _in_time(process: "subprocess.Popen[bytes]") -> Iterator[bytes]:
    """Yield the lines that a process writes; it is ended where one takes too long."""
    output = process.stdout
    line = b"-"
    while output and line:
        watch = Timer(SECONDS, process.kill)
        watch.start()
        line = output.readline()
        watch.cancel()
        if line.endswith(b"\n"):
            yield line


def _refusal(said: str, label: str) -> UnreadableFile:
    if said == WRONG_PASSWORD:
        return WrongKind(f"Tệp PDF «{label}» có mật khẩu; hãy bỏ mật khẩu rồi đọc lại.")
    return UnreadableFile(f"Tệp PDF «{label}» bị hỏng hoặc tải về chưa đủ; hãy lấy lại tệp gốc.")
