"""Agencies and their history out of two tables: ``don-vi.csv`` (dated states) and ``sap-nhap.csv`` (successions)."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path

from kybao.office.csv_tables import BadCell, Problems, Row, read_table
from kybao.org.models import FOREVER, SuccessionKind, Tier

STATES = ("mã", "mã hành chính", "tên", "tên ngắn", "cấp", "thuộc", "từ ngày", "đến ngày", "căn cứ")
SUCCESSIONS = ("ngày", "loại", "đơn vị cũ", "đơn vị mới", "tỷ trọng", "căn cứ")
KEY = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
WORDS = Path(__file__).with_name("words") / "tiers.toml"


@dataclass(frozen=True, slots=True)
class StateLine:
    """What an agency was from one day to another, as a table says it."""

    row: Row
    key: str
    official_code: str
    name: str
    short_name: str
    tier: Tier
    parent: str
    start: date
    end: date
    act: str

    def overlaps(self, other: "StateLine") -> bool:
        """Whether some day lies in both."""
        return self.start <= other.end and other.start <= self.end


@dataclass(frozen=True, slots=True)
class SuccessionLine:
    """One agency that goes into another, as a table says it."""

    row: Row
    day: date
    kind: SuccessionKind
    old: str
    new: str
    share: Decimal
    act: str


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """Give the words that the tables use."""
    data: Mapping[str, Mapping[str, str]] = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    return data


def read_states(path: Path, problems: Problems) -> list[StateLine]:
    """Read the states of agencies; what is wrong with single rows or between them goes to ``problems``."""
    lines = []
    for row in read_table(path, STATES):
        with problems.at(row):
            lines.append(_state(row))
    _check_states(lines, problems)
    return lines


def read_successions(path: Path, states: Sequence[StateLine], problems: Problems) -> list[SuccessionLine]:
    """Read who went into whom; both have to be among the states, before and after the day."""
    lines = []
    for row in read_table(path, SUCCESSIONS):
        with problems.at(row):
            lines.append(_succession(row, states))
    _check_shares(lines, problems)
    return lines


def _state(row: Row) -> StateLine:
    key = row.required("mã")
    if not KEY.fullmatch(key):
        raise BadCell(f"cột «mã»: «{key}» không hợp lệ; mã chỉ gồm chữ thường không dấu, số, dấu chấm và gạch nối.")
    tiers = {word: Tier(tier) for word, tier in words()["tiers"].items()}
    start = row.day("từ ngày")
    end = row.day("đến ngày") if row["đến ngày"] else FOREVER
    if end < start:
        raise BadCell(f"«đến ngày» ({row['đến ngày']}) trước «từ ngày» ({row['từ ngày']}).")
    name = row.required("tên")
    return StateLine(
        row=row,
        key=key,
        official_code=row["mã hành chính"],
        name=name,
        short_name=row["tên ngắn"] or name,
        tier=row.choice("cấp", tiers),
        parent=row["thuộc"],
        start=start,
        end=end,
        act=row["căn cứ"],
    )


def _check_states(lines: Sequence[StateLine], problems: Problems) -> None:
    keys = {line.key for line in lines}
    for line in lines:
        if line.parent and line.parent not in keys:
            problems.add(line.row, f"không có đơn vị «{line.parent}» mà «{line.key}» thuộc về.")
    _refuse_overlaps(lines, "key", "đơn vị «{}» đã có một dòng khác cho thời gian này", problems)
    coded = [line for line in lines if line.official_code]
    _refuse_overlaps(coded, "official_code", "mã hành chính «{}» đang là của một dòng khác", problems)


def _refuse_overlaps(lines: Iterable[StateLine], name: str, sentence: str, problems: Problems) -> None:
    """Refuse two lines with one key, or one official code, on one day."""
    latest: dict[str, StateLine] = {}
    for line in sorted(lines, key=lambda line: line.start):
        what = str(getattr(line, name))
        before = latest.get(what)
        if before and before.overlaps(line):
            problems.add(line.row, f"{sentence.format(what)} (dòng {before.row.line}).")
        if before is None or line.end > before.end:
            latest[what] = line


def _succession(row: Row, states: Sequence[StateLine]) -> SuccessionLine:
    day = row.day("ngày")
    old, new = row.required("đơn vị cũ"), row.required("đơn vị mới")
    share = row.number("tỷ trọng")
    if not 0 < share <= 1 or share.scaleb(6) % 1:
        raise BadCell(f"cột «tỷ trọng»: «{row['tỷ trọng']}» phải lớn hơn 0, không quá 1, nhiều nhất 6 số lẻ.")
    if old == new:
        raise BadCell(f"đơn vị «{old}» không thể nhập vào chính nó.")
    if not _exists(old, day - timedelta(days=1), states):
        raise BadCell(f"không có đơn vị cũ «{old}» vào ngày trước ngày {day:%d/%m/%Y}.")
    if not _exists(new, day, states):
        raise BadCell(f"không có đơn vị mới «{new}» từ ngày {day:%d/%m/%Y}.")
    kinds = {word: SuccessionKind(kind) for word, kind in words()["successions"].items()}
    return SuccessionLine(row, day, row.choice("loại", kinds), old, new, share, row["căn cứ"])


def _exists(key: str, day: date, states: Iterable[StateLine]) -> bool:
    return any(state.key == key and state.start <= day <= state.end for state in states)


def _check_shares(lines: Sequence[SuccessionLine], problems: Problems) -> None:
    """Refuse a succession named twice, and an agency of which more than the whole goes away in a day."""
    gone: dict[tuple[date, str], Decimal] = defaultdict(Decimal)
    seen = set()
    for line in lines:
        if (line.day, line.old, line.new) in seen:
            problems.add(line.row, f"«{line.old}» nhập vào «{line.new}» đã được ghi ở một dòng khác.")
        seen.add((line.day, line.old, line.new))
        gone[line.day, line.old] += line.share
        if gone[line.day, line.old] > 1:
            problems.add(line.row, f"các phần của «{line.old}» cộng lại quá 1.")
