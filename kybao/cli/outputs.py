"""Where results go: to the screen, or to a file that is never overwritten unasked and appears whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import typer

from kybao.text import Refusal


class NotWritten(Refusal):
    """A file was not written; what stood there stands there still."""


class Output:
    """Takes results piece by piece; a file appears under its name only when all are there, and there was one."""

    def __init__(self, file: IO[bytes] | None) -> None:
        self._file = file
        self.used = False

    def write(self, text: str) -> None:
        """Take the next piece."""
        self.used = True
        if self._file is None:
            typer.echo(text, nl=bool(text) and not text.endswith("\n"))
        else:
            self._file.write(text.encode("utf-8"))


@contextmanager
def opened(out: Path | None, *, force: bool) -> Iterator[Output]:
    """Give what takes the results: the screen, or the file ``out``; nothing is written where nothing was given.

    Raises NotWritten where the file exists (without ``force``) or its folder cannot be written.
    """
    if out is None:
        yield Output(None)
        return
    with in_making(out, force=force) as file:
        output = Output(file)
        yield output
        if not output.used:
            file.close()


@contextmanager
def in_making(out: Path, *, force: bool) -> Iterator[IO[bytes]]:
    """Give a file to write that gets its name at the end; it is dropped where an error comes, or where it is closed.

    Raises NotWritten as ``opened`` does.
    """
    refuse_to_overwrite(out, force=force)
    try:
        with tempfile.NamedTemporaryFile(dir=out.parent, prefix=f".{out.name}.", delete=False) as file:
            try:
                yield file
                dropped = file.closed
            except BaseException:
                Path(file.name).unlink()
                raise
        if dropped:
            Path(file.name).unlink()
            return
        Path(file.name).chmod(0o666 & ~_umask())
        os.replace(file.name, out)
    except OSError as error:
        raise NotWritten(f"Không ghi được tệp «{out}»: {error.strerror}. Hãy chọn thư mục khác.") from error


def write(data: bytes, out: Path, *, force: bool) -> None:
    """Write a file whole or not at all.

    Raises NotWritten as ``opened`` does.
    """
    with in_making(out, force=force) as file:
        file.write(data)


def refuse_to_overwrite(out: Path, *, force: bool) -> None:
    """Raise NotWritten where ``out`` exists and the user did not ask to replace it, or its folder is missing."""
    if out.is_dir():
        raise NotWritten(f"«{out}» là một thư mục; hãy ghi rõ tên tệp cần tạo.")
    if out.exists() and not force:
        raise NotWritten(f"Tệp «{out}» đã có; thêm --force nếu muốn ghi đè, hoặc chọn tên khác.")
    if not out.parent.is_dir():
        raise NotWritten(f"Thư mục «{out.parent}» chưa có; hãy tạo thư mục hoặc chọn chỗ khác.")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
