"""Text to claims in MB/s on one core, beside underthesea and quantulum3 in the same run; growth with size.

The text is a report of the project's own, repeated to size; where the shared seeds lie beside the project,
seed 002 is measured too. MB are megabytes of UTF-8.
"""

import os
import subprocess
import sys
import tempfile
import time
import tracemalloc
import warnings
from collections.abc import Callable
from pathlib import Path

from kybao.claims import read
from kybao.text import parse

PROJECT = Path(__file__).resolve().parents[1]
SEED = PROJECT.parent / "shared" / "seeds" / "002_44a28c0ce42a7bdb.txt"
OWN = (PROJECT / "examples" / "lang-son" / "bao-cao-co-loi.txt").read_text(encoding="utf-8")
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
LIMIT = 30_000  # bytes of text for the slow peers


def text_of(size: int, source: str = OWN) -> str:
    """Repeat the source until it is ``size`` bytes long."""
    return (source * (size // len(source.encode()) + 1)).encode()[:size].decode(errors="ignore")


def speed(work: Callable[[str], object], text: str, *, runs: int = 3) -> float:
    """The best of some runs, in MB/s."""
    best = float("inf")
    for _ in range(runs):
        begun = time.perf_counter()
        work(text)
        best = min(best, time.perf_counter() - begun)
    return len(text.encode()) / 1e6 / best


def claims(text: str) -> object:
    """What is measured: everything between the characters and the reading."""
    return read(parse(text))


def peers() -> dict[str, Callable[[str], object]]:
    """What reads the same text today."""
    warnings.simplefilter("ignore")
    from quantulum3 import parser
    from underthesea import pos_tag, word_tokenize

    return {
        "underthesea word_tokenize": word_tokenize,
        "underthesea pos_tag": pos_tag,
        "quantulum3": parser.parse,
    }


def main() -> int:
    """Print the three tables; fail where text to claims is slower than a bar."""
    source = SEED.read_text(encoding="utf-8") if SEED.exists() else OWN
    ours = speed(claims, source)
    print(f"{'text to claims':28} {ours:8.3f} MB/s   ({len(source.encode()) / 1e3:.0f} KB)")
    ratios = {}
    for name, work in peers().items():
        work("Thu ngân sách đạt 113 tỷ đồng.")  # models load outside the clock
        theirs = speed(work, text_of(LIMIT, source), runs=2)
        ratios[name] = ours / theirs
        print(f"{name:28} {theirs:8.3f} MB/s   text to claims is {ratios[name]:.1f} times as fast")
    print(f"\n{'size':>12} {'seconds':>9} {'MB/s':>7} {'peak MB':>9}")
    for size in SIZES:
        text = text_of(size)
        begun = time.perf_counter()
        claims(text)
        seconds = time.perf_counter() - begun
        print(f"{size:12,} {seconds:9.3f} {size / 1e6 / seconds:7.2f} {peak(text):9.1f}")
    print(f"\nkybao read small.txt, from start to first output: {start_up():.2f} s")
    return 0 if ours >= 1 and ratios["underthesea word_tokenize"] >= 5 else 1


def peak(text: str) -> float:
    """Peak memory of the work in MB, measured on texts up to 1 MB and left out above (tracing is slow)."""
    if len(text) > 1_000_000:
        return float("nan")
    tracemalloc.start()
    claims(text)
    top = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return top / 1e6


def start_up() -> float:
    """The best of five cold starts of the command on a small text."""
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "small.txt"
        small.write_text("Tổng thu ngân sách đạt 113 tỷ đồng, bằng 28,1% dự toán.\n", encoding="utf-8")
        command = [sys.executable, "-m", "kybao", "read", str(small)]
        return min(_seconds(command) for _ in range(5))


def _seconds(command: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=os.environ)
    return time.perf_counter() - begun


if __name__ == "__main__":
    sys.exit(main())
