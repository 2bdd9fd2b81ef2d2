"""Drafting a report: the outline filled with the figures of the ledger."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kybao.figures import Period
from kybao.office.manifests import Manifest
from kybao.org.models import TERRITORIAL, Agency
from kybao.reports.annexes import indicator_annex
from kybao.reports.book import Book
from kybao.reports.filling import Filler, Missing
from kybao.reports.ledger_book import LedgerBook
from kybao.reports.numbering import numbers
from kybao.reports.outline import Outline
from kybao.text.manuscripts import Heading, Letterhead, Manuscript, Paragraph, Signature

BLANK_DAY = "ngày      tháng      năm"


@dataclass(frozen=True, slots=True)
class DraftResult:
    """A drafted report, the figures in it, and what is missing."""

    manuscript: Manuscript
    manifest: Manifest
    missing: tuple[Missing, ...]


def draft(
    agency: Agency,
    period: Period,
    outline: Outline,
    *,
    lists: Mapping[str, Sequence[str]] | None = None,
    day: date | None = None,
) -> DraftResult:
    """Draft the report of an agency for a period; the place of the day stays blank until it is known.

    Raises OutlineError where the outline asks for what cannot be.
    """
    return compose(LedgerBook(agency, period), outline, _issuer(agency, period), lists=lists or {}, day=day)


def compose(
    book: Book, outline: Outline, issuer: str, *, lists: Mapping[str, Sequence[str]], day: date | None = None
) -> DraftResult:
    """Fill an outline from a book of figures."""
    filler = Filler(book, lists)
    manuscript = Manuscript(
        _letterhead(outline, issuer, book.period, day),
        tuple(_body(outline, filler)),
        outline.recipients,
        Signature(outline.authority, outline.title),
        (indicator_annex(book),),
    )
    return DraftResult(manuscript, Manifest.of(manuscript), tuple(filler.missing))


def _body(outline: Outline, filler: Filler) -> list[Heading | Paragraph]:
    body: list[Heading | Paragraph] = []
    for section, number in zip(outline.sections, numbers(each.level for each in outline.sections), strict=True):
        body.append(Heading(section.level, number, section.title))
        body += [Paragraph(filler.fill(passage), passage.bullet) for passage in section.passages]
    return body


def _letterhead(outline: Outline, issuer: str, period: Period, day: date | None) -> Letterhead:
    return Letterhead(
        agency=(outline.superior, *outline.issuer),
        symbol=outline.symbol,
        place=outline.place,
        date=official_date(day) if day else f"{BLANK_DAY} {period.year}",
        kind=outline.kind,
        abstract=outline.abstract,
        address=outline.address,
        issuer=issuer,
    )


def official_date(day: date) -> str:
    """Write the day of issue (Nghị định 30/2020/NĐ-CP): a zero before days under ten and months one and two.

    >>> official_date(date(2024, 2, 5)), official_date(date(2024, 3, 15))
    ('ngày 05 tháng 02 năm 2024', 'ngày 15 tháng 3 năm 2024')
    """
    month = f"{day.month:02}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def _issuer(agency: Agency, period: Period) -> str:
    state = agency.state_on(period.end)
    if state.tier not in TERRITORIAL:
        return state.name
    return f"Ủy ban nhân dân {state.name[:1].lower()}{state.name[1:]}"
