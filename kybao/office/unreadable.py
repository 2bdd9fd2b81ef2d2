"""What is said of a file that cannot be read."""

from kybao.text import Refusal

LONGEST_NAME = 120


class UnreadableFile(Refusal):
    """A file that is missing, broken, too large, unsafe, or no document that we know."""


class WrongKind(UnreadableFile):
    """A file that is whole but of another kind: .doc, a workbook, a scan."""


class UnsafeFile(UnreadableFile):
    """A file that would expand without bound or fetch something from outside."""


def shown(name: str) -> str:
    """Give a file name that is harmless on a screen: no line ends, no terminal codes, not too long.

    >>> shown("báo cáo\\n\\x1b[31m.docx")
    'báo cáo??[31m.docx'
    """
    harmless = "".join(letter if letter.isprintable() else "?" for letter in name)
    return harmless if len(harmless) <= LONGEST_NAME else f"{harmless[: LONGEST_NAME - 20]}…{harmless[-19:]}"
