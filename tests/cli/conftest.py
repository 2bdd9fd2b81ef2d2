"""The command line as a user calls it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest

from kybao.cli.app import run


@dataclass(frozen=True)
class Called:
    """What one call gave back."""

    code: int
    out: str
    err: str


@pytest.fixture
def kybao(capsys: pytest.CaptureFixture[str]) -> Callable[..., Called]:
    """Call the command line in this process."""

    def call(*arguments: object) -> Called:
        words: Sequence[str] = [str(argument) for argument in arguments]
        code = run(words)
        out, err = capsys.readouterr()
        return Called(code, out, err)

    return call
