"""Sums over the parts of one indicator: the only sums over several indicators that there are."""

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

from kybao.figures import Period
from kybao.ledger.errors import ForbiddenSum
from kybao.ledger.gathering import gather
from kybao.ledger.indicators import Indicator
from kybao.ledger.kinds import ADDS_OVER_AGENCIES, Kind, Level
from kybao.ledger.measured import Measured, Total
from kybao.ledger.units import converted
from kybao.org.models import Agency


def parts_total(parent: Indicator, agency: Agency, period: Period) -> Total | None:
    """Give the sum of the parts that have to add up to the parent; None while one of them is missing."""
    if not parent.parts_add_up:
        raise ForbiddenSum(
            f"Các chỉ tiêu thuộc «{parent.name}» ({parent.code}) chỉ là «trong đó», cộng lại không thành tổng."
        )
    return sum_of(Indicator.objects.parts_of(parent), agency, period)


def sum_of(indicators: Collection[Indicator], agency: Agency, period: Period) -> Total | None:
    """Give the sum of some parts of one indicator, in its unit; None while one of them is missing.

    Raises ForbiddenSum for indicators of which one holds another, that measure different things, or that are not
    parts of one whole.
    """
    terms = list(indicators)
    whole = _whole_of(terms)
    gathered = gather(terms, agency, period)
    figures = [gathered.figure(one) for one in terms]
    present = [one for one in figures if one is not None]
    return _added(whole, terms, present) if len(present) == len(terms) else None


def _whole_of(terms: Sequence[Indicator]) -> Indicator:
    """Give the one indicator that all are parts of, or say why they must not be added."""
    _refuse_parts_beside_their_whole(terms)
    first = terms[0]
    for one in terms:
        if one.kind not in ADDS_OVER_AGENCIES or one.kind != first.kind:
            raise ForbiddenSum(
                f"Không cộng được «{first.name}» ({Kind(first.kind).label}) "
                f"với «{one.name}» ({Kind(one.kind).label})."
            )
        if (one.unit_base, one.price_basis) != (first.unit_base, first.price_basis):
            raise ForbiddenSum(
                f"Không cộng được «{first.name}» ({first.unit_text}) với «{one.name}» ({one.unit_text}): "
                "khác đơn vị tính."
            )
        if one.parent is None or one.parent_id != first.parent_id:
            raise ForbiddenSum(f"Không cộng được «{first.name}» với «{one.name}»: không cùng thuộc một chỉ tiêu.")
    return first.parent or first


def _refuse_parts_beside_their_whole(terms: Sequence[Indicator]) -> None:
    parents: Mapping[int, int | None] = dict(Indicator.objects.values_list("pk", "parent"))
    chosen = {one.pk: one for one in terms}
    for one in terms:
        above = parents[one.pk]
        while above is not None:
            if above in chosen:
                raise ForbiddenSum(
                    f"Không cộng được «{chosen[above].name}» với «{one.name}»: số trước đã gồm số sau, cộng sẽ trùng."
                )
            above = parents[above]


def _added(whole: Indicator, terms: Sequence[Indicator], figures: Sequence[Measured]) -> Total:
    values = [converted(one.value, term.unit, whole.unit) for one, term in zip(figures, terms, strict=True)]
    first = figures[0]
    return Total(
        value=sum(values, Decimal(0)),
        decimals=whole.decimals,
        unit=whole.unit_text,
        indicator=whole.code,
        agency=first.agency,
        period=first.period,
        as_of=min(one.as_of for one in figures),
        level=Level.ESTIMATE if any(one.is_estimate for one in figures) else Level.ACTUAL,
        approx="khoảng" if any(one.approx or one.bound for one in figures) else "",
        derived=any(one.derived for one in figures),
        sent=min(one.sent for one in figures),
        owed=max(one.owed for one in figures),
        entries=tuple(pk for one in figures for pk in one.entries),
        day=first.day,
    )
