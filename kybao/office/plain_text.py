"""Plain text as Python's text mode reads it; old encodings are told apart and refused."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from kybao.office.unreadable import UnreadableFile, WrongKind

# Letters of the encodings from before Unicode, seen as Latin-1: TCVN3 (ABC) uses these for letters with marks, …
TCVN3 = re.compile("[\u00b5-\u00b8\u00bb-\u00bd\u00a8-\u00ac\u00ae\u00c6-\u00c8\u00d6\u00d7\u00de\u00f7\u00f8]")
# … VNI puts one of these after a plain vowel.
VNI = re.compile(
    "[aeiouyAEIOUY][\u00d8\u00d9\u00db\u00cf\u00d5\u00c2\u00c0\u00c1\u00c4\u00c5\u00c3\u00f8\u00f9\u00fb\u00ef\u00f5\u00e2]"
)
VIETNAMESE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9\u0300-\u0323]")
SAMPLE = 200_000
LEAST_OLD_LETTERS = 8
MOST_NEW_LETTERS = 2  # times as many old letters as new ones, in a file that has both


def decoded(data: bytes, label: str) -> str:
    """Decode a text file: UTF-8, or UTF-16 with its mark; line ends become one character.

    Raises UnreadableFile for other encodings and for what is no text.
    """
    text = _unicode(data, label)
    if "\0" in text:
        raise UnreadableFile(f"Tệp «{label}» không phải văn bản (chứa dữ liệu nhị phân).")
    refuse_old_letters(text, label)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _unicode(data: bytes, label: str) -> str:
    try:
        if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
            return data.decode("utf-16")
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise WrongKind(_not_unicode(data, label)) from None


def _not_unicode(data: bytes, label: str) -> str:
    sample = data[:SAMPLE]
    if b"\0" in sample or sum(byte < 9 or 13 < byte < 32 for byte in sample) > len(sample) // 50:
        return f"Tệp «{label}» không phải văn bản (chứa dữ liệu nhị phân)."
    font = _old_font(sample.decode("latin-1"))
    return (
        f"Tệp «{label}» không dùng mã Unicode UTF-8{font}; hãy chuyển sang Unicode (ví dụ bằng UniKey) rồi lưu lại."
    )


def refuse_old_letters(text: str, label: str) -> None:
    """Refuse a text whose letters only look Vietnamese in an old font (.VnTime, VNI-Times)."""
    font = _old_font(text[:SAMPLE])
    if font:
        raise WrongKind(f"Tệp «{label}» dùng phông chữ cũ{font}; hãy chuyển mã sang Unicode rồi lưu lại.")


def _old_font(text: str) -> str:
    """Name the old encoding that a text seems to be in, "" for none."""
    tcvn3, vni = len(TCVN3.findall(text)), len(VNI.findall(text))
    if max(tcvn3, vni) < max(LEAST_OLD_LETTERS, MOST_NEW_LETTERS * len(VIETNAMESE.findall(text))):
        return ""
    return " (có vẻ là TCVN3/ABC)" if tcvn3 >= vni else " (có vẻ là VNI)"
