"""Placeholders in the wording of an outline: ``{mã}``, ``{mã@ước:kế hoạch(tỉnh giao)}``, ``[^1]``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kybao.narrative import Level

PIECE = re.compile(r"\{([^{}]*)\}|\[\^([0-9]+)\]")
INSIDE = re.compile(r"([^@:()]+)(?:@([^:()]+))?(?::([^()]+)(?:\(([^()]*)\))?)?")
LIST = "danh sách"
LEVELS = {"thực hiện": Level.ACTUAL, "ước": Level.ESTIMATE, "kế hoạch": Level.PLAN}
ASKS = frozenset(
    {"", "số", "câu", "tên-số", "kế hoạch", "cùng kỳ", "tăng giảm", "chênh lệch", "kỳ trước", "trên", "tỷ lệ"}
)
LIST_ASKS = frozenset({"số", "kể"})
WITH_ARGUMENT = frozenset({"trên", "tỷ lệ"})


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A place where a figure of the ledger is to stand."""

    text: str  # as written, with its braces
    code: str  # of the indicator; for a list its name is the argument
    level: Level | None = None
    ask: str = ""
    argument: str = ""


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A place where a footnote hangs."""

    number: str


Piece = str | Placeholder | NoteMark


def pieces(words: str) -> Iterator[Piece]:
    """Take the wording of a paragraph apart; raises ValueError, with a sentence, for a broken placeholder."""
    end = 0
    for match in PIECE.finditer(words):
        yield from _plain(words[end : match.start()])
        yield NoteMark(match[2]) if match[2] else placeholder(match[1])
        end = match.end()
    yield from _plain(words[end:])


def placeholder(inside: str) -> Placeholder:
    """Read what stands between the braces.

    >>> placeholder("ngan-sach.thu@ước:kế hoạch(tỉnh giao)").argument
    'tỉnh giao'
    """
    written = f"{{{inside}}}"
    match = INSIDE.fullmatch(inside.strip())
    if not match:
        raise ValueError(f"không hiểu chỗ đặt số «{written}»; dạng đúng là {{mã}}, {{mã@mức:cách ghi(đối số)}}")
    code, level, ask, argument = ((part or "").strip() for part in match.groups())
    known = LIST_ASKS if code == LIST else ASKS
    if ask not in known:
        raise ValueError(f"«{written}» có cách ghi lạ «{ask}»; dùng được: {', '.join(sorted(known - {''}))}")
    if level and level not in LEVELS:
        raise ValueError(f"«{written}» có mức lạ «{level}»; dùng được: {', '.join(LEVELS)}")
    if not argument and (ask in WITH_ARGUMENT or code == LIST):
        raise ValueError(f"«{written}» thiếu tên trong ngoặc sau «{ask}»")
    return Placeholder(written, code, LEVELS.get(level), ask, argument)


def _plain(words: str) -> Iterator[str]:
    if "{" in words or "}" in words:
        raise ValueError(f"có dấu ngoặc nhọn lẻ gần «{words.strip()[-40:]}»")
    if words:
        yield words
