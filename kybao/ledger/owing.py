"""Who owes a figure: the ledger asks, ``submissions`` answers (the ledger never imports it)."""

from collections.abc import Callable, Collection, Mapping

from kybao.figures import Period
from kybao.ledger.models import Indicator
from kybao.org.models import Agency

#: Takes indicators, the agency above and the period; gives, by indicator, the agencies below that owe it.
Owing = Callable[[Collection[Indicator], Agency, Period], Mapping[int, frozenset[int]]]


def nobody_asked(indicators: Collection[Indicator], above: Agency, period: Period) -> Mapping[int, frozenset[int]]:
    """Say of no indicator who owes it: a total then expects all agencies of the tier below."""
    return {}


_answer: list[Owing] = [nobody_asked]


def answer_with(owing: Owing) -> None:
    """Let a room above say who owes what; called once, in its ``AppConfig.ready``."""
    _answer[:] = [owing]


def owing(indicators: Collection[Indicator], above: Agency, period: Period) -> Mapping[int, frozenset[int]]:
    """Give, by indicator, the primary keys of the agencies below that owe it for the period."""
    return _answer[0](indicators, above, period)
