"""Lists (danh mục) that belong to a form: projects, documents, events; each has a sheet in the return."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models

from kybao.figures import read_number, write_number
from kybao.ledger.models import Indicator
from kybao.office.return_sheets import ListColumn, ListEntry, ListKind, ListSheet, ListValue
from kybao.submissions.errors import SubmissionRefusal
from kybao.submissions.forms import Form

COLUMN = re.compile(r"(?P<label>[^:(*]+?)\s*(?:\((?P<unit>[^)]+)\))?\s*(?P<must>\*)?\s*(?::\s*(?P<kind>[^:]+))?")
KINDS = {"số": ListKind.NUMBER, "ngày": ListKind.DATE, "chữ": ListKind.TEXT}
WIDTHS = {ListKind.TEXT: 60, ListKind.NUMBER: 16, ListKind.DATE: 14, ListKind.CHOICE: 18}


class FormList(models.Model):
    """A list of a form. ``columns`` says them in words: «Tên dự án*|Vốn (triệu đồng): số|Bước: chuẩn bị/thi công»."""

    form = models.ForeignKey(Form, on_delete=models.CASCADE, related_name="lists")
    code = models.SlugField(max_length=60)
    title = models.CharField(max_length=200)
    columns = models.CharField(max_length=500)
    counted_by = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("form", "order")
        constraints = (models.UniqueConstraint(fields=("form", "code"), name="a_list_once_a_form"),)

    def __str__(self) -> str:
        return self.title

    @property
    def sheet(self) -> ListSheet:
        """The sheet that is filled."""
        return ListSheet(self.code, self.title, list_columns(self.columns))

    def names(self, lines: Sequence[dict[str, Any]]) -> list[str]:
        """Give what the first column of some lines says."""
        first = self.sheet.columns[0].key
        return [str(line[first]) for line in lines if line.get(first)]


def list_columns(text: str) -> tuple[ListColumn, ...]:
    """Read the columns of a list out of words; raises SubmissionRefusal.

    >>> [(column.label, column.kind.value, column.unit) for column in list_columns("Tên*|Vốn (tỷ đồng): số")]
    [('Tên', 'text', ''), ('Vốn', 'number', 'tỷ đồng')]
    """
    columns = tuple(_column(part.strip()) for part in text.split("|"))
    if len({column.key for column in columns}) < len(columns):
        raise SubmissionRefusal(f"«{text}» có hai cột cùng tên.")
    return columns


def _column(text: str) -> ListColumn:
    match = COLUMN.fullmatch(text)
    if match is None:
        raise SubmissionRefusal(f"«{text}» không phải là một cột của danh mục; hãy viết như «Vốn (tỷ đồng): số».")
    label, said = match["label"].strip(), (match["kind"] or "chữ").strip()
    kind = KINDS.get(said, ListKind.CHOICE)
    choices = tuple(choice.strip() for choice in said.split("/")) if kind is ListKind.CHOICE else ()
    return ListColumn(
        label, label, kind, match["unit"] or "", choices=choices, required=bool(match["must"]), width=WIDTHS[kind]
    )


def written_line(entry: ListEntry) -> dict[str, str]:
    """Give a line as it is stored: numbers as officials write them, days as 2024-03-15."""
    return {key: _written(value) for key, value in entry.values.items()}


def _written(value: ListValue) -> str:
    if isinstance(value, Decimal):
        return write_number(value)
    return value.isoformat() if isinstance(value, date) else value


def read_line(line: Mapping[str, str], sheet: ListSheet) -> dict[str, ListValue]:
    """Give back what ``written_line`` stored, for the columns that the list has now."""
    kinds = {column.key: column.kind for column in sheet.columns}
    return {key: _read(value, kinds[key]) for key, value in line.items() if key in kinds}


def _read(value: str, kind: ListKind) -> ListValue:
    if kind is ListKind.NUMBER:
        return read_number(value)
    return date.fromisoformat(value) if kind is ListKind.DATE else value
