"""A report to be written: what the rooms above compose and the office puts into Word.

A manuscript is made of runs. Every number that comes from the ledger is a run of its own with the key of its
figure, so that it can be bookmarked, traced and compared when the file comes back.
"""

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """How a run looks."""

    PLAIN = "plain"
    BOLD = "bold"
    ITALIC = "italic"
    MISSING = "missing"  # highlighted: «[chưa có số liệu: … – đơn vị …]»


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words; with ``key`` where it is a figure of the ledger; with ``note`` where a footnote hangs."""

    text: str
    tone: Tone = Tone.PLAIN
    key: str = ""  # of the figure in the manifest
    note: "tuple[Run, ...]" = ()  # the footnote that follows this run


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; its number is generated from its level, never typed. 0 is «Phần I», 1 «I.», 2 «1.», 3 «a)»."""

    level: int
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or, with a bullet, an entry of a list."""

    runs: tuple[Run, ...]
    bullet: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption; ``heads`` is repeated on each page. A cell is a tuple of runs."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    widths: tuple[int, ...] = ()  # shares of the page's width
    numeric: tuple[int, ...] = ()  # columns that are set flush right


@dataclass(frozen=True, slots=True)
class Annex:
    """A page of its own after the signature: «Phụ lục …», in landscape where it is wide."""

    title: str
    blocks: tuple[Paragraph | Table, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: «TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH». The name stays blank until it is signed."""

    authority: str
    title: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of page one (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II)."""

    agency: tuple[str, ...]  # one line each: superior (or nothing), then the issuing body
    symbol: str  # "BC-UBND"
    place: str
    date: str  # "ngày … tháng … năm 2024" with blanks until it is signed
    kind: str  # "BÁO CÁO"
    abstract: str  # trích yếu
    address: str = ""  # "(Báo cáo trình …)"
    number: str = ""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A whole report, ready to be set."""

    letterhead: Letterhead
    body: tuple[Heading | Paragraph | Table, ...]
    recipients: tuple[str, ...]
    signature: Signature
    annexes: tuple[Annex, ...] = ()
