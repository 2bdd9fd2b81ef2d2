"""A report to be written: what the rooms above compose and the office puts into Word.

A manuscript is made of runs. Every number that comes from the ledger is a run of its own with the key of its
figure, so that it can be bookmarked, traced and compared when the file comes back.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Tone(StrEnum):
    """How a run looks."""

    PLAIN = "plain"
    BOLD = "bold"
    ITALIC = "italic"
    MISSING = "missing"  # highlighted: «[chưa có số liệu: … – đơn vị …]»


@dataclass(frozen=True, slots=True)
class Stated:
    """What a printed figure says, as plain values: the manifest keeps it, whoever reads it back compares with it.

    ``role``, ``basis`` and ``comparison`` are the words of ``claims.Fact``.
    """

    key: str  # which figure: the same one has the same key in every draft
    numbers: tuple[Decimal, ...]  # as printed; two for a range or a fraction
    unit: str = ""  # as printed after it
    role: str = "value"
    basis: str = ""
    comparison: str = ""
    sign: int = 1
    of: str = ""  # key of the figure that a comparison or share qualifies
    approx: str = ""
    estimate: bool = False
    exact: Decimal | None = None  # before it was rounded


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words; with ``figure`` where it is one number; with ``note`` where a footnote hangs."""

    text: str
    tone: Tone = Tone.PLAIN
    figure: Stated | None = None
    note: "tuple[Run, ...]" = ()  # the footnote that follows this run

    @property
    def key(self) -> str:
        """The key of the figure, empty for words."""
        return self.figure.key if self.figure else ""


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
    """A table with a caption; ``heads`` is repeated on each page. A cell is a tuple of runs.

    The last cell of a row that is shorter than the head spans the rest of the columns.
    """

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

    agency: tuple[str, ...]  # one line each: the superior (or nothing), then the issuing body, on one or two lines
    symbol: str  # "BC-UBND"
    place: str
    date: str  # "ngày … tháng … năm 2024" with blanks until it is signed
    kind: str  # "BÁO CÁO"
    abstract: str  # trích yếu
    address: str = ""  # "(Báo cáo trình …)"
    number: str = ""
    issuer: str = ""  # the issuing body inside a sentence: «Ủy ban nhân dân thành phố Lạng Sơn»


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A whole report, ready to be set."""

    letterhead: Letterhead
    body: tuple[Heading | Paragraph | Table, ...]
    recipients: tuple[str, ...]
    signature: Signature
    annexes: tuple[Annex, ...] = ()

    def runs(self) -> Iterator[Run]:
        """Yield all runs in the order of the page; a footnote comes right after the run that carries it."""
        for block in self.body:
            yield from _runs_of(block)
        for annex in self.annexes:
            for block in annex.blocks:
                yield from _runs_of(block)

    def figures(self) -> Iterator[tuple[Run, Stated]]:
        """Yield each printed figure with its run, in the order of ``runs``."""
        for run in self.runs():
            if run.figure:
                yield run, run.figure


def words(runs: tuple[Run, ...]) -> str:
    """Give the running text of runs, without their footnotes.

    >>> words((Run("Tổng thu đạt "), Run("752"), Run(" tỷ đồng.")))
    'Tổng thu đạt 752 tỷ đồng.'
    """
    return "".join(run.text for run in runs)


def _runs_of(block: Heading | Paragraph | Table) -> Iterator[Run]:
    if isinstance(block, Heading):
        return
    lines = [block.runs] if isinstance(block, Paragraph) else [cell for row in block.rows for cell in row]
    for line in lines:
        for run in line:
            yield run
            yield from run.note
