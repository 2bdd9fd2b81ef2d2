"""Values of a return that can be right but seldom are: each is a question to the sender, never a refusal."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kybao.figures import Period, write_number
from kybao.ledger.models import Entry, Indicator, Kind
from kybao.office.return_formulas import TENFOLD, slack, sum_of_parts
from kybao.office.return_layout import PREVIOUS, SAME_PERIOD
from kybao.office.return_reading import ReturnReading
from kybao.office.return_sheets import Answer, Answers, CellPlace, Problem, ReturnForm, ReturnRow, Severity
from kybao.org.models import Agency
from kybao.submissions.returns import ACTUAL, ESTIMATE

JUMP = 2  # a stock that more than doubles or halves
FEW = 10  # of things fewer than this it is no news
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Earlier:
    """A figure of the same indicator, counted from the same day on until an earlier one."""

    value: Decimal
    as_of: date


@dataclass(frozen=True, slots=True)
class Known:
    """What the ledger knows of the indicators of a form."""

    indicators: Mapping[str, Indicator]
    earlier: Mapping[str, Sequence[Earlier]]

    @classmethod
    def of(cls, indicators: Mapping[str, Indicator], agency: Agency, period: Period) -> "Known":
        """Read what was reached of each flow, counted from the same day."""
        flows = {one.pk: code for code, one in indicators.items() if one.kind == Kind.FLOW}
        entries = (
            Entry.objects.current()
            .reached()
            .filter(agency=agency, indicator__in=flows, period_start=period.start, period_end__lte=period.end)
        )
        earlier: dict[str, list[Earlier]] = defaultdict(list)
        for entry in entries:
            earlier[flows[entry.indicator_id]].append(Earlier(entry.value, entry.as_of))
        return cls(indicators, earlier)


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of the return with all that it is held against."""

    row: ReturnRow
    column: str
    value: Decimal
    answer: Answer
    answers: Answers
    form: ReturnForm
    known: Known

    @property
    def as_of(self) -> date:
        """Until when it is counted; an estimate until the end of the period."""
        return self.form.last_day if self.column == ESTIMATE else self.answer.as_of or self.form.closing

    @property
    def kind(self) -> str:
        """The kind of the indicator."""
        return self.known.indicators[self.row.key].kind

    def base(self, *keys: str) -> tuple[str, Decimal] | None:
        """Give label and value of the first of some reference columns that has one."""
        for reference, value in zip(self.form.references, self.row.references, strict=False):
            if reference.key in keys and value is not None and value > 0:
                return reference.label[:1].lower() + reference.label[1:], value
        return None


def doubts(form: ReturnForm, reading: ReturnReading, known: Known) -> list[Problem]:
    """Give the questions about a return, each at its cell."""
    questions = []
    for row in form.rows:
        answer = reading.answers.rows.get(row.key, Answer())
        for column, value in answer.values.items():
            cell = Cell(row, column, value, answer, reading.answers, form, known)
            place = reading.places.get((row.key, column), CellPlace("", ""))
            questions += [
                Problem(Severity.QUESTION, place.sheet, place.cell, sentence, row.label)
                for ask in ASKED
                for sentence in ask(cell)
            ]
    return questions


def far_from_before(cell: Cell) -> Iterator[str]:
    """Ask about ten times the last value, or a tenth."""
    base = cell.base(PREVIOUS) or cell.base(SAME_PERIOD)
    if base is None or cell.value <= 0 or max(base[1], cell.value) < FEW:
        return
    label, before = base
    if cell.value >= TENFOLD * before or cell.value * TENFOLD <= before:
        times = write_number(max(cell.value, before) / min(cell.value, before), decimals=0)
        compared = f"gấp {times} lần" if cell.value > before else f"chỉ bằng khoảng 1/{times} so với"
        given = f"{write_number(cell.value)} {cell.row.unit}"
        yield f"{given} {compared} số {label} là {write_number(before)}; đúng không, hay nhầm đơn vị tính?"


def off_total(cell: Cell) -> Iterator[str]:
    """Ask about parts that go over their total, or have to add up to it and do not."""
    parts = sum_of_parts(cell.row, cell.column, cell.answers)
    if parts is None:
        return
    beyond = parts - cell.value
    filled = all(cell.column in cell.answers.rows.get(part, Answer()).values for part in cell.row.parts)
    if beyond > slack(cell.row):
        yield (
            f"các dòng con cộng lại {write_number(parts)}, lớn hơn tổng {write_number(cell.value)} "
            f"({cell.row.unit}); số nào đúng?"
        )
    elif cell.row.parts_complete and filled and -beyond > slack(cell.row):
        yield (
            f"các dòng con cộng lại {write_number(parts)}, chưa đủ tổng {write_number(cell.value)} "
            f"({cell.row.unit}); số nào đúng?"
        )


def falls(cell: Cell) -> Iterator[str]:
    """Ask about a figure counted from one day on that is smaller than until an earlier day."""
    if cell.kind != Kind.FLOW or cell.row.may_be_negative:
        return
    reached = cell.answer.values.get(ACTUAL)
    if cell.column == ESTIMATE and reached is not None and cell.value < reached:
        yield f"ước cả kỳ {write_number(cell.value)} lại nhỏ hơn số đã thực hiện {write_number(reached)}."
        return
    before = [one for one in cell.known.earlier.get(cell.row.key, ()) if one.as_of < cell.as_of]
    most = max(before, key=lambda one: one.value, default=None)
    if most is not None and cell.value < most.value:
        yield (
            f"số lũy kế giảm: đến {most.as_of:%d/%m/%Y} đã báo {write_number(most.value)}, nay còn "
            f"{write_number(cell.value)}; hãy xem lại."
        )


def jumps(cell: Cell) -> Iterator[str]:
    """Ask about a stock that more than doubled or halved."""
    base = cell.base(PREVIOUS)
    if cell.kind != Kind.STOCK or base is None:
        return
    label, before = base
    large, small = max(cell.value, before), min(cell.value, before)
    asked_already = small > 0 and large >= TENFOLD * small
    if large >= FEW and large > JUMP * small and not asked_already:
        yield (
            f"số hiện có thay đổi đột ngột: {label} là {write_number(before)}, nay {write_number(cell.value)} "
            f"{cell.row.unit}; đúng không?"
        )


def over_hundred(cell: Cell) -> Iterator[str]:
    """Ask about a percentage above a hundred."""
    if cell.row.unit == "%" and cell.row.most is None and cell.value > HUNDRED:
        yield f"{write_number(cell.value)}% là trên 100%; đúng không?"


ASKED: tuple[Callable[[Cell], Iterator[str]], ...] = (far_from_before, off_total, falls, jumps, over_hundred)
