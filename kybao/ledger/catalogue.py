"""Writing the catalogue of indicators into the database, from lines that were checked."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kybao.ledger.errors import WrongEntry
from kybao.ledger.indicator_tables import IndicatorLine, factor_of
from kybao.ledger.models import Entry, Indicator

FIXED = ("kind", "unit_text", "unit_base", "unit_factor")  # what the figures of an indicator were entered under
LINKS = ("parent_id", "numerator_id", "denominator_id")


def list_indicators(lines: Sequence[IndicatorLine]) -> int:
    """Bring the catalogue in line with the lines; give how many indicators are new or changed.

    Runs within the verb's transaction. Raises WrongEntry where an indicator that has figures would change its kind
    or its unit: its figures would then say something else.
    """
    by_code = {line.code: line for line in lines}
    said = {line.code: _said(line, place, by_code) for place, line in enumerate(lines)}
    known = {one.code: one for one in Indicator.objects.filter(code__in=by_code)}
    _refuse_other_meaning(lines, said, known)
    new = [Indicator(code=code, **said[code]) for code in by_code if code not in known]
    for one in Indicator.objects.bulk_create(new):
        known[one.code] = one
    linked = _linked(lines, known)
    Indicator.objects.bulk_update([one for one in new if one.code in linked], ["parent", "numerator", "denominator"])
    fresh = {one.code for one in new}
    changed = [
        code for code in by_code if code not in fresh and (_differs(known[code], said[code]) or code in linked)
    ]
    for code in changed:
        Indicator.objects.filter(code=code).update(
            **said[code], **{name: getattr(known[code], name) for name in LINKS}
        )
    return len(new) + len(changed)


def _linked(lines: Iterable[IndicatorLine], known: Mapping[str, Indicator]) -> set[str]:
    """Set parents and terms; give the codes of those where that changed something."""
    changed = set()
    for line in lines:
        for name, code in zip(LINKS, (line.parent, line.numerator, line.denominator), strict=True):
            wanted = known[code].pk if code else None
            if getattr(known[line.code], name) != wanted:
                setattr(known[line.code], name, wanted)
                changed.add(line.code)
    return changed


def _differs(indicator: Indicator, said: Mapping[str, object]) -> bool:
    return any(getattr(indicator, name) != value for name, value in said.items())


def _refuse_other_meaning(
    lines: Iterable[IndicatorLine], said: Mapping[str, Mapping[str, object]], known: Mapping[str, Indicator]
) -> None:
    used = set(
        Entry.objects.filter(indicator__in=known.values()).values_list("indicator__code", flat=True).distinct()
    )
    for line in lines:
        if line.code in used and any(getattr(known[line.code], name) != said[line.code][name] for name in FIXED):
            raise WrongEntry(
                f"{line.row.place}: chỉ tiêu «{line.code}» đã có số liệu nên không đổi được loại hay đơn vị tính; "
                "hãy thêm một chỉ tiêu mới."
            )


def _said(line: IndicatorLine, place: int, by_code: Mapping[str, IndicatorLine]) -> dict[str, Any]:
    return {
        "order": place,
        "group": line.group,
        "field": line.field,
        "name": line.name,
        "wordings": list(line.wordings),
        "unit_text": line.unit.text,
        "unit_base": line.unit.base,
        "unit_factor": line.unit.factor,
        "decimals": line.decimals,
        "kind": line.kind,
        "parts_add_up": line.parts_add_up,
        "multiplier": factor_of(line, by_code),
        "suppliers": list(line.suppliers),
    }
