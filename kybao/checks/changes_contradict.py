"""A difference and a growth of one figure that do not fit each other: «tăng 6.215 trường hợp (+17,8%)»."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from kybao.checks.findings import Check, Finding
from kybao.checks.verdicts import HUNDRED, possible
from kybao.checks.wording import like, written
from kybao.claims import Amount, Comparison, Fact, Reading
from kybao.figures import Interval, Shape, cut_off
from kybao.text import plain


def find(reading: Reading) -> Iterator[Finding]:
    """Yield growths that the level and its difference from the same basis do not give."""
    compared = sorted((fact for fact in reading.facts if fact.of is not None), key=attrgetter("of"))
    for of, facts in groupby(compared, key=attrgetter("of")):
        beside = list(facts)
        for growth in beside:
            difference = _difference(beside, growth)
            if difference is not None and not _of_another(reading, growth):
                yield from _contradiction(reading.facts[of], difference, growth)


def _difference(beside: list[Fact], growth: Fact) -> Fact | None:
    """Give the difference from the same basis, in the same direction."""
    if growth.comparison is not Comparison.GROWTH or growth.figure.unit.base != "%":
        return None
    fitting = [
        fact
        for fact in beside
        if fact.comparison is Comparison.DIFFERENCE and (fact.basis, fact.sign) == (growth.basis, growth.sign)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _of_another(reading: Reading, growth: Fact) -> bool:
    """Whether the text names after a growth what grew: «tăng 12% về vốn đăng ký»."""
    text = reading.document.blocks[growth.figure.block].text
    return plain(text[growth.figure.unit_end :]).lstrip().startswith("về ")


def _contradiction(level: Fact, difference: Fact, growth: Fact) -> Iterator[Finding]:
    if not _are_plain(level, difference, growth):
        return
    amounts = [Amount.of(fact.figure) for fact in (level, difference, growth)]
    now, by, claimed = map(_absolute, map(possible, amounts))
    before = now - by * difference.sign
    if before.low <= 0:
        return
    given = by / before * HUNDRED
    if claimed.meets(given) or cut_off(abs(growth.figure.value)).meets(given):
        return
    exact = abs(amounts[1].value) / (amounts[0].value - abs(amounts[1].value) * difference.sign) * HUNDRED
    verb = "tăng" if growth.sign > 0 else "giảm"
    yield Finding(
        growth.figure.span,
        f"Ghi {verb} {written(growth.figure)}, nhưng {written(level.figure)} sau khi {verb} "
        f"{written(difference.figure)} là {verb} {like(exact, amounts[2])}.",
        claimed=written(growth.figure),
        computed=like(exact, amounts[2]),
        related=(level.figure.span, difference.figure.span),
    )


def _are_plain(level: Fact, difference: Fact, growth: Fact) -> bool:
    figures = [fact.figure for fact in (level, difference, growth)]
    exact = all(figure.shape is Shape.SINGLE and not figure.approx for figure in figures)
    one, other = level.figure.unit.base, difference.figure.unit.base
    alike = one == other or one.startswith(f"{other} ") or other.startswith(f"{one} ")  # «51 vụ cháy, giảm 04 vụ»
    return exact and alike and one != "%"


def _absolute(interval: Interval) -> Interval:
    return interval if interval.low >= 0 else interval * -1


CHECK = Check(
    code="R111",
    name="changes-contradict",
    title="Mức tăng, giảm tuyệt đối và tỷ lệ tăng, giảm không khớp nhau",
    why="Có số kỳ này và số chênh lệch là tính được tỷ lệ; hai cách nói về một thay đổi phải cho một kết quả.",
    wrong="Lập biên bản 48.215 trường hợp, tăng 6.215 trường hợp (tăng 17,8%) so với cùng kỳ.",
    right="Lập biên bản 48.215 trường hợp, tăng 6.215 trường hợp (tăng 14,8%) so với cùng kỳ.",
    find=find,
)
