"""How a heading, a numbered paragraph or an entry of a list begins: «Phần I», «II.», «2.1.», «đ)», «-»."""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from kybao.text.folding import plain
from kybao.text.vocabulary import words


class Form(IntEnum):
    """The form of a number; a smaller one stands above a greater one."""

    PART = 1  # Phần I
    CHAPTER = 2  # Chương 2
    SECTION = 3  # Mục 3
    CAPITALS = 4  # a line in capitals without a number
    LETTER = 5  # A.
    ROMAN = 6  # I.
    ARABIC = 7  # 1. and, one more for each level below, 1.1. to 1.1.1.1.1.
    SMALL = 12  # a)
    BRACKETED = 13  # (1), (a), (i)
    TITLED = 14  # a line that only markup or a style makes a heading, and one more for each level below
    BULLET = 30


@dataclass(frozen=True, slots=True)
class Opening:
    """The number or bullet that a line begins with."""

    form: int
    number: str  # without its dot or bracket; "" for a bullet
    body: int  # where the words begin after it


PART = re.compile(
    r"(\S{3,6})[^\S\n]+([^\W\d_]{3,4}[^\S\n]+[^\W\d_]{2,4}|[IVXLivx]{1,6}|\d{1,2}|[A-H])"
    r"(?=[\s.:)–-]|$)[.:)]?\s*(?:[–-]\s+)?"
)
ROMAN = re.compile(r"([IVX]{1,6})(?:\s?\.(?=\s|[^\W\d_]{2})|\s?[)/:–-](?=\s))\s*")
LETTER = re.compile(r"([A-HĐ])[.)/]\s+(?=[^\W\d_].{7})")  # «H. Hà» is a name
DOTTED = r"(\d{1,2}(?:\.\d{1,2}){0,4})"
ARABIC = re.compile(
    DOTTED + r"(?:[.)](?=\s|[*“\"(]|[^\W\d_])|/(?=\s)|\s?[:–-](?=\s+[^\W\d_])"
    r"|(?<=\.\d)(?=\s+[^\W\d_])|(?<=\.\d\d)(?=\s+[^\W\d_]))\s*"
)
ROMAN_ARABIC = re.compile(r"([IVX]{1,5}\." + DOTTED[1:] + r"[.)/]?\s+(?=[^\W\d_])")
SMALL = re.compile(r"([a-zđ]\d?)\)\s*(?=\S)|([a-ođ])[./]\s+(?=\S)")
BRACKETED = re.compile(r"\((\d{1,2}|[ivx]{1,5}|[a-zđ])\)\s*(?=\S)")
SIGN = "[+•●▪■◦○·❖✓✔➢►→\uf000-\uf0ff]"
BULLET = re.compile(rf"[-–—]\s*(?=[^\W\d_]|[*“\"(])|[-–—]\s+(?=\S)|{SIGN}\s+(?=\S)|{SIGN}(?=[^\W\d_])|\*\s+(?=\S)")
HIGHEST = 60  # «2024. Xây dựng» goes on a sentence, «99.» numbers nothing


def opening(line: str) -> Opening | None:
    """Tell how a line begins, None for plain words.

    >>> opening("2.1. Về phát triển kinh tế")
    Opening(form=8, number='2.1', body=5)
    >>> opening("đ) Thu - chi ngân sách").number
    'đ'
    >>> opening("2024. Xây dựng dự thảo Kế hoạch")
    """
    first = line[:1]
    if first.isdigit():
        return _arabic(line)
    if first == "(":
        return _matched(BRACKETED, Form.BRACKETED, line)
    if first.isalpha():
        return _lettered(line)
    if bullet := BULLET.match(line):
        return Opening(Form.BULLET, "", bullet.end())
    return None


def _arabic(line: str) -> Opening | None:
    match = ARABIC.match(line)
    if not match:
        return None
    parts = match[1].split(".")
    if any(int(part) > HIGHEST for part in parts) or _is_decimal(line, match, parts):
        return None
    return Opening(Form.ARABIC + len(parts) - 1, match[1], match.end())


def _is_decimal(line: str, match: re.Match[str], parts: list[str]) -> bool:
    """Whether «1.5 tỷ» is a number: a number of a heading without its last dot goes before a capital."""
    sign = line[match.end(1) : match.end(1) + 2].strip()[:1]
    if sign in {".", ")", "/"}:
        return False
    return (len(parts) > 1 or sign in {":", "-", "–"}) and not line[match.end() : match.end() + 1].isupper()


def _lettered(line: str) -> Opening | None:
    return (
        _matched(SMALL, Form.SMALL, line)
        or _roman_arabic(line)
        or _matched(ROMAN, Form.ROMAN, line)
        or _matched(LETTER, Form.LETTER, line)
        or _part(line)
    )


def _roman_arabic(line: str) -> Opening | None:
    """Tell «II.1. Về kinh tế»."""
    match = ROMAN_ARABIC.match(line)
    return Opening(Form.ARABIC + match[1].count(".") - 1, match[1], match.end()) if match else None


def _matched(pattern: re.Pattern[str], form: Form, line: str) -> Opening | None:
    match = pattern.match(line)
    return Opening(form, match[1] or match[match.lastindex or 1], match.end()) if match else None


def _part(line: str) -> Opening | None:
    """Tell «Phần I» and «PHẦN THỨ HAI»: a word of the lists and a number."""
    match = PART.match(line)
    form = _divisions().get(plain(match[1])) if match else None
    if not match or form is None:
        return None
    number = match[2]
    start, _, name = plain(number).partition(" ")
    if name and (start != "thứ" or name.strip() not in words("structure", "ordinals")):
        return None
    return Opening(form, number, match.end())


@cache
def _divisions() -> dict[str, Form]:
    lists = {Form.PART: "parts", Form.CHAPTER: "chapters", Form.SECTION: "sections"}
    return {word: form for form, name in lists.items() for word in words("structure", name)}


NUMBER = re.compile(r"\d[\d.,/-]*")
LONGEST_HEADING = 220
LONGEST_SENTENCE_HEADING = 100


def is_title(line: str) -> bool:
    """Whether the words after a number are a title rather than a statement.

    >>> is_title("Công tác thanh tra, tiếp công dân; tư pháp"), is_title("Thu ngân sách đạt 540 tỷ đồng.")
    (True, False)
    """
    line = line.rstrip(" *_\t")
    if not line or len(line) > LONGEST_HEADING or line[-1] in ";,!?…":
        return False
    if line[-1] == "." and len(line) > LONGEST_SENTENCE_HEADING:
        return False
    if ". " in line[:-1] or re.search(r":\**\s+\S", line):
        return False
    return not states_a_number(line)


def states_a_number(line: str) -> bool:
    """Whether a number says how much: it is no year and names nothing («số 3», «9 tháng», «COVID-19»)."""
    return any(_states(line, match) for match in NUMBER.finditer(line))


def _states(line: str, match: re.Match[str]) -> bool:
    before, after = line[: match.start()].rstrip(), line[match.end() :].lstrip()
    if after.startswith("%"):
        return True
    if before[-1:] in {"-", "–", "/"} or line[match.start() - 1 : match.start()].isalpha() or "/" in match[0]:
        return False
    if re.fullmatch(r"(?:19|20)\d\d(?:[-–](?:19|20)?\d\d)?[.,]?", match[0]):
        return False
    next_word, last_word = plain(after[:12]).split(" ")[0], plain(before[-14:]).split(" ")[-1]
    return not (
        next_word.rstrip(",.;:") in words("structure", "naming_after")
        or last_word in words("structure", "naming_before")
    )


def is_capitals(line: str) -> bool:
    """Whether a line is written in capitals: «MỘT SỐ NHIỆM VỤ CHỦ YẾU»."""
    return line.isupper() and sum(map(str.isalpha, line)) >= 6
