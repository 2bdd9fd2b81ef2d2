"""What the room refuses, with the user's sentence."""

from kybao.text import Refusal


class OrgRefusal(Refusal):
    """Something about agencies, people or permissions cannot be."""


class BrokenTree(OrgRefusal):
    """The dated states of agencies do not make a tree."""


class NotAllowed(OrgRefusal):
    """The person may not do this here."""
