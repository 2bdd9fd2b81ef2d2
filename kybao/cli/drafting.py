"""``kybao draft``: the report of an agency for a period, from the ledger into Word."""


def draft() -> int:
    """Draft a report."""
    return 0
