"""The example's files as the tests read them, and what the placeholders of its outline stand for."""

import csv
import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from kybao.figures import read_number

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "lang-son"
CITY = "tp-lang-son"
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
EXPRESSION = re.compile(
    r"(?P<code>[a-z0-9-]+\.[a-z0-9-]+|danh sách)(?:@(?P<level>thực hiện|ước))?"
    r"(?::(?P<form>[^()]+?)(?:\((?P<argument>[^()]+)\))?)?"
)
FORMS_ALONE = {None, "số", "câu", "cùng kỳ", "tăng giảm", "chênh lệch", "kế hoạch"}
Row = dict[str, str]
Value = Decimal | tuple[Decimal, Decimal]


@cache
def rows(name: str) -> tuple[Row, ...]:
    """The rows of a table of the example."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file, strict=True))


@cache
def outline() -> dict[str, Any]:
    """The outline of the report."""
    return tomllib.loads((FOLDER / "de-cuong.toml").read_text(encoding="utf-8"))


def day(text: str) -> date:
    """Read dd/mm/yyyy."""
    return datetime.strptime(text, "%d/%m/%Y").date()


@cache
def indicators() -> dict[str, Row]:
    """The indicators by their codes."""
    return {row["mã"]: row for row in rows("chi-tieu.csv")}


def children(code: str) -> list[str]:
    """The indicators whose parent is this one."""
    return [row["mã"] for row in rows("chi-tieu.csv") if row["thuộc chỉ tiêu"] == code]


def entries(code: str, level: str | None = None, year: int = 2024) -> list[Row]:
    """What the agencies sent for an indicator: the estimate where there is one and no level is asked."""
    sent = [row for row in rows(f"so-lieu-{year}-Q1.csv") if row["chỉ tiêu"] == code]
    wanted = level or ("ước" if any(row["mức"] == "ước" for row in sent) else "thực hiện")
    return [row for row in sent if row["mức"] == wanted]


def city(code: str, level: str | None = None, year: int = 2024) -> Decimal:
    """The city's figure: added over its agencies, divided where it is a formula, or planned where nothing else is."""
    row = indicators()[code]
    if row["tử số"]:
        return percent(row["tử số"], row["mẫu số"])
    sent = entries(code, level, year)
    if not sent:
        return target(code)
    return sum((read_number(entry["giá trị"]) for entry in sent), Decimal(0))


def percent(part: str, whole: str) -> Decimal:
    """One indicator as a percentage of another, not rounded."""
    return city(part) / city(whole) * 100


def target(code: str, assigner: str | None = None) -> Decimal:
    """The plan of an indicator by who set it; without a name it must be the only one."""
    found = [row for row in rows("ke-hoach.csv") if row["chỉ tiêu"] == code and assigner in (None, row["người giao"])]
    assert len(found) == 1, f"{len(found)} plans of {code} by {assigner}"
    return read_number(found[0]["giá trị"])


def names(list_: str) -> list[str]:
    """The entries of a list, in order."""
    return [row["tên"] for row in rows("danh-sach.csv") if row["danh sách"] == list_]


def evaluate(expression: str) -> Value:
    """Work out what a placeholder stands for, not rounded."""
    match = EXPRESSION.fullmatch(expression)
    assert match, f"«{expression}» is not the template language"
    code, level, form, argument = match.group("code", "level", "form", "argument")
    if code == "danh sách":
        assert form in ("số", "kể"), expression
        assert names(argument or ""), f"«{expression}»: no such list"
        return Decimal(len(names(argument or "")))
    if form == "trên":
        return city(code, level), city(argument or "")
    if form == "tỷ lệ":
        return percent(code, argument or "")
    if form == "kế hoạch":
        return city(code, level) / target(code, argument) * 100
    assert form in FORMS_ALONE, expression
    assert argument is None, expression
    if form == "cùng kỳ":
        return city(code, level) / city(code, year=2023) * 100
    return city(code, level)


def texts() -> Iterator[str]:
    """Every paragraph and footnote of the outline, as written there."""
    for section in outline()["mục"]:
        for paragraph in section.get("đoạn", []):
            yield paragraph["văn"]
            yield from paragraph.get("chú thích", {}).values()


def placeholders() -> list[str]:
    """Every placeholder of the outline."""
    return [found for text in texts() for found in PLACEHOLDER.findall(text)]
