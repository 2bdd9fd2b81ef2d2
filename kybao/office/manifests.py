"""The manifest of a Word file: which figure each bookmark holds, how it was rounded, how it was printed.

It stands in ``docProps/custom.xml``, one property a figure, because LibreOffice keeps that part and drops
custom XML parts. A copy belongs into the database.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from hashlib import sha256
from typing import Any, Self

from kybao.office.bookmarks import PREFIX, bookmark_names
from kybao.office.word_xml import Element, plain, serialized
from kybao.text.manuscripts import Manuscript, Run, Stated

CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
FIRST_PROPERTY = 2  # 0 and 1 are Word's own
FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the format of all custom properties (ECMA-376, 22.3)


@dataclass(frozen=True, slots=True)
class Entry:
    """One printed figure: its bookmark, what it says, and the characters that were printed."""

    bookmark: str
    text: str
    figure: Stated

    @property
    def decimals(self) -> int:
        """To how many decimals the figure was rounded."""
        exponent = self.figure.numbers[0].as_tuple().exponent
        return max(-exponent, 0) if isinstance(exponent, int) else 0

    @property
    def hash(self) -> str:
        """A fingerprint of figure, value, rounding and text."""
        said = (self.figure.key, str(self.figure.exact), str(self.decimals), self.figure.unit, self.text)
        return sha256("\x1f".join(said).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Manifest:
    """The figures of one file, in the order of the page."""

    entries: tuple[Entry, ...] = ()

    @classmethod
    def of(cls, manuscript: Manuscript) -> Self:
        """List the figures of a manuscript."""
        return cls.of_runs(run for run, _ in manuscript.figures())

    @classmethod
    def of_runs(cls, runs: Iterable[Run]) -> Self:
        """List the figures among these runs."""
        printed = [(run, run.figure) for run in runs if run.figure]
        names = bookmark_names(figure.key for _, figure in printed)
        return cls(tuple(Entry(name, run.text, figure) for name, (run, figure) in zip(names, printed, strict=True)))

    def as_rows(self) -> list[list[Any]]:
        """Give the entries as plain rows, for a property of the file or a JSON column of the database."""
        return [_row(entry) for entry in self.entries]

    @classmethod
    def from_rows(cls, rows: Iterable[list[Any]]) -> Self:
        """Take the rows that ``as_rows`` gave; a damaged one is left out."""
        return cls(tuple(entry for row in rows if (entry := _entry(row))))


def custom_properties(manifest: Manifest) -> bytes:
    """Write the manifest as the part ``docProps/custom.xml``."""
    properties = []
    for number, (name, *rest) in enumerate(manifest.as_rows(), start=FIRST_PROPERTY):
        value = plain(TYPES, "lpwstr", words=json.dumps([number, *rest], ensure_ascii=False))
        properties.append(plain(CUSTOM, "property", value, fmtid=FORMAT, pid=str(number), name=name))
    return serialized(plain(CUSTOM, "Properties", *properties))


def read_custom_properties(root: Element) -> Manifest:
    """Read the manifest out of ``docProps/custom.xml``; what is not ours or was damaged is left out.

    LibreOffice sorts the properties by name, so each carries its number.
    """
    numbered = sorted(found for entry in root if (found := _numbered(entry)))
    return Manifest.from_rows(row for _, row in numbered)


def _numbered(entry: Element) -> tuple[int, list[Any]] | None:
    try:
        number, *rest = json.loads("".join(str(words) for words in entry.itertext()))
        name = str(entry.get("name"))
        return (int(number), [name, *rest]) if name.startswith(PREFIX) else None
    except (ValueError, TypeError):
        return None


def _row(entry: Entry) -> list[Any]:
    """Put an entry into few characters: Word shows 255 of a property."""
    said = entry.figure
    numbers = " ".join(str(number) for number in said.numbers)
    exact = "" if said.exact is None else str(said.exact)
    kind = [said.role, said.basis, said.comparison, said.sign, said.of, said.approx, int(said.estimate)]
    return [entry.bookmark, said.key, exact, entry.decimals, entry.text, entry.hash, numbers, said.unit, *kind]


def _entry(row: list[Any]) -> Entry | None:
    try:
        bookmark, key, exact, _, text, _, numbers, unit, role, basis, comparison, sign, of, approx, estimate = row
        figure = Stated(
            key, tuple(Decimal(number) for number in numbers.split()), unit, role=role, basis=basis,
            comparison=comparison, sign=sign, of=of, approx=approx, estimate=bool(estimate),
            exact=Decimal(exact) if exact else None,
        )  # fmt: skip
    except (ValueError, AttributeError, TypeError, InvalidOperation):
        return None
    return Entry(bookmark, text, figure)
