"""One number as Vietnamese officials write it: dots between thousands, a comma before the decimals."""

import re
from decimal import Decimal

from kybao.figures.rounding import rounded
from kybao.text import Refusal

NUMBER = re.compile(r"([-−]?)([0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,([0-9]+))?")
ENGLISH = re.compile(r"[-−]?(?:[0-9]+\.[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+|[0-9]{1,3}(?:,[0-9]{3}){2,})")
LETTERS_LIKE_DIGITS: dict[str, str] = {"o": "0", "O": "0", "l": "1", "I": "1", "S": "5", "B": "8"}


class NumberError(Refusal, ValueError):
    """What was written is no number; the message is the user's sentence."""


def read_number(text: str) -> Decimal:
    """Read exactly one number, keeping the digits shown.

    Raises NumberError, with a Vietnamese sentence, for anything else; the English «1,234.5» is named as such.

    >>> read_number("885.320"), read_number("27,0"), read_number("-3,5")
    (Decimal('885320'), Decimal('27.0'), Decimal('-3.5'))
    """
    match = NUMBER.fullmatch(text.strip())
    if match is None:
        raise NumberError(_why_not(text.strip()))
    minus, whole, decimals = match.groups()
    sign = "-" if minus else ""
    point = f".{decimals}" if decimals else ""
    return Decimal(f"{sign}{whole.replace('.', '')}{point}")


def write_number(value: Decimal, *, decimals: int | None = None, pad: bool = False) -> str:
    """Write a number so that ``read_number`` reads it back, rounded where ``decimals`` is given.

    With ``pad`` whole numbers from one to nine get the zero that reports put before them.

    >>> write_number(Decimal("43046.46")), write_number(Decimal("28.15"), decimals=1)
    ('43.046,46', '28,2')
    >>> write_number(Decimal(5), pad=True)
    '05'
    """
    if not value.is_finite():
        raise NumberError(f"«{value}» không phải là một số xác định, không thể viết ra.")
    if decimals is not None:
        value = rounded(value, decimals)
    whole, _, fraction = f"{abs(value):,f}".partition(".")
    sign = "-" if value < 0 else ""
    if fraction:
        return f"{sign}{whole.replace(',', '.')},{fraction}"
    if pad and len(whole) == 1 and whole != "0":
        return f"{sign}0{whole}"
    return f"{sign}{whole.replace(',', '.')}"


def _why_not(text: str) -> str:
    """Say in one sentence why the text is no number and what to do."""
    if not text:
        return "Chỗ này để trống, không có số nào; hãy nhập một số, ví dụ 1.234,5."
    shown = text if len(text) <= 40 else f"{text[:40]}…"
    if ENGLISH.fullmatch(text):
        return (
            f"«{shown}» viết theo lối Anh–Mỹ nên có thể hiểu hai cách; hãy dùng dấu chấm ngăn hàng nghìn "
            "và dấu phẩy ngăn phần lẻ, ví dụ 1.234,5."
        )
    letter = next((letter for letter in text if letter in LETTERS_LIKE_DIGITS), "")
    if letter and NUMBER.fullmatch("".join(LETTERS_LIKE_DIGITS.get(sign, sign) for sign in text)):
        return f"«{shown}» không phải là số: có chữ «{letter}» ở chỗ có lẽ là chữ số {LETTERS_LIKE_DIGITS[letter]}."
    return f"«{shown}» không phải là số; hãy viết một số theo lối Việt Nam, ví dụ 1.234,5."
