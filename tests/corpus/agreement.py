"""When a figure that was read agrees with one that was annotated, and when a finding tells of a fault."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Sequence

from tests.corpus.markup import Row

UNITS = {"vnđ": "vnd", "đồng": "vnd", "m²": "m2", "m³": "m3", "điểm phần trăm": "%", "điểm %": "%"}
MONTH = re.compile(r"\d{4}-\d{2}")
LONG_SPAN, ITS_ENDS, LONGEST_FINDING = 400, 200, 300
Range = tuple[int, int]


def words(text: object) -> set[str]:
    """The words of a text, whatever their case and composition."""
    return set(re.findall(r"\w+", unicodedata.normalize("NFC", str(text or "")).lower()))


def same_number(one: object, other: object, *, signed: bool = True) -> bool:
    """Whether two values are equal; a range or a fraction is a list."""
    if isinstance(one, list) and isinstance(other, list):
        pairs = list(zip(one, other, strict=False))
        return len(one) == len(other) and all(same_number(a, b, signed=signed) for a, b in pairs)
    if not isinstance(one, int | float) or not isinstance(other, int | float):
        return False
    one, other = (one, other) if signed else (abs(one), abs(other))
    return abs(one - other) <= 1e-9 * max(1.0, abs(one), abs(other))


def same_value(wanted: Row, got: Row) -> bool:
    """Whether the values agree in base units."""
    return same_number(wanted["base_value"], got["base_value"])


def same_unit(wanted: Row, got: Row) -> bool:
    """Whether the base units agree; a noun may be read with up to three words more than annotated."""
    one, other = _unit(wanted["base_unit"]), _unit(got["base_unit"])
    extra = words(other) - words(one)
    return one == other or (bool(words(one)) and words(one) <= words(other) and len(extra) <= 3)


def _unit(unit: object) -> str:
    unit = unicodedata.normalize("NFC", str(unit or "")).lower().strip()
    return UNITS.get(unit, unit)


def same_comparison(wanted: Row, got: Row) -> bool:
    """Whether the comparisons agree in kind, kind of basis and value; who assigned a plan is not asked."""
    return (
        wanted["role"] == "compare" == got["role"]
        and wanted["kind"] == got["kind"]
        and _basis(wanted) == _basis(got)
        and same_number(wanted["value"], got["value"], signed=False)
    )


def _basis(row: Row) -> str:
    return str(row["basis"] or "").split(":")[0]


def same_indicator(wanted: Row, got: Row) -> bool:
    """Whether the noun phrases share half of their words, or the longer holds most of the shorter."""
    one, other = words(wanted["indicator"]), words(got["indicator"])
    if not one or not other:
        return False
    shared = len(one & other)
    near = min(2, len(one)) <= len(other) <= 2 * len(one) + 4
    return shared / len(one | other) >= 0.5 or (shared / min(len(one), len(other)) >= 0.75 and near)


def same_period(wanted: Row, got: Row) -> bool:
    """Whether the periods are equal; a stock may be dated by the end of the annotated span, and a span by a stock."""
    one, other = str(wanted["period"]), str(got["period"] or "")
    stocks = [period.startswith("asof:") for period in (one, other)]
    comparable = all(stocks) or (any(stocks) and ".." in one + other)
    return one == other or (comparable and _end(one) == _end(other))


def _end(period: str) -> str:
    """The last month of a period, or its last day where that is not the last of its month."""
    end = period.split("..")[-1].split(":")[-1]
    year, month, day = ([*map(int, end.split("-")), 0, 0])[:3] if MONTH.match(end) else (0, 0, 0)
    return end[:7] if day and day == monthrange(year, month)[1] else end


def pairs_of(wanted: Sequence[Row], found: Sequence[Row]) -> list[tuple[Row, Row]]:
    """Each annotated figure with the one read at its place: at the same start, else the first that overlaps it."""
    by_start = {row["start"]: row for row in reversed(found)}
    pairs = []
    for want in wanted:
        got = by_start.get(want["start"]) or next((row for row in found if _overlap(want, row)), None)
        if got is not None:
            pairs.append((want, got))
    return pairs


def _overlap(one: Row, other: Row) -> bool:
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def tells_of(relation: Row, finding: Row) -> bool:
    """Whether a finding or its evidence touches a claim; of a long claim only its two ends count."""
    spans = [(finding["start"], finding["end"]), *map(tuple, finding.get("related") or [])]
    short = [span for span in spans if span[1] - span[0] <= LONGEST_FINDING]
    return any(start < high and low < end for start, end in short for low, high in _ends(relation))


def _ends(relation: Row) -> list[Range]:
    start, end = relation["start"], relation["end"]
    if end - start <= LONG_SPAN:
        return [(start, end)]
    return [(start, start + ITS_ENDS), (end - ITS_ENDS, end)]
