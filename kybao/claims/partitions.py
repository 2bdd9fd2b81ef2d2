"""Whether the parts that a text names are all of their total, or may hold one another."""

import re
from collections.abc import Sequence
from decimal import Decimal

from kybao.claims.clauses import CLOSE, FIGURE
from kybao.claims.drafts import Draft
from kybao.claims.readings import Amount
from kybao.claims.vocabulary import words
from kybao.figures import UnitKind
from kybao.figures.vocabulary import folded

# Parts that give so much of the total are meant to be all of it: of things counted one by one, in a list that
# looks whole; in a bracket that may leave some out; of things counted; of money and measures.
WHOLE_LIST, NEAR, COUNTED, MEASURED = Decimal("0.5"), Decimal("0.8"), Decimal("0.95"), Decimal("0.99")
NO_ROOM = Decimal("0.95")  # a part that is so much of the total leaves no room for the others
LEAST_DIGITS, FEW_DIGITS = 4, 3  # of a total: in any list; of things counted that looks whole
ENDS = frozenset((FIGURE, ";", ".", *CLOSE))
COUNTS = frozenset((UnitKind.COUNT, UnitKind.NONE))
OPPOSITES = [(folded(first), folded(second)) for first, second in words("parts")["opposites"]]
UNFINISHED = re.compile(r"…|\.\.\.|v\.v")
REST = [f" {folded(word)} " for word in words("parts")["rest"]]
OVERLAPPING = [f" {folded(word)} " for word in words("parts")["overlapping"]]


def are_all(total: Draft, parts: Sequence[Draft], *, looks_whole: bool) -> bool:
    """Whether parts of which the words do not say so are meant to be the whole total."""
    whole, amounts = Amount.of(total.site.figure), [Amount.of(part.site.figure) for part in parts]
    counted = total.site.figure.unit.kind in COUNTS
    least = MEASURED if not counted else WHOLE_LIST if looks_whole else COUNTED
    return (
        _divide(parts)
        or (_is_near(whole, amounts, least) and (looks_whole or not counted or _together(amounts) <= whole.value))
        or _one_digit_apart(whole, amounts, each_counted=counted and looks_whole)
    )


def nearly_all(total: Draft, parts: Sequence[Draft]) -> bool:
    """Whether the parts in a bracket give nearly the total, or all of it but for one digit."""
    whole, amounts = Amount.of(total.site.figure), [Amount.of(part.site.figure) for part in parts]
    counted = total.site.figure.unit.kind in COUNTS
    return _is_near(whole, amounts, NEAR) or _one_digit_apart(whole, amounts, each_counted=counted)


def goes_on(last: Draft) -> bool:
    """Whether the list goes on without figures after its last part: «…, còn lại là các vụ khác»."""
    line, first = last.site.line, last.site.spot + 1
    end = next((at for at in range(first, len(line.words)) if line.words[at] in ENDS), len(line.words))
    rest = f" {' '.join(line.words[first:end])} "
    stop = line.starts[end] if end < len(line.words) else line.end
    left_out = UNFINISHED.search(line.text, last.site.figure.end, stop)
    return bool(left_out) or any(word in rest for word in REST)


def may_overlap(parts: Sequence[Draft]) -> bool:
    """Whether one thing can be in several parts: «120 đảng viên (nữ 65, dân tộc thiểu số 80)»."""
    counted = [part for part in parts if part.site.figure.unit.kind in COUNTS]  # money and measures are parted
    return not _divide(parts) and any(word in f" {_words_around(part)} " for part in counted for word in OVERLAPPING)


def _is_near(whole: Amount, parts: Sequence[Amount], least: Decimal) -> bool:
    together = _together(parts)
    if max((part.value for part in parts), default=Decimal(0)) >= whole.value * NO_ROOM and together > whole.value:
        return False  # «602.418 người tham gia BHXH, BHYT, trong đó BHYT 600.125 người»: most are in both
    return whole.value > 0 and whole.value * least <= together <= whole.value / least


def _together(parts: Sequence[Amount]) -> Decimal:
    return sum((part.value for part in parts), Decimal(0))


def _one_digit_apart(whole: Amount, parts: Sequence[Amount], *, each_counted: bool) -> bool:
    """Whether the parts give the total but for one digit: then a slip is likelier than a part left out.

    A part left out may be as round as those that are named; so most of them have to have digits behind the wrong one.
    """
    missing = abs(whole.value - _together(parts))
    last = min(_last_digit(amount.value) for amount in (whole, *parts))
    digits = whole.value.adjusted() - last + 1
    if digits < (FEW_DIGITS if each_counted else LEAST_DIGITS) or len(missing.normalize().as_tuple().digits) != 1:
        return False
    as_round = sum(_last_digit(part.value) >= _last_digit(missing) for part in parts if part.value)
    return each_counted or as_round * 3 <= len(parts)


def _last_digit(value: Decimal) -> int:
    """Give the power of ten of the last digit that is not zero.

    >>> _last_digit(Decimal("1700")), _last_digit(Decimal("0.250"))
    (2, -2)
    """
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _divide(parts: Sequence[Draft]) -> bool:
    """Whether two parts are named as opposites: «trong hạn» and «quá hạn», «quốc tế» and «nội địa»."""
    if len(parts) != 2:
        return False
    one, two = (_words_around(part) for part in parts)
    return any((first in one and second in two) or (first in two and second in one) for first, second in OPPOSITES)


def _words_around(part: Draft) -> str:
    site = part.site
    around = site.line.words[site.head : site.spot] + site.line.words[site.spot + 1 : site.tail]
    return " ".join(
        [*(word for word in around if word != FIGURE and word not in CLOSE), *site.figure.unit.base.split()]
    )
