"""The words by which the parts of a document are told apart, read from ``words/*.toml``."""

import tomllib
from functools import cache
from importlib.resources import files

from kybao.text.folding import fold, plain


@cache
def words(book: str, name: str) -> frozenset[str]:
    """Give one list of a book of words, in lower case with its marks: «năm» is not «nam»."""
    return frozenset(map(plain, _book(book)[name]))


@cache
def starts(book: str, name: str) -> tuple[str, ...]:
    """Give one list of a book of words, folded, as ``str.startswith`` wants it."""
    return tuple(sorted(map(_folded, _book(book)[name])))


def _folded(word: str) -> str:
    return fold(word) + (" " if word.endswith(" ") else "")


@cache
def _book(name: str) -> dict[str, list[str]]:
    content = files("kybao.text").joinpath("words", f"{name}.toml").read_text(encoding="utf-8")
    lists = tomllib.loads(content)
    return {key: value for key, value in lists.items() if isinstance(value, list)}
