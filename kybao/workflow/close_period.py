"""Close a period for an agency and all below it: the heads of their chains are put on record."""

from django.db import transaction
from django.utils import timezone

from kybao.figures import Period
from kybao.ledger.errors import WrongChain
from kybao.ledger.models import Chain, Closing
from kybao.ledger.seals import faults
from kybao.org.models import Agency, User, note
from kybao.org.permissions import require


@transaction.atomic
def close_period(agency: Agency, period: Period, *, by: User) -> list[Closing]:
    """Record length and head of every chain of the period; from then on a change needs a reason.

    A chain that has not grown since it was closed is not closed again. Raises NotAllowed, or WrongChain where a
    chain was changed or cut.
    """
    require("close_period", agency, by=by, day=period.end)
    agencies = Agency.objects.below(agency, period.end, itself=True)
    chains = Chain.objects.select_for_update().filter(agency__in=agencies, period_code=period.code)
    chains = chains.order_by("agency_id", "period_code")
    for fault in faults(chains):
        raise WrongChain(fault.sentence)
    known = set(Closing.objects.filter(chain__in=chains).values_list("chain", "length"))
    now = timezone.now()
    closings = [
        Closing(chain=chain, length=chain.length, head=chain.head, closed_at=now, closed_by=by)
        for chain in chains
        if (chain.pk, chain.length) not in known
    ]
    Closing.objects.bulk_create(closings)
    if closings:
        note("close_period", f"Chốt {period.label} của «{agency.key}»: {len(closings)} chuỗi số liệu.", by=by,
             heads={one.chain.agency_id: one.head for one in closings})  # fmt: skip
    return closings
