"""The annex of a report: a table of all indicators of the agency, by field."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import count

from kybao.claims import Comparison
from kybao.narrative import Compared, Level, Runs, amount, compared_amount
from kybao.reports.book import Against, Book, Subject, Value
from kybao.reports.filling import named, quantity
from kybao.reports.numbering import roman
from kybao.text.manuscripts import Annex, Run, Stated, Table, Tone

WIDTHS = (7, 35, 11, 10, 10, 11, 8, 10, 8, 20)
NUMERIC = (3, 4, 5, 6, 7, 8)
Cells = tuple[Runs, ...]


def indicator_annex(book: Book) -> Annex:
    """Give every indicator with its values, plans, same period and source; an empty cell is a missing value."""
    period = book.period
    heads = ("TT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện", "Ước thực hiện", f"Kế hoạch năm {period.year}",
             "% kế hoạch", f"Cùng kỳ năm {period.year - 1}", "% cùng kỳ", "Nguồn số liệu")  # fmt: skip
    table = Table("", heads, tuple(_rows(book)), WIDTHS, NUMERIC)
    return Annex(f"Biểu tổng hợp chỉ tiêu {period.label}", (table,), landscape=True)


def _rows(book: Book) -> Iterator[Cells]:
    fields: dict[str, list[Subject]] = {}
    for subject in book.subjects():
        fields.setdefault(subject.field, []).append(subject)
    numbers = count(1)
    for place, (field, subjects) in enumerate(fields.items(), start=1):
        yield (Run(roman(place), Tone.BOLD),), (Run(field, Tone.BOLD),)
        for subject in subjects:
            yield from _subject_rows(book, next(numbers), subject)


def _subject_rows(book: Book, number: int, subject: Subject) -> Iterator[Cells]:
    """Give the row of an indicator and, below it, one row for each plan that has an assigner."""
    actual, estimate, planned = (book.value(subject.code, level) for level in Level)
    told = estimate or actual
    bases = book.against(subject.code, told.level) if told else ()
    same = next((one for one in bases if one.basis == "same_period"), None)
    plan = next((one for one in bases if one.basis == "plan"), None)
    name, unit, source = subject.name, subject.unit, _source(subject, told)
    yield (
        *_words(str(number), name, unit), _value(actual), _value(estimate),
        _value(plan.base if plan else planned if not told else None), _ratio(plan), _base(same),
        _ratio(same), source,
    )  # fmt: skip
    for one in bases:
        if one.is_plan and one.assigner:
            assigned = _words("", f"- {one.called.capitalize()} {one.assigner}", unit)
            yield (*assigned, (), (), _base(one), _ratio(one), (), (), ())


def _words(*cells: str) -> Cells:
    return tuple((Run(cell),) if cell else () for cell in cells)


def _value(value: Value | None) -> Runs:
    return () if value is None else amount(quantity(value), value.level, unit_told=False, pad_counts=False)


def _base(against: Against | None) -> Runs:
    return _value(against.base if against else None)


def _ratio(against: Against | None) -> Runs:
    if against is None or against.ratio is None:
        return ()
    key = f"{against.value.key}#{against.basis}/{Comparison.RATIO}"
    compared = Compared(key, against.basis, Comparison.RATIO, against.ratio)
    return compared_amount(compared, against.value.key, against.value.level)[:1]  # the head of the column says «%»


def _source(subject: Subject, value: Value | None) -> Runs:
    if value is None or value.owing <= 1:
        return (Run(named(subject.suppliers)),)
    numbers = (Decimal(value.sent), Decimal(value.owing))
    told = Stated(f"{value.key}#sent", numbers, "đơn vị", role="share")
    return Run(f"{value.sent}/{value.owing}", figure=told), Run(" đơn vị đã gửi")
