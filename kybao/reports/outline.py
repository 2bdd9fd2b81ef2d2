"""The outline (đề cương) of a report: its sections, who owes them, and the wording with places for figures."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kybao.reports.errors import OutlineError
from kybao.reports.numbering import POINT

KEYS = frozenset(
    {"loại", "trích yếu", "trình", "ký hiệu", "cơ quan", "cơ quan chủ quản", "địa danh", "nơi nhận", "chữ ký", "mục"}
)
SECTION_KEYS = frozenset({"cấp", "tên", "phụ trách", "đoạn"})
PASSAGE_KEYS = frozenset({"văn", "chú thích", "dấu"})
NEEDED = ("loại", "trích yếu", "ký hiệu", "cơ quan", "địa danh", "nơi nhận", "chữ ký", "mục")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of wording with its footnotes."""

    words: str
    notes: Mapping[str, str]
    bullet: str = ""
    place: str = ""  # for messages: «mục «Du lịch», đoạn 1»


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the paragraphs under it."""

    level: int
    title: str
    owner: str = ""  # key of the agency that owes it
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """The whole outline."""

    kind: str
    abstract: str
    address: str
    symbol: str
    superior: str
    issuer: tuple[str, ...]
    place: str
    recipients: tuple[str, ...]
    authority: str
    title: str
    sections: tuple[Section, ...]


def read_outline(path: Path) -> Outline:
    """Read an outline from a TOML file; raises OutlineError, with the user's sentence."""
    try:
        return parse_outline(path.read_text(encoding="utf-8"), path.name)
    except OSError as error:
        raise OutlineError(f"Không đọc được đề cương «{path}»: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise OutlineError(f"Đề cương «{path}» không dùng mã Unicode UTF-8; hãy lưu lại bằng UTF-8.") from error


def parse_outline(text: str, name: str = "đề cương") -> Outline:
    """Read an outline from TOML; raises OutlineError, with the user's sentence."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise OutlineError(f"Đề cương «{name}» không đúng khuôn dạng TOML: {error}.") from error
    _refuse_unknown(table, KEYS, f"Đề cương «{name}»")
    for key in NEEDED:
        if not table.get(key):
            raise OutlineError(f"Đề cương «{name}» thiếu phần «{key}».")
    signature = _table(table["chữ ký"], f"Đề cương «{name}», phần «chữ ký»")
    return Outline(
        kind=str(table["loại"]),
        abstract=str(table["trích yếu"]),
        address=str(table.get("trình", "")),
        symbol=str(table["ký hiệu"]),
        superior=str(table.get("cơ quan chủ quản", "")),
        issuer=_lines(table["cơ quan"]),
        place=str(table["địa danh"]),
        recipients=_lines(table["nơi nhận"]),
        authority=str(signature.get("thẩm quyền", "")),
        title=str(signature.get("chức vụ", "")),
        sections=tuple(_section(entry) for entry in table["mục"]),
    )


def _section(entry: Any) -> Section:
    title = str(_table(entry, "Đề cương, một «mục»").get("tên", ""))
    place = f"Đề cương, mục «{title}»"
    _refuse_unknown(entry, SECTION_KEYS, place)
    level = entry.get("cấp")
    if not title or not isinstance(level, int) or not 0 <= level <= POINT:
        raise OutlineError(f"{place}: phải có «tên» và «cấp» từ 0 (Phần) đến {POINT} (điểm a).")
    passages = tuple(_passage(each, place, number) for number, each in enumerate(entry.get("đoạn", []), start=1))
    return Section(level, title, str(entry.get("phụ trách", "")), passages)


def _passage(entry: Any, section: str, number: int) -> Passage:
    place = f"{section}, đoạn {number}"
    _refuse_unknown(_table(entry, place), PASSAGE_KEYS, place)
    if not isinstance(entry.get("văn"), str) or not entry["văn"].strip():
        raise OutlineError(f"{place}: thiếu «văn».")
    notes = {str(mark): str(words) for mark, words in _table(entry.get("chú thích", {}), place).items()}
    return Passage(entry["văn"].strip(), notes, str(entry.get("dấu", "")), place)


def _refuse_unknown(table: Mapping[str, Any], known: frozenset[str], place: str) -> None:
    for key in table:
        if key not in known:
            raise OutlineError(f"{place}: có phần lạ «{key}»; dùng được: {', '.join(sorted(known))}.")


def _table(entry: Any, place: str) -> dict[str, Any]:
    if not isinstance(entry, dict):
        raise OutlineError(f"{place}: phải là một bảng có tên các phần.")
    return entry


def _lines(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(str(line) for line in value)
