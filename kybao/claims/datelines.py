"""What the title, the head and the first lines of a document say about its time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kybao.claims.clocks import SOON, Clock, Time
from kybao.claims.sections import speaks_of_plans
from kybao.claims.vocabulary import words
from kybao.figures import Period, PeriodKind, PeriodMention, dates, period_mentions
from kybao.figures.vocabulary import any_of
from kybao.text import Document, Kind

# «136/QĐ-UBND ngày 19/01/2024»: the day belongs to the cited document.
CITED = re.compile(r"(?:/[\w-]*[A-ZĐ]{2}[\w-]*|\d/\d{4}),?\s*(?:ngày\s*)?$")
OF_A_BODY = re.compile(r"\s+của\s+[^\W\d_a-zà-ỹ]")  # «ngày 22/3/2021 của UBND huyện»
LOOK_BACK = 40
TASKS = tuple(words("times")["tasks"])
PRESS_REACH = 12  # blocks in which a text without a title names its time
SHORT = 60  # characters of a line that holds nothing but a date
NEWS_DATE = re.compile(r"(?:thứ\s+\w+|chủ\s+nhật),?\s+([0-9]{1,2})[ ./-]([0-9]{1,2})[ ./-]([0-9]{4})", re.IGNORECASE)
BASES = tuple(words("times")["before_a_basis"])
LEAD = re.compile(  # how a news item comes to its day: «(BĐ) - Chiều 22.4, …»
    r"(?:\([^()]{1,12}\)\s*[-–]\s*)?(?:Sáng|Chiều|Tối|Ngày|Hôm|Trưa|Đêm)(?:\s+(?:ngày|nay))?[\s,(]*"
)
EVENT = re.compile(  # … or says when what it tells of took place: «do huyện tổ chức ngày 28/1»
    rf"\b(?:{any_of(words('times')['events'])})(?:\s+(?:vào|sáng|chiều|tối))?\s+ngày\s+$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Named:
    """A period that a title or first line names."""

    before: str  # the words before it, from the last period on
    mention: PeriodMention
    period: Period

    @property
    def to_come(self) -> bool:
        """Whether it is that of tasks: «triển khai nhiệm vụ năm 2019»."""
        return speaks_of_plans(self.before) or any(word in self.before.lower() for word in TASKS)

    @property
    def one_day(self) -> bool:
        """Whether it is a single day: «Sáng 4/4»."""
        days = self.mention.days
        return days is not None and days[0] == days[1] and not self.mention.until and not self.mention.since


def clock_of(document: Document) -> Clock:
    """Read the period of a report from its title and its day from its head; of other texts from their first lines."""
    titles = _texts(document, Kind.TITLE)
    day = _day_of(_texts(document, Kind.HEAD))
    official = any(text.isupper() for text in titles)  # «BÁO CÁO»; a headline is none
    named = _clock(titles, day, day.year if day else None)
    if named.report is not None and official:
        return replace(named, titled=True)
    first = [block.text for block in document.blocks[:PRESS_REACH]]
    day = day or _dateline(first)
    year = day.year if day else _usual_year(first)
    for texts in (titles, _texts(document, Kind.HEADING)[:3], first):
        if named.report is None:
            named = _clock(texts, day, year, titled=texts is not first)
    if day is None:
        day = _lead_day(first, named.report)
    return replace(named, day=day)


def _texts(document: Document, kind: Kind) -> list[str]:
    return [block.text for block in document.blocks if block.kind is kind and block.level <= 2]


def _day_of(texts: Sequence[str]) -> date | None:
    return next((day for text in texts for mention in dates(text) if (day := mention.on())), None)


def _dateline(texts: Sequence[str]) -> date | None:
    """Give the day of a news item: «Thứ Năm, 1-12-2022»."""
    for text in texts[:3]:
        found = NEWS_DATE.search(text)
        if found and 1 <= int(found[1]) <= 28 and 1 <= int(found[2]) <= 12:
            return date(int(found[3]), int(found[2]), int(found[1]))
        if len(text) <= SHORT and (day := _day_of([text])):
            return day
    return None


def _lead_day(texts: Sequence[str], report: Period | None) -> date | None:
    """Give the day on which a text without a title tells that something took place: «Sáng 4/4, …»."""
    for text in texts:
        for mention in dates(text):
            if LEAD.fullmatch(text, 0, mention.start) or EVENT.search(
                text, max(0, mention.start - LOOK_BACK), mention.start
            ):
                return mention.on(report.year if report else None)
    return None


def _clock(texts: Sequence[str], day: date | None, year: int | None, *, titled: bool = True) -> Clock:
    """Read the clock that some lines set."""
    found = list(_named(texts, day, year, titled=titled))
    planned = next((each.period for each in found if each.to_come), None)
    main = _main(found)
    if main is None:
        return Clock(day=day, planned=planned)
    report = main.period.since_new_year() if main.one_day or main.mention.until else main.period
    return _counting(Clock(report, day, planned=planned), [each for each in found if not each.to_come])


def _named(texts: Sequence[str], day: date | None, year: int | None, *, titled: bool) -> Iterator[Named]:
    """Yield the periods that the texts name; a year may be said later: «quý I, nhiệm vụ quý II/2024»."""
    found = [(text, mention) for text in texts for mention in _own_mentions(text)]
    year = next((mention.year for _, mention in found if mention.year and not mention.last_year), year)
    clock = Clock(Period.between(date(year, 1, 1), date(year, 12, 31)) if year else None)
    last, end = "", 0
    for text, mention in found:
        period = replace(mention, since=False).beside(clock.report)
        if period and (titled or Clock(day=day).bears_out(mention, period)):
            begin = max(end if text is last else 0, mention.start - LOOK_BACK)
            yield Named(text[begin : mention.start], mention, period)
        last, end = text, mention.end


def _own_mentions(text: str) -> Iterator[PeriodMention]:
    """Yield the periods that a text names but for those of bases, bare years and cited documents."""
    for mention in period_mentions(text):
        bare_year = mention.bare and mention.months == (1, 12)
        basis = text[max(0, mention.start - LOOK_BACK) : mention.start].rstrip().lower().endswith(BASES)
        if mention.relative is None and not bare_year and not basis and not cited(text, mention):
            yield mention


def _main(found: Sequence[Named]) -> Named | None:
    """Give the first period that is not one of tasks to come; else the first day; else a school year."""
    results = [each for each in found if not each.to_come and not each.mention.last_year]
    for only_day in (False, True):
        for each in results:
            if each.one_day is only_day:
                return each
    return next((each for each in found if each.mention.season), None)


def _counting(clock: Clock, found: Sequence[Named]) -> Clock:
    """Find what the figures cover where the title tells more than the period.

    «6 tháng đầu năm 2023 (số liệu từ ngày 15/12/2022 đến ngày 14/6/2023)», «tháng 10 và 10 tháng năm 2013», «kế
    hoạch vốn năm 2025 (đến hết ngày 31/5/2025)».
    """
    report = clock.report
    for each in found:
        if report is None or (each.period == report and not each.mention.until):
            continue
        if each.mention.until:
            end = each.period.end
            if end + SOON < report.end and end >= report.start:
                report = Period.between(report.start, end)
            if end == report.end and report.kind is not PeriodKind.YEAR:
                return replace(clock, report=report, counted=Time(Period.between(end, end), at=True))
        elif _is_counted(each, report):
            return replace(clock, counted=Time(each.period))
    return clock


def _is_counted(named: Named, report: Period) -> bool:
    """Whether a period is that of the figures: days that it is counted in, or the months from the new year on."""
    period = named.period
    if named.mention.days:
        return not named.one_day and _mostly(period, report)
    return period == report.since_new_year()


def _mostly(counted: Period, report: Period) -> bool:
    """Whether some days cover at least half of the period."""
    shared = min(counted.end, report.end) - max(counted.start, report.start)
    return 2 * shared >= report.end - report.start


def _usual_year(texts: Sequence[str]) -> int | None:
    """Give the year that a text names most in its first part."""
    years: dict[int, int] = {}
    for text in texts:
        for mention in _own_mentions(text):
            if mention.year:
                years[mention.year] = years.get(mention.year, 0) + 1
    return max(years, key=lambda year: years[year]) if years else None


def cited(text: str, mention: PeriodMention) -> bool:
    """Whether a mention is the day of a cited document."""
    if mention.days is not None and OF_A_BODY.match(text, mention.end):
        return True
    return bool(CITED.search(text, max(0, mention.start - LOOK_BACK), mention.start))


class Clocks:
    """The clock of each section: a heading that names a period is the title of what stands under it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.main = clock_of(document)
        self._of_heading: dict[int, Clock] = {}

    def over(self, block: int) -> Clock:
        """Give the clock of the section that a block stands in."""
        return self._of(self.document.blocks[block].parent)

    def _of(self, heading: int) -> Clock:
        if heading < 0:
            return replace(self.main, planned=None)
        if heading not in self._of_heading:
            block = self.document.blocks[heading]
            self._of_heading[heading] = self._under(block.text[block.body :], self._of(block.parent))
        return self._of_heading[heading]

    def _under(self, title: str, above: Clock) -> Clock:
        """Set the clock of a section: by the period that its heading names, if any."""
        named = _clock([title], None, above.report.year if above.report else None)
        if speaks_of_plans(title):
            period = named.planned or named.report or self.main.planned
            return replace(above, planned=period)
        if named.report is None or named.report == above.report:
            return above
        return replace(above, report=named.report, counted=named.counted)
