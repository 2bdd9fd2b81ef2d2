"""How much of the real report the example holds, and that none of its sentences is in it."""

import csv
import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kybao.figures import rounded, step
from tests.examples.lang_son import EXPRESSION, FOLDER, PLACEHOLDER, Value, entries, evaluate, indicators, texts

SEED = "000_1337deab50cab3a5"
FACTORS = {"tỷ đồng": 10**9, "triệu đồng": 10**6, "ha": 10**4}
# Where the report contradicts itself, the example holds what its parts give.
MENDED = {"13": Decimal(12), "9/9": Decimal(5), "47,7": Decimal("48.3")}
LONGEST_RUN = 12  # syllables; the names of bodies and programmes are shorter

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def facts(shared_dir: Path) -> list[dict[str, Any]]:
    lines = (shared_dir / "reference" / "facts" / f"{SEED}.jsonl").read_text(encoding="utf-8").splitlines()
    return [fact for fact in map(json.loads, lines) if "start" in fact]


def expressions() -> dict[int, str]:
    with Path(__file__).with_name("figures-of-the-report.csv").open(encoding="utf-8", newline="") as file:
        return {int(row["start"]): row["expression"] for row in csv.DictReader(file)}


def unit_of(expression: str) -> str:
    match = EXPRESSION.fullmatch(expression)
    assert match
    if match["form"] in {"tỷ lệ", "kế hoạch", "cùng kỳ"}:
        return "%"
    return "" if match["code"] == "danh sách" else indicators()[match["code"]]["đơn vị tính"]


def agrees(expression: str, value: Value, fact: dict[str, Any]) -> bool:
    """Whether what the example holds is printed as the report prints it."""
    if isinstance(value, tuple):
        return [int(number) for number in value] == fact["base_value"]
    if unit_of(expression) == "%":
        digits = len(fact["text"].partition(",")[2])
        return fact["unit"] == "%" and rounded(value, digits) == Decimal(str(fact["value"]))
    if fact["unit"] == "%" or isinstance(fact["base_value"], list):
        return False
    return value * FACTORS.get(unit_of(expression), 1) == Decimal(str(fact["base_value"]))


def test_every_figure_of_the_report_follows_from_the_example_save_where_it_contradicts_itself(
    facts: list[dict[str, Any]],
) -> None:
    held = expressions()
    wrong = [fact["text"] for fact in facts if not agrees(held[fact["start"]], evaluate(held[fact["start"]]), fact)]
    assert len(facts) == 213
    assert sorted(wrong) == sorted(MENDED)


def test_where_the_report_contradicts_itself_the_example_holds_what_the_parts_give(
    facts: list[dict[str, Any]],
) -> None:
    for fact in facts:
        if fact["text"] in MENDED and fact["start"] in expressions():
            value = evaluate(expressions()[fact["start"]])
            assert isinstance(value, Decimal)
            assert rounded(value, -int(step(MENDED[fact["text"]]).as_tuple().exponent)) == MENDED[fact["text"]]


def test_qualifiers_and_estimates_are_those_of_the_report(facts: list[dict[str, Any]]) -> None:
    for fact in facts:
        match = EXPRESSION.fullmatch(expressions()[fact["start"]])
        if match and fact["role"] == "value" and match["code"] != "danh sách":
            (first, *_) = entries(match["code"], match["level"])
            assert (first["dấu gần đúng"], first["mức"] == "ước") == (fact["approx"], fact["estimate"]), fact["text"]


def syllables(text: str) -> list[str]:
    return re.findall(r"\w+", PLACEHOLDER.sub(" # ", text).casefold())


@pytest.mark.parametrize("name", ["de-cuong.toml", "bao-cao-co-loi.txt"])
def test_no_sentence_of_a_real_report_is_copied(name: str, shared_dir: Path) -> None:
    mine = list(texts()) if name.startswith("de-cuong") else [(FOLDER / name).read_text(encoding="utf-8")]
    runs = set()
    for seed in sorted((shared_dir / "seeds").glob("*.txt")):
        words = syllables(seed.read_text(encoding="utf-8"))
        runs |= {tuple(words[at : at + LONGEST_RUN]) for at in range(len(words) - LONGEST_RUN + 1)}
    for text in mine:
        words = syllables(text)
        copied = [
            words[at : at + LONGEST_RUN] for at in range(len(words)) if tuple(words[at : at + LONGEST_RUN]) in runs
        ]
        assert copied == [], " ".join(copied[0])
