"""Figures and plan targets out of tables: ``so-lieu-….csv`` and ``ke-hoach.csv``."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from kybao.figures import Period, read_number, read_unit
from kybao.ledger.booking import NewEntry, Source
from kybao.ledger.errors import WrongEntry
from kybao.ledger.kinds import Bound, Kind, Level, Scope, SourceKind
from kybao.ledger.models import Indicator
from kybao.ledger.units import converted
from kybao.office.csv_tables import BadCell, Problems, Row, read_table
from kybao.org.models import Agency, AgencyState

FIGURES = (
    "chỉ tiêu", "đơn vị", "kỳ", "ngày chốt", "mức", "phạm vi", "giá trị", "đơn vị tính", "dấu gần đúng", "nguồn",
    "suy ra từ",
)  # fmt: skip
PLANS = (
    "chỉ tiêu", "đơn vị", "kỳ", "người giao", "gọi là", "giá trị", "đơn vị tính", "văn bản giao", "suy ra từ",
)  # fmt: skip
LEVELS = {"thực hiện": Level.ACTUAL, "ước": Level.ESTIMATE}
SCOPES = {"trong kỳ": Scope.IN_PERIOD, "lũy kế": Scope.CUMULATIVE, "thời điểm": Scope.AS_OF}
BOUNDS = {"trở lên": Bound.AT_LEAST, "trở xuống": Bound.AT_MOST}
QUALIFIERS = ("", "trên", "hơn", "khoảng", "gần", "trở lên", "trở xuống")
SCOPES_OF = {Kind.FLOW: {Scope.IN_PERIOD, Scope.CUMULATIVE}, Kind.STOCK: {Scope.AS_OF}}
RANGE = re.compile(r"(\S+)\s*[-–]\s*(\S+)")


@dataclass(frozen=True)
class Known:
    """What rows may name: the indicators of the catalogue, the agencies and when they existed."""

    indicators: Mapping[str, Indicator]
    agencies: Mapping[str, Agency]
    times: Mapping[str, Sequence[tuple[date, date]]]

    @classmethod
    def load(cls) -> "Known":
        """Read the catalogue and the agencies."""
        times: dict[str, list[tuple[date, date]]] = {}
        for key, start, end in AgencyState.objects.values_list("agency__key", "valid_from", "valid_to"):
            times.setdefault(key, []).append((start, end))
        return cls(
            {indicator.code: indicator for indicator in Indicator.objects.all()},
            {agency.key: agency for agency in Agency.objects.all()},
            times,
        )

    def indicator(self, row: Row) -> Indicator:
        """Give the indicator that a row names; raises BadCell."""
        if row["chỉ tiêu"] not in self.indicators:
            raise BadCell(f"không có chỉ tiêu «{row['chỉ tiêu']}» trong danh mục.")
        return self.indicators[row["chỉ tiêu"]]

    def agency(self, row: Row, period: Period) -> Agency:
        """Give the agency that a row names, if it existed in the period; raises BadCell."""
        key = row["đơn vị"]
        if key not in self.agencies:
            raise BadCell(f"không có đơn vị «{key}» trong danh mục.")
        if not any(start <= period.end and period.start <= end for start, end in self.times.get(key, ())):
            raise BadCell(f"đơn vị «{key}» không tồn tại trong {period.label}.")
        return self.agencies[key]


def read_figures(path: Path, known: Known, problems: Problems, *, period: Period | None = None) -> list[NewEntry]:
    """Read what was reached or estimated, all of one period where one is given."""
    return _read(path, FIGURES, lambda row: _figure(row, known, period), problems)


def read_plans(path: Path, known: Known, problems: Problems) -> list[NewEntry]:
    """Read plan targets by assigner."""
    return _read(path, PLANS, lambda row: _plan(row, known), problems)


def _read(path: Path, columns: Sequence[str], make: Callable[[Row], NewEntry], problems: Problems) -> list[NewEntry]:
    figures = []
    lines: dict[tuple[object, ...], int] = {}
    for row in read_table(path, columns):
        with problems.at(row):
            figure = make(row)
            if figure.key in lines:
                raise BadCell(f"chỉ tiêu «{row['chỉ tiêu']}» của «{row['đơn vị']}» đã có ở dòng {lines[figure.key]}.")
            lines[figure.key] = row.line
            figures.append(figure)
    return figures


def _figure(row: Row, known: Known, expected: Period | None) -> NewEntry:
    indicator, period = known.indicator(row), Period.parse(row["kỳ"])
    if expected is not None and period != expected:
        raise BadCell(f"cột «kỳ» ghi {period.code}, trong khi tệp là số liệu của kỳ {expected.code}.")
    as_of = row.day("ngày chốt")
    if not period.start <= as_of <= period.end:
        raise BadCell(f"ngày chốt {row['ngày chốt']} nằm ngoài {period.label}.")
    scope = row.choice("phạm vi", SCOPES)
    if scope not in SCOPES_OF.get(Kind(indicator.kind), set(Scope)):
        raise BadCell(
            f"chỉ tiêu «{indicator.code}» là số {Kind(indicator.kind).label}, không dùng phạm vi «{row['phạm vi']}»."
        )
    mark = row.choice("dấu gần đúng", {word: word for word in QUALIFIERS})
    value, high = _value(row, indicator)
    return NewEntry(
        agency=known.agency(row, period),
        indicator=indicator,
        period=period,
        as_of=as_of,
        level=row.choice("mức", LEVELS),
        scope=scope,
        value=value,
        high=high,
        unit=indicator.unit,
        bound=BOUNDS.get(mark, Bound.NONE),
        qualifier="" if mark in BOUNDS else mark,
        written=_written(row),
        source=_source(row, row.required("nguồn")),
        derivation=row["suy ra từ"],
    )


def _plan(row: Row, known: Known) -> NewEntry:
    indicator, period = known.indicator(row), Period.parse(row["kỳ"])
    value, high = _value(row, indicator)
    return NewEntry(
        agency=known.agency(row, period),
        indicator=indicator,
        period=period,
        as_of=period.end,
        level=Level.PLAN,
        scope=Scope.AS_OF if indicator.kind == Kind.STOCK else Scope.IN_PERIOD,
        value=value,
        high=high,
        unit=indicator.unit,
        written=_written(row),
        assigner=row.required("người giao"),
        called=row["gọi là"],
        decision=row["văn bản giao"],
        source=_source(row, row["văn bản giao"]),
        derivation=row["suy ra từ"],
    )


def _value(row: Row, indicator: Indicator) -> tuple[Decimal, Decimal | None]:
    """Read the value, or both ends of a range, into the indicator's unit; raises BadCell or WrongEntry."""
    unit = read_unit(row.required("đơn vị tính"))
    if unit.base != indicator.unit_base:
        raise WrongEntry(
            f"chỉ tiêu «{indicator.code}» tính bằng «{indicator.unit_text}», không nhận «{row['đơn vị tính']}»."
        )
    match = RANGE.fullmatch(row["giá trị"])
    if match is None:
        return converted(row.number("giá trị"), unit, indicator.unit), None
    low, high = (converted(read_number(end), unit, indicator.unit) for end in match.groups())
    if high <= low:
        raise BadCell(f"cột «giá trị»: «{row['giá trị']}» không phải là một khoảng từ thấp đến cao.")
    return low, high


def _written(row: Row) -> str:
    return f"{row['giá trị']} {row['đơn vị tính']}"


def _source(row: Row, text: str) -> Source:
    return Source(SourceKind.FILE, ": ".join(filter(None, (row.place, text)))[:250])
