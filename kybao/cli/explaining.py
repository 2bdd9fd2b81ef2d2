"""``kybao checks`` and ``kybao explain``: which checks there are, and the page of one."""

from typing import Annotated

import typer

from kybao.text import Refusal


class NoSuchCheck(Refusal):
    """A code that names no check."""


def checks() -> int:
    """List the checks: code, severity, what is found."""
    from kybao.checks import ALL
    from kybao.checks.printing import WORDS

    for check in ALL:
        typer.echo(f"{check.code}  {WORDS[check.severity]:8}  {check.title}")
    return 0


def explain(
    code: Annotated[str, typer.Argument(metavar="MÃ", help="Mã phép soát, ví dụ R101.", show_default=False)],
) -> int:
    """Print the page of one check.

    Raises NoSuchCheck where no check has the code.
    """
    from kybao.checks import ALL
    from kybao.checks.pages import page

    wanted = next((check for check in ALL if check.code == code.strip().upper()), None)
    if wanted is None:
        raise NoSuchCheck(f"Không có phép soát mã «{code}»; gõ «kybao checks» để xem danh sách.")
    typer.echo(page(wanted))
    return 0
