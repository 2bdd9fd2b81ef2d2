"""The rows of a table, whatever file they came from: each knows its place, and all problems are told at once."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from kybao.figures import NumberError, read_number
from kybao.text import Refusal

Choice = TypeVar("Choice")

LONGEST_CELL = 20_000  # characters
DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
MOST_SHOWN = 50  # problems in one message


class BadTable(Refusal):
    """A table cannot be taken in; each problem is a sentence with file and line, and nothing was changed."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        more = len(self.problems) - MOST_SHOWN
        rest = [f"… và {more} lỗi nữa."] if more > 0 else []
        super().__init__("\n".join([*self.problems[:MOST_SHOWN], *rest]))


class BadCell(Refusal):
    """A cell cannot be understood; ``Problems.at`` adds its file and line."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells by column, without blanks around them."""

    file: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    @property
    def place(self) -> str:
        """File and line, as a sentence begins with them."""
        return f"{self.file}, dòng {self.line}"

    def required(self, column: str) -> str:
        """Give a cell that must hold something; raises BadCell."""
        if not self[column]:
            raise BadCell(f"cột «{column}» để trống.")
        return self[column]

    def day(self, column: str) -> date:
        """Give the day of a cell written as 15/03/2024; raises BadCell."""
        match = DAY.fullmatch(self[column])
        parts = match.groups() if match else ("0", "0", "0")
        try:
            return date(int(parts[2]), int(parts[1]), int(parts[0]))
        except ValueError:
            raise BadCell(f"cột «{column}»: «{self[column]}» không phải là ngày; hãy viết như 15/03/2024.") from None

    def number(self, column: str) -> Decimal:
        """Give the number of a cell, written as Vietnamese officials do; raises BadCell."""
        try:
            return read_number(self[column])
        except NumberError as error:
            raise BadCell(f"cột «{column}»: {error}") from None

    def choice(self, column: str, choices: Mapping[str, Choice]) -> Choice:
        """Give what one of some words stands for; raises BadCell for any other."""
        if self[column] not in choices:
            allowed = ", ".join(f"«{word}»" if word else "để trống" for word in choices)
            raise BadCell(f"cột «{column}»: «{self[column]}» không dùng được; chỉ dùng {allowed}.")
        return choices[self[column]]


class Problems:
    """Collects what is wrong with some tables, so that people see all of it at once."""

    def __init__(self) -> None:
        self.sentences: list[str] = []

    def add(self, row: Row, sentence: str) -> None:
        """Note a problem at its row."""
        self.sentences.append(f"{row.place}: {sentence}")

    @contextmanager
    def at(self, row: Row) -> Iterator[None]:
        """Note what is refused inside as a problem of the row, and go on."""
        try:
            yield
        except Refusal as refusal:
            self.add(row, str(refusal))

    def refuse_any(self) -> None:
        """Raise BadTable if there is a problem."""
        if self.sentences:
            raise BadTable(self.sentences)


def check_header(name: str, header: Sequence[str], columns: Sequence[str]) -> None:
    """Raise BadTable, with a sentence, unless the header has exactly the columns."""
    missing = [column for column in columns if column not in header]
    strange = [column for column in header if column not in columns]
    doubled = sorted({column for column in header if header.count(column) > 1})
    faults = (("thiếu cột", missing), ("có cột lạ", strange), ("có hai lần cột", doubled))
    for fault, found in faults:
        if found:
            named = "», «".join(found)
            raise BadTable([f"{name}, dòng 1: {fault} «{named}»; các cột phải là: {', '.join(columns)}."])


def row_of(name: str, line: int, header: Sequence[str], cells: Sequence[str]) -> Row:
    """Give the row of some cells; raises BadTable for a row that does not fit its header."""
    if len(cells) != len(header):
        raise BadTable([f"{name}, dòng {line}: có {len(cells)} ô trong khi bảng có {len(header)} cột."])
    if any(len(cell) > LONGEST_CELL or "\0" in cell for cell in cells):
        raise BadTable([f"{name}, dòng {line}: có ô quá dài hoặc có ký tự lạ."])
    return Row(name, line, dict(zip(header, cells, strict=True)))
