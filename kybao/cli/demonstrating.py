"""``kybao demo``: the main job on the Lạng Sơn example."""


def demo() -> int:
    """Run the demonstration."""
    return 0
