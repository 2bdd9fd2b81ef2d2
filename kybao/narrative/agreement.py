"""Whether a figure read out of a text says what was written: the two directions meet here."""

from kybao.claims import Fact, Role
from kybao.figures import UnitKind, read_unit
from kybao.text.manuscripts import Stated


def differences(stated: Stated, fact: Fact) -> tuple[str, ...]:
    """Name, in Vietnamese, what a figure that was read says otherwise than it was stated; empty where nothing.

    What a comparison qualifies is left to the caller, who knows the other figures.
    """
    checks = {
        "con số": fact.figure.numbers == stated.numbers,
        "đơn vị tính": same_unit(stated.unit, fact),
        "dấu gần đúng": fact.figure.approx == stated.approx,
        "vai trò": fact.role == stated.role,
        "ước hay thực hiện": fact.estimate == stated.estimate,
    }
    if stated.role == Role.COMPARE:
        checks["cơ sở so sánh"] = fact.basis == stated.basis
        checks["cách so sánh"] = (fact.comparison or "") == stated.comparison
        checks["tăng hay giảm"] = fact.sign == stated.sign
    return tuple(name for name, holds in checks.items() if not holds)


def same_unit(unit: str, fact: Fact) -> bool:
    """Whether a figure was read in the unit; of a counted noun the words after it may have been read along.

    A number written without its unit agrees with every unit: the words around it are not ours.
    """
    wanted, found = read_unit(unit), fact.figure.unit
    if wanted.kind is UnitKind.NONE:
        return True
    if wanted.kind is UnitKind.COUNT:
        return f"{found.base} ".startswith(f"{wanted.base} ")
    return (wanted.base, wanted.factor) == (found.base, found.factor)
