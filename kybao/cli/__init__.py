"""The system at a prompt; joins the other rooms."""


def main() -> None:
    """Run the command line and end the process with its exit code (0 fine, 1 something found, 2 unusable input)."""
    from kybao.cli.app import run

    raise SystemExit(run())
