"""Several figures in one sentence: parts of a total, what an act brought, incidents, lists, nothing."""

from collections.abc import Sequence
from decimal import Decimal

from kybao.figures import write_number
from kybao.narrative.amounts import amount, capital, lowered, with_unit
from kybao.narrative.patterns import Runs, as_runs, choose, joined, spelling
from kybao.narrative.statements import Level, Quantity
from kybao.text.manuscripts import Run, Stated


def total_with_parts(total: Runs, parts: Sequence[Runs], *, wanted: str = "") -> Runs:
    """Word a total and its parts: «…, trong đó: a; b», «… (a; b)»."""
    slots: dict[str, Runs | str] = {"total": total, "parts": joined(list(parts), *spelling()["joints"]["parts"])}
    return choose("groups.parts", slots, wanted).fill(slots)


def act(name: str, amounts: Sequence[Quantity], *, level: Level = Level.ACTUAL, wanted: str = "") -> Runs:
    """Word an act and the two or three figures of it: «Xử phạt 12 vụ với tổng số tiền 85 triệu đồng»."""
    slots: dict[str, Runs | str] = {"name": lowered(name)}
    slots |= {slot: amount(each, level) for slot, each in zip(("first", "second", "third"), amounts, strict=False)}
    return capital(choose("groups.triple" if len(amounts) == 3 else "groups.pair", slots, wanted).fill(slots))


def incident(name: str, cases: Quantity, consequences: Sequence[tuple[str, Quantity]]) -> Runs:
    """Word what happened and its consequences, each named by its pattern: («bi_thuong», quantity)."""
    slots: dict[str, Runs | str] = {"name": lowered(name), "amount": amount(cases)}
    clauses = [choose("groups.incident", slots, "xay_ra").fill(slots)]
    for kind, quantity in consequences:
        clauses.append(
            choose("groups.incident", {"amount": amount(quantity)}, kind).fill({"amount": amount(quantity)})
        )
    return capital(joined(clauses, *spelling()["joints"]["consequences"]))


def count(key: str, names: Sequence[str], unit: str = "") -> Runs:
    """Write the count of a list, which is its length: «03 cầu»; without ``unit`` the number alone."""
    length = Decimal(len(names))
    stated = Stated(key, (length,), unit, exact=length)
    return with_unit(Run(write_number(length, pad=True), figure=stated), unit)


def names_of(names: Sequence[str]) -> Runs:
    """Write the entries of a list."""
    return joined([as_runs(name) for name in names], *spelling()["joints"]["names"])


def counted_list(key: str, names: Sequence[str], unit: str, *, wanted: str = "") -> Runs:
    """Write a count and its list: «03 cầu gồm: A; B; C»."""
    slots: dict[str, Runs | str] = {"count": count(key, names, unit), "names": names_of(names)}
    return choose("groups.list", slots, wanted).fill(slots)


def nothing(name: str, *, wanted: str = "", opening: bool = True) -> Runs:
    """Tell a recorded zero in words: «Không xảy ra cháy, nổ»."""
    slots: dict[str, Runs | str] = {"name": lowered(name)}
    runs = choose("groups.nothing", slots, wanted).fill(slots)
    return capital(runs) if opening else runs
