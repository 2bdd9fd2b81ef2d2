"""Cited documents measured on real reports against a list made by hand; the report says issuers and titles apart."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kybao.figures.citations import citations
from kybao.text import parse

LIST = Path(__file__).with_name("citations-of-the-seeds.csv")
Key = tuple[str, int, str, str, str]  # seed, place, number, date, kind


@dataclass(frozen=True)
class Told:
    """What is said about one citation beside its key."""

    issuer: str
    title: str


def one_line(text: str) -> str:
    return " ".join(text.split()).strip("*_, ")


def by_hand(seeds: dict[str, str]) -> Iterator[tuple[Key, Told]]:
    with LIST.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            text = seeds[row["seed"]]
            title = one_line(text[int(row["title_start"]) : int(row["title_end"])]) if row["title_start"] else ""
            yield (
                (row["seed"], int(row["start"]), row["number"], row["date"], row["kind"]),
                Told(row["issuer"], title),
            )


def read(seeds: dict[str, str]) -> Iterator[tuple[Key, Told]]:
    for seed, text in seeds.items():
        document = parse(text)
        for citation in citations(document):
            cited = citation.cited
            day = cited.date.isoformat() if cited.date else ""
            yield (
                (seed, citation.span.start, cited.number, day, cited.kind),
                Told(cited.issuer, cited.title),
            )


@pytest.fixture(scope="module")
def seeds(shared_dir: Path) -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted((shared_dir / "seeds").glob("*.txt"))}


@pytest.mark.shared
def test_citations_are_found_with_place_number_date_and_kind(seeds: dict[str, str]) -> None:
    wanted, found = dict(by_hand(seeds)), dict(read(seeds))
    right = wanted.keys() & found.keys()
    precision, recall = len(right) / len(found), len(right) / len(wanted)
    f1 = 2 * precision * recall / (precision + recall)
    assert len(wanted) >= 60
    assert f1 >= 0.97, {"missed": wanted.keys() - found.keys(), "too many": found.keys() - wanted.keys()}


@pytest.mark.shared
def test_issuers_and_titles_are_right_for_most(seeds: dict[str, str]) -> None:
    wanted, found = dict(by_hand(seeds)), dict(read(seeds))
    both = [(wanted[key], found[key]) for key in wanted.keys() & found.keys()]
    issuers = [one.issuer != other.issuer for one, other in both]
    titles = [(one.title, other.title) for one, other in both if one.title != other.title]
    assert sum(issuers) / len(both) <= 0.03, issuers
    assert len(titles) / len(both) <= 0.08, titles
