"""Run every benchmark, or those named: ``make bench`` installs the peers into .venv-bench first.

The peers stay out of the project's own environment: `.venv-bench` sees the project through a path file.
"""

import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent
PEERS = PROJECT / ".venv-bench"
REQUIREMENTS = PROJECT / "requirements"


def main(names: list[str]) -> int:
    """Give the highest exit code of the benchmarks that ran."""
    python = set_up()
    wanted = names or sorted(path.stem for path in HERE.glob("*.py") if path.stem != "run")
    worst = 0
    for name in wanted:
        print(f"\n=== {name} ===", flush=True)
        worst = max(worst, subprocess.call([str(python), str(HERE / f"{name}.py")], cwd=PROJECT))
    return worst


def set_up() -> Path:
    """Create the environment of the peers where it is missing or older than its pins."""
    python, stamp = PEERS / "bin" / "python", PEERS / ".ready"
    pins = [REQUIREMENTS / "base.txt", REQUIREMENTS / "bench.txt"]
    if stamp.exists() and all(stamp.stat().st_mtime > pin.stat().st_mtime for pin in pins):
        return python
    print("Installing the peers into .venv-bench (once) …", flush=True)
    venv.create(PEERS, with_pip=True, clear=True)
    pip = [str(python), "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
    for pin in pins:
        subprocess.check_call([*pip, "--require-hashes", "--requirement", str(pin)])
    site = next(PEERS.glob("lib/python*/site-packages"))
    (site / "kybao.pth").write_text(f"{PROJECT}\n", encoding="utf-8")
    stamp.touch()
    return python


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
