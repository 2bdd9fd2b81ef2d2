"""The lines of a form as they were filled: figures, and the words beside them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from kybao.figures import write_number
from kybao.office.return_cells import EMPTY, CellReading, read_cell, read_day, wrong
from kybao.office.return_finding import Found
from kybao.office.return_formulas import summed
from kybao.office.return_layout import AS_OF, NOTE, QUALIFIER, STATUS, VALUE
from kybao.office.return_matching import Matched, places_of
from kybao.office.return_numbers import shown
from kybao.office.return_sheets import Answer, CellPlace, Problem, ReturnForm, ReturnRow, Severity, Status
from kybao.office.return_words import is_among, words
from kybao.office.workbooks import CellKind, Place

LONGEST_NOTE = 500  # characters that the ledger keeps


class Lines:
    """Reads the lines of one sheet; collects what is wrong with them and where each value stands."""

    def __init__(self, found: Found, form: ReturnForm, matched: Matched) -> None:
        self.found, self.form, self.numbers = found, form, matched.numbers
        self.sheet = found.sheet
        self.problems: list[Problem] = []
        self.places: dict[tuple[str, str], CellPlace] = {}
        self._rows = {row.key: row for row in form.rows}
        keyed = ((column.key, found.columns.get(f"{VALUE}{column.key}")) for column in form.columns)
        self._columns = {key: column for key, column in keyed if column is not None}

    def read(self) -> dict[str, Answer]:
        """Give the answers by key of the line."""
        answers = {}
        for key, number in self.numbers.items():
            row = self._rows[key]
            if not (row.is_heading or row.is_computed):
                answer = self._answer(row, number)
                if not answer.is_empty:
                    answers[key] = answer
        return answers

    def _say(self, severity: Severity, place: Place, row: ReturnRow, sentence: str) -> None:
        self.problems.append(Problem(severity, self.sheet.name, str(place), sentence, row.label))

    def _answer(self, row: ReturnRow, number: int) -> Answer:
        values: dict[str, Decimal] = {}
        said = Status.NONE
        for column, at in self._columns.items():
            reading = self._reading(row, column)
            for severity, sentence in reading.remarks:
                self._say(severity, Place(number, at), row, sentence)
            said = said or reading.status
            if reading.value is not None:
                values[column] = reading.value
                self.places[row.key, column] = CellPlace(self.sheet.name, str(Place(number, at)))
        status = self._status(row, number) or said
        self._refuse_contradiction(row, number, values, status)
        return Answer(
            values,
            status,
            qualifier=self._qualifier(row, number),
            as_of=self._day(row, number),
            note=self._note(row, number),
        )

    def _reading(self, row: ReturnRow, column: str) -> CellReading:
        place = Place(self.numbers[row.key], self._columns[column])
        cell = self.sheet.at(place)
        if cell is None:
            return EMPTY
        if cell.formula and row.parts and self._is_own_sum(row, column, cell.formula):
            return self._sum(row, column)
        reading = read_cell(cell, row)
        if reading.value is not None and not row.asks(column):
            return wrong(f"là ô không phải điền mà có số {write_number(reading.value)}; hãy chuyển sang ô đúng.")
        return reading

    def _is_own_sum(self, row: ReturnRow, column: str, formula: str) -> bool:
        parts = places_of(row.parts, self.numbers, self._columns[column])
        return summed(formula) == frozenset(parts)

    def _sum(self, row: ReturnRow, column: str) -> CellReading:
        """Work out a total that the form adds by itself: not every program does so before it saves."""
        parts = [self._reading(self._rows[part], column) for part in row.parts if part in self.numbers]
        known = [part.value for part in parts if part.value is not None]
        return replace(EMPTY, value=sum(known, Decimal(0))) if known else EMPTY

    def _refuse_contradiction(self, row: ReturnRow, number: int, values: dict[str, Decimal], status: Status) -> None:
        stated_zero = status is Status.NOTHING_HAPPENED and not any(values.values())
        if values and status and not stated_zero:
            place = Place(number, self.found.columns.get(STATUS, 1))
            self._say(Severity.ERROR, place, row, f"vừa có số vừa ghi «{status}»; hãy bỏ một trong hai.")

    def _words(self, number: int, column: str) -> str:
        at = self.found.columns.get(column)
        cell = self.sheet.at(Place(number, at)) if at else None
        return "" if cell is None or cell.kind is CellKind.ERROR else cell.text.strip()

    def _note(self, row: ReturnRow, number: int) -> str:
        text = self._words(number, NOTE)
        if len(text) > LONGEST_NOTE:
            place = Place(number, self.found.columns[NOTE])
            self._say(
                Severity.NOTICE, place, row, f"ghi chú dài {len(text)} ký tự, chỉ {LONGEST_NOTE} ký tự đầu vào sổ."
            )
        return text[:LONGEST_NOTE]

    def _qualifier(self, row: ReturnRow, number: int) -> str:
        text = self._words(number, QUALIFIER)
        if text and not is_among("qualifiers", text):
            sentence = f"«{shown(text)}» không có trong danh sách {', '.join(words('qualifiers'))}."
            self._say(Severity.ERROR, Place(number, self.found.columns[QUALIFIER]), row, sentence)
            return ""
        return text.lower()

    def _day(self, row: ReturnRow, number: int) -> date | None:
        column = self.found.columns.get(AS_OF)
        if column is None:
            return None
        place = Place(number, column)
        day, fault = read_day(self.sheet.at(place))
        if day is not None and not self.form.first_day <= day <= self.form.last_day:
            fault = f"ngày {day:%d/%m/%Y} nằm ngoài {self.form.period}; hãy kiểm tra lại."
        if fault:
            self._say(Severity.ERROR, place, row, fault)
        return day

    def _status(self, row: ReturnRow, number: int) -> Status:
        text = self._words(number, STATUS)
        if not text:
            return Status.NONE
        place = Place(number, self.found.columns[STATUS])
        status = _status_of(text)
        if status is None:
            choices = " hoặc ".join(f"«{choice}»" for choice in list(Status)[1:])
            self._say(Severity.ERROR, place, row, f"«{shown(text)}» không có trong danh sách; hãy chọn {choices}.")
            return Status.NONE
        if status is Status.NOTHING_HAPPENED and not row.may_be_nothing:
            self._say(Severity.ERROR, place, row, f"là tỷ lệ, không thể «{status}»; hãy nhập số.")
            return Status.NONE
        return status


def _status_of(text: str) -> Status | None:
    for status in Status:
        if status.casefold() == text.casefold():
            return status
    if is_among("nothing_happened", text):
        return Status.NOTHING_HAPPENED
    return Status.NOT_KNOWN if is_among("not_known", text) else None
