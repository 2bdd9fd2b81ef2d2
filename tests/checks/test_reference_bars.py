"""What is found in real texts, held against what people found in them."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kybao import checks
from kybao.checks.printing import rows
from kybao.claims import read
from kybao.text import parse

pytestmark = pytest.mark.shared
APART = 10_000_000  # characters between two texts where all are scored together


def scoring(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference_score", folder / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def scored(shared_dir: Path) -> tuple[dict[str, Any], int]:
    """The score of all reference texts together, and how many characters they have."""
    wanted: list[dict[str, Any]] = []
    found: list[dict[str, Any]] = []
    characters = 0
    reference = shared_dir / "reference"
    for number, source in enumerate(sorted((reference / "relations").glob("*.jsonl"))):
        places = (reference / "texts" / f"{source.stem}.txt", shared_dir / "seeds" / f"{source.stem}.txt")
        text = next(path for path in places if path.exists()).read_text(encoding="utf-8")
        characters += len(text)
        wanted += [moved(json.loads(line), number) for line in source.read_text(encoding="utf-8").splitlines()]
        for row in rows(checks.check(read(parse(text)))):
            assert text[row["start"] : row["end"]] == row["text"]
            found.append(moved(row, number))
    result, _, _ = scoring(reference).relations(wanted, found)
    return result, characters


def moved(row: dict[str, Any], number: int) -> dict[str, Any]:
    by = number * APART
    related = [[start + by, end + by] for start, end in row.get("related", [])]
    return {**row, "start": row["start"] + by, "end": row["end"] + by, "related": related}


def test_of_the_wrong_claims_at_most_one_is_missed(scored: tuple[dict[str, Any], int]) -> None:
    arithmetic = scored[0]["arithmetic"]
    assert arithmetic["wrong"] - arithmetic["caught"] <= 1


def test_of_the_faults_of_form_at_most_seven_are_missed(scored: tuple[dict[str, Any], int]) -> None:
    form = scored[0]["form"]
    assert form["wrong"] - form["caught"] <= 7


def test_right_claims_are_left_alone(scored: tuple[dict[str, Any], int]) -> None:
    assert scored[0]["alarms_on_ok_claims"] <= 1


def test_what_nobody_can_explain_is_rare(scored: tuple[dict[str, Any], int]) -> None:
    result, characters = scored
    assert result["unexplained"] <= characters / 10_000
