"""What is going on, shown while it takes time."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

Outcome = TypeVar("Outcome")


@contextmanager
def working(what: str) -> Iterator[None]:
    """Show on standard error what is being done: a turning wheel on a screen, a line with the seconds elsewhere."""
    if sys.stderr.isatty():
        from rich.console import Console

        with Console(stderr=True).status(f"{what} …"):
            yield
        return
    begun = time.monotonic()
    print(f"  … {what}", file=sys.stderr, flush=True)
    yield
    if time.monotonic() - begun > 1:
        print(f"  … xong sau {time.monotonic() - begun:.1f} giây", file=sys.stderr, flush=True)


def watched(outcomes: Iterator[Outcome], total: int) -> Iterator[Outcome]:
    """Pass the outcomes of several files on; on a terminal, show meanwhile how many are done."""
    if total < 2 or not sys.stderr.isatty():
        yield from outcomes
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = TextColumn("Đang đọc"), BarColumn(), MofNCompleteColumn(), TextColumn("tệp, còn"), TimeRemainingColumn()
    # Without a thread of its own, so that other processes may be started meanwhile.
    bar = Progress(*columns, console=Console(stderr=True), auto_refresh=False, transient=True)
    task = bar.add_task("", total=total)
    bar.start()
    try:
        for outcome in outcomes:
            bar.stop()  # the results that are printed now take the place of the bar
            yield outcome
            bar.advance(task)
            bar.start()
    finally:
        bar.stop()
