"""A right claim with one digit changed is found; one changed within rounding is left alone."""

import random

import pytest

from tests.checks.mutants import Count, generated, mutants, tried

SEED = 20_240_315
KINDS = ("ratio", "growth", "difference", "sum", "list", "repeat")


@pytest.fixture(scope="module")
def counts() -> dict[str, Count]:
    chance = random.Random(SEED)
    together: dict[str, Count] = {}
    for _ in range(8):
        text = generated(chance)
        for kind, count in tried(text, list(mutants(text, chance=chance))).items():
            together.setdefault(kind, Count()).add(count)
    return together


@pytest.mark.parametrize("kind", KINDS)
def test_a_claim_made_wrong_is_found(counts: dict[str, Count], kind: str) -> None:
    assert counts[kind].judged >= 8
    assert counts[kind].found >= 0.95 * counts[kind].judged


def test_a_claim_changed_within_rounding_is_left_alone(counts: dict[str, Count]) -> None:
    assert sum(count.kept for count in counts.values()) >= 5
    assert sum(count.alarms for count in counts.values()) == 0
