"""Cited documents (văn bản được viện dẫn): «Quyết định số 3169/QĐ-UBND ngày 18/12/2023 của UBND thành phố»."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from kybao.figures.composing import compose
from kybao.figures.dates import DateMention, find_dates, moved
from kybao.figures.vocabulary import any_of, folded, phrases_of, words

BOOK = words("documents")
KINDS: dict[str, str] = BOOK["kinds"]
LISTED: list[str] = [*KINDS.values(), *BOOK["written"]["kinds"]]
NAMES = {" ".join(map(folded, name.split())): name for name in LISTED}  # as compared → as listed
CAPITALS = "A-ZĐÂĂÊÔƠƯ"
# A number, perhaps a year, then letters in capitals: 136/QĐ-UBND, 18/2020/NQ-HĐND, 21-NQ/TU, 36/2020NĐ-CP.
SYMBOL = re.compile(
    rf"([0-9]{{1,5}}[a-z]?)(\s?/[0-9]{{4}})?(\s?[/-]\s?|\s)?([{CAPITALS}][{CAPITALS}a-zđ]{{0,9}}[0-9]{{0,2}})"
    rf"((?:\s?[-/–]\s?[{CAPITALS}][{CAPITALS}a-zđ&]*)*)"
)
OF_THE_STATE = re.compile(
    rf"[0-9]+[a-z]?/(?:[0-9]{{4}}/)?[{CAPITALS}][{CAPITALS}a-z]*(?:-[{CAPITALS}][{CAPITALS}a-zđ&]*)+|[0-9]+/[0-9]{{4}}/QH[0-9]{{1,2}}|[0-9]+:?[0-9]*/[0-9]{{4}}/[{CAPITALS}]+"
)
OF_THE_PARTY = re.compile(rf"[0-9]+-[{CAPITALS}][{CAPITALS}a-z]*/[{CAPITALS}]+")
KIND_BEFORE = re.compile(rf"(?:^|(?<=\W))({any_of(NAMES.values())})\s+(?:số\s*:?\s*)?$", re.IGNORECASE)
NUMBER_WORD = re.compile(r"(?:^|(?<=\W))(số\s*:?\s*)$", re.IGNORECASE)
BEFORE_DATE = re.compile(r",?\s+(?:ban hành\s+)?(?:ngày\s+)?")
ISSUER = re.compile(r",?\s+của\s+")
WORD = re.compile(r"\s*([^\s,;.()“”\"]+)")
KIND_NAMES = phrases_of(LISTED)
ISSUER_ENDS = phrases_of(BOOK["written"]["issuer_ends"])
TITLE = re.compile(rf",?\s+((?:{any_of(BOOK['written']['titles'])})\s[^;.()“”\"]{{3,200}})", re.IGNORECASE)
LOOK_BACK = 40  # characters in which «Chương trình hành động số» fits
ISSUER_WORDS = 12


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
    for cited in find_cited(composed.text, tuple(find_dates(composed.text))):
        yield (
            cited
            if not composed.offsets
            else replace(
                cited,
                start=composed.back(cited.start),
                end=composed.back(cited.end),
                number_start=composed.back(cited.number_start),
                number_end=composed.back(cited.number_end),
                day=cited.day and moved(cited.day, composed),
            )
        )


def find_cited(text: str, days: tuple[DateMention, ...]) -> Iterator[CitedDocument]:
    """Yield the documents that a text of composed letters cites; ``days`` are its dates."""
    day_at = {day.start: day for day in days}
    kind, end = "", -1
    for match in SYMBOL.finditer(text):
        start = match.start()
        if start and (text[start - 1].isalnum() or text[start - 1] in "/.,-"):
            continue
        before = KIND_BEFORE.search(text[max(0, start - LOOK_BACK) : start])
        symbol = match[4].rstrip("0123456789")
        if not _is_symbol(match, symbol, before is not None):
            continue
        if before is not None:
            kind, begin = _listed(before[1]), start - len(before[0])
        else:
            kind, begin = (
                KINDS.get(symbol) or (kind if 0 <= start - end < LOOK_BACK else ""),
                _with_number_word(text, start),
            )
        cited = _completed(text, match, kind, begin, day_at)
        yield cited
        end = cited.end


def _is_symbol(match: re.Match[str], symbol: str, named: bool) -> bool:
    """Whether number and letters are a document's, not «229GCN/202» or «110KV»."""
    _, year, mark, _, rest = match.groups()
    if mark is None or mark.isspace():
        return bool(rest) and (named or year is not None) and symbol in KINDS
    return named or (symbol in KINDS and bool(rest or year))


def _listed(written: str) -> str:
    return NAMES[" ".join(map(folded, written.split()))]


def _with_number_word(text: str, start: int) -> int:
    before = NUMBER_WORD.search(text, max(0, start - 6), start)
    return before.start(1) if before else start


def _completed(
    text: str, match: re.Match[str], kind: str, begin: int, day_at: dict[int, DateMention]
) -> CitedDocument:
    """Read on: the day, the issuer, the title."""
    start, end = match.span()
    last, day = end, None
    gap = BEFORE_DATE.match(text, end)
    if gap and gap.end() in day_at:
        day = day_at[gap.end()]
        last = day.end
    issuer, last = _issuer(text, last)
    title = TITLE.match(text, last)
    number = match[0]
    return CitedDocument(
        begin, last, kind, number, start, end, _well_formed(number), day, issuer, title[1].strip() if title else ""
    )


def _issuer(text: str, at: int) -> tuple[str, int]:
    """Read «của UBND tỉnh» up to a word that no name of a body goes on with."""
    of = ISSUER.match(text, at)
    if of is None:
        return "", at
    end = of.end()
    for _ in range(ISSUER_WORDS):
        word = WORD.match(text, end)
        if word is None or _ends_a_name(text, word):
            break
        end = word.end()
        if text[end : end + 1] in ",;.)":
            break
    return text[of.end() : end].strip("*_: "), end if end > of.end() else at


def _ends_a_name(text: str, word: re.Match[str]) -> bool:
    """Whether no name of a body goes on with this word: «về việc», «và Báo cáo», «và các»."""
    following = WORD.match(text, word.end())
    if folded(word[1]) == "và" and following:
        start = following.start(1)
        next_words = tuple(map(folded, text[start : start + LOOK_BACK].split()))
        return next_words[0] == "các" or KIND_NAMES.longest(next_words) is not None
    pair = [word[1]] + ([following[1]] if following else [])
    return ISSUER_ENDS.longest(tuple(map(folded, pair))) is not None


def _well_formed(number: str) -> bool:
    """Whether the number follows Nghị định 30/2020/NĐ-CP or the rules of the Party."""
    return OF_THE_STATE.fullmatch(number) is not None or OF_THE_PARTY.fullmatch(number) is not None
