"""What a return works out by itself while it is filled: sums of parts, rates, warnings, how far it is.

Each formula stands beside what it comes to for given answers, since a workbook holds both and some programs show
the second until a cell changes.
"""

import re
from collections.abc import Iterable
from decimal import Decimal

from kybao.figures import rounded, write_number
from kybao.office.return_layout import CHECK, PREVIOUS, REFERENCE, STATUS, VALUE, Layout
from kybao.office.return_sheets import Answer, Answers, ReturnForm, ReturnRow, Status
from kybao.office.workbooks import MOST_ROWS, Place, area_of

NOT_FILLED, NO_NUMBER, CONTRADICTS = "Chưa điền", "Không phải số", "Vừa có số vừa chọn tình hình"
OFF_TOTAL, OVER_TOTAL = "Lệch: các dòng con cộng lại ", "Vượt: các dòng con cộng lại "  # the sum follows
FAR_OFF = "Xem lại: khác kỳ trước trên 10 lần"
TENFOLD = 10
RANGE = re.compile(r"[A-Z]{1,3}[0-9]{1,7}(?::[A-Z]{1,3}[0-9]{1,7})?")
SUMS = {'IF(COUNT(@)=0,"",SUM(@))', "SUM(@)"}
PUNCTUATION = str.maketrans({";": ",", "[": None, "]": None, ".": None, " ": None})


def sum_formula(row: ReturnRow, column: str, layout: Layout) -> str:
    """Add up the parts of a row; empty while none is filled."""
    cells = parts_cells(row, column, layout)
    return f'=IF(COUNT({cells})=0,"",SUM({cells}))'


def parts_cells(row: ReturnRow, column: str, layout: Layout) -> str:
    """Name the cells of the parts, those that follow one another as one range: «I11:I12,I15»."""
    letters = layout.letters(f"{VALUE}{column}")
    runs: list[list[int]] = []
    for number in sorted(layout.rows[part] for part in row.parts):
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ",".join(f"{letters}{a}" if a == b else f"{letters}{a}:{letters}{b}" for a, b in runs)


def sum_of_parts(row: ReturnRow, column: str, answers: Answers) -> Decimal | None:
    """Give what ``sum_formula`` comes to."""
    given = [answers.rows[part].values.get(column) for part in row.parts if part in answers.rows]
    known = [value for value in given if value is not None]
    return sum(known, Decimal(0)) if known else None


def slack(row: ReturnRow) -> Decimal:
    """Say how far a total may lie from the sum of its parts because each is rounded."""
    step = Decimal(1).scaleb(-row.decimals)
    return Decimal(0) if row.whole else step * (len(row.parts) + 1) / 2


def ratio_formula(row: ReturnRow, column: str, layout: Layout) -> str:
    """Divide two rows; empty while one of them is."""
    part, whole = row.ratio or ("", "")
    a, b = layout.place(part, f"{VALUE}{column}"), layout.place(whole, f"{VALUE}{column}")
    return f'=IF(AND(ISNUMBER({a}),N({b})<>0),ROUND({a}/{b}*{row.multiplier},{row.decimals}),"")'


def ratio_of(row: ReturnRow, column: str, answers: Answers) -> Decimal | None:
    """Give what ``ratio_formula`` comes to."""
    part, whole = (answers.rows.get(key, Answer()).values.get(column) for key in row.ratio or ("", ""))
    return rounded(part / whole * row.multiplier, row.decimals) if part is not None and whole else None


def check_formula(row: ReturnRow, form: ReturnForm, layout: Layout) -> str:
    """Say in a word what is wrong with a row, empty where nothing is."""
    number = layout.rows[row.key]
    columns = [column.key for column in form.columns if row.asks(column.key)]
    places = [f"{layout.letters(f'{VALUE}{key}')}{number}" for key in columns]
    cells, texts = ",".join(places), ",".join(f"AND(ISTEXT({place}),LEN({place})>0)" for place in places)
    status = f"{layout.letters(STATUS)}{number}"
    tests = [
        (f"OR({texts})", f'"{NO_NUMBER}"'),
        (f'AND(COUNT({cells})=0,{status}="")', f'"{NOT_FILLED}"'),
        (f'AND(COUNT({cells})>0,{status}<>"")', f'"{CONTRADICTS}"'),
        *_total_tests(row, columns, layout),
        *_far_off_tests(row, columns, layout, form),
    ]
    nested = '""'
    for test, word in reversed(tests):
        nested = f"IF({test},{word},{nested})"
    return f"={nested}"


def _total_tests(row: ReturnRow, columns: Iterable[str], layout: Layout) -> Iterable[tuple[str, str]]:
    if not row.parts:
        return
    word = OFF_TOTAL if row.parts_complete else OVER_TOTAL
    for key in columns:
        total, parts = layout.place(row.key, f"{VALUE}{key}"), parts_cells(row, key, layout)
        beyond = f"SUM({parts})-N({total})"
        if row.parts_complete:
            beyond = f"ABS({beyond})"
        # the small extra is for binary fractions: 0.1 + 0.2
        far = f"AND(ISNUMBER({total}),COUNT({parts})>0,{beyond}>{slack(row)}+0.000001)"
        yield far, f'"{word}"&FIXED(SUM({parts}),{row.decimals})'


def _far_off_tests(
    row: ReturnRow, columns: Iterable[str], layout: Layout, form: ReturnForm
) -> Iterable[tuple[str, str]]:
    if not _previous(row, form):
        return
    before = layout.place(row.key, f"{REFERENCE}{PREVIOUS}")
    for key in columns:
        cell = f"N({layout.place(row.key, f'{VALUE}{key}')})"
        yield f"AND({cell}>0,OR({cell}>={TENFOLD}*{before},{cell}*{TENFOLD}<={before}))", f'"{FAR_OFF}"'


def _previous(row: ReturnRow, form: ReturnForm) -> Decimal:
    keys = [column.key for column in form.references]
    known = dict(zip(keys, row.references, strict=False)).get(PREVIOUS)
    return known if known is not None and known > 0 else Decimal(0)


def check_word(row: ReturnRow, form: ReturnForm, answers: Answers) -> str:
    """Give what ``check_formula`` comes to."""
    answer = answers.rows.get(row.key, Answer())
    if not answer.values:
        return NOT_FILLED if answer.status is Status.NONE else ""
    if answer.status is not Status.NONE:
        return CONTRADICTS
    for key, value in answer.values.items():
        parts = sum_of_parts(row, key, answers)
        beyond = Decimal(0) if parts is None else parts - value
        if parts is not None and (abs(beyond) if row.parts_complete else beyond) > slack(row):
            word = OFF_TOTAL if row.parts_complete else OVER_TOTAL
            return f"{word}{write_number(parts, decimals=row.decimals)}"
    before = _previous(row, form)
    positive = [value for value in answer.values.values() if value > 0]
    far = any(value >= TENFOLD * before or value * TENFOLD <= before for value in positive)
    return FAR_OFF if before and far else ""


def progress_formula(form: ReturnForm, layout: Layout) -> str:
    """Count the rows that are filled."""
    asked = sum(1 for row in form.rows if any(row.asks(column.key) for column in form.columns))
    letters, numbers = layout.letters(CHECK), layout.rows.values()
    cells = f"{letters}{min(numbers)}:{letters}{max(numbers)}"
    return f'="Đã điền "&({asked}-COUNTIF({cells},"{NOT_FILLED}"))&"/{asked} dòng"'


def progress(form: ReturnForm, answers: Answers) -> str:
    """Give what ``progress_formula`` comes to."""
    asked = [row for row in form.rows if any(row.asks(column.key) for column in form.columns)]
    filled = sum(1 for row in asked if check_word(row, form, answers) != NOT_FILLED)
    return f"Đã điền {filled}/{len(asked)} dòng"


def summed(formula: str) -> frozenset[Place] | None:
    """Give the cells that a formula does nothing but add, in Excel's or in LibreOffice's words; else None.

    >>> sorted(map(str, summed('of:=IF(COUNT([.I11:.I12])=0;"";SUM([.I11:.I12]))') or ()))
    ['I11', 'I12']
    >>> summed("I11*2") is None
    True
    """
    plain = formula.removeprefix("of:").lstrip("=").translate(PUNCTUATION).replace("$", "")
    shape = re.sub(r"@(?:,@)*", "@", RANGE.sub("@", plain))
    if shape not in SUMS:
        return None
    cells: set[Place] = set()
    for match in RANGE.finditer(plain):
        area = area_of(match.group())
        if (area.last.row - area.first.row + 1) * (area.last.column - area.first.column + 1) > MOST_ROWS:
            return None
        cells.update(area.places())
    return frozenset(cells)
