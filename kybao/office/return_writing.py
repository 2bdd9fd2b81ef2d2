"""A return as an .xlsx workbook that a department fills without instructions."""

import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kybao.office.return_formulas import (
    NO_NUMBER,
    check_formula,
    check_word,
    progress,
    progress_formula,
    ratio_formula,
    ratio_of,
    sum_formula,
    sum_of_parts,
)
from kybao.office.return_frame import line_height, write_frame
from kybao.office.return_layout import (
    AS_OF,
    CHECK,
    HELP_ROW,
    IDENTITY_MARK,
    IDENTITY_SHEET,
    KEY_COLUMN,
    LABEL_COLUMN,
    LINES,
    LONGEST_TEXT,
    NOTE,
    NUMBER_COLUMN,
    QUALIFIER,
    REFERENCE,
    STATUS,
    UNIT_COLUMN,
    VALUE,
    Layout,
    layout,
    sheet_names,
)
from kybao.office.return_list_writing import list_count, list_count_formula, write_list
from kybao.office.return_rules import add_rules
from kybao.office.return_sheets import Answer, Answers, ReturnForm, ReturnRow
from kybao.office.return_styles import (
    BORDER,
    FIELD,
    FILLED_BY_ITSELF,
    NOT_ASKED,
    TO_FILL,
    Styles,
    number_format,
)

EMPTY = Answers()
TYPED: Mapping[tuple[str, str], str] = {}


def write_return(
    form: ReturnForm, answers: Answers = EMPTY, *, typed: Mapping[tuple[str, str], str] = TYPED
) -> bytes:
    """Write the workbook of a form, filled with the answers that are known already.

    ``typed`` puts text into cells of figures, by row and column, as somebody might type it: for demonstrations.
    The same form and answers give the same bytes.
    """
    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    moment = datetime.combine(form.closing, datetime.min.time())
    book.set_properties({"title": form.title, "author": form.receiver, "created": moment})
    style = Styles(book)
    names = sheet_names(form)
    _FormSheet(book.add_worksheet(names[form.key.form]), form, answers, style, typed).write()
    for listed in form.lists:
        write_list(book.add_worksheet(names[listed.key]), listed, answers.lists.get(listed.key, ()), style)
    _write_identity(book.add_worksheet(IDENTITY_SHEET), form)
    book.close()
    return file.getvalue()


def _write_identity(sheet: Worksheet, form: ReturnForm) -> None:
    """Write what the workbook is, and each line's key with its words: these survive a renamed file or a moved row."""
    sheet.very_hidden()
    sheet.protect()
    pairs = [
        (IDENTITY_MARK, "1"),
        ("form", form.key.form),
        ("version", form.key.version),
        ("agency", form.key.agency),
        ("period", form.key.period),
        ("period name", form.period),
    ]
    lines = json.dumps(
        [(row.key, row.label, row.unit) for row in form.rows], ensure_ascii=False, separators=(",", ":")
    )
    pairs += [(LINES, lines[at : at + LONGEST_TEXT]) for at in range(0, len(lines), LONGEST_TEXT)]
    for number, (name, text) in enumerate(pairs):
        sheet.write_string(number, 0, name)
        sheet.write_string(number, 1, text)


@dataclass(frozen=True, slots=True)
class _FormSheet:
    """Writes the lines of a form. The library counts rows and columns from 0, we from 1."""

    sheet: Worksheet
    form: ReturnForm
    answers: Answers
    style: Styles
    typed: Mapping[tuple[str, str], str]
    shapes: dict[tuple[object, ...], Format] = field(default_factory=dict)  # by what tells cells apart

    def write(self) -> None:
        """Write frame, lines, rules."""
        placed = layout(self.form)
        write_frame(self.sheet, self.form, placed, self.style)
        self._write_progress(placed)
        for row in self.form.rows:
            self._write_line(row, placed)
        add_rules(self.sheet, self.form, placed, self.style)

    def _write_progress(self, placed: Layout) -> None:
        plain = self.style(bold=True, align="right")
        column = placed.columns[NOTE].number - 1
        formula, result = progress_formula(self.form, placed), progress(self.form, self.answers)
        self.sheet.write_formula(HELP_ROW - 1, column, formula, plain, result)

    def _write_line(self, row: ReturnRow, placed: Layout) -> None:
        number = placed.rows[row.key] - 1
        colour = {"bg_color": FIELD, "bold": True} if row.is_heading else {}
        self.sheet.set_row(number, line_height(row, placed))
        words = {"text_wrap": True, **BORDER, **colour}
        bold = {"bold": True} if row.parts else {}
        self.sheet.write_string(number, KEY_COLUMN - 1, row.key)
        self.sheet.write_string(number, NUMBER_COLUMN - 1, row.number, self.style(align="center", **words))
        indent = {"indent": row.depth} if row.depth else {}
        self.sheet.write_string(number, LABEL_COLUMN - 1, row.label, self.style(**words, **bold, **indent))
        self.sheet.write_string(number, UNIT_COLUMN - 1, row.unit, self.style(align="center", **words))
        if row.is_heading:
            for column in range(UNIT_COLUMN, placed.last_column):
                self.sheet.write_blank(number, column, None, self.style(**BORDER, **colour))
            return
        for key, formula, content in self._cells(row, placed):
            self._write_cell(number, placed.columns[key].number - 1, formula, content, self._shape(row, key, content))

    def _cells(self, row: ReturnRow, placed: Layout) -> Iterator[tuple[str, str, object]]:
        """Yield column, formula and content of each cell of a line."""
        answer = self.answers.rows.get(row.key, Answer())
        for index, reference in enumerate(self.form.references):
            known = row.references[index] if index < len(row.references) else None
            yield f"{REFERENCE}{reference.key}", "", known
        for column in self.form.columns:
            yield f"{VALUE}{column.key}", *self._value(row, column.key, answer, placed)
        asks = any(row.asks(column.key) for column in self.form.columns)
        formula = check_formula(row, self.form, placed) if asks else ""
        yield CHECK, formula, self._checked(row) if asks else None
        yield QUALIFIER, "", answer.qualifier
        yield AS_OF, "", answer.as_of
        yield STATUS, "", str(answer.status)
        yield NOTE, "", answer.note

    def _value(self, row: ReturnRow, column: str, answer: Answer, placed: Layout) -> tuple[str, object]:
        """Give formula and content of a cell of figures."""
        if (row.key, column) in self.typed:
            return "", self.typed[row.key, column]
        if row.ratio:
            return ratio_formula(row, column, placed), ratio_of(row, column, self.answers)
        if row.length_of:
            only = column == self.form.columns[0].key
            formula = list_count_formula(self.form, row.length_of) if only else ""
            return formula, list_count(self.answers, row.length_of) if only else None
        value = answer.values.get(column)
        if not row.asks(column) or not (row.parts and row.parts_complete):
            return "", value
        parts = sum_of_parts(row, column, self.answers)
        # the total fills itself; where another was given, that one stands and the check warns
        return ("", value) if value is not None and value != parts else (sum_formula(row, column, placed), parts)

    def _checked(self, row: ReturnRow) -> str:
        if any((row.key, column.key) in self.typed for column in self.form.columns):
            return NO_NUMBER
        return check_word(row, self.form, self.answers)

    def _shape(self, row: ReturnRow, key: str, content: object) -> Format:
        """Give the format of a cell of the line; a number shows at least the digits that it has."""
        exponent = content.as_tuple().exponent if isinstance(content, Decimal) else 0
        decimals = max(row.decimals, -exponent if isinstance(exponent, int) else 0)
        asks = row.asks(key.removeprefix(VALUE))
        alike = (key, decimals, asks, bool(row.parts), row.parts_complete, row.is_computed)
        if alike not in self.shapes:
            self.shapes[alike] = self.style(**self._look(row, key, decimals))
        return self.shapes[alike]

    def _look(self, row: ReturnRow, key: str, decimals: int) -> dict[str, object]:
        number = {"num_format": number_format(decimals), "align": "right", **BORDER}
        if key.startswith(REFERENCE):
            return number
        if key.startswith(VALUE):
            if not row.asks(key.removeprefix(VALUE)):
                return {**number, "bg_color": NOT_ASKED}
            total = bool(row.parts) and row.parts_complete
            colour = FILLED_BY_ITSELF if total else TO_FILL
            return {**number, "bg_color": colour, "locked": False, **({"bold": True} if row.parts else {})}
        words = {"text_wrap": True, "font_size": 10, **BORDER}
        if key == CHECK:
            return {**words, "italic": True}
        if row.is_computed:
            return {**words, "bg_color": NOT_ASKED}
        looks = {AS_OF: {"num_format": "dd/mm/yyyy", "align": "center"}, QUALIFIER: {"align": "center"}}
        return {**words, "bg_color": TO_FILL, "locked": False, **looks.get(key, {})}

    def _write_cell(self, row: int, column: int, formula: str, content: object, shape: Format) -> None:
        if formula:
            self.sheet.write_formula(row, column, formula, shape, "" if content is None else content)
        elif content is None or content == "":
            self.sheet.write_blank(row, column, None, shape)
        elif isinstance(content, str):
            self.sheet.write_string(row, column, content, shape)
        else:
            self.sheet.write(row, column, content, shape)
