"""Record figures in the ledger: all or none."""

from collections.abc import Sequence

from django.db import transaction

from kybao.ledger.booking import Booked, NewEntry, enter
from kybao.ledger.models import Closing
from kybao.org.models import User, note
from kybao.org.permissions import require_all
from kybao.submissions.errors import WrongState


@transaction.atomic
def record_entries(figures: Sequence[NewEntry], *, by: User, reason: str = "", origin: str = "") -> Booked:
    """Enter figures; one that holds already is left alone, one that differs becomes a new version.

    Raises NotAllowed, WrongEntry, or WrongState where a period is closed and no reason is given.
    """
    for day in sorted({figure.period.end for figure in figures}):
        agencies = {figure.agency.pk: figure.agency for figure in figures if figure.period.end == day}
        require_all("record_entries", list(agencies.values()), by=by, day=day)
    booked = enter(figures, by=by)
    _refuse_closed(booked, reason)
    if booked.entries:
        where = f" từ {origin}" if origin else ""
        why = f" Lý do: {reason}" if reason else ""
        note(
            "record_entries",
            f"Ghi {len(booked.added)} số liệu mới, sửa {len(booked.corrected)} số liệu{where}.{why}",
            by=by,
            chains={f"{entry.agency.key}:{entry.period_code}": entry.hash for entry in booked.entries},
        )
    return booked


def _refuse_closed(booked: Booked, reason: str) -> None:
    """Refuse a new version in a closed period unless a reason is given; the chains are locked by now."""
    if reason:
        return
    closed = Closing.objects.filter(chain__in={entry.chain_id for entry in booked.entries})
    first = closed.select_related("chain__agency").first()
    if first is not None:
        raise WrongState(
            f"Kỳ {first.chain.period_code} của «{first.chain.agency.key}» đã chốt; muốn sửa phải nêu lý do, "
            "số liệu cũ vẫn được giữ."
        )
