"""The annotated texts of the shared reference, held to the bars of the project."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kybao.claims import read
from kybao.claims.rows import row
from kybao.text import parse

pytestmark = pytest.mark.shared
APART = 10_000_000  # keeps the offsets of different texts apart


def scorer(shared_dir: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", shared_dir / "reference" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def moved(found: dict[str, Any], by: int) -> dict[str, Any]:
    places = {key: found[key] + by for key in ("start", "end", "of") if isinstance(found.get(key), int)}
    return {**found, **places}


def read_rows(shared_dir: Path) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Give what the reference says of all texts and what is read from them."""
    wanted, got = [], []
    for number, path in enumerate(sorted((shared_dir / "reference" / "facts").glob("*.jsonl"))):
        places = (shared_dir / "reference" / "texts" / f"{path.stem}.txt", shared_dir / "seeds" / f"{path.stem}.txt")
        reading = read(parse(next(place for place in places if place.exists()).read_text(encoding="utf-8")))
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        spans = next((line["annotated_chars"] for line in lines if "annotated_chars" in line), [0, APART])
        spans = [spans] if isinstance(spans[0], int) else spans
        rows = [row(reading, index) for index in range(len(reading.facts))]
        inside = [found for found in rows if any(low <= found["start"] < high for low, high in spans)]
        wanted += [moved(line, number * APART) for line in lines if "start" in line]
        got += [moved(found, number * APART) for found in inside]
    return wanted, got


@pytest.fixture(scope="module")
def scores(shared_dir: Path) -> dict[str, Any]:
    result, _, _ = scorer(shared_dir).facts(*read_rows(shared_dir))
    return dict(result)


@pytest.mark.parametrize(
    ("measure", "bar"),
    [
        ("role", 0.95),
        ("compare", 0.9),
        ("compare_linked", 0.88),
        ("indicator", 0.85),
        ("period", 0.84),
        ("estimate", 0.97),
    ],
)
def test_the_reference_texts_are_read_as_annotated(scores: dict[str, Any], measure: str, bar: float) -> None:
    found = scores[measure]
    assert (found["f1"] if isinstance(found, dict) else found) >= bar


def test_the_faults_of_the_seeds_are_claims(shared_dir: Path) -> None:
    """Faults that were found by hand in three of the seeds: 42/87 is no 47,7 %, 13 projects are 12, 03 bridges 02."""
    ratios, counts = set(), set()
    for name in ("000", "003", "004"):
        text = next((shared_dir / "seeds").glob(f"{name}*.txt")).read_text(encoding="utf-8")
        reading = read(parse(text))
        ratios |= {(ratio.part.figure.span.text, ratio.percent.figure.span.text) for ratio in reading.ratios}
        counts |= {(found.count, len(found.names)) for found in reading.lists}
    assert {("42/87", "47,7"), ("60.746/135.188", "44"), ("19.982", "37")} <= ratios
    assert {(13, 12), (3, 2), (9, 4), (7, 7), (10, 10)} <= counts
