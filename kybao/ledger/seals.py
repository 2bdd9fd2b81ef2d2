"""Seals: the hash that binds an entry's content to the entry before it, and the proof that none was changed."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import groupby

from django.db.models import QuerySet

from kybao.ledger.chains import NOTHING
from kybao.ledger.errors import WrongChain
from kybao.ledger.models import Chain, Entry

PLAIN = (
    "position", "period_code", "period_start", "period_end", "as_of", "level", "assigner", "scope", "version",
    "withdrawn", "number", "decimals", "high_number", "bound", "qualifier", "written", "called", "decision",
    "source_kind", "source", "source_start", "source_end", "source_digest", "derived", "derivation", "note",
    "recorded_at", "previous_hash",
)  # fmt: skip
BATCH = 2000


def seal(entry: Entry) -> str:
    """Give the hash of all that an entry says: agency and indicator by their keys, the rest as stored.

    Empty fields are left out, so that a field added to the table later changes no seal.
    """
    content = {name: _written(getattr(entry, name)) for name in PLAIN}
    content["agency"] = entry.agency.key
    content["indicator"] = entry.indicator.code
    content["recorded_by"] = entry.recorded_by_id
    content["supersedes"] = entry.supersedes_id
    said = {
        name: value for name, value in content.items() if value is not None and value is not False and value != ""
    }
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _written(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a chain does not hold, with the sentence for its reader."""

    chain: Chain
    position: int
    sentence: str


def faults(chains: QuerySet[Chain] | None = None) -> Iterator[Fault]:
    """Yield the faults of chains (of all, if none are named): changed bytes, gaps, cut tails."""
    chosen = Chain.objects.all() if chains is None else chains
    by_pk = {chain.pk: chain for chain in chosen.select_related("agency").prefetch_related("closings")}
    entries = (
        Entry.objects.filter(chain__in=by_pk)
        .select_related("agency", "indicator")
        .order_by("chain", "position")
        .iterator(chunk_size=BATCH)
    )
    for pk, links in groupby(entries, key=lambda entry: entry.chain_id):
        yield from _faults_of(by_pk.pop(pk), links)
    for chain in by_pk.values():
        yield from _faults_of(chain, iter(()))


def verify_chain(chain: Chain) -> None:
    """Raise WrongChain, with a sentence, unless the chain is whole and unchanged."""
    for fault in faults(Chain.objects.filter(pk=chain.pk)):
        raise WrongChain(fault.sentence)


def _faults_of(chain: Chain, links: Iterator[Entry]) -> Iterator[Fault]:
    name = f"Chuỗi số liệu của «{chain.agency.key}», kỳ {chain.period_code}"
    heads = {0: NOTHING}
    length = 0
    for length, entry in enumerate(links, start=1):
        if entry.position != length:
            yield Fault(chain, length, f"{name}: thiếu dòng thứ {length}.")
            return
        if entry.previous_hash != heads[length - 1]:
            yield Fault(chain, length, f"{name}: dòng thứ {length} không nối với dòng trước nó.")
        if entry.hash != seal(entry):
            yield Fault(chain, length, f"{name}: nội dung dòng thứ {length} đã bị thay đổi sau khi ghi.")
        heads[length] = entry.hash
    if (length, heads[length]) != (chain.length, chain.head):
        yield Fault(
            chain, length, f"{name}: có {length} dòng trong khi sổ ghi {chain.length} dòng; phần cuối bị cắt."
        )
    for closing in chain.closings.all():
        if heads.get(closing.length) != closing.head:
            yield Fault(
                chain,
                closing.length,
                f"{name}: không khớp với biên bản chốt ngày {closing.closed_at:%d/%m/%Y} ({closing.length} dòng).",
            )
