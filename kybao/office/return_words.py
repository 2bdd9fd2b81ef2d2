"""The words that stand in cells for numbers, read from ``words/returns.toml``."""

import tomllib
from functools import cache
from importlib.resources import files

from kybao.text.folding import plain


@cache
def words(name: str) -> tuple[str, ...]:
    """Give one list of words, in the order of the file."""
    return tuple(_book()[name])


@cache
def is_among(name: str, text: str) -> bool:
    """Whether a text is one of the words, capitals and blanks aside."""
    return " ".join(plain(text).split()).rstrip(".") in {word.rstrip(".") for word in words(name)} and bool(
        text.strip()
    )


@cache
def _book() -> dict[str, list[str]]:
    content = files("kybao.office").joinpath("words", "returns.toml").read_text(encoding="utf-8")
    return tomllib.loads(content)
