"""The words that checks go by, kept as data in ``words/*.toml``."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from kybao.text import plain


@cache
def book(name: str) -> Mapping[str, Any]:
    """Read one file of words."""
    return tomllib.loads(files("kybao.checks").joinpath("words", f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str, key: str) -> frozenset[str]:
    """Give one list of a file, as words are compared: composed, in lower case."""
    return frozenset(map(plain, book(name)[key]))


@cache
def phrases(name: str, key: str) -> frozenset[tuple[str, ...]]:
    """Give one list of a file as sequences of words."""
    return frozenset(tuple(phrase.split()) for phrase in words(name, key))
