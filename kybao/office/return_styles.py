"""How a return looks: one font, cells to fill in yellow, everything else locked."""

from xlsxwriter import Workbook
from xlsxwriter.format import Format

FONT = "Times New Roman"
TO_FILL, FILLED_BY_ITSELF, NOT_ASKED, HEAD, FIELD = "#FFF8DC", "#EAF3E6", "#EDEDED", "#DCE6F1", "#F2F2F2"
WRONG, DOUBTFUL, UNSAID = "#F8CBAD", "#FFE699", "#A6A6A6"
BORDER = {"border": 1, "border_color": "#7F7F7F"}
LOCALE = "[$-42A]"  # Vietnamese: a dot between thousands, a comma before decimals, where the program follows it


class Styles:
    """Makes each format of a book once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def __call__(self, **properties: object) -> Format:
        """Give a format in the font of the book."""
        return self._format({"font_name": FONT, "font_size": 11, "valign": "vcenter", **properties})

    def mark(self, **properties: object) -> Format:
        """Give a conditional format, which says only what it changes."""
        return self._format(properties)

    def _format(self, properties: dict[str, object]) -> Format:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(properties)
        return self._made[key]


def number_format(decimals: int) -> str:
    """Show so many decimals, and further ones that were typed where any are shown.

    >>> number_format(0), number_format(1)
    ('[$-42A]#,##0', '[$-42A]#,##0.0####')
    """
    return f"{LOCALE}#,##0" + (f".{'0' * decimals}####" if decimals else "")
