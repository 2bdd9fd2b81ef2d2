"""The figures of the shared reference texts, held to the bars of the project."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kybao.figures import Figure, figures
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


def row(figure: Figure) -> dict[str, Any]:
    numbers, base = [float(number) for number in figure.numbers], [float(number) for number in figure.base]
    single = len(numbers) == 1
    return {
        "start": figure.span.start,
        "end": figure.span.end,
        "value": numbers[0] if single else numbers,
        "base_value": abs(base[0]) if single else base,
        "base_unit": figure.unit.base,
    }


def wanted(path: Path) -> tuple[list[dict[str, Any]], list[list[int]]]:
    """The annotated figures without the sign of a decrease, which belongs to claims, and their range."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    spans = next((entry["annotated_chars"] for entry in rows if "annotated_chars" in entry), [[0, APART]])
    spans = [spans] if isinstance(spans[0], int) else spans
    figures_ = [entry for entry in rows if "start" in entry]
    for entry in figures_:
        if isinstance(entry["base_value"], int | float):
            entry["base_value"] = abs(entry["base_value"])
    return figures_, spans


def test_the_reference_figures_are_found_with_value_and_unit(shared_dir: Path) -> None:
    reference, found = [], []
    for number, path in enumerate(sorted((shared_dir / "reference" / "facts").glob("*.jsonl"))):
        places = (shared_dir / "reference" / "texts" / f"{path.stem}.txt", shared_dir / "seeds" / f"{path.stem}.txt")
        text = next(place for place in places if place.exists()).read_text(encoding="utf-8")
        expected, spans = wanted(path)
        got = [row(figure) for figure in figures(parse(text))]
        got = [entry for entry in got if any(low <= entry["start"] < high for low, high in spans)]
        for entry in (*expected, *got):
            entry.update(start=entry["start"] + number * APART, end=entry["end"] + number * APART)
        reference += expected
        found += got
    result, _, _ = scorer(shared_dir).facts([{**entry, "role": "", "of": None} for entry in reference], found)
    assert result["detection"]["f1"] >= 0.97
    assert result["value_and_unit"]["f1"] >= 0.95
