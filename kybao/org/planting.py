"""Writing the dated tree into the database, from lines that were checked."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kybao.org.descents import rebuild
from kybao.org.models import Agency, AgencyState, Succession
from kybao.org.tree_tables import StateLine, SuccessionLine

SAID = ("official_code", "name", "short_name", "tier", "parent_id", "valid_from", "valid_to", "act")


def plant(states: Sequence[StateLine], successions: Sequence[SuccessionLine]) -> int:
    """Bring agencies, their states and successions in line with the lines; give how many agencies changed.

    Runs within the verb's transaction. Agencies that no line names stay as they are. Raises BrokenTree.
    """
    keys = {line.key for line in states}
    Agency.objects.bulk_create([Agency(key=key) for key in sorted(keys)], ignore_conflicts=True)
    agencies = {agency.key: agency for agency in Agency.objects.filter(key__in=keys)}
    changed = _replace_states(states, agencies)
    _replace_successions(successions, agencies)
    if changed:
        rebuild()
    return changed


def _replace_states(lines: Iterable[StateLine], agencies: Mapping[str, Agency]) -> int:
    wanted: dict[int, list[AgencyState]] = defaultdict(list)
    for line in lines:
        wanted[agencies[line.key].pk].append(_state(line, agencies))
    known: dict[int, list[AgencyState]] = defaultdict(list)
    for state in AgencyState.objects.filter(agency__in=wanted):
        known[state.agency_id].append(state)
    changed = [pk for pk, rows in wanted.items() if _said(rows) != _said(known[pk])]
    AgencyState.objects.filter(agency__in=changed).delete()
    AgencyState.objects.bulk_create([row for pk in changed for row in wanted[pk]])
    return len(changed)


def _said(states: Iterable[AgencyState]) -> list[tuple[object, ...]]:
    return sorted((tuple(getattr(state, name) for name in SAID) for state in states), key=repr)


def _state(line: StateLine, agencies: Mapping[str, Agency]) -> AgencyState:
    return AgencyState(
        agency=agencies[line.key],
        parent=agencies[line.parent] if line.parent else None,
        official_code=line.official_code,
        name=line.name,
        short_name=line.short_name,
        tier=line.tier,
        valid_from=line.start,
        valid_to=line.end,
        act=line.act,
    )


def _replace_successions(lines: Iterable[SuccessionLine], agencies: Mapping[str, Agency]) -> None:
    """Write the successions, each over the former one of its day and agencies."""
    rows = [
        Succession(
            day=line.day,
            kind=line.kind,
            old=agencies[line.old],
            new=agencies[line.new],
            millionths=int(line.share * Succession.WHOLE),
            act=line.act,
        )
        for line in lines
    ]
    Succession.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["day", "old", "new"], update_fields=["kind", "millionths", "act"]
    )
