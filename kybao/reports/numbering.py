"""Numbers of headings: generated from their levels, never typed."""

from collections.abc import Iterable, Iterator

from kybao.reports.errors import OutlineError

# Nghị định 30/2020/NĐ-CP, Phụ lục I: points follow the Vietnamese alphabet, without f, j, w and z.
LETTERS = "abcdđeghiklmnopqrstuvxy"
ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
PART, SECTION, ITEM, POINT = range(4)


def numbers(levels: Iterable[int]) -> Iterator[str]:
    """Number headings of these levels in their order; a higher heading begins the lower ones anew.

    >>> list(numbers([0, 1, 2, 3, 3, 1, 0, 1]))
    ['Phần I', 'I.', '1.', 'a)', 'b)', 'II.', 'Phần II', 'I.']
    """
    counts = [0] * (POINT + 1)
    for level in levels:
        counts[level] += 1
        counts[level + 1 :] = [0] * (POINT - level)
        yield written(level, counts[level])


def written(level: int, count: int) -> str:
    """Write the number of one heading.

    >>> written(POINT, 5), written(SECTION, 9)
    ('đ)', 'IX.')
    """
    match level:
        case 0:
            return f"Phần {roman(count)}"
        case 1:
            return f"{roman(count)}."
        case 2:
            return f"{count}."
        case _:
            return f"{letter(count)})"


def letter(count: int) -> str:
    """Give the letter of a point; raises OutlineError beyond the alphabet."""
    if count > len(LETTERS):
        raise OutlineError(f"Một mục có {count} điểm a), b), c)…, nhiều hơn số chữ cái; hãy tách mục đó ra.")
    return LETTERS[count - 1]


def roman(number: int) -> str:
    """Write a number in Roman digits.

    >>> roman(4), roman(29)
    ('IV', 'XXIX')
    """
    digits = ""
    for value, sign in ROMAN:
        repeated, number = divmod(number, value)
        digits += sign * repeated
    return digits
