"""A number typed as text into a return: understood where it can be read in one way, asked about where in two."""

from dataclasses import dataclass
from decimal import Decimal

from kybao.figures import NumberError, Unit, read_number, read_unit, write_number
from kybao.text import Refusal

SWAPPED = str.maketrans({".": ",", ",": "."})
BLANKS = "\u00a0\u2007\u2009\u202f"  # what spreadsheets put between thousands
LONGEST_SHOWN = 40


class NoNumber(Refusal):
    """A text in a cell for a number; the message begins with the text."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What a text can mean: one number, or the Vietnamese and the English reading."""

    value: Decimal
    other: Decimal | None = None
    remark: str = ""  # how it was understood, where that is worth saying


def typed_number(text: str, unit: str) -> Typed:
    """Read a number out of a text, without the unit of its row.

    Raises NoNumber where it is none, or stands with another unit.

    >>> typed_number("12,5", "tỷ đồng").value, typed_number("1,234.5", "tỷ đồng").value
    (Decimal('12.5'), Decimal('1234.5'))
    >>> typed_number("1.250", "người").other
    Decimal('1.250')
    """
    bare = _without_unit(text, unit)
    vietnamese, english = _read(bare), _read(bare.translate(SWAPPED))
    if vietnamese is None and english is None:
        raise NoNumber(_why_not(text, bare))
    if vietnamese is None and english is not None:
        return Typed(english, remark=f"«{shown(text)}» viết theo lối Anh–Mỹ, được hiểu là {write_number(english)}.")
    value = vietnamese if vietnamese is not None else Decimal(0)
    return Typed(value, other=None if english == value else english)


def _without_unit(text: str, unit: str) -> str:
    """Take the unit of the row off the end, and the blanks between thousands out."""
    bare = " ".join(text.translate(dict.fromkeys(map(ord, BLANKS), " ")).split())
    number, _, rest = bare.partition(" ")
    if unit and bare.casefold().endswith(unit.casefold()):
        bare = bare[: -len(unit)].rstrip()
    elif rest and not rest[0].isdigit() and _same(read_unit(rest), read_unit(unit)):
        bare = number
    first, *groups = bare.split(" ")
    if groups and all(len(group.split(",")[0]) == 3 and group[0].isdigit() for group in groups):
        return first + "".join(groups) if first.lstrip("-−").isdigit() and len(first.lstrip("-−")) <= 3 else bare
    return bare


def _same(one: Unit, other: Unit) -> bool:
    """Whether two units measure the same: «tỷ» and «tỷ đồng»."""
    return (one.base, one.factor) == (other.base, other.factor)


def _read(text: str) -> Decimal | None:
    try:
        return read_number(text)
    except NumberError:
        return None


def _why_not(text: str, bare: str) -> str:
    """Word the refusal; a number with another unit is told apart from what is no number."""
    number, _, rest = bare.partition(" ")
    if rest and _read(number) is not None:
        return f"«{shown(text)}» ghi kèm «{shown(rest)}»; ô này chỉ nhận số, hãy đổi về đúng đơn vị tính của dòng."
    if bare.endswith("%") and _read(bare[:-1].rstrip()) is not None:
        return f"«{shown(text)}» là tỷ lệ phần trăm, còn dòng này không tính bằng %; hãy ghi số tuyệt đối."
    try:
        read_number(bare)
    except NumberError as error:
        return str(error)
    return f"«{shown(text)}» không phải là số."


def shown(text: str) -> str:
    """Quote at most the beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_SHOWN else f"{line[:LONGEST_SHOWN]}…"
