"""What all tests share, and the rule that no test is skipped without being on the list."""

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# In CI the random tests draw the same examples each time, so that a failure is one of the change at hand;
# `make soak` is where new examples are looked for.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("soak", max_examples=2_000, deadline=None)
if os.environ.get("KYBAO_SOAK"):
    settings.load_profile("soak")
elif os.environ.get("CI"):
    settings.load_profile("ci")

SHARED = Path(__file__).resolve().parents[2] / "shared"
ALLOWED_SKIPS = Path(__file__).with_name("allowed-skips.txt")
skips: dict[str, str] = {}


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The folder of real texts beside the project; tests that need it are skipped where it is missing."""
    if not (SHARED / "seeds").is_dir():
        pytest.skip("the shared reference texts are not beside the project")
    return SHARED


@pytest.fixture(scope="session")
def soffice() -> str:
    """The program LibreOffice; tests that need it are skipped where it is missing."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    return program


@pytest.fixture
def no_hang() -> Iterator[None]:
    """Stop a test after a minute of its own computing: some pattern goes over its text again and again.

    This is no measure of speed (see benchmarks/): the time is the processor's, so a busy machine changes nothing.
    """

    def stop(*_: object) -> None:
        pytest.fail("this computes without end")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, 60)
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    signal.signal(signal.SIGVTALRM, before)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Keep the reason of each skipped test."""
    if report.skipped and not hasattr(report, "wasxfail") and isinstance(report.longrepr, tuple):
        skips[report.nodeid] = str(report.longrepr[2]).removeprefix("Skipped: ")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a strict run over a skip that is not on the list."""
    if os.environ.get("KYBAO_STRICT_SKIPS") and unexpected_skips() and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name the skips that are not on the list."""
    for nodeid, reason in unexpected_skips().items():
        terminalreporter.write_line(f"SKIP NOT ON tests/allowed-skips.txt: {nodeid}: {reason}", red=True)


def unexpected_skips() -> dict[str, str]:
    """The skipped tests whose reason is not on the list."""
    allowed = {line.strip() for line in ALLOWED_SKIPS.read_text(encoding="utf-8").splitlines()}
    return {nodeid: reason for nodeid, reason in skips.items() if reason not in allowed}
