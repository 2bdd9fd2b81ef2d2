"""Periods in prose: «quý I/2024», «6 tháng đầu năm 2024», «giai đoạn 2021 - 2025», «đến ngày 15/3», «trong tuần»."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from kybao.figures.composing import compose
from kybao.figures.dates import DateMention, find_dates, moved
from kybao.figures.periods import MONTHS, ROMAN, Period, PeriodKind
from kybao.figures.vocabulary import any_of, words


class Relative(StrEnum):
    """A period that is named only by its place beside the report's own."""

    REPORT = "report"  # trong kỳ, trong tuần
    MONTH = "month"  # trong tháng
    QUARTER = "quarter"
    YEAR = "year"  # cả năm
    SINCE_NEW_YEAR = "since_new_year"  # từ đầu năm đến nay
    TO_DATE = "to_date"  # đến nay
    PREVIOUS = "previous"
    PREVIOUS_MONTH = "previous_month"
    PREVIOUS_QUARTER = "previous_quarter"
    PREVIOUS_YEAR = "previous_year"


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A period as written, at passage characters ``start`` to ``end``.

    ``months`` are its first and last month, ``days`` its first and last day, ``relative`` its place beside the
    report's period; exactly one of the three is given. ``until`` says that figures are counted at its last day.
    """

    start: int
    end: int
    year: int | None = None
    months: tuple[int, int] | None = None
    last_year: int | None = None  # of a span of years: giai đoạn 2021 - 2025
    days: tuple[DateMention, DateMention] | None = None
    relative: Relative | None = None
    until: bool = False

    @property
    def period(self) -> Period | None:
        """The period, where the text names it wholly."""
        return self.beside(None)

    def beside(self, report: Period | None) -> Period | None:
        """Give the period in a report for ``report``, which fills in the year; None where it cannot be told."""
        if self.relative is not None:
            return _relative(self.relative, report) if report else None
        year = self.year or (report.year if report else None)
        if self.days is not None:
            return _between_days(self.days, year)
        if year is None or self.months is None:
            return None
        first, last = self.months
        last_year = self.last_year or year
        end = date(last_year, last, monthrange(last_year, last)[1])
        return Period.between(date(year, first, 1), end)


def _between_days(days: tuple[DateMention, DateMention], year: int | None) -> Period | None:
    last = days[1].on(year)
    first = days[0].on(last.year if last else year)
    if first is None or last is None or last < first:
        return None
    return Period.between(first, last)


def _relative(relative: Relative, report: Period) -> Period | None:
    """Give the period that stands in this place beside the report's."""
    whole = {Relative.MONTH: PeriodKind.MONTH, Relative.QUARTER: PeriodKind.QUARTER, Relative.YEAR: PeriodKind.YEAR}
    before = {Relative.PREVIOUS_MONTH: PeriodKind.MONTH, Relative.PREVIOUS_QUARTER: PeriodKind.QUARTER,
              Relative.PREVIOUS_YEAR: PeriodKind.YEAR}  # fmt: skip
    if relative is Relative.REPORT:
        return report
    if relative is Relative.PREVIOUS:
        return report.previous()
    if relative in (Relative.SINCE_NEW_YEAR, Relative.TO_DATE):
        return report.since_new_year()
    if relative in before:
        return _around(report, before[relative]).previous()
    return _around(report, whole[relative])


def _around(report: Period, kind: PeriodKind) -> Period:
    """Give the month, quarter or year that the report's last day lies in."""
    length = MONTHS[kind]
    return Period.of_months(report.year, (report.end.month - 1) // length * length + 1, kind)


YEAR = r"((?:19|20)[0-9]{2})"
NO_MORE = r"(?![\w/]|[.,][0-9])"
OF_YEAR = rf"(?:\s?/\s?{YEAR}|,?\s+[Nn]ăm\s+{YEAR})?"
QUARTER = re.compile(rf"quý\s+(IV|I{{1,3}}|[1-4]){OF_YEAR}{NO_MORE}", re.IGNORECASE)
MONTHS_IN_WORDS = {word: number for number, words_of in enumerate(words("time")["months"], 1) for word in words_of}
MONTH = re.compile(rf"tháng\s+([0-9]{{1,2}}|{any_of(list(MONTHS_IN_WORDS))}){OF_YEAR}{NO_MORE}", re.IGNORECASE)
WHOLE_YEAR = re.compile(rf"năm\s+{YEAR}{NO_MORE}", re.IGNORECASE)
PART_OF_YEAR = rf"\s+(đầu|cuối)\s+năm(?:\s+{YEAR})?|\s+năm\s+{YEAR}|/{YEAR}"
COUNTED_MONTHS = re.compile(rf"tháng(?:{PART_OF_YEAR}|(?!\s*[0-9])){NO_MORE}", re.IGNORECASE)
COUNT = re.compile(rf"(?<![\w.,/])([0-9]{{1,2}}|{any_of(list(MONTHS_IN_WORDS))})\s+$", re.IGNORECASE)
LONGEST_COUNT = 12  # characters of «mười một»
YEARS = re.compile(rf"{YEAR}\s?[-–—]\s?{YEAR}")
UNTIL = re.compile(rf"\b(?:{any_of(words('time')['until'])})(?:\s+ngày)?\s+$", re.IGNORECASE)
TO = re.compile(r"\s?[-–—]\s?|\s+đến(?:\s+hết)?(?:\s+ngày)?\s+", re.IGNORECASE)
USUAL_MONTHS = (6, 9)  # a report covers so many months; other numbers of months are durations
LOOK_BACK = 30  # characters in which «tính đến hết ngày» fits

OWN: dict[str, Relative] = {phrase: Relative(name) for phrase, name in words("time")["own"].items()}
NUMBERED = ("quý", "tháng", "năm")  # «trong quý» is the report's own, «trong quý I» is not
# Literal alternatives in the cases that occur: searching for them is many times faster than ignoring case.
ANCHORS = sorted((*NUMBERED, *OWN), key=len, reverse=True)
ANCHOR = re.compile("|".join(cased for word in ANCHORS for cased in (word, word.capitalize(), word.upper())))


def period_mentions(text: str) -> Iterator[PeriodMention]:
    """Yield the periods that a passage names, in order, with their offsets in it."""
    composed = compose(text)
    for mention in find_periods(composed.text, tuple(find_dates(composed.text))):
        days = mention.days and (moved(mention.days[0], composed), moved(mention.days[1], composed))
        yield replace(mention, start=composed.back(mention.start), end=composed.back(mention.end), days=days)


def find_periods(text: str, days: tuple[DateMention, ...]) -> Iterator[PeriodMention]:
    """Yield the periods that a text of composed letters names; ``days`` are its dates."""
    found = [*_of_days(text, days), *_of_words(text)]
    found.sort(key=lambda mention: (mention.start, -mention.end))
    end = 0
    for mention in found:
        if mention.start >= end:
            yield _counted_until(text, mention)
            end = mention.end


def _counted_until(text: str, mention: PeriodMention) -> PeriodMention:
    before = text[max(0, mention.start - LOOK_BACK) : mention.start]
    return replace(mention, until=True) if UNTIL.search(before) else mention


def _of_days(text: str, days: tuple[DateMention, ...]) -> Iterator[PeriodMention]:
    """Join two days with «đến» or a dash between; a single one is a period of one day."""
    index = 0
    while index < len(days):
        first = last = days[index]
        if index + 1 < len(days) and TO.fullmatch(text, first.end, days[index + 1].start):
            last, index = days[index + 1], index + 1
        yield PeriodMention(first.start, last.end, last.year, days=(first, last))
        index += 1


def _of_words(text: str) -> Iterator[PeriodMention]:
    """Yield the spans of years and what the words «quý», «tháng», «năm», «trong kỳ» name."""
    for match in YEARS.finditer(text):
        yield PeriodMention(*match.span(), int(match[1]), (1, 12), int(match[2]))
    for match in ANCHOR.finditer(text):
        start = match.start()
        if start and text[start - 1].isalpha():
            continue
        mention = _named(text, start, match[0].lower())
        if mention is not None:
            yield mention


def _named(text: str, start: int, word: str) -> PeriodMention | None:
    """Read what begins with this word."""
    if word == "quý":
        return _quarter(QUARTER.match(text, start))
    if word == "tháng":
        return _counted(text, start) or _month(MONTH.match(text, start))
    if word == "năm":
        match = WHOLE_YEAR.match(text, start)
        return PeriodMention(*match.span(), int(match[1]), (1, 12)) if match else None
    last = word.rpartition(" ")[2]
    numbered = _named(text, start + len(word) - len(last), last) if last in NUMBERED else None
    return numbered or PeriodMention(start, start + len(word), relative=OWN[word])


def _quarter(match: re.Match[str] | None) -> PeriodMention | None:
    if match is None:
        return None
    number = ROMAN.index(match[1].upper()) if match[1].upper() in ROMAN else int(match[1])
    return PeriodMention(*match.span(), _first_of(match[2], match[3]), (3 * number - 2, 3 * number))


def _month(match: re.Match[str] | None) -> PeriodMention | None:
    if match is None:
        return None
    number = _number(match[1])
    if not 1 <= number <= 12:
        return None
    return PeriodMention(*match.span(), _first_of(match[2], match[3]), (number, number))


def _counted(text: str, start: int) -> PeriodMention | None:
    """Read «6 tháng đầu năm», «9 tháng»; a bare «36 tháng» is a duration."""
    count, match = COUNT.search(text, max(0, start - LONGEST_COUNT), start), COUNTED_MONTHS.match(text, start)
    if count is None or match is None:
        return None
    months, half, year = _number(count[1]), match[1], _first_of(*match.groups()[1:])
    if not 1 <= months <= 12 or not (half or year or months in USUAL_MONTHS):
        return None
    part = (13 - months, 12) if half and half.lower() == "cuối" else (1, months)
    return PeriodMention(count.start(1), match.end(), year, part)


def _number(written: str) -> int:
    return MONTHS_IN_WORDS.get(" ".join(written.lower().split())) or int(written)


def _first_of(*written: str | None) -> int | None:
    return next((int(year) for year in written if year), None)
