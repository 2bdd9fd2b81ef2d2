"""The common ancestor of everything that the system refuses with a sentence for its user."""


class Refusal(Exception):
    """Something a user brought cannot be used; the message is one Vietnamese sentence: where, and what to do.

    Each room has a small family of its own below this class. Nothing was changed when one is raised.
    """
