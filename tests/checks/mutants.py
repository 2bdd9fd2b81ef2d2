"""Right claims made wrong, or changed within rounding, one digit at a time: does the checker see it?"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from kybao import checks
from kybao.checks.places import Places
from kybao.checks.verdicts import Verdict, judge_change, judge_list, judge_ratio, judge_repeat, judge_same, judge_sum
from kybao.claims import Amount, Comparison, CountedList, Reading, Sum, read
from kybao.figures import NumberError, read_number, rounded, shown, write_number
from kybao.text import Span, parse

ARITHMETIC = frozenset("RSL")  # the families of checks that work claims out again
TRIES = 30  # digits tried for one mutant
LEAST_COUNT = 2  # «01 cầu» announces no list
BROKEN = frozenset({Verdict.WRONG, Verdict.CUT_OFF})
Judge = Callable[[Amount], Verdict]


@dataclass(frozen=True)
class Target:
    """One number of a claim that holds: where it stands, and how the claim comes out with another one there."""

    kind: str
    span: Span
    judge: Callable[[str], Verdict | None]  # of the number's new text; None where that is no number


@dataclass(frozen=True)
class Mutant:
    """A text with one digit changed."""

    kind: str
    text: str
    span: Span  # of the changed number
    wrong: bool  # beyond rounding; else the claim still holds


@dataclass
class Count:
    """What became of the mutants of one kind."""

    judged: int = 0
    found: int = 0
    kept: int = 0  # changed within rounding
    alarms: int = 0

    @property
    def missed(self) -> int:
        return self.judged - self.found

    def add(self, other: "Count") -> None:
        self.judged += other.judged
        self.found += other.found
        self.kept += other.kept
        self.alarms += other.alarms


def targets(reading: Reading) -> Iterator[Target]:
    """Yield the numbers of all claims that hold."""
    yield from _of_ratios(reading)
    yield from _of_changes(reading)
    yield from _of_sums(reading)
    for counted in reading.lists:
        if judge_list(counted) is Verdict.HOLDS and counted.stated.text.isdigit():
            yield Target("list", counted.stated, partial(_list, counted))
    for repeat in reading.repeats:
        if judge_repeat(reading, repeat) is Verdict.HOLDS:
            first, second = (Amount.of(reading.facts[index].figure) for index in (repeat.first, repeat.second))
            yield from _target("repeat", second, partial(judge_same, first))


def _of_ratios(reading: Reading) -> Iterator[Target]:
    for ratio in reading.ratios:
        if judge_ratio(ratio) is Verdict.HOLDS:
            yield from _target("ratio", ratio.part, lambda new, one=ratio: judge_ratio(replace(one, part=new)))
            yield from _target("ratio", ratio.whole, lambda new, one=ratio: judge_ratio(replace(one, whole=new)))
            yield from _target("ratio", ratio.percent, lambda new, one=ratio: judge_ratio(replace(one, percent=new)))


def _of_changes(reading: Reading) -> Iterator[Target]:
    for change in reading.changes:
        if judge_change(change) is Verdict.HOLDS:
            kind = "difference" if change.comparison is Comparison.DIFFERENCE else "growth"
            yield from _target(kind, change.now, lambda new, one=change: judge_change(replace(one, now=new)))
            yield from _target(kind, change.before, lambda new, one=change: judge_change(replace(one, before=new)))
            yield from _target(kind, change.by, lambda new, one=change: judge_change(replace(one, by=new)))


def _of_sums(reading: Reading) -> Iterator[Target]:
    for total in reading.sums:
        if total.complete and judge_sum(total) is Verdict.HOLDS:
            yield from _target("sum", total.total, lambda new, one=total: judge_sum(replace(one, total=new)))
            for at, part in enumerate(total.parts):
                yield from _target("sum", part, partial(_with_part, total, at))


def _with_part(total: Sum, at: int, new: Amount) -> Verdict:
    return judge_sum(replace(total, parts=(*total.parts[:at], new, *total.parts[at + 1 :])))


def _target(kind: str, amount: Amount, judge: Judge) -> Iterator[Target]:
    """Yield the place of one amount; of a fraction, its own half."""
    figure = amount.figure
    text = figure.span.text
    if len(figure.numbers) == 1:
        yield Target(kind, figure.span, lambda new: _judged(amount, new, judge))
    elif text.count("/") == 1 and figure.numbers[0] != figure.numbers[1]:
        first, _, second = text.partition("/")
        start = figure.span.start
        if amount.value == figure.numbers[0] * figure.unit.factor:
            span = Span(start, start + len(first), first)
        else:
            span = Span(figure.span.end - len(second), figure.span.end, second)
        yield Target(kind, span, lambda new: _judged(amount, new, judge))


def _judged(amount: Amount, text: str, judge: Judge) -> Verdict | None:
    try:
        number = read_number(text)
    except NumberError:
        return None
    factor = amount.figure.unit.factor
    figure = replace(amount.figure, numbers=(number,)) if len(amount.figure.numbers) == 1 else amount.figure
    return judge(Amount(number * factor, shown(number) * factor, figure))


def _list(counted: CountedList, text: str) -> Verdict | None:
    return judge_list(replace(counted, count=int(text))) if int(text) >= LEAST_COUNT else None


def mutants(text: str, *, chance: random.Random, each: int = 1) -> Iterator[Mutant]:
    """Yield, for each number of a claim that holds, texts with one digit changed: beyond and within rounding."""
    for target in targets(read(parse(text))):
        for wrong in (True, False):
            for _ in range(each):
                changed = _changed(target, chance, wrong=wrong)
                if changed:
                    new = text[: target.span.start] + changed + text[target.span.end :]
                    span = Span(target.span.start, target.span.end, changed)
                    yield Mutant(target.kind, new, span, wrong)


def _changed(target: Target, chance: random.Random, *, wrong: bool) -> str:
    """Give the number with one digit changed so that its claim comes out as wanted, "" where no try does."""
    text = target.span.text
    digits = [at for at, letter in enumerate(text) if letter.isdigit()]
    for _ in range(TRIES):
        at = chance.choice(digits if wrong else digits[-1:])
        new = text[:at] + chance.choice("0123456789") + text[at + 1 :]
        if new == text or (new[0] == "0") != (text[0] == "0"):
            continue
        verdict = target.judge(new)
        if (
            verdict is not None
            and (verdict in {Verdict.WRONG, Verdict.CUT_OFF}) is wrong
            and verdict is not Verdict.UNCLEAR
        ):
            return new
    return ""


def scenes(text: str) -> Iterator[str]:
    """Yield the blocks that hold claims, each with what its claims reach to: small texts that are quick to read."""
    document = parse(text)
    reading = read(document)
    places = Places(document)
    seen: set[tuple[int, ...]] = set()
    for spans in _claim_spans(reading):
        blocks = tuple(sorted({places.block(span.start) for span in spans}))
        if blocks not in seen:
            seen.add(blocks)
            yield "\n\n".join(document.blocks[block].text for block in blocks)


def _claim_spans(reading: Reading) -> Iterator[list[Span]]:
    for ratio in reading.ratios:
        yield [amount.figure.span for amount in (ratio.part, ratio.whole, ratio.percent)]
    for change in reading.changes:
        yield [amount.figure.span for amount in (change.now, change.before, change.by)]
    for total in reading.sums:
        yield [amount.figure.span for amount in (total.total, *total.parts)]
    for counted in reading.lists:
        yield [counted.stated, *counted.names]
    for repeat in reading.repeats:
        yield [reading.facts[index].figure.span for index in (repeat.first, repeat.second)]


def tried(text: str, found: list[Mutant]) -> dict[str, Count]:
    """Check the mutants of a text and count what was seen."""
    before = _findings(text)
    counts: dict[str, Count] = {}
    for mutant in found:
        count = counts.setdefault(mutant.kind, Count())
        new = [one for one in _findings(mutant.text) if one not in before]
        if mutant.wrong:
            count.judged += 1
            count.found += any(_touches(one, mutant.span) for one in new)
        else:
            count.kept += 1
            count.alarms += bool(new)
    return counts


Seen = tuple[str, tuple[tuple[int, int], ...]]


def _findings(text: str) -> set[Seen]:
    report = checks.check(read(parse(text)))
    return {
        (found.check.code, tuple((span.start, span.end) for span in (found.span, *found.finding.related)))
        for found in report.found
        if found.check.code[0] in ARITHMETIC
    }


def _touches(seen: Seen, span: Span) -> bool:
    return any(start < span.end and span.start < end for start, end in seen[1])


def generated(chance: random.Random) -> str:
    """Write a short report of right claims, one of each kind."""
    whole = Decimal(chance.randrange(10_000, 99_999)) / 10
    part = rounded(whole * chance.randrange(30, 95) / 100, 1)
    total, done = chance.randrange(200, 900), chance.randrange(100, 190)
    before, now = chance.randrange(400, 700), chance.randrange(710, 990)
    parts = [chance.randrange(20, 300) for _ in range(3)]
    lines = [
        f"Thu ngân sách đạt {_n(part)} tỷ đồng, bằng {_n(rounded(part / whole * 100, 1))}% dự toán "
        f"{_n(whole)} tỷ đồng.",
        f"Đã giải quyết {done}/{total} hồ sơ, đạt tỷ lệ {_n(rounded(Decimal(done * 100) / total, 1))}%.",
        f"Số hộ kinh doanh từ {before} hộ tăng lên {now} hộ, tăng {now - before} hộ.",
        f"Số doanh nghiệp từ {before} doanh nghiệp tăng lên {now} doanh nghiệp, tăng "
        f"{_n(rounded(Decimal((now - before) * 100) / before, 1))}%.",
        f"Kiểm tra {sum(parts)} cơ sở, trong đó: {parts[0]} cơ sở sản xuất; {parts[1]} cơ sở kinh doanh và "
        f"{parts[2]} cơ sở dịch vụ ăn uống.",
        "Đang xây dựng 03 cầu, cụ thể: cầu Nà Lình, xã Tân Văn; cầu Bản Chu, xã Hòa Bình; cầu Pác Khuông, "
        "xã Minh Khai.",
        "Đã hoàn thành 04 công trình, gồm: đường Nà Lầu; kênh Bản Chu; trường mầm non Pò Lạn; chợ Khuổi Tát.",
    ]
    chance.shuffle(lines)
    debt = _n(Decimal(chance.randrange(1_000, 9_999)) / 10)
    said = f"tổng dư nợ cho vay ngân hàng chính sách xã hội quý I/2024 đạt {debt} tỷ đồng."
    head = "BÁO CÁO\nTình hình kinh tế - xã hội quý I năm 2024"
    return "\n\n".join([head, f"Về tín dụng, {said}", *lines, f"Đến nay, {said}"])


def _n(number: Decimal) -> str:
    return write_number(number)
