"""Cited documents (văn bản được viện dẫn): «Quyết định số 3169/QĐ-UBND ngày 18/12/2023 của UBND thành phố»."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kybao.figures.composing import compose
from kybao.figures.dates import DateMention, find_dates, moved
from kybao.figures.document_numbers import DocumentNumber, find_numbers
from kybao.figures.document_titles import title_at
from kybao.figures.issuers import issuer_at

BEFORE_DAY = re.compile(r"(?:,|\s\()?\s*(?:được\s+)?(?:ban hành\s+|ký\s+)?(?:ngày\s+)?")
JOINED = re.compile(r"(?:\s*,|\s+và|\s*,\s*và)\s+")  # «Nghị định số 1/NĐ-CP và Nghị định số 2/NĐ-CP của Chính phủ»


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """A document that a passage cites, at its characters ``start`` to ``end``."""

    start: int  # of the kind, or of the number where no kind is written
    end: int  # of the number, the date or the issuer, whichever is the last
    kind: str  # "Quyết định", as listed; "" where neither a word nor the symbol tells
    number: str  # as written: "3169/QĐ-UBND"
    number_start: int
    number_end: int
    well_formed: bool  # whether the number is written as the rules want it
    day: DateMention | None = None
    issuer: str = ""
    title: str = ""

    @property
    def date(self) -> date | None:
        """The day of issue, None where none is written or it does not exist."""
        return self.day.on() if self.day else None


def cited_documents(text: str) -> Iterator[CitedDocument]:
    """Yield the documents that a passage cites by number, in order, with their offsets in it."""
    composed = compose(text)
    found = find_cited(composed.text)
    if not composed.offsets:
        yield from found
        return
    back = composed.back
    for cited in found:
        yield replace(
            cited,
            start=back(cited.start),
            end=back(cited.end),
            number_start=back(cited.number_start),
            number_end=back(cited.number_end),
            day=cited.day and moved(cited.day, composed),
        )


def find_cited(text: str) -> Sequence[CitedDocument]:
    """Give the documents that a text of composed letters cites."""
    days = tuple(find_dates(text))
    day_at = {day.start: day for day in days}
    numbers = list(find_numbers(text, days))
    cited = [_completed(text, number, day_at) for number in numbers]
    for index in reversed(range(len(cited) - 1)):
        first, second = cited[index], cited[index + 1]
        shared = numbers[index].symbol == numbers[index + 1].symbol and not first.issuer and not first.title
        if shared and JOINED.fullmatch(text, first.end, second.start):
            cited[index] = replace(first, issuer=second.issuer)
    return cited


def _completed(text: str, number: DocumentNumber, day_at: dict[int, DateMention]) -> CitedDocument:
    """Read on: the day and the issuer, in either order, and the title."""
    day, end = _day(text, number.end, day_at)
    issuer, end = issuer_at(text, end)
    if day is None and issuer:
        day, end = _day(text, end, day_at)
    return CitedDocument(
        number.begin,
        end,
        number.kind,
        number.text,
        number.start,
        number.end,
        number.well_formed,
        day,
        issuer,
        title_at(text, end),
    )


def _day(text: str, at: int, day_at: dict[int, DateMention]) -> tuple[DateMention | None, int]:
    gap = BEFORE_DAY.match(text, at)
    day = day_at.get(gap.end()) if gap else None
    return day, day.end if day else at
