"""Compile the annotated sources: `python -m tests.corpus.compiling` writes texts/, facts/ and relations/."""

import json
from decimal import Decimal
from pathlib import Path

from tests.corpus.markup import Row, compile_source

HERE = Path(__file__).parent


def sources() -> list[Path]:
    """The sources in the order of their names."""
    return sorted((HERE / "sources").glob("*.txt"))


def compiled(source: Path) -> dict[Path, str]:
    """The files that a source compiles to, with their content."""
    text, facts, relations = compile_source(source.stem, source.read_text(encoding="utf-8"))
    return {
        HERE / "texts" / source.name: text,
        HERE / "facts" / f"{source.stem}.jsonl": _lines(facts),
        HERE / "relations" / f"{source.stem}.jsonl": _lines(relations),
    }


def _lines(rows: list[Row]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False, default=_number) + "\n" for row in rows)


def _number(value: object) -> float:
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(f"{value!r} has no place in a row")


def main() -> None:
    """Write every compiled file."""
    for source in sources():
        for path, content in compiled(source).items():
            path.parent.mkdir(exist_ok=True)
            path.write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
