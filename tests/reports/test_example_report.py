"""The report of the example, from the ledger to the file and back from its words alone."""

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from kybao.claims import Reading, read
from kybao.claims.rows import row
from kybao.figures import Period
from kybao.office.loading import load
from kybao.office.word_links import strip_links
from kybao.org.models import Agency
from kybao.reports.drafts import DraftResult
from kybao.reports.named_lists import read_lists
from kybao.reports.outline import read_outline
from kybao.reports.read_back import State, compare_with_manifest
from kybao.workflow.draft_report import draft_report
from kybao.workflow.load_example import load_example
from tests.books import Book

EXAMPLE = Path(__file__).resolve().parents[2] / "examples/lang-son"


@pytest.fixture
def drafted(db: None, tmp_path: Path) -> DraftResult:
    book = Book()
    load_example(EXAMPLE, by=book.user)
    city = Agency.objects.get(key="tp-lang-son")
    outline = read_outline(EXAMPLE / "de-cuong.toml")
    path = tmp_path / "bao-cao.docx"
    return draft_report(
        city, Period.parse("2024-Q1"), outline, by=book.user, path=path, lists=read_lists(EXAMPLE / "danh-sach.csv")
    ).result


@pytest.fixture
def reading(drafted: DraftResult, tmp_path: Path) -> Reading:
    """What the words of the written file say."""
    strip_links(tmp_path / "bao-cao.docx", tmp_path / "chi-co-chu.docx")
    return read(load(tmp_path / "chi-co-chu.docx"))


def test_nothing_is_missing_and_every_number_of_the_file_is_the_ledgers(
    drafted: DraftResult, reading: Reading
) -> None:
    assert not drafted.missing
    back = compare_with_manifest(reading, drafted.manifest)
    assert len(back.lines) == len(drafted.manifest.entries) > 400
    assert back.holds, [line.text for line in back.troubles]
    assert set(back.counts) == {State.UNCHANGED}


@pytest.mark.shared
def test_the_figures_read_back_are_those_of_the_real_report(reading: Reading, shared_dir: Path) -> None:
    """Base values agree but for the three figures that the real report contradicts itself in; some roles differ."""
    lines = (shared_dir / "reference/facts/000_1337deab50cab3a5.jsonl").read_text(encoding="utf-8").splitlines()
    real = [fact for fact in map(json.loads, lines) if "start" in fact]
    ours = [row(reading, index) for index in range(len(reading.facts))]
    assert len(real) == 213
    assert _agreeing(real, ours, ("base_value",)) >= 209
    assert _agreeing(real, ours, ("base_value", "role", "kind")) >= 200


def _agreeing(real: list[dict[str, Any]], ours: list[dict[str, object]], keys: tuple[str, ...]) -> int:
    """How many figures of the real report stand in ours, each counted once."""
    common = Counter(_said(fact, keys) for fact in real) & Counter(_said(fact, keys) for fact in ours)
    return common.total()


def _said(fact: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    value = fact["base_value"]
    numbers = [float(number) for number in value] if isinstance(value, list) else float(value)
    return json.dumps([numbers, *(fact[key] for key in keys if key != "base_value")])
