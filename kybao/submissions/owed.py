"""Who owes which indicator for a period: the answer to the ledger's question."""

from collections import defaultdict
from collections.abc import Collection

from kybao.figures import Period
from kybao.ledger.models import Indicator
from kybao.org.models import Agency
from kybao.submissions.models import Obligation


def owed_by(indicators: Collection[Indicator], above: Agency, period: Period) -> dict[int, frozenset[int]]:
    """Give, by indicator, the agencies below that owe a form with it, in one query."""
    rows = (
        Obligation.objects.due(period)
        .under(above, period.end)
        .naming(indicators)
        .exclude(agency=above)
        .values_list("form__rows__indicator", "agency")
    )
    owed: dict[int, set[int]] = defaultdict(set)
    for indicator, agency in rows:
        owed[indicator].add(agency)
    return {indicator: frozenset(agencies) for indicator, agencies in owed.items()}
