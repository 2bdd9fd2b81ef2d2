"""Which line of the form each row of the sheet is now; rows that were moved are understood, others named."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kybao.office.return_finding import Found
from kybao.office.return_identity import Identity
from kybao.office.return_layout import HEAD_MARK, LABEL, UNIT, VALUE
from kybao.office.return_numbers import shown
from kybao.office.return_sheets import Problem, ReturnForm, ReturnRow, Severity
from kybao.office.workbooks import Place


@dataclass(frozen=True, slots=True)
class Matched:
    """Where the lines of the form stand, and what is wrong with the rows."""

    numbers: dict[str, int]  # by key of the line
    problems: list[Problem]


def match_lines(found: Found, form: ReturnForm, identity: Identity) -> Matched:
    """Match the rows of the sheet with the lines of the form."""
    return _Matching(found, form, identity).match()


class _Matching:
    def __init__(self, found: Found, form: ReturnForm, identity: Identity) -> None:
        self.found, self.form, self.identity = found, form, identity
        self.sheet = found.sheet
        self.rows = {row.key: row for row in form.rows}
        self.values = [
            found.columns[key] for key in (f"{VALUE}{column.key}" for column in form.columns) if key in found.columns
        ]
        self.label_column, self.unit_column = found.columns.get(LABEL, 0), found.columns.get(UNIT, 0)
        self.written = {label for label, _ in identity.lines.values()}
        self.matched = Matched({}, [])

    def match(self) -> Matched:
        """Go through the rows in order, then look which lines are left."""
        self._refuse_lost_columns()
        by_label = self._by_label()
        for number in self.sheet.rows:
            if number > self.found.keys_row:
                key = self.sheet.text(number, self.found.key_column)
                if key != HEAD_MARK and (key or self._filled(number)):
                    self._match(number, key or by_label.get(self._label(number), ""))
        for row in self.form.rows:
            if not (row.is_heading or row.is_computed) and row.key not in self.matched.numbers:
                self._say_missing(row)
        self._refuse_merged()
        return self.matched

    def _say(self, severity: Severity, place: Place | None, sentence: str) -> None:
        self.matched.problems.append(Problem(severity, self.sheet.name, str(place or ""), sentence))

    @property
    def _same_version(self) -> bool:
        return self.identity.key.version == self.form.key.version

    def _refuse_lost_columns(self) -> None:
        for column in self.form.columns:
            if f"{VALUE}{column.key}" not in self.found.columns:
                severity = Severity.ERROR if self._same_version else Severity.NOTICE
                reason = (
                    "đã bị xóa; hãy lấy biểu mới" if self._same_version else "chưa có trong phiên bản của tệp này"
                )
                self._say(severity, None, f"cột «{column.label}» {reason}.")

    def _by_label(self) -> dict[str, str]:
        """Give the lines by their words, for rows that lost their key; words used twice lead nowhere."""
        labels: dict[str, str] = {}
        for row in self.form.rows:
            labels[row.label] = "" if row.label in labels else row.key
        return labels

    def _label(self, number: int) -> str:
        return self.sheet.text(number, self.label_column)

    def _filled(self, number: int) -> Place | None:
        """Give the first cell of a row, in the columns of figures, that holds something."""
        return next((Place(number, column) for column in self.values if self.sheet.text(number, column)), None)

    def _match(self, number: int, key: str) -> None:
        row = self.rows.get(key)
        label = self._label(number)
        if row is None:
            self._say_foreign(number, key, label)
        elif key in self.matched.numbers:
            first = self.matched.numbers[key]
            sentence = f"dòng «{shown(row.label)}» có hai lần (dòng {first} và {number}); hãy xóa một dòng."
            self._say(Severity.ERROR, Place(number, self.label_column or 1), sentence)
        else:
            self.matched.numbers[key] = number
            self._compare_words(row, number, label)

    def _say_foreign(self, number: int, key: str, label: str) -> None:
        """Name a row with figures that the form does not have: inserted, or of another version."""
        place = self._filled(number)
        if place is None:
            return
        name = label or self.identity.lines.get(key, ("", ""))[0]
        named = f"«{shown(name)}»" if name else f"số {number}"
        if key in self.identity.lines and not self._same_version:
            sentence = f"dòng {named} không còn trong phiên bản hiện nay của biểu; số liệu của dòng sẽ bị bỏ qua."
            self._say(Severity.QUESTION, place, sentence)
        else:
            sentence = (
                f"dòng {named} được chèn thêm, không có trong biểu; hãy đưa số liệu về đúng dòng hoặc cột Ghi chú."
            )
            self._say(Severity.ERROR, place, sentence)

    def _compare_words(self, row: ReturnRow, number: int, label: str) -> None:
        """Refuse a line whose visible words are those of another line, or whose unit is another one."""
        label_then, unit_then = self.identity.lines.get(row.key, (row.label, row.unit))
        if label != label_then and label in self.written:
            self._say(
                Severity.ERROR,
                Place(number, self.label_column),
                f"dòng này ghi «{shown(label)}» nhưng mã ẩn là của «{shown(label_then)}»: các dòng đã bị xáo trộn "
                "(có lẽ do sắp xếp); hãy lấy biểu mới rồi chép số liệu vào.",
            )
        if self.unit_column:
            self._compare_units(row, unit_then, Place(number, self.unit_column))

    def _compare_units(self, row: ReturnRow, unit_then: str, place: Place) -> None:
        unit = self.sheet.text(place.row, place.column)
        if unit_then != row.unit:
            sentence = f"phiên bản cũ của biểu tính bằng «{unit_then}», nay tính bằng «{row.unit}»; hãy lấy biểu mới."
            self._say(Severity.ERROR, place, sentence)
        elif unit != row.unit:
            sentence = (
                f"đơn vị tính bị sửa từ «{row.unit}» thành «{shown(unit)}»; hãy quy đổi số liệu về «{row.unit}»."
            )
            self._say(Severity.ERROR, place, sentence)

    def _say_missing(self, row: ReturnRow) -> None:
        if row.key in self.identity.lines:
            self._say(Severity.QUESTION, None, f"dòng «{row.label}» đã bị xóa khỏi biểu; sẽ coi là chưa có số liệu.")
        else:
            self._say(Severity.NOTICE, None, f"dòng «{row.label}» mới có trong phiên bản hiện nay, tệp này chưa có.")

    def _refuse_merged(self) -> None:
        """Name merged cells of which it is not clear to which line or column their figure belongs."""
        lines = set(self.matched.numbers.values())
        for area in self.sheet.merged:
            rows = lines.intersection(range(area.first.row, area.last.row + 1))
            columns = set(self.values).intersection(range(area.first.column, area.last.column + 1))
            clear = len(rows) == 1 and columns == {area.first.column}
            if rows and columns and not clear:
                sentence = f"các ô {area} bị gộp nên không rõ số liệu thuộc dòng, cột nào; hãy bỏ gộp và điền từng ô."
                self._say(Severity.ERROR, area.first, sentence)


def places_of(lines: Iterable[str], numbers: dict[str, int], column: int) -> Iterator[Place]:
    """Give the cells of lines in one column, of those that are there."""
    return (Place(numbers[line], column) for line in lines if line in numbers)
