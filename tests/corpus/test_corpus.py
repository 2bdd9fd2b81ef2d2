"""Reading and checking the corpus: no measure falls below what was reached. Raise the bounds with each gain."""

import pytest

from tests.corpus import agreement
from tests.corpus.measure import main, measured, texts

AT_LEAST = {
    "found": 0.995,
    "value": 0.995,
    "unit": 0.985,
    "compare": 0.93,
    "linked": 0.92,
    "role": 0.965,
    "indicator": 0.855,
    "period": 0.975,
    "estimate": 0.98,
    "arithmetic": 0.90,
    "form": 0.95,
}
AT_MOST = {"alarms": 0, "unexplained": 0.1}


@pytest.mark.parametrize("measure", AT_LEAST)
def test_a_measure_does_not_fall(measure: str) -> None:
    measures = measured(texts())
    assert measures.values[measure] >= AT_LEAST[measure], "\n".join(measures.misses[measure])


@pytest.mark.parametrize("measure", AT_MOST)
def test_false_alarms_do_not_rise(measure: str) -> None:
    measures = measured(texts())
    assert measures.values[measure] <= AT_MOST[measure], "\n".join(measures.misses[measure])


def test_every_measure_has_a_bound() -> None:
    assert set(measured(texts()).values) == set(AT_LEAST) | set(AT_MOST)


def test_every_figure_and_finding_stands_where_it_says() -> None:
    for text in texts():
        for row in [*text.read, *text.findings]:
            assert text.text[row["start"] : row["end"]] == row["text"]


def test_the_annotations_measured_against_themselves_are_perfect() -> None:
    for row in [row for text in texts() for row in text.facts]:
        assert agreement.pairs_of([row], [row]) == [(row, row)]
        assert agreement.same_value(row, row)
        assert agreement.same_unit(row, row)
        assert agreement.same_indicator(row, row)
        assert agreement.same_period(row, row)
        assert agreement.same_comparison(row, row) == (row["role"] == "compare")


@pytest.mark.parametrize(
    ("wanted", "got", "agree"),
    [
        ("2024-09", "2024-09", True),
        ("2024-09", "2024-Q3", False),
        ("asof:2024-09", "asof:2024-09-30", True),
        ("asof:2024-09", "asof:2024-09-29", False),
        ("2024-01..2024-09", "asof:2024-09-30", True),
        ("2024-01..2024-09", "2024-09", False),
    ],
)
def test_a_stock_may_be_dated_by_the_end_of_its_span(wanted: str, got: str, *, agree: bool) -> None:
    assert agreement.same_period({"period": wanted}, {"period": got}) is agree


def test_a_finding_tells_of_a_long_claim_only_at_its_ends() -> None:
    claim = {"start": 0, "end": 1000}
    assert agreement.tells_of(claim, {"start": 190, "end": 195})
    assert not agreement.tells_of(claim, {"start": 500, "end": 505})
    assert agreement.tells_of(claim, {"start": 500, "end": 505, "related": [[900, 910]]})
    assert not agreement.tells_of(claim, {"start": 0, "end": 1000})


def test_the_table_names_each_text_and_the_misses_are_told_on_demand(capsys: pytest.CaptureFixture[str]) -> None:
    main(["hue-2015"])
    brief = capsys.readouterr().out
    assert "hue-2015" in brief
    assert "gia-lai-2025" not in brief
    main(["-v", "hue-2015"])
    assert "## period" in capsys.readouterr().out
