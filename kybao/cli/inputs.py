"""The files that a command is given, worked through one by one or side by side."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import typer

from kybao.text import Document, Refusal

Result = TypeVar("Result")

READABLE = {".docx", ".pdf", ".md", ".txt"}
STANDARD_INPUT = "-"
SIDE_BY_SIDE_FROM = 2_000_000  # bytes in all; less is done sooner than other processes have started


class NoFiles(Refusal):
    """A folder holds nothing that can be read."""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Result]):
    """What came of one file: a result, or the sentence that says why there is none."""

    name: str
    result: Result | None
    refusal: str = ""


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


def each(names: Sequence[str], work: Callable[[str], Result]) -> Iterator[Outcome[Result]]:
    """Do the work for each file and yield the outcomes in the order given, whatever order they were done in."""
    if len(names) > 1 and (os.cpu_count() or 1) > 1 and _bytes(names) >= SIDE_BY_SIDE_FROM:
        yield from _side_by_side(names, work)
    else:
        yield from (_outcome(name, work) for name in names)


def _outcome(name: str, work: Callable[[str], Result]) -> Outcome[Result]:
    try:
        return Outcome(name, work(name))
    except Refusal as refusal:
        return Outcome(name, None, str(refusal))


def _side_by_side(names: Sequence[str], work: Callable[[str], Result]) -> Iterator[Outcome[Result]]:
    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(workers) as pool:
        waiting: list[Future[Outcome[Result]]] = []
        for name in names:  # only a few results wait at a time, so memory does not grow with the number of files
            waiting.append(pool.submit(_outcome, name, work))
            if len(waiting) >= 4 * workers:
                yield waiting.pop(0).result()
        for future in waiting:
            yield future.result()


def _bytes(names: Sequence[str]) -> int:
    return sum(Path(name).stat().st_size for name in names if name != STANDARD_INPUT and Path(name).is_file())


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


def usable(outcomes: Sequence[Outcome[Result]]) -> Iterator[tuple[str, Result]]:
    """Yield name and result of the files that could be used; name the others on standard error."""
    for outcome in outcomes:
        if outcome.result is None:
            typer.echo(f"kybao: {outcome.refusal}", err=True)
        else:
            yield outcome.name, outcome.result


def worst(outcomes: Sequence[Outcome[Result]]) -> int:
    """Give the exit code of the input: 2 where a file could not be used, else 0."""
    return 2 if any(outcome.result is None for outcome in outcomes) else 0
