"""Where results go: to the screen, or to a file that is never overwritten unasked."""

import os
import tempfile
from pathlib import Path

import typer

from kybao.text import Refusal


class NotWritten(Refusal):
    """A file was not written; what stood there stands there still."""


def deliver(text: str, out: Path | None, *, force: bool) -> None:
    """Print the text, or write it to ``out``.

    Raises NotWritten where the file exists (without ``force``) or its folder cannot be written.
    """
    if out is None:
        typer.echo(text, nl=bool(text) and not text.endswith("\n"))
        return
    write(text.encode("utf-8"), out, force=force)


def write(data: bytes, out: Path, *, force: bool) -> None:
    """Write a file whole or not at all.

    Raises NotWritten as ``deliver`` does.
    """
    refuse_to_overwrite(out, force=force)
    try:
        with tempfile.NamedTemporaryFile(dir=out.parent, prefix=f".{out.name}.", delete=False) as file:
            file.write(data)
        Path(file.name).chmod(0o666 & ~_umask())
        os.replace(file.name, out)
    except OSError as error:
        raise NotWritten(f"Không ghi được tệp «{out}»: {error.strerror}. Hãy chọn thư mục khác.") from error


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
