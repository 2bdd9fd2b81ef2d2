"""Sentence patterns: the ways of wording a figure, kept as data in ``words/*.toml``."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from kybao.text import Refusal
from kybao.text.manuscripts import Run, Tone

SLOT = re.compile(r"\{([a-z_]+)\}")
FILES = ("levels", "comparisons", "shares", "groups")

Runs = tuple[Run, ...]


class WordingError(Refusal, ValueError):
    """No pattern says what is asked; the message is the user's sentence."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of wording: words with slots, in the group of patterns that say the same."""

    group: str  # "comparisons.plan.ratio"
    name: str  # "bang_giao"
    text: str  # "bằng {percent} {plan} {assigner}"

    @property
    def code(self) -> str:
        """The name that no other pattern has."""
        return f"{self.group}.{self.name}"

    @property
    def slots(self) -> frozenset[str]:
        """The names of the slots to be filled."""
        return frozenset(SLOT.findall(self.text))

    def fill(self, slots: Mapping[str, Runs | str]) -> Runs:
        """Put runs or words into the slots.

        >>> from kybao.text.manuscripts import words
        >>> words(Pattern("levels.actual", "dat", "{name} đạt {amount}").fill({"name": "Tổng thu", "amount": "2 tỷ"}))
        'Tổng thu đạt 2 tỷ'
        """
        runs: list[Run] = []
        for index, piece in enumerate(SLOT.split(self.text)):
            runs += as_runs(slots[piece] if index % 2 else piece)
        return merged(runs)


def as_runs(words: Runs | str) -> Runs:
    """Take words or runs as runs."""
    if isinstance(words, str):
        return (Run(words),) if words else ()
    return words


def merged(runs: list[Run] | Runs) -> Runs:
    """Join neighbouring words into one run; figures and footnotes stay on their own."""
    whole: list[Run] = []
    for run in runs:
        if whole and _plain(whole[-1]) and _plain(run):
            whole[-1] = Run(whole[-1].text + run.text)
        else:
            whole.append(run)
    return tuple(whole)


def joined(members: list[Runs] | tuple[Runs, ...], between: str, last: str) -> Runs:
    """Write a series: «a, b và c»."""
    runs: list[Run] = []
    for index, member in enumerate(members):
        if index:
            runs.append(Run(last if index == len(members) - 1 else between))
        runs += member
    return merged(runs)


@cache
def all_patterns() -> tuple[Pattern, ...]:
    """Every pattern of the words, in the order in which they stand there."""
    return tuple(pattern for name in FILES for pattern in _patterns(name, _table(name)))


@cache
def group(name: str) -> tuple[Pattern, ...]:
    """The patterns of one group; empty where there is none."""
    return tuple(pattern for pattern in all_patterns() if pattern.group == name)


def choose(name: str, slots: Mapping[str, Runs | str], wanted: str = "") -> Pattern:
    """Choose the pattern that uses all that is known: the one ``wanted``, else the first of the fullest.

    Raises WordingError, with a Vietnamese sentence, where no pattern of the group can be filled.
    """
    known = {slot for slot, words in slots.items() if words}
    fitting = [pattern for pattern in group(name) if pattern.slots <= known and wanted in ("", pattern.name)]
    if not fitting:
        raise WordingError(
            f"Không có mẫu câu «{name}{'.' + wanted if wanted else ''}» nào dùng được với: "
            f"{', '.join(sorted(known))}; hãy xem các mẫu trong kybao/narrative/words."
        )
    return max(fitting, key=lambda pattern: len(pattern.slots))


def fullest(name: str, slots: Mapping[str, Runs | str], liked: str = "") -> Pattern:
    """Choose a pattern that leaves out nothing that is known; of those the one ``liked``, or named like it.

    Raises WordingError, with a Vietnamese sentence, where no pattern of the group can be filled.
    """
    size = len(choose(name, slots).slots)
    known = {slot for slot, words in slots.items() if words}
    fitting = [pattern for pattern in group(name) if pattern.slots <= known and len(pattern.slots) == size]
    return min(fitting, key=lambda pattern: (pattern.name != liked, not pattern.name.startswith(liked)))


@cache
def spelling() -> dict[str, Any]:
    """The words of ``spelling.toml``."""
    return _table("spelling")


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("kybao.narrative").joinpath(f"words/{name}.toml").read_text(encoding="utf-8"))


def _patterns(path: str, table: dict[str, Any]) -> Iterator[Pattern]:
    for name, entry in table.items():
        if isinstance(entry, dict):
            yield from _patterns(f"{path}.{name}", entry)
        elif name != "source":
            yield Pattern(path, name, entry)


def _plain(run: Run) -> bool:
    return run.tone is Tone.PLAIN and run.figure is None and not run.note
