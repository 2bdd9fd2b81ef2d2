"""Periods in prose: «quý I/2024», «6 tháng đầu năm 2024», «giai đoạn 2021 - 2025», «đến ngày 15/3», «trong tuần»."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kybao.figures.composing import compose
from kybao.figures.dates import PARTS_OF_A_DAY, DateMention, find_dates, moved
from kybao.figures.mentions import PeriodMention, Relative
from kybao.figures.periods import ROMAN
from kybao.figures.units import has_unit
from kybao.figures.vocabulary import any_of, literals, words

YEAR = r"((?:19|20)[0-9]{2})"
NO_MORE = r"(?![\w/]|[.,][0-9])"
OF_YEAR = rf"(?:\s?/\s?{YEAR}|,?\s+[Nn]ăm\s+{YEAR})?"
BOOK = words("time")
QUARTER = re.compile(rf"quý\s+(IV|I{{1,3}}|[1-4]){OF_YEAR}{NO_MORE}", re.IGNORECASE)
MONTHS_IN_WORDS = {word: number for number, words_of in enumerate(BOOK["months"], 1) for word in words_of}
MONTH = re.compile(rf"tháng\s+([0-9]{{1,2}}|{any_of(list(MONTHS_IN_WORDS))}){OF_YEAR}{NO_MORE}", re.IGNORECASE)
SOME_MONTHS = re.compile(rf"tháng\s+([0-9]{{1,2}})\s?[-–—]\s?([0-9]{{1,2}}){OF_YEAR}{NO_MORE}", re.IGNORECASE)
WHOLE_YEAR = re.compile(rf"năm\s+{YEAR}{NO_MORE}", re.IGNORECASE)
PART_OF_YEAR = rf"\s+(đầu|cuối)\s+năm(?:\s+{YEAR})?|\s+năm\s+{YEAR}|/{YEAR}"
COUNTED_MONTHS = re.compile(
    rf"tháng(?:{PART_OF_YEAR})?{NO_MORE}(?!\s?(?:{any_of(BOOK['not_months'])}))", re.IGNORECASE
)
ITS_NUMBER = re.compile(r"\s*(?:0?[1-9]|1[0-2])(?![0-9]|[.,][0-9])")  # «9 tháng 5», not «9 tháng 5.867 tỷ đồng»
COUNT = re.compile(rf"(?<![\w.,/])([0-9]{{1,2}}|{any_of(list(MONTHS_IN_WORDS))})\s+$", re.IGNORECASE)
LONGEST_COUNT = 12  # characters of «mười một»
YEARS = re.compile(rf"{YEAR}(?:\s?[-–—]\s?{YEAR})?")
SEASON = re.compile(rf"\b(?:{any_of(BOOK['seasons'])})\s+$", re.IGNORECASE)
NO_YEAR_BEFORE, NO_YEAR_AFTER = re.compile(r"[\w.,:/-]"), re.compile(r"[\w%]|[/.,:-][0-9]")
BEFORE_A_YEAR = re.compile(rf"\b(?:{any_of(BOOK['before_a_year'])})\s+$", re.IGNORECASE)
HOUR = r"(?:\s+[0-9]{1,2}\s?(?:giờ|h|:)(?:\s?[0-9]{2}(?:\s+phút)?)?)?"  # «tính đến 17 giờ 30 phút ngày»
UNTIL = re.compile(rf"(?<!tháng )\b(?:{any_of(BOOK['until'])}){HOUR}(?:,?\s+ngày)?\s+$", re.IGNORECASE)
SINCE = re.compile(
    rf"\b(?:{any_of(BOOK['since'])})(?:\s+(?:{any_of(BOOK['since_links'])})){{0,3}}\s+$", re.IGNORECASE
)
NOT_SINCE = re.compile(rf"\s+(?:{any_of(BOOK['not_since'])})\b")
TO = re.compile(rf"\s?[-–—]\s?|\s+đến(?:\s+hết)?(?:\s+(?:{PARTS_OF_A_DAY}))?\s+", re.IGNORECASE)
USUAL_MONTHS = (6, 9)  # a report covers so many months; the report must bear out other numbers of months
LOOK_BACK = 36  # characters in which «tính đến 17 giờ 30 phút ngày» fits
# The last words of what UNTIL and SINCE look for: a quick look before the slow one.
LAST_WORDS = frozenset(
    phrase.split()[-1] for name in ("until", "since", "since_links") for phrase in (*BOOK[name], "ngày")
)

OWN: dict[str, Relative] = {phrase: Relative(name) for phrase, name in BOOK["own"].items()}
ENDING = {word: Relative(name) for word, name in BOOK["ends"].items() if word != "words"}
# «cuối năm», but not «những tháng cuối năm», «hết năm học».
ENDS = tuple(BOOK["ends"]["words"])  # «cuối năm», but not «những tháng cuối năm», «hết năm học»
NO_END_AFTER = frozenset(("tháng", "quý", "tuần", "ngày", "dịp"))
SCHOOL = re.compile(r"\s+học\b")
NUMBERED = ("quý", "tháng", "năm")  # «trong quý» is the report's own, «trong quý I» is not
# Literal alternatives in the cases that occur: searching for them is many times faster than ignoring case.
ANCHORS = sorted({*NUMBERED, *ENDING, *OWN}, key=lambda word: (-len(word), word))
ANCHOR = re.compile(literals(cased for word in ANCHORS for cased in (word, word.capitalize(), word.upper())))


def period_mentions(text: str) -> Iterator[PeriodMention]:
    """Yield the periods that a passage names, in order, with their offsets in it."""
    composed = compose(text)
    found = find_periods(composed.text, tuple(find_dates(composed.text)))
    if not composed.offsets:
        yield from found
        return
    for mention in found:
        days = mention.days and (moved(mention.days[0], composed), moved(mention.days[1], composed))
        yield replace(mention, start=composed.back(mention.start), end=composed.back(mention.end), days=days)


def find_periods(text: str, days: tuple[DateMention, ...]) -> Iterator[PeriodMention]:
    """Yield the periods that a text of composed letters names; ``days`` are its dates."""
    found = [*_of_days(text, days), *_of_words(text)]
    found.sort(key=lambda mention: (mention.start, -mention.end))
    last: PeriodMention | None = None
    for mention in found:
        if last is not None and mention.start < last.end:
            continue
        both = _from_to(text, last, mention) if last is not None else None
        if last is not None and both is None:
            yield last
        last = both or _bounded(text, mention)
    if last is not None:
        yield last


def _bounded(text: str, mention: PeriodMention) -> PeriodMention:
    """Mark a period that the text tells by its end («tính đến hết tháng 6») or its beginning («từ ngày 5/6») only."""
    before = text[max(0, mention.start - LOOK_BACK) : mention.start]
    word = before.rsplit(None, 1)[-1:]
    if not word or word[0].lower() not in LAST_WORDS:
        return mention
    if UNTIL.search(before):
        return replace(mention, until=True)
    if mention.relative or mention.last_year or (mention.days and mention.days[0] != mention.days[1]):
        return mention
    return replace(mention, since=bool(SINCE.search(before)) and not NOT_SINCE.match(text, mention.end))


def _from_to(text: str, first: PeriodMention, last: PeriodMention) -> PeriodMention | None:
    """Join two months, quarters or years: «từ tháng 2 đến tháng 5/2023»."""
    if (
        not first.months
        or not last.months
        or first.last_year
        or last.last_year
        or not TO.fullmatch(text, first.end, last.start)
    ):
        return None
    if text[first.start].isdigit() and not first.bare:
        return None  # «6 tháng đầu năm - năm 2024»
    years = (first.year or last.year or 0, last.year or first.year or 0)
    months = (first.months[0], last.months[1])
    if (years[0], months[0]) >= (years[1], months[1]):
        return None
    last_year = years[1] if years[1] != years[0] else None
    return PeriodMention(first.start, last.end, years[0] or None, months, last_year)


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
        start, end = match.span()
        if match[2]:
            season = SEASON.search(text, max(0, start - LOOK_BACK), start) is not None
            yield PeriodMention(start, end, int(match[1]), (1, 12), int(match[2]), season=season)
        elif _names_a_year(text, start, end):
            yield PeriodMention(start, end, int(match[1]), (1, 12), bare=True)
    for match in ANCHOR.finditer(text):
        start = match.start()
        if start and text[start - 1].isalpha():
            continue
        mention = _named(text, start, match[0].lower())
        if mention is not None:
            yield mention


def _names_a_year(text: str, start: int, end: int) -> bool:
    """Whether a bare number is a year: alone in a cell, or after «KH», «so với», «vụ xuân»."""
    if NO_YEAR_AFTER.match(text, end) or NO_YEAR_BEFORE.match(text, start - 1, start):
        return False
    alone = end - start == len(text.strip())
    return alone or (
        BEFORE_A_YEAR.search(text, max(0, start - LOOK_BACK), start) is not None and not has_unit(text, end)
    )


def _named(text: str, start: int, word: str) -> PeriodMention | None:
    """Read what begins with this word."""
    if word in OWN:
        last = word.rpartition(" ")[2]
        numbered = _numbered(text, start + len(word) - len(last), last)
        return numbered or PeriodMention(start, start + len(word), relative=OWN[word])
    return _numbered(text, start, word) or _end(text, start, word)


def _numbered(text: str, start: int, word: str) -> PeriodMention | None:
    """Read «quý I», «9 tháng», «tháng 9», «năm 2024»."""
    if word == "quý":
        return _quarter(QUARTER.match(text, start))
    if word == "tháng":
        return _counted(text, start) or _month(text, start)
    match = WHOLE_YEAR.match(text, start) if word == "năm" else None
    return PeriodMention(*match.span(), int(match[1]), (1, 12)) if match else None


def _end(text: str, start: int, word: str) -> PeriodMention | None:
    """Read «cuối năm», «hết quý»: the last day of the report's own period."""
    before = text[max(0, start - LOOK_BACK) : start].lower().split()[-2:]
    if not before or before[-1] not in ENDS or before[0] in NO_END_AFTER or SCHOOL.match(text, start + len(word)):
        return None
    return PeriodMention(start, start + len(word), relative=ENDING[word], until=True)


def _quarter(match: re.Match[str] | None) -> PeriodMention | None:
    if match is None:
        return None
    number = ROMAN.index(match[1].upper()) if match[1].upper() in ROMAN else int(match[1])
    return PeriodMention(*match.span(), _first_of(match[2], match[3]), (3 * number - 2, 3 * number))


def _month(text: str, start: int) -> PeriodMention | None:
    """Read «tháng 6», «tháng sáu», «tháng 7 - 9/2024»."""
    some = SOME_MONTHS.match(text, start)
    if some and 1 <= int(some[1]) < int(some[2]) <= 12 and not has_unit(text, some.end()):
        return PeriodMention(*some.span(), _first_of(some[3], some[4]), (int(some[1]), int(some[2])))
    match = MONTH.match(text, start)
    number = _number(match[1]) if match else 0
    if match is None or not 1 <= number <= 12:
        return None
    return PeriodMention(*match.span(), _first_of(match[2], match[3]), (number, number))


def _counted(text: str, start: int) -> PeriodMention | None:
    """Read «6 tháng đầu năm», «9 tháng»; a bare «10 tháng» may be a duration, «36 tháng» is one."""
    count, match = COUNT.search(text, max(0, start - LONGEST_COUNT), start), COUNTED_MONTHS.match(text, start)
    if count is None or match is None:
        return None
    months, half, year = _number(count[1]), match[1], _first_of(*match.groups()[1:])
    if not 1 <= months <= 12 or (not match.group(0)[len("tháng") :] and _its_number(text, match.end())):
        return None
    part = (13 - months, 12) if half and half.lower() == "cuối" else (1, months)
    bare = not (half or year or months in USUAL_MONTHS)
    return PeriodMention(count.start(1), match.end(), year, part, bare=bare)


def _its_number(text: str, end: int) -> bool:
    """Whether the number of a month follows: «9 tháng 5»."""
    number = ITS_NUMBER.match(text, end)
    return number is not None and not has_unit(text, number.end())


def _number(written: str) -> int:
    return MONTHS_IN_WORDS.get(" ".join(written.lower().split())) or int(written)


def _first_of(*written: str | None) -> int | None:
    return next((int(year) for year in written if year), None)
