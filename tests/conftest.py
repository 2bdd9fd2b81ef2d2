"""What all tests share."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The folder of real texts beside the project; tests that need it are skipped where it is missing."""
    if not (SHARED / "seeds").is_dir():
        pytest.skip("the shared reference texts are not beside the project")
    return SHARED
