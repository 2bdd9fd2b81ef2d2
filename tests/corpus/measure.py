"""What reading and checking the corpus is worth: `python -m tests.corpus.measure [-v] [NAME...]`.

The table; with -v also every miss: the annotated figure or claim, what was read in its place, and its sentence.
Measures of figures: found (F1), value (F1 of figures found with the right base value), unit (and with the right
base unit), role (share of the figures found), compare (F1 of comparisons with kind, basis and value), linked (and
with the right figure), indicator, period, estimate (shares of the figures found). Measures of findings: arithmetic
and form (share of the wrong claims that a finding touches), alarms (findings that touch only right claims),
unexplained (findings that touch no wrong or unclear claim, in 10,000 characters).
"""

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, partial

from kybao.checks import check
from kybao.checks.printing import rows as finding_rows
from kybao.claims import read
from kybao.claims.rows import row as fact_row
from kybao.text import parse
from tests.corpus import agreement
from tests.corpus.compiling import HERE
from tests.corpus.markup import Row

ARITHMETIC = frozenset(("ratio", "growth", "sum", "difference", "total_repeat", "count_list"))
Agreement = Callable[[Row, Row], bool]


@dataclass
class Text:
    """One text with what is annotated and what is found in it."""

    name: str
    text: str
    facts: list[Row]
    relations: list[Row]
    read: list[Row]
    findings: list[Row]
    pairs: list[tuple[Row, Row]]


@dataclass
class Measures:
    """The measures of some texts and, by measure, every miss in words."""

    values: dict[str, float] = field(default_factory=dict)
    misses: dict[str, list[str]] = field(default_factory=dict)


@cache
def texts() -> tuple[Text, ...]:
    """All texts, read and checked."""
    return tuple(_text(path.stem) for path in sorted((HERE / "texts").glob("*.txt")))


def _text(name: str) -> Text:
    text = (HERE / "texts" / f"{name}.txt").read_text(encoding="utf-8")
    reading = read(parse(text))
    facts = _annotated("facts", name)
    found = [fact_row(reading, index) for index in range(len(reading.facts))]
    findings = [dict(row) for row in finding_rows(check(reading))]
    return Text(name, text, facts, _annotated("relations", name), found, findings, agreement.pairs_of(facts, found))


def _annotated(kind: str, name: str) -> list[Row]:
    return [json.loads(line) for line in (HERE / kind / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def measured(chosen: Sequence[Text]) -> Measures:
    """All measures over some texts."""
    result = Measures()
    _measure_detection(result, chosen)
    _measure_values(result, chosen)
    _measure_comparisons(result, chosen)
    for name, agrees, asked in SHARES:
        _measure_share(result, chosen, name, agrees, asked)
    _measure_findings(result, chosen)
    return result


SHARES: tuple[tuple[str, Agreement, Callable[[Row], bool]], ...] = (
    ("role", lambda want, got: want["role"] == got["role"], lambda want: True),
    ("indicator", agreement.same_indicator, lambda want: True),
    ("period", agreement.same_period, lambda want: bool(want["period"])),
    ("estimate", lambda want, got: bool(want["estimate"]) == bool(got["estimate"]), lambda want: True),
)


def _measure_detection(result: Measures, chosen: Sequence[Text]) -> None:
    missed, extra = [], []
    for text in chosen:
        paired = {id(row) for pair in text.pairs for row in pair}
        missed += [_told(text, row) for row in text.facts if id(row) not in paired]
        extra += [_told(text, row) + "  << not a figure" for row in text.read if id(row) not in paired]
    found = sum(len(text.read) for text in chosen)
    result.values["found"] = _f1(found - len(extra), found, sum(len(text.facts) for text in chosen))
    result.misses["found"] = missed + extra


def _measure_values(result: Measures, chosen: Sequence[Text]) -> None:
    found, wanted = sum(len(text.read) for text in chosen), sum(len(text.facts) for text in chosen)
    right = [(text, pair) for text in chosen for pair in text.pairs if agreement.same_value(*pair)]
    with_unit = [pair for _, pair in right if agreement.same_unit(*pair)]
    result.values |= {"value": _f1(len(right), found, wanted), "unit": _f1(len(with_unit), found, wanted)}
    result.misses["value"] = [
        _told(text, *pair, key="base_value")
        for text in chosen
        for pair in text.pairs
        if not agreement.same_value(*pair)
    ]
    result.misses["unit"] = [
        _told(text, *pair, key="base_unit") for text, pair in right if not agreement.same_unit(*pair)
    ]


def _measure_comparisons(result: Measures, chosen: Sequence[Text]) -> None:
    wanted = sum(row["role"] == "compare" for text in chosen for row in text.facts)
    found = sum(row["role"] == "compare" for text in chosen for row in text.read)
    compared = [(text, pair) for text in chosen for pair in text.pairs if agreement.same_comparison(*pair)]
    linked = [pair for _, pair in compared if pair[0]["of"] == pair[1]["of"]]
    result.values |= {"compare": _f1(len(compared), found, wanted), "linked": _f1(len(linked), found, wanted)}
    result.misses["compare"] = [
        _told(text, *pair, key="role kind basis")
        for text in chosen
        for pair in text.pairs
        if "compare" in (pair[0]["role"], pair[1]["role"]) and not agreement.same_comparison(*pair)
    ]
    result.misses["linked"] = [
        _told(text, *pair, key="of") for text, pair in compared if pair[0]["of"] != pair[1]["of"]
    ]


def _measure_share(
    result: Measures, chosen: Sequence[Text], name: str, agrees: Agreement, asked: Callable[[Row], bool]
) -> None:
    pairs = [(text, pair) for text in chosen for pair in text.pairs if asked(pair[0])]
    misses = [_told(text, *pair, key=name) for text, pair in pairs if not agrees(*pair)]
    result.values[name] = round(1 - len(misses) / max(1, len(pairs)), 4)
    result.misses[name] = misses


def _measure_findings(result: Measures, chosen: Sequence[Text]) -> None:
    for name, inside in (("arithmetic", True), ("form", False)):
        wrong = [
            (text, row)
            for text in chosen
            for row in text.relations
            if row["verdict"] == "wrong" and (row["type"] in ARITHMETIC) is inside
        ]
        missed = [_claim(text, row) for text, row in wrong if not _touched(row, text.findings)]
        result.values[name] = round(1 - len(missed) / max(1, len(wrong)), 4)
        result.misses[name] = missed
    stray = [(text, finding) for text in chosen for finding in text.findings if not _explained(text, finding)]
    alarms = [(text, finding) for text, finding in stray if _touching(text, finding, "ok")]
    result.values["alarms"] = len(alarms)
    result.misses["alarms"] = [_finding(text, finding) for text, finding in alarms]
    result.values["unexplained"] = round(len(stray) * 10_000 / max(1, sum(len(text.text) for text in chosen)), 2)
    result.misses["unexplained"] = [_finding(text, finding) for text, finding in stray]


def _touched(relation: Row, findings: Iterable[Row]) -> bool:
    return any(agreement.tells_of(relation, finding) for finding in findings)


def _touching(text: Text, finding: Row, *verdicts: str) -> bool:
    return any(agreement.tells_of(row, finding) for row in text.relations if row["verdict"] in verdicts)


def _explained(text: Text, finding: Row) -> bool:
    return _touching(text, finding, "wrong", "unclear")


def _f1(hits: int, found: int, wanted: int) -> float:
    return round(2 * hits / max(1, found + wanted), 4)


def _told(text: Text, want: Row, got: Row | None = None, key: str = "indicator") -> str:
    start, end = want["start"], want["end"]
    context = f"{text.text[max(0, start - 60) : start]}⟦{text.text[start:end]}⟧{text.text[end : end + 40]}"
    values = partial(_values, text, key.split())
    told = f"{values(want)} | read as {values(got)}" if got else values(want)
    return f"{text.name}: {told}  «{' '.join(context.split())}»"


def _values(text: Text, keys: list[str], row: Row) -> str:
    return " ".join(_value(text, key, row[key]) for key in keys)


def _value(text: Text, key: str, value: object) -> str:
    return text.text[value : value + 12] if key == "of" and isinstance(value, int) else str(value)


def _claim(text: Text, row: Row) -> str:
    words = " ".join(row["text"].split())[:220]
    return f"{text.name}: {row['type']} {row['claimed']}, right {row['computed']}  «{words}»"


def _finding(text: Text, row: Row) -> str:
    return f"{text.name}: {row['code']} {row['message']}  «{row['text']}»"


def main(arguments: Sequence[str]) -> None:
    """Print the table by text and in all, and the misses."""
    names = [argument for argument in arguments if not argument.startswith("-")]
    chosen = [text for text in texts() if not names or text.name in names]
    lines = [(text.name, measured([text])) for text in chosen] + [("ALL", measured(chosen))]
    print(f"{'':18}" + "".join(f"{name:>12}" for name in lines[-1][1].values))
    for name, measures in lines:
        print(f"{name:18}" + "".join(f"{value:>12.4g}" for value in measures.values.values()))
    if "-v" in arguments:
        for measure, misses in lines[-1][1].misses.items():
            print(f"\n## {measure}: {len(misses)}", *misses, sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
