"""The rows of a return out of the indicators of its form: headings of fields, numbers, parts, rules."""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import groupby
from pathlib import Path

from kybao.figures import read_unit
from kybao.figures.quantities import UnitKind
from kybao.ledger.models import Indicator, Kind, Level
from kybao.office.return_sheets import ReturnRow
from kybao.submissions.return_bases import Bases

WORDS = Path(__file__).with_name("words") / "returns.toml"
HEADING = "lĩnh-vực:"
ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
NOT_ESTIMATED = frozenset({Level.ACTUAL.value})


@dataclass(frozen=True, slots=True)
class Family:
    """How the indicators of a form belong together."""

    codes: Mapping[int, str]
    parts: Mapping[int, Sequence[str]]  # codes of the parts that the form has, by indicator
    whole: frozenset[int]  # the indicators of whose parts none is in another form

    @classmethod
    def of(cls, indicators: Sequence[Indicator]) -> "Family":
        """Look which parts of each indicator the form has."""
        parts: dict[int, list[str]] = defaultdict(list)
        for indicator in indicators:
            if indicator.parent_id is not None:
                parts[indicator.parent_id].append(indicator.code)
        everywhere = Counter(Indicator.objects.filter(parent__in=list(parts)).values_list("parent", flat=True))
        whole = frozenset(pk for pk, codes in parts.items() if everywhere[pk] == len(codes))
        return cls({indicator.pk: indicator.code for indicator in indicators}, parts, whole)


def rows_of(indicators: Sequence[Indicator], bases: Bases, counted: Mapping[str, str]) -> tuple[ReturnRow, ...]:
    """Give the rows; ``counted`` names the list whose length an indicator is."""
    family = Family.of(indicators)
    rows: list[ReturnRow] = []
    for number, (field, group) in enumerate(groupby(indicators, key=lambda one: one.field), start=1):
        rows.append(ReturnRow(f"{HEADING}{number}", field, number=roman(number)))
        for place, indicator in _numbered(group):
            rows.append(_row(indicator, place, family, bases, counted))
    return tuple(rows)


def _numbered(group: Iterable[Indicator]) -> Iterator[tuple[str, Indicator]]:
    """Yield the indicators of a field with their numbers, each part below its whole: 1, 1.1, 1.2, 2."""
    own = list(group)
    here = {indicator.pk for indicator in own}
    below: dict[int | None, list[Indicator]] = defaultdict(list)
    for indicator in own:
        below[indicator.parent_id if indicator.parent_id in here else None].append(indicator)

    def walk(parent: int | None, above: str) -> Iterator[tuple[str, Indicator]]:
        for number, indicator in enumerate(below[parent], start=1):
            yield f"{above}{number}", indicator
            yield from walk(indicator.pk, f"{above}{number}.")

    return walk(None, "")


def _row(indicator: Indicator, number: str, family: Family, bases: Bases, counted: Mapping[str, str]) -> ReturnRow:
    kind = Kind(indicator.kind)
    pks = (indicator.numerator_id, indicator.denominator_id)
    terms = [family.codes[pk] for pk in pks if pk is not None and pk in family.codes]
    return ReturnRow(
        key=indicator.code,
        label=indicator.name,
        number=number,
        unit=indicator.unit_text,
        depth=number.count("."),
        decimals=indicator.decimals,
        references=bases.row(indicator),
        asked=NOT_ESTIMATED if kind in {Kind.STOCK, Kind.COUNT} else None,
        parts=tuple(family.parts.get(indicator.pk, ())),
        parts_complete=indicator.parts_add_up and indicator.pk in family.whole,
        ratio=(terms[0], terms[1]) if len(terms) == 2 else None,
        multiplier=indicator.multiplier,
        length_of=counted.get(indicator.code, ""),
        whole=indicator.decimals == 0 and _is_counted(indicator.unit_text),
        may_be_negative=kind is Kind.INDEX or _begins(indicator, "may_be_negative"),
        may_be_nothing=kind not in {Kind.RATIO, Kind.INDEX},
        most=Decimal(100) if indicator.unit_text == "%" and _begins(indicator, "part_of_whole") else None,
    )


@cache
def _is_counted(unit: str) -> bool:
    return read_unit(unit).kind is UnitKind.COUNT


def _begins(indicator: Indicator, name: str) -> bool:
    return indicator.name.lower().startswith(_words()[name])


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    lists = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    return {name: tuple(words) for name, words in lists.items()}


def roman(number: int) -> str:
    """Write a small number as headings have it.

    >>> roman(4), roman(19)
    ('IV', 'XIX')
    """
    written = ""
    for value, letters in ROMAN:
        times, number = divmod(number, value)
        written += letters * times
    return written
