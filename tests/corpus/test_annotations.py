"""The annotated texts: compiled files agree with their sources, and the sums in the annotations are right."""

import ast
import json
import operator
import re
from decimal import Decimal
from pathlib import Path

import pytest

from tests.corpus.compiling import HERE, compiled, sources
from tests.corpus.markup import MarkupError, compile_source

FACT_KEYS = [
    "doc",
    "start",
    "end",
    "text",
    "value",
    "unit",
    "base_value",
    "base_unit",
    "role",
    "indicator",
    "of",
    "basis",
    "kind",
    "estimate",
    "approx",
    "period",
]
OPERATIONS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}
EQUATION = re.compile(r"(?P<left>[-+*/() \d.,]*\d[-+*/() \d.,]*) = (?P<right>[\d.,]+)$")


@pytest.mark.parametrize("source", sources(), ids=lambda path: path.stem)
def test_compiled_files_agree_with_their_source(source: Path) -> None:
    for path, content in compiled(source).items():
        assert path.read_text(encoding="utf-8") == content, f"{path.name} is stale: python -m tests.corpus.compiling"


def test_every_annotation_has_the_keys_of_the_schema_and_stands_where_it_says() -> None:
    facts = rows("facts")
    assert len(facts) >= 350
    for row in facts:
        text = (HERE / "texts" / f"{row['doc']}.txt").read_text(encoding="utf-8")
        assert list(row) == FACT_KEYS
        assert text[row["start"] : row["end"]] == row["text"]


def test_a_compare_or_share_qualifies_a_figure_of_the_same_text() -> None:
    starts = {(row["doc"], row["start"]) for row in rows("facts")}
    for row in rows("facts"):
        assert row["of"] is None or (row["doc"], row["of"]) in starts
        assert (row["kind"] is not None) == (row["basis"] is not None) == (row["role"] == "compare")


def test_the_faults_are_as_many_as_the_corpus_promises() -> None:
    wrong = [row["type"] for row in rows("relations") if row["verdict"] == "wrong"]
    arithmetic = {"ratio", "growth", "sum", "difference", "total_repeat", "count_list"}
    assert sum(kind in arithmetic for kind in wrong) >= 25
    assert sum(kind not in arithmetic for kind in wrong) >= 15


def test_every_equation_of_a_relation_holds_and_gives_its_verdict() -> None:
    judged = 0
    for row in rows("relations"):
        if equation := EQUATION.match(str(row["computed"])):
            left, right = evaluated(equation["left"]), decimal(equation["right"])
            assert rounded(left, right) == right, row
            claimed = decimal(re.search(r"[\d.,]*\d", str(row["claimed"]))[0])  # type: ignore[index]
            assert (rounded(left, claimed) == claimed) == (row["verdict"] == "ok") or row["verdict"] == "unclear", row
            judged += 1
    assert judged >= 50


def test_a_mark_without_number_or_indicator_is_refused() -> None:
    with pytest.raises(MarkupError, match="no number"):
        compile_source("x", "{nhiều hộ|v|hộ}\n")
    with pytest.raises(MarkupError, match="no indicator"):
        compile_source("x", "{12 hộ|v}\n")
    with pytest.raises(MarkupError, match="no figure is named"):
        compile_source("x", "{12%|s @a|hộ}\n")


def rows(kind: str) -> list[dict[str, object]]:
    """All annotations of one kind."""
    files = sorted((HERE / kind).glob("*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def decimal(number: str) -> Decimal:
    return Decimal(number.replace(".", "").replace(",", "."))


def rounded(value: Decimal, like: Decimal) -> Decimal:
    """The value at as many decimals as the other number shows."""
    return value.quantize(Decimal(1).scaleb(like.as_tuple().exponent), "ROUND_HALF_UP")  # type: ignore[arg-type]


def evaluated(expression: str) -> Decimal:
    """The value of an expression of Vietnamese numbers, + - * / and brackets."""
    python = re.sub(r"[\d.,]*\d", lambda number: str(decimal(number[0])), expression)
    return value_of(ast.parse(python.strip(), mode="eval").body, python)


def value_of(node: ast.expr, source: str) -> Decimal:
    if isinstance(node, ast.BinOp):
        return OPERATIONS[type(node.op)](value_of(node.left, source), value_of(node.right, source))
    return Decimal(ast.get_source_segment(source.strip(), node) or "")
