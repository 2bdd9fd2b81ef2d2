"""Commented copies: the checked report as a Word file with a comment at each finding."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from kybao.cli.inputs import STANDARD_INPUT
from kybao.cli.outputs import NotWritten, refuse_to_overwrite

if TYPE_CHECKING:
    from kybao.checks import Found, Report

WORD = ".docx"
UNNAMED = "van-ban"  # what came by standard input


def wants_copies(out: Path) -> bool:
    """Whether ``--out`` asks for Word files: it names one, or a folder for several."""
    return out.suffix.lower() == WORD or out.is_dir()


def copy_paths(names: Sequence[str], out: Path, *, force: bool) -> dict[str, Path]:
    """Give the path of the copy of each file.

    Raises NotWritten where one would replace what is there, or several would go into one file.
    """
    if out.is_dir():
        paths = _in_folder(names, out)
    elif len(names) == 1:
        paths = {names[0]: out}
    else:
        raise NotWritten(
            f"Có {len(names)} tệp cần soát; --out phải là một thư mục đã có, không phải một tệp «{out}»."
        )
    refuse_originals(paths.values(), names)
    for path in paths.values():
        refuse_to_overwrite(path, force=force)
    return paths


def refuse_originals(paths: Iterable[Path], names: Sequence[str]) -> None:
    """Raise NotWritten where a path is one of the files that are checked: they are never touched."""
    originals = [Path(name) for name in names if name != STANDARD_INPUT and Path(name).exists()]
    for path in paths:
        if path.exists() and any(path.samefile(original) for original in originals):
            raise NotWritten(f"«{path}» là chính tệp đang soát, không được ghi đè; hãy chọn tên hoặc thư mục khác.")


def write_copy(data: bytes, report: "Report", path: Path, *, force: bool) -> None:
    """Write the commented copy of one file whose content is given.

    Raises the office's sentence where it cannot be written.
    """
    from kybao.office.commented_copies import write_commented_copy
    from kybao.office.word_comments import Comment

    today = datetime.combine(date.today(), time())  # no time of day: a second run on one day gives the same file
    comments = [Comment(found.span, said(found), date=today) for found in report.found]
    write_commented_copy(data, report.document, comments, path, force=force)


def said(found: "Found") -> str:
    """Word a finding for a comment: «Lỗi R101: Ghi 47,7%, hai số liệu cho 48,3%.»."""
    from kybao.checks import printing

    return f"{printing.WORDS[found.severity].capitalize()} {found.check.code}: {found.finding.message}"


def _in_folder(names: Sequence[str], folder: Path) -> dict[str, Path]:
    """Name each copy after its file; where two files have one name, the later copies are numbered."""
    paths: dict[str, Path] = {}
    taken: set[str] = set()
    for name in names:
        stem = UNNAMED if name == STANDARD_INPUT else Path(name).stem
        free, count = stem, 1
        while free.casefold() in taken:
            count += 1
            free = f"{stem}-{count}"
        taken.add(free.casefold())
        paths[name] = folder / f"{free}{WORD}"
    return paths
