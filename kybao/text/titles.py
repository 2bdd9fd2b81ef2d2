"""The front and the end of a document: head, title, recipients and signature, annexes."""

import re
from collections.abc import Sequence

from kybao.text.folding import fold
from kybao.text.headings import is_capitals, opening
from kybao.text.lines import Line
from kybao.text.pages import begins_small, ends_open, goes_on
from kybao.text.vocabulary import starts

MOST_FRONT_LINES = 40
LONGEST_ABSTRACT_LINE = 260
LEAST_HEADLINE, LONGEST_HEADLINE = 15, 160
LONGEST_RECIPIENT_LINE = 60
LONGEST_SIGNATURE_LINE = 80
LONGEST_SIGNER = 30
TRAIL = re.compile(r"[^|]{2,60}\|[^|]{4,40}\d{4}[^|]{0,20}\|?\s*$")  # of a web page: «Tin tức | thứ năm, 08/8/2019»
PLACE_AND_DATE = re.compile(r"[^.;:]{2,40},\s*(?:ngày|ngay)[\s.…\d]+tháng[\s.…\d]+năm", re.IGNORECASE)


def front(lines: Sequence[Line], start: int = 0) -> tuple[int, int]:
    """Give the indexes after the head and after the title of the document that begins at a line."""
    kind = _kind_line(lines, start)
    if kind is not None:
        return kind, _after_abstract(lines, kind + 1)
    head = start
    while head < len(lines) and _is_head(lines[head]):
        head += 1
    return head, _after_headline(lines, head)


def is_closing(words: str) -> bool:
    """Whether recipients or signature begin here."""
    begun = fold(words[:40]).lstrip("*-+. ")
    if begun.startswith(starts("structure", "closing_starts")):
        return len(words) <= LONGEST_RECIPIENT_LINE or "\t" in words
    if not words.isupper() or len(words) > LONGEST_SIGNATURE_LINE:
        return False
    is_title_alone = len(words) <= LONGEST_SIGNER and begun.startswith(starts("structure", "signer_starts"))
    return is_title_alone or begun.startswith(starts("structure", "signature_starts"))


def is_frame(words: str) -> bool:
    """Whether words stand at the front or the end of a document, where a table only sets them side by side."""
    if len(words) > LONGEST_ABSTRACT_LINE:
        return False
    return is_closing(words) or is_letterhead(words) or PLACE_AND_DATE.match(words) is not None


def is_annex(words: str) -> bool:
    """Whether an annex begins here."""
    return len(words) <= LONGEST_ABSTRACT_LINE and fold(words[:40]).startswith(starts("structure", "annex_starts"))


def is_letterhead(words: str) -> bool:
    """Whether a new document begins here: its number, or the name of the state."""
    return len(words) <= 200 and fold(words[:40]).startswith(("so:", "cong hoa xa hoi chu nghia"))


def _kind_line(lines: Sequence[Line], start: int) -> int | None:
    """Give the index of the line «BÁO CÁO», «KẾ HOẠCH», None where the body begins without one."""
    for index, line in enumerate(lines[start : start + MOST_FRONT_LINES], start):
        begun = fold(line.words[:30])
        kinds = starts("structure", "kinds")
        if begun in kinds or (line.words.isupper() and begun.startswith(kinds)):
            return index
        if len(line.words) > LONGEST_ABSTRACT_LINE or (opening(line.words) and not _is_head(line)):
            return None
    return None


def _is_head(line: Line) -> bool:
    if len(line.words) > 200 or line.words[-1:] == ".":
        return False
    if PLACE_AND_DATE.match(line.words) or TRAIL.match(line.words):
        return True
    begun = fold(line.words[:40])
    if begun.startswith(starts("structure", "letterhead_starts")):
        return True
    return is_capitals(line.words) and begun.startswith(starts("structure", "head_starts"))


def _after_abstract(lines: Sequence[Line], start: int) -> int:
    """Take the lines of the abstract (trích yếu), and what stands below it in brackets."""
    index = start
    while index < len(lines) and _is_abstract(lines[index]) and (index == start or _goes_on(lines, index)):
        index += 1
    return index


def _is_abstract(line: Line) -> bool:
    return (
        len(line.words) <= LONGEST_ABSTRACT_LINE and line.words[-1:] not in {".", ":"} and opening(line.words) is None
    )


def _goes_on(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    before = lines[index - 1].words
    return (
        line.words.startswith("(")
        or line.words[0].islower()
        or before[-1:] in {",", ";", "-", "–"}
        or goes_on(before, line.words)
        or fold(line.words[:30]).startswith(starts("structure", "abstract_goes_on"))
    )


def _after_headline(lines: Sequence[Line], start: int) -> int:
    """Take the headline of a text without a kind: a short first line over a longer one, or over a heading."""
    below = [line.words for line in lines[start + 1 : start + 3]]
    if not below or not _is_headline(lines[start].words):
        return start
    if opening(below[0]) is None and not any(len(words) > len(lines[start].words) for words in below):
        return start
    end = start + 1
    while end < len(lines) and begins_small(lines[end].words) and _is_headline(lines[end].words):
        end += 1
    return end


def _is_headline(words: str) -> bool:
    if not LEAST_HEADLINE <= len(words) <= LONGEST_HEADLINE or words[-1] in ".:;,|…":
        return False
    return opening(words) is None and "\t" not in words and "|" not in words and not ends_open(words)
