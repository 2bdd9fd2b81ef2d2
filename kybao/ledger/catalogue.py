"""Writing the catalogue of indicators into the database, from lines that were checked."""

from collections.abc import Sequence

from kybao.ledger.errors import WrongEntry
from kybao.ledger.indicator_tables import IndicatorLine, factor_of, ordered
from kybao.ledger.models import Entry, Indicator

FIXED = ("kind", "unit_text", "unit_base", "unit_factor")  # what the figures of an indicator were entered under


def list_indicators(lines: Sequence[IndicatorLine]) -> int:
    """Bring the catalogue in line with the lines; give how many indicators are new or changed.

    Runs within the verb's transaction. Raises WrongEntry where an indicator that has figures would change its kind
    or its unit: its figures would then say something else.
    """
    by_code = {line.code: line for line in lines}
    order = {line.code: number for number, line in enumerate(lines)}
    found = Indicator.objects.filter(code__in=by_code).select_related("parent", "numerator", "denominator")
    known = {one.code: one for one in found}
    used = set(
        Entry.objects.filter(indicator__in=known.values()).values_list("indicator__code", flat=True).distinct()
    )
    changed = 0
    for line in ordered(lines):
        said = _said(line, order[line.code], known)
        said["multiplier"] = factor_of(line, by_code)
        before = known.get(line.code)
        if before is not None and all(getattr(before, name) == value for name, value in said.items()):
            continue
        if before is not None and line.code in used and any(getattr(before, name) != said[name] for name in FIXED):
            raise WrongEntry(
                f"{line.row.place}: chỉ tiêu «{line.code}» đã có số liệu nên không đổi được loại hay đơn vị tính; "
                "hãy thêm một chỉ tiêu mới."
            )
        known[line.code] = Indicator.objects.update_or_create(code=line.code, defaults=said)[0]
        changed += 1
    return changed


def _said(line: IndicatorLine, order: int, known: dict[str, Indicator]) -> dict[str, object]:
    return {
        "order": order,
        "group": line.group,
        "field": line.field,
        "name": line.name,
        "wordings": list(line.wordings),
        "unit_text": line.unit.text,
        "unit_base": line.unit.base,
        "unit_factor": line.unit.factor,
        "decimals": line.decimals,
        "kind": line.kind,
        "parent": known[line.parent] if line.parent else None,
        "parts_add_up": line.parts_add_up,
        "numerator": known[line.numerator] if line.numerator else None,
        "denominator": known[line.denominator] if line.denominator else None,
        "suppliers": list(line.suppliers),
    }
