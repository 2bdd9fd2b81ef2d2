"""Many files in one call: side by side on the cores there are, in the order given, the failures told at the end."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Generic, TypeVar

import typer

from kybao.cli.inputs import STANDARD_INPUT
from kybao.cli.progress import watched
from kybao.text import Refusal

Result = TypeVar("Result")

SIDE_BY_SIDE_FROM = 400_000  # bytes in all; less is done sooner than other processes have started
AHEAD = 4  # files a process in hand at one time, so that memory does not grow with the number of files
UNUSABLE = 2
KILLED = "Tệp «{}» làm tiến trình đọc dừng đột ngột (có thể hết bộ nhớ); hãy thử riêng tệp này."


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Result]):
    """What came of one file: a result, or the sentence that says why there is none."""

    name: str
    result: Result | None
    refusal: str = ""


class Batch(Generic[Result]):
    """The results of some files, one after the other as they are asked for; what failed is told at the end."""

    def __init__(self, names: Sequence[str], work: Callable[[str], Result]) -> None:
        self._names = names
        self._work = work
        self._failed: list[tuple[str, str]] = []

    def __iter__(self) -> Iterator[tuple[str, Result]]:
        """Yield name and result of each file that could be used, in the order given."""
        for outcome in watched(each(self._names, self._work), len(self._names)):
            if outcome.result is None:
                self._failed.append((outcome.name, outcome.refusal))
            else:
                yield outcome.name, outcome.result
        self._tell_failures()

    @property
    def code(self) -> int:
        """The exit code of the input: 2 where a file could not be used, else 0."""
        return UNUSABLE if self._failed else 0

    def _tell_failures(self) -> None:
        """Say on standard error what could not be used and why: a sentence for one file, a table for several."""
        if self._failed and len(self._names) > 1:
            from kybao.cli.tables import failures_table

            typer.echo(failures_table(self._failed, of=len(self._names)), err=True, nl=False)
            return
        for _, refusal in self._failed:
            typer.echo(f"kybao: {refusal}", err=True)


def usable(outcomes: Sequence[Outcome[Result]]) -> Iterator[tuple[str, Result]]:
    """Yield name and result of the files that could be used; name the others on standard error."""
    for outcome in outcomes:
        if outcome.result is None:
            typer.echo(f"kybao: {outcome.refusal}", err=True)
        else:
            yield outcome.name, outcome.result


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
    """Work in several processes; a file that kills its process costs no other file its result."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)  # whoever stops reading us must not leave the others behind
    left = deque(names)
    while left:
        yield from _until_one_dies(left, work)
        for _ in range(min(len(left), _in_hand())):
            yield _alone(left.popleft(), work)


def _until_one_dies(left: deque[str], work: Callable[[str], Result]) -> Iterator[Outcome[Result]]:
    """Take files from the left as their outcomes come; the rest stays where a process died."""
    pool = ProcessPoolExecutor(os.cpu_count())
    try:
        upcoming = iter(tuple(left))
        waiting: deque[Future[Outcome[Result]]] = deque()
        while left:
            waiting.extend(pool.submit(_outcome, name, work) for name in islice(upcoming, _in_hand() - len(waiting)))
            outcome = waiting[0].result()
            waiting.popleft()
            left.popleft()
            yield outcome
    except BrokenProcessPool:
        return
    finally:
        pool.shutdown(cancel_futures=True)


def _alone(name: str, work: Callable[[str], Result]) -> Outcome[Result]:
    """Do the work for one file in a process of its own, which it may kill."""
    with ProcessPoolExecutor(1) as pool:
        try:
            return pool.submit(_outcome, name, work).result()
        except BrokenProcessPool:
            return Outcome(name, None, KILLED.format(name))


def _in_hand() -> int:
    return AHEAD * (os.cpu_count() or 1)


def _bytes(names: Sequence[str]) -> int:
    return sum(Path(name).stat().st_size for name in names if name != STANDARD_INPUT and Path(name).is_file())
