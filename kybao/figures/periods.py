"""Reporting periods (kỳ báo cáo): their codes, names, and which period compares with which."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from kybao.text import Refusal

ROMAN = ("", "I", "II", "III", "IV")


class PeriodError(Refusal, ValueError):
    """A code that names no period; the message is the user's sentence."""


class PeriodKind(StrEnum):
    """How long a period is."""

    DAYS = "days"  # a week, a fortnight: the issuer decides
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    NINE_MONTHS = "nine_months"
    YEAR = "year"


MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6, PeriodKind.NINE_MONTHS: 9,
          PeriodKind.YEAR: 12}  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Whole calendar days ``start`` to ``end``, both included.

    The calendar names the period; until when its figures are counted is a rule of the report regime and
    belongs to each value (Nghị định 09/2019/NĐ-CP, Điều 12).
    """

    start: date
    end: date
    kind: PeriodKind

    @classmethod
    def parse(cls, code: str) -> Self:
        """Read a code: 2024-06, 2024-Q1, 2024-H1, 2024-9M, 2024, 2024-01..2024-09, 2024-06-24..2024-07-08 or a day.

        Raises PeriodError, with a Vietnamese sentence, for anything else.

        >>> Period.parse("2024-Q1").end
        datetime.date(2024, 3, 31)
        """
        try:
            return cls._parse(code.strip())
        except (ValueError, KeyError):
            raise PeriodError(
                f"«{code}» không phải là mã kỳ báo cáo. Mã đúng có dạng 2024-06, 2024-Q1, 2024-H1, 2024-9M, "
                "2024 hoặc 2024-06-24..2024-07-08."
            ) from None

    @classmethod
    def _parse(cls, code: str) -> Self:
        if ".." in code:
            return cls._between(*code.split("..", 1))
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", code):
            return cls._between(code, code)
        match = re.fullmatch(r"(\d{4})(?:-(Q[1-4]|H[12]|9M|\d{2}))?", code)
        if not match:
            raise ValueError(code)
        year, part = int(match[1]), match[2] or ""
        if not part:
            return cls.of_months(year, 1, PeriodKind.YEAR)
        if part.startswith("Q"):
            return cls.of_months(year, 3 * int(part[1]) - 2, PeriodKind.QUARTER)
        if part.startswith("H"):
            return cls.of_months(year, 6 * int(part[1]) - 5, PeriodKind.HALF)
        if part == "9M":
            return cls.of_months(year, 1, PeriodKind.NINE_MONTHS)
        return cls.of_months(year, int(part), PeriodKind.MONTH)

    @classmethod
    def _between(cls, first: str, last: str) -> Self:
        if len(first) == 7 and len(last) == 7:
            start, end = date.fromisoformat(f"{first}-01"), cls._parse(last).end
        else:
            start, end = date.fromisoformat(first), date.fromisoformat(last)
        if end < start:
            raise ValueError(first, last)
        return cls.between(start, end)

    @classmethod
    def between(cls, start: date, end: date) -> Self:
        """Give the period of these days, under its usual name where it has one."""
        last_day = end.day == monthrange(end.year, end.month)[1]
        if start.day == 1 and last_day and start.year == end.year:
            months = end.month - start.month + 1
            for kind, length in MONTHS.items():
                whole = kind is not PeriodKind.NINE_MONTHS or start.month == 1
                if months == length and (start.month - 1) % length == 0 and whole:
                    return cls(start, end, kind)
        return cls(start, end, PeriodKind.DAYS)

    @classmethod
    def of_months(cls, year: int, first: int, kind: PeriodKind) -> Self:
        """Give the period of ``kind`` that begins with month ``first`` of ``year``."""
        last = first + MONTHS[kind] - 1
        return cls(date(year, first, 1), date(year, last, monthrange(year, last)[1]), kind)

    @property
    def year(self) -> int:
        """The year that the period ends in."""
        return self.end.year

    @property
    def code(self) -> str:
        """The code that ``parse`` reads."""
        year, month = self.start.year, self.start.month
        match self.kind:
            case PeriodKind.MONTH:
                return f"{year}-{month:02}"
            case PeriodKind.QUARTER:
                return f"{year}-Q{(month + 2) // 3}"
            case PeriodKind.HALF:
                return f"{year}-H{(month + 5) // 6}"
            case PeriodKind.NINE_MONTHS:
                return f"{year}-9M"
            case PeriodKind.YEAR:
                return f"{year}"
            case PeriodKind.DAYS:
                return f"{self.start.isoformat()}..{self.end.isoformat()}"

    @property
    def label(self) -> str:
        """The period as people write it: «quý I/2024», «6 tháng đầu năm 2024»."""
        year, month = self.start.year, self.start.month
        match self.kind:
            case PeriodKind.MONTH:
                return f"tháng {month}/{year}"
            case PeriodKind.QUARTER:
                return f"quý {ROMAN[(month + 2) // 3]}/{year}"
            case PeriodKind.HALF:
                return f"6 tháng {'đầu' if month == 1 else 'cuối'} năm {year}"
            case PeriodKind.NINE_MONTHS:
                return f"9 tháng đầu năm {year}"
            case PeriodKind.YEAR:
                return f"năm {year}"
            case PeriodKind.DAYS:
                return f"từ ngày {self.start:%d/%m/%Y} đến ngày {self.end:%d/%m/%Y}"

    def __str__(self) -> str:
        return self.code

    def same_of_last_year(self) -> "Period":
        """Give the same period of the year before (cùng kỳ)."""
        if self.kind is PeriodKind.DAYS:
            return Period.between(_a_year_before(self.start), _a_year_before(self.end))
        return Period.of_months(self.start.year - 1, self.start.month, self.kind)

    def previous(self) -> "Period":
        """Give the period of the same length that ends the day before this one begins (kỳ trước)."""
        end = self.start - timedelta(days=1)
        if self.kind is PeriodKind.DAYS:
            return Period.between(end - (self.end - self.start), end)
        if self.kind is PeriodKind.NINE_MONTHS:
            return Period.between(date(end.year, 4, 1), end)
        length = MONTHS[self.kind]
        first = 12 - length + 1 if self.start.month == 1 else self.start.month - length
        return Period.of_months(end.year, max(first, 1), self.kind)

    def since_new_year(self) -> "Period":
        """Give the time from 1 January to the end of the period (lũy kế)."""
        return Period.between(date(self.year, 1, 1), self.end)

    def contains(self, other: "Period") -> bool:
        """Whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


def _a_year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
