"""What a return refuses or marks while it is typed: data validation and warning colours."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from xlsxwriter.worksheet import Worksheet

from kybao.office.return_formulas import CONTRADICTS, FAR_OFF, NO_NUMBER, NOT_FILLED, OFF_TOTAL, OVER_TOTAL
from kybao.office.return_layout import AS_OF, CHECK, QUALIFIER, STATUS, VALUE, Layout
from kybao.office.return_sheets import ReturnForm, ReturnRow, Status
from kybao.office.return_styles import DOUBTFUL, UNSAID, WRONG, Styles
from kybao.office.return_words import words

EXCEL_BEGINS = date(1900, 1, 1)
WRONGS = (OFF_TOTAL, OVER_TOTAL, CONTRADICTS, NO_NUMBER)  # told apart by their first letters
LARGEST = 10**15  # Excel keeps 15 digits
ZONES = 100  # ranges in one rule; a longer list is cut into several rules

Rule = tuple[str, bool, bool, Decimal | None]  # unit, whole, may be negative, most
Zone = list[int]  # first row, first column, last row, last column, as the library counts


def add_rules(sheet: Worksheet, form: ReturnForm, placed: Layout, style: Styles) -> None:
    """Add the rules of all cells that are filled."""
    if not placed.rows:
        return
    for rule, zones in _zones_by_rule(form, placed).items():
        _add(sheet, zones, _of_numbers(rule))
    with_nothing = [row for row in form.rows if _asked(row, form) and row.may_be_nothing]
    without = [row for row in form.rows if _asked(row, form) and not row.may_be_nothing]
    _add(sheet, _zones(with_nothing, STATUS, placed), _of_choice([str(status) for status in list(Status)[1:]]))
    _add(sheet, _zones(without, STATUS, placed), _of_choice([str(Status.NOT_KNOWN)]))
    _add(sheet, _zones([*with_nothing, *without], QUALIFIER, placed), _of_choice(list(words("qualifiers"))))
    _add(sheet, _zones([*with_nothing, *without], AS_OF, placed), _of_dates(form))
    _add_colours(sheet, form, placed, style)


def _asked(row: ReturnRow, form: ReturnForm) -> bool:
    return any(row.asks(column.key) for column in form.columns)


def _zones_by_rule(form: ReturnForm, placed: Layout) -> dict[Rule, list[Zone]]:
    rules: dict[Rule, list[Zone]] = {}
    for column in form.columns:
        by_rule: dict[Rule, list[ReturnRow]] = {}
        for row in form.rows:
            if row.asks(column.key):
                by_rule.setdefault((row.unit, row.whole, row.may_be_negative, row.most), []).append(row)
        for rule, rows in by_rule.items():
            rules.setdefault(rule, []).extend(_zones(rows, f"{VALUE}{column.key}", placed))
    return rules


def _zones(rows: Iterable[ReturnRow], column: str, placed: Layout) -> list[Zone]:
    """Join the cells of the rows in one column into ranges."""
    at = placed.columns[column].number - 1
    zones: list[Zone] = []
    for number in sorted(placed.rows[row.key] - 1 for row in rows):
        if zones and zones[-1][2] == number - 1:
            zones[-1][2] = number
        else:
            zones.append([number, at, number, at])
    return zones


def _add(sheet: Worksheet, zones: list[Zone], options: dict[str, object]) -> None:
    for begin in range(0, len(zones), ZONES):
        some = zones[begin : begin + ZONES]
        sheet.data_validation(*some[0], {**options, "other_cells": some})


def _of_numbers(rule: Rule) -> dict[str, object]:
    unit, whole, negative, most = rule
    low, high = -LARGEST if negative else 0, LARGEST if most is None else float(most)
    kind = "số nguyên" if whole else "số"
    bound = "" if negative else ", không âm" if most is None else f", từ 0 đến {most}"
    return {
        "validate": "integer" if whole else "decimal",
        "criteria": "between",
        "minimum": low,
        "maximum": high,
        "input_title": f"Đơn vị tính: {unit}"[:32],
        "input_message": f"Nhập {kind}{bound}. Không gõ kèm đơn vị tính.",
        "error_title": "Chưa phải số hợp lệ",
        "error_message": f"Ô này cần {kind}{bound}, tính bằng «{unit[:60]}». Ghi chú thêm ở cột Ghi chú.",
    }


def _of_choice(choices: list[str]) -> dict[str, object]:
    return {
        "validate": "list",
        "source": choices,
        "error_title": "Hãy chọn trong danh sách",
        "error_message": "Bấm mũi tên ở cạnh ô để chọn; ghi thêm điều khác ở cột Ghi chú.",
    }


def _of_dates(form: ReturnForm) -> dict[str, object]:
    return {
        "validate": "date",
        "criteria": "between",
        "minimum": max(form.first_day, EXCEL_BEGINS),
        "maximum": form.last_day,
        "error_title": "Chưa phải ngày hợp lệ",
        "error_message": f"Nhập một ngày trong {form.period}, theo dạng ngày/tháng/năm.",
    }


def _add_colours(sheet: Worksheet, form: ReturnForm, placed: Layout, style: Styles) -> None:
    """Colour the figures and the check of a line whose check says something."""
    first, last = min(placed.rows.values()) - 1, max(placed.rows.values()) - 1
    check = f"${placed.letters(CHECK)}{first + 1}"
    wrong = "+".join(f'(LEFT({check},4)="{word[:4]}")' for word in WRONGS)
    marks = (
        (f"=({wrong})>0", style.mark(bg_color=WRONG)),
        (f'={check}="{FAR_OFF}"', style.mark(bg_color=DOUBTFUL)),
    )
    for key in (*(f"{VALUE}{column.key}" for column in form.columns), CHECK):
        at = placed.columns[key].number - 1
        for criteria, mark in marks:
            rule = {"type": "formula", "criteria": criteria, "format": mark}
            sheet.conditional_format(first, at, last, at, rule)
    at = placed.columns[CHECK].number - 1
    unsaid = {"type": "formula", "criteria": f'={check}="{NOT_FILLED}"', "format": style.mark(font_color=UNSAID)}
    sheet.conditional_format(first, at, last, at, unsaid)
