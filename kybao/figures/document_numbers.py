"""Number and symbol (số, ký hiệu) of a document: «Quyết định số 3169/QĐ-UBND», «Đề án 06 của Chính phủ»."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kybao.figures.dates import DateMention
from kybao.figures.vocabulary import any_of, folded, words

BOOK = words("documents")
KINDS: dict[str, str] = BOOK["kinds"]
LISTED: tuple[str, ...] = (*KINDS.values(), *BOOK["written"]["kinds"])
NAMES = {" ".join(map(folded, name.split())): name for name in LISTED}  # as compared → as listed
KIND_NAMES = any_of(NAMES.values())
SHORT = {name: kind for name, kind in KINDS.items() if len(name) > 1}  # kinds written short: «NQ số …»
CAPITALS = "A-ZĐÂĂÊÔƠƯ"
NO_LETTER_BEFORE = r"(?<![^\W\d_⁰¹²³⁴⁵⁶⁷⁸⁹])"  # a footnote mark may
NUMBER_WORD = r"[Ss]ố\s*:?\s*"
# A number, perhaps a year, then letters in capitals: 136/QĐ-UBND, 18/2020/NQ-HĐND, 21-NQ/TU, 36/2020NĐ-CP.
SYMBOL = re.compile(
    rf"([0-9]{{1,5}}[a-z]?)(\s?/[0-9]{{4}})?(\s?[/–-]\s?|\s)?([{CAPITALS}][{CAPITALS}a-zđ]{{0,9}}[0-9]{{0,2}})"
    rf"((?:\s?[-/–]\s?[{CAPITALS}][{CAPITALS}a-zđ&]*(?:(?<=BCĐ)[0-9]{{1,3}}|(?<=QH)[0-9]{{1,2}})?)*)"
)
OF_THE_STATE = re.compile(
    rf"[0-9]+[a-z]?/(?:[0-9]{{4}}/)?[{CAPITALS}][{CAPITALS}a-z]*(?:-[{CAPITALS}][{CAPITALS}a-zđ&]*[0-9]{{0,3}})+|[0-9]+/[0-9]{{4}}/QH[0-9]{{1,2}}|[0-9]+:?[0-9]*/[0-9]{{4}}/[{CAPITALS}]+"
)
OF_THE_PARTY = re.compile(rf"[0-9]+-[{CAPITALS}][{CAPITALS}a-z]*/[{CAPITALS}]+")
KIND_BEFORE = re.compile(rf"{NO_LETTER_BEFORE}((?i:{KIND_NAMES})|{any_of(SHORT)})\s+(?:{NUMBER_WORD})?$")
NUMBER_WORD_BEFORE = re.compile(rf"{NO_LETTER_BEFORE}({NUMBER_WORD})$")
# «Nghị quyết 42 của Chính phủ», «Quyết định số 15, ngày 03/4/2024»: no symbol, but an issuer or a day behind it.
BARE = re.compile(rf"[0-9]{{1,4}}(?=\s+của\s+[{CAPITALS}Ủ]|,?\s+ngày\s+[0-9])")
KIND_BEFORE_BARE = re.compile(rf"{NO_LETTER_BEFORE}({any_of(BOOK['written']['bare'])})\s+(?:{NUMBER_WORD})?$")
YEARS = range(1990, 2100)
LOOK_BACK = 40  # characters in which «Chương trình hành động số» fits


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """The number of a cited document at characters ``start`` to ``end``."""

    begin: int  # of the kind, or of «số», or of the number where neither is written
    start: int
    end: int
    kind: str  # "Quyết định", as listed; "" where neither a word nor the symbol tells
    text: str

    @property
    def well_formed(self) -> bool:
        """Whether it follows Nghị định 30/2020/NĐ-CP or the rules of the Party; a bare number is not judged."""
        return any(form.fullmatch(self.text) for form in (OF_THE_STATE, OF_THE_PARTY)) or self.text.isdigit()

    @property
    def symbol(self) -> str:
        """The letters behind the number: "QĐ-UBND"."""
        return self.text.lstrip("0123456789/- ")


def find_numbers(text: str, days: Sequence[DateMention]) -> Iterator[DocumentNumber]:
    """Yield the numbers of documents that a text of composed letters cites, in order; ``days`` are its dates."""
    found = [*_with_symbol(text), *_bare(text, {day.start for day in days})]
    yield from sorted(found, key=lambda number: number.start)


def _with_symbol(text: str) -> Iterator[DocumentNumber]:
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
            kind, begin = listed(before[1]), start - len(before[0])
        else:
            kind = KINDS.get(symbol) or (kind if 0 <= start - end < LOOK_BACK else "")
            begin = _with_number_word(text, start)
        end = match.end()
        yield DocumentNumber(begin, start, end, kind, match[0])


def _bare(text: str, days: set[int]) -> Iterator[DocumentNumber]:
    for match in BARE.finditer(text):
        start, end = match.span()
        before = KIND_BEFORE_BARE.search(text[max(0, start - LOOK_BACK) : start])
        day = text.find("ngày", end, end + 8)
        if before and int(match[0]) not in YEARS and (day < 0 or not days.isdisjoint(range(day + 5, day + 8))):
            yield DocumentNumber(start - len(before[0]), start, end, listed(before[1]), match[0])


def _is_symbol(match: re.Match[str], symbol: str, named: bool) -> bool:
    """Whether number and letters are a document's, not «229GCN/202» or «110KV»."""
    _, year, mark, _, rest = match.groups()
    if mark is None or mark.isspace():
        return bool(rest) and (named or year is not None) and symbol in KINDS
    return named or (symbol in KINDS and bool(rest or year))


def listed(written: str) -> str:
    """Give the kind as it is listed: «nghị  quyết», «NQ» are "Nghị quyết".

    >>> listed("NQ"), listed("chỉ thị")
    ('Nghị quyết', 'Chỉ thị')
    """
    return SHORT.get(written) or NAMES[" ".join(map(folded, written.split()))]


def _with_number_word(text: str, start: int) -> int:
    before = NUMBER_WORD_BEFORE.search(text, max(0, start - 6), start)
    return before.start(1) if before else start
