"""How many claims made wrong by one digit are found: at least 2,000 mutants, fixed seed.

The claims are those that hold in the reference texts (where they lie beside the project) and in generated reports.
Changed beyond rounding a claim has to be found; changed within rounding it has to be left alone.
"""

import argparse
import random
import sys
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
SHARED = PROJECT.parent / "shared"
sys.path.insert(0, str(PROJECT))

from tests.checks.mutants import Count, generated, mutants, scenes, tried  # noqa: E402

SEED = 20_240_315


def texts(reports: int, chance: random.Random) -> list[str]:
    """The scenes of the reference texts and seeds, and generated reports."""
    files = [*sorted(SHARED.glob("seeds/*.txt")), *sorted(SHARED.glob("reference/texts/*.txt"))]
    found = [scene for file in files for scene in scenes(file.read_text(encoding="utf-8"))]
    return [*found, *(generated(chance) for _ in range(reports))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=40, help="generated reports")
    parser.add_argument("--each", type=int, default=2, help="mutants of each number")
    options = parser.parse_args()
    chance = random.Random(SEED)
    begun = time.perf_counter()
    together: dict[str, Count] = {}
    for text in texts(options.reports, chance):
        for kind, count in tried(text, list(mutants(text, chance=chance, each=options.each))).items():
            together.setdefault(kind, Count()).add(count)
    print(f"{'kind':12}{'judged':>8}{'found':>8}{'missed':>8}{'%':>8}{'within rounding':>18}{'alarms':>8}")
    for kind, count in together.items():
        share = 100 * count.found / count.judged if count.judged else 0
        print(f"{kind:12}{count.judged:8}{count.found:8}{count.missed:8}{share:8.1f}{count.kept:18}{count.alarms:8}")
    made = sum(count.judged + count.kept for count in together.values())
    print(f"{made} mutants in {time.perf_counter() - begun:.1f} s, seed {SEED}")


if __name__ == "__main__":
    main()
