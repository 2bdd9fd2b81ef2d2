"""What a cited document is about (trích yếu): «về việc giao dự toán ngân sách năm 2024»."""

import re

from kybao.figures.document_numbers import KIND_NAMES
from kybao.figures.vocabulary import any_of, words

BOOK = words("documents")["titles"]
BEGIN = re.compile(rf"\)?,?\s+(?=(?i:{any_of(BOOK['begins'])})\s)")
ANOTHER = rf"(?i:{KIND_NAMES})\s+(?:số\s*:?\s*)?[0-9]{{1,5}}\s?[/–-]"
NESTED = re.compile(ANOTHER)
# A title ends at a sign, or before what no longer belongs to it: «, trong đó», «và Nghị quyết số …».
STOP = re.compile(
    rf"(?P<end>[;:\n)\]”»]|<sup>|(?<!\bTP)(?<!\bTX)(?<!\bTT)\.(?=\s|$|<)|,\s+(?:{any_of(BOOK['ends'])})\s"
    r"|,\s+(?:[^\s,;.]+\s+){1,6}(?:đã|đang)\b)"
    rf"|(?P<another>,\s+ngày\s|,\s+{ANOTHER}|\svà\s+{ANOTHER})|(?P<open>[(\[“«\"])"
)
CLOSED_BY = {"(": ")", "[": "]", "“": "”", "«": "»", '"': '"'}
LONGEST = 600
LONGEST_INSIDE = 300
FOOTNOTE_MARK = re.compile(r"(?<!m)[¹²³⁰⁴-⁹]+$")


def title_at(text: str, at: int) -> str:
    """Read the title behind a number, a day or an issuer, "" for none.

    >>> title_at("của UBND tỉnh về việc giao dự toán (đợt 2), trong đó giao 5 tỷ đồng", 13)
    'về việc giao dự toán (đợt 2)'
    """
    begin = BEGIN.match(text, at)
    if begin is None:
        return ""
    title = " ".join(text[begin.end() : _end(text, begin.end())].split()).rstrip("*_, ")
    return FOOTNOTE_MARK.sub("", title)


def _end(text: str, start: int) -> int:
    last = min(len(text), start + LONGEST)
    at = start
    while stop := STOP.search(text, at, last):
        if stop["open"]:
            at = text.find(CLOSED_BY[stop["open"]], stop.end(), min(last, stop.end() + LONGEST_INSIDE)) + 1
            if not at:
                return stop.start()
        elif stop["another"] and NESTED.search(text, start, stop.start()):
            at = stop.end()  # «thực hiện Nghị quyết số 1 và Kế hoạch số 2» is one title
        else:
            return stop.start()
    return last
