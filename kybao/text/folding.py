"""Text made comparable: without marks, without capitals."""

import unicodedata
from functools import cache

MARKS = (
    "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"  # the combining marks that Vietnamese letters are made with
)


def fold(text: str) -> str:
    """Give the text for search: no marks, đ as d, lower case, one blank between words.

    >>> fold("Ủy ban  NHÂN DÂN\\nhuyện Đình Lập")
    'uy ban nhan dan huyen dinh lap'
    """
    return " ".join(unicodedata.normalize("NFD", fold_in_place(text)).translate(_marks_off()).split())


def fold_in_place(text: str) -> str:
    """Fold letter by letter, so that every character keeps its offset; decomposed marks and blanks stay.

    >>> fold_in_place("Quý I/2024: đạt 27 %")
    'quy i/2024: dat 27 %'
    """
    return text.translate(_letters()) if not text.isascii() else text.lower()


def plain(text: str) -> str:
    """Give the text composed and in lower case, with its marks.

    >>> plain("TỔNG thu")
    'tổng thu'
    """
    return unicodedata.normalize("NFC", text).lower()


@cache
def _letters() -> dict[int, str]:
    """Map each capital, and each letter with marks, to the one bare letter that stands for it."""
    folded = {ord("đ"): "d", ord("Đ"): "d"}
    for code in range(0x41, 0x1F00):
        letter = chr(code)
        bare = unicodedata.normalize("NFD", letter)[0].lower()
        if len(bare) == 1 and bare != letter and letter.isalpha():
            folded.setdefault(code, bare)
    return folded


@cache
def _marks_off() -> dict[int, None]:
    return dict.fromkeys(range(0x300, 0x370))
