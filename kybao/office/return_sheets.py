"""What a return (báo cáo của đơn vị) is made of: a form to be filled for one agency and period, and its answers.

Plain values: what the database knows goes in when the workbook is written, and comes out when it is read.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Status(StrEnum):
    """What a row says when it gives no figure."""

    NONE = ""
    NOTHING_HAPPENED = "Không có phát sinh"  # a zero that is stated
    NOT_KNOWN = "Chưa có số liệu"  # missing, and the sender knows it


class Severity(StrEnum):
    """What a problem does to the file."""

    ERROR = "lỗi"  # the file is not taken in
    QUESTION = "hỏi lại"  # taken in when somebody answers for it with a note
    NOTICE = "lưu ý"  # taken in; this is how it was understood


@dataclass(frozen=True, slots=True, order=True)
class ReturnKey:
    """Which return a workbook is, whatever the file is called."""

    form: str
    version: str
    agency: str
    period: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures: a reference to compare with, or one to fill."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class ReturnRow:
    """One line of the form. Without a unit it is the heading of a field and asks for nothing."""

    key: str
    label: str
    number: str = ""  # I, 1, a: as printed
    unit: str = ""
    depth: int = 0
    decimals: int = 0
    references: tuple[Decimal | None, ...] = ()  # by the reference columns of the form
    asked: frozenset[str] | None = None  # keys of the columns to fill; None: all
    parts: tuple[str, ...] = ()  # keys of the rows of which it is the total …
    parts_complete: bool = True  # … wholly, or with parts that are not listed
    ratio: tuple[str, str] | None = None  # computed from these two rows, never typed …
    multiplier: Decimal = Decimal(100)  # … times this: 100 for a percentage
    length_of: str = ""  # key of the list sheet whose length it is
    whole: bool = False  # things that are counted come in whole numbers
    may_be_negative: bool = False
    may_be_nothing: bool = True  # «không có phát sinh» is an answer: not so for a rate
    most: Decimal | None = None  # 100 for a share

    @property
    def is_heading(self) -> bool:
        """Whether the row only names a field."""
        return not self.unit

    @property
    def is_computed(self) -> bool:
        """Whether the sheet fills the row and locks it."""
        return self.ratio is not None or bool(self.length_of)

    def asks(self, column: str) -> bool:
        """Whether the column is to be filled in this row."""
        return not self.is_heading and not self.is_computed and (self.asked is None or column in self.asked)


class ListKind(StrEnum):
    """What a column of a list holds."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class ListColumn:
    """One column of a list: of projects, of documents."""

    key: str
    label: str
    kind: ListKind = ListKind.TEXT
    unit: str = ""
    decimals: int = 0
    choices: tuple[str, ...] = ()
    required: bool = False
    width: int = 20


ListValue = str | Decimal | date


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One line of a list; a new one has no key yet."""

    values: Mapping[str, ListValue]
    key: str = ""


@dataclass(frozen=True, slots=True)
class ListSheet:
    """A list that belongs to the form, on a sheet of its own."""

    key: str
    title: str
    columns: tuple[ListColumn, ...]
    blank_lines: int = 50  # room for new entries


@dataclass(frozen=True, slots=True)
class ReturnForm:
    """A form made ready for one agency and one period."""

    key: ReturnKey
    title: str
    agency: str  # the name at the top
    period: str  # «quý I/2024»
    receiver: str
    closing: date  # ngày chốt số liệu
    deadline: date  # hạn gửi
    references: tuple[Column, ...]
    columns: tuple[Column, ...]
    rows: tuple[ReturnRow, ...]
    lists: tuple[ListSheet, ...] = ()
    basis: str = ""  # the regulation that asks for it
    superior: str = ""  # cơ quan chủ quản, above the agency
    first_day: date = date.min  # of the period: the day until which a value is counted lies in it
    last_day: date = date.max


@dataclass(frozen=True, slots=True)
class Answer:
    """What was filled into one row."""

    values: Mapping[str, Decimal] = field(default_factory=dict)  # by column; a cell left empty is not there
    status: Status = Status.NONE
    qualifier: str = ""  # khoảng, trên, gần
    as_of: date | None = None  # until when it was counted, where not until the closing date
    note: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in."""
        return not (self.values or self.status or self.note or self.qualifier or self.as_of)


@dataclass(frozen=True, slots=True)
class Answers:
    """What a return says: by row of the form, and its lists."""

    rows: Mapping[str, Answer] = field(default_factory=dict)
    lists: Mapping[str, tuple[ListEntry, ...]] = field(default_factory=dict)


class CellPlace(NamedTuple):
    """Where a value stood: «Biểu 05-VHTT!H12»."""

    sheet: str
    cell: str

    def __str__(self) -> str:
        return f"{self.sheet}!{self.cell}"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something about one cell, with a sentence that says what, and what to do."""

    severity: Severity
    sheet: str
    cell: str  # «D14», empty where it concerns the sheet
    sentence: str
    about: str = ""  # the words of the line

    def __str__(self) -> str:
        about = f" ({self.about})" if self.about else ""
        place = f"ô {self.cell}{about}" if self.cell else ""
        where = ", ".join(filter(None, (f"trang «{self.sheet}»" if self.sheet else "", place)))
        return f"{where[:1].upper()}{where[1:]}: {self.sentence}" if where else self.sentence
