"""The wrong name of a lunar year: «Tết Quý Mão» in 2024."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kybao.checks.findings import Check, Finding
from kybao.claims import Reading
from kybao.text import Document

STEMS = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
BRANCHES = ("Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi")
NAME = re.compile(rf"\b({'|'.join(STEMS)})\s+({'|'.join(BRANCHES)}|Tị|Tí)\b")
YEAR = r"((?:19|20)\d\d)(?![\w/]|[.,]\d)"
NEXT_TO_IT = re.compile(rf"[\s,–(-]{{0,3}}(?:năm\s+)?{YEAR}")
SAME_FEAST = re.compile(rf"[^.;\d]{{0,40}}?\b(?:[Xx]uân|[Tt]ết|[Ll]ễ hội)(?:\s+năm)?\s+{YEAR}")
REACH = 60  # characters before a name in which «so với» stands
COMPARED = re.compile(r"(?:so với|trước|cùng kỳ|dịp này năm)[^.;]{0,30}$")


@dataclass(frozen=True, slots=True)
class Mention:
    """The name of a lunar year in a block, with the year that stands beside it."""

    block: int
    start: int
    end: int
    name: str
    year: int | None


def find(reading: Reading) -> Iterator[Finding]:
    """Yield names that do not fit the year beside them, and leftovers of last year's name."""
    document = reading.document
    mentions = list(_mentions(document))
    named = Counter(mention.name for mention in mentions)
    for mention in mentions:
        if mention.year is not None:
            wanted, year = name_of(mention.year), mention.year
        elif _is_leftover(mention, named, reading):
            year = int(reading.period[:4])
            wanted = name_of(year)
        else:
            continue
        if mention.name != wanted:
            yield Finding(
                document.span_in(mention.block, mention.start, mention.end),
                f"Năm {year} là năm {wanted}, không phải {mention.name}.",
                claimed=mention.name,
                computed=wanted,
            )


def name_of(year: int) -> str:
    """Give the name of a year in the cycle of sixty.

    >>> name_of(2024), name_of(2023)
    ('Giáp Thìn', 'Quý Mão')
    """
    return f"{STEMS[(year - 4) % 10]} {BRANCHES[(year - 4) % 12]}"


def _mentions(document: Document) -> Iterator[Mention]:
    for index, block in enumerate(document.blocks):
        for match in NAME.finditer(block.text):
            branch = {"Tị": "Tỵ", "Tí": "Tý"}.get(match[2], match[2])
            beside = NEXT_TO_IT.match(block.text, match.end()) or SAME_FEAST.match(block.text, match.end())
            year = int(beside[1]) if beside else None
            yield Mention(index, match.start(), match.end(), f"{match[1]} {branch}", year)


def _is_leftover(mention: Mention, named: Counter[str], reading: Reading) -> bool:
    """Whether last year's name stands alone among this year's: the sentence was taken from the last report."""
    if not reading.period[:4].isdigit():
        return False
    year = int(reading.period[:4])
    before = reading.document.blocks[mention.block].text[max(mention.start - REACH, 0) : mention.start]
    alone = named[name_of(year)] >= 2 > named[name_of(year - 1)]
    return alone and mention.name == name_of(year - 1) and not COMPARED.search(before)


CHECK = Check(
    code="T402",
    name="year-name-wrong",
    title="Sai tên năm âm lịch (can chi)",
    why="Câu sót lại từ báo cáo năm trước; người đọc nghi các số liệu quanh đó cũng là của năm trước.",
    wrong="Bảo đảm trật tự đô thị dịp Tết Nguyên đán Quý Mão năm 2024.",
    right="Bảo đảm trật tự đô thị dịp Tết Nguyên đán Giáp Thìn năm 2024.",
    find=find,
)
