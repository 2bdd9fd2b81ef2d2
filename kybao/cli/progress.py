"""What is going on, shown while it takes time."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


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
