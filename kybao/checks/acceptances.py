"""What users decided: checks switched off, and single findings accepted with a reason."""

import json
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from typing import Any

from kybao.checks.places import Places
from kybao.checks.running import Found, Report
from kybao.text import Document, Refusal

SETTINGS = "kybao.toml"
BESIDE = ".kybao.toml"  # report.docx.kybao.toml lies beside report.docx


class UnusableSettings(Refusal):
    """A settings or acceptance file cannot be used; nothing was checked."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Which checks are switched off: everywhere, and for the files that a pattern names."""

    off: frozenset[str] = frozenset()
    for_files: tuple[tuple[str, frozenset[str]], ...] = ()

    def switched_off(self, file: str) -> frozenset[str]:
        """Give the codes that are off for a file; a pattern names the whole path or its last part."""
        name = file.replace("\\", "/")
        fitting = (
            codes
            for pattern, codes in self.for_files
            if fnmatch(name, pattern) or fnmatch(name.rsplit("/", 1)[-1], pattern)
        )
        return self.off.union(*fitting)


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One finding that may stay: which check, which words of the document, and why."""

    code: str
    text: str  # the sentence, or a part of it that holds the place
    reason: str


@dataclass(frozen=True, slots=True)
class Settled:
    """A report without what was accepted."""

    report: Report
    accepted: tuple[tuple[Found, Acceptance], ...]
    stale: tuple[Acceptance, ...]  # no longer count: their words have changed, or nothing is found there any more


def read_settings(content: str, *, codes: Iterable[str], name: str = SETTINGS) -> Settings:
    """Read ``kybao.toml``.

    Raises UnusableSettings, with a Vietnamese sentence, for anything but known codes under known keys.
    """
    table = _table(content, name)
    known = frozenset(codes)
    _only(table, {"off", "files"}, name)
    files = table.get("files", {})
    if not isinstance(files, dict) or not all(isinstance(value, dict) for value in files.values()):
        raise UnusableSettings(f'Tệp «{name}»: mục [files] phải có dạng [files."tên tệp"] rồi off = ["R101"].')
    for_files = tuple((pattern, _codes(value.get("off", []), known, name)) for pattern, value in files.items())
    return Settings(_codes(table.get("off", []), known, name), for_files)


def read_acceptances(content: str, *, codes: Iterable[str], name: str) -> tuple[Acceptance, ...]:
    """Read an acceptance file: ``[[accept]]`` with ``code``, ``text`` and ``reason``.

    Raises UnusableSettings, with a Vietnamese sentence, where one of them is missing or a code is unknown.
    """
    table = _table(content, name)
    _only(table, {"accept"}, name)
    known = frozenset(codes)
    entries = table.get("accept", [])
    if not isinstance(entries, list):
        raise UnusableSettings(f"Tệp «{name}»: mỗi phát hiện được chấp nhận phải là một mục [[accept]].")
    return tuple(_acceptance(entry, number, known, name) for number, entry in enumerate(entries, start=1))


def write_acceptances(acceptances: Iterable[Acceptance]) -> str:
    """Write acceptances so that ``read_acceptances`` reads them back."""
    entries = (
        f"[[accept]]\ncode = {_quoted(one.code)}\ntext = {_quoted(one.text)}\nreason = {_quoted(one.reason)}\n"
        for one in acceptances
    )
    return "\n".join(entries)


def accept(document: Document, found: Found, *, reason: str) -> Acceptance:
    """Give the acceptance of a finding; it holds as long as its sentence stays as it is."""
    return Acceptance(found.check.code, Places(document).sentence(found.span), reason)


def settle(report: Report, acceptances: Sequence[Acceptance]) -> Settled:
    """Take the accepted findings out of a report and name the acceptances that no longer count."""
    if not acceptances:
        return Settled(report, (), ())
    places = Places(report.document)
    kept: list[Found] = []
    accepted: list[tuple[Found, Acceptance]] = []
    for found in report.found:
        fitting = next((one for one in acceptances if _fits(one, found, places)), None)
        if fitting is None:
            kept.append(found)
        else:
            accepted.append((found, fitting))
    used = {acceptance for _, acceptance in accepted}
    stale = tuple(one for one in acceptances if one not in used)
    return Settled(replace(report, found=tuple(kept)), tuple(accepted), stale)


def _fits(acceptance: Acceptance, found: Found, places: Places) -> bool:
    """Whether the accepted words still stand there and hold the place, or are its marked words."""
    if acceptance.code != found.check.code:
        return False
    accepted = " ".join(acceptance.text.split())
    marked = " ".join(found.span.text.split())
    return bool(accepted) and accepted in places.sentence(found.span) and (marked in accepted or accepted in marked)


def _table(content: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(content.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        raise UnusableSettings(f"Tệp «{name}» không đúng dạng TOML ({error}); hãy sửa rồi chạy lại.") from error


def _only(table: Mapping[str, object], allowed: set[str], name: str) -> None:
    strange = sorted(set(table) - allowed)
    if strange:
        raise UnusableSettings(f"Tệp «{name}» có mục lạ «{strange[0]}»; chỉ dùng được: {', '.join(sorted(allowed))}.")


def _codes(value: object, known: frozenset[str], name: str) -> frozenset[str]:
    if not isinstance(value, list) or not all(isinstance(code, str) for code in value):
        raise UnusableSettings(f'Tệp «{name}»: «off» phải là danh sách mã, ví dụ off = ["R101", "F501"].')
    strange = sorted(set(value) - known)
    if strange:
        raise UnusableSettings(
            f"Tệp «{name}»: không có phép soát mã «{strange[0]}»; gõ «kybao checks» để xem danh sách."
        )
    return frozenset(value)


def _acceptance(entry: object, number: int, known: frozenset[str], name: str) -> Acceptance:
    values = entry if isinstance(entry, dict) else {}
    for key, meaning in (("code", "mã phép soát"), ("text", "câu được chấp nhận"), ("reason", "lý do")):
        if not isinstance(values.get(key), str) or not values[key].strip():
            raise UnusableSettings(f"Tệp «{name}»: mục [[accept]] thứ {number} thiếu «{key}» ({meaning}).")
    _codes([values["code"]], known, name)
    return Acceptance(values["code"], values["text"], values["reason"])


def _quoted(text: str) -> str:
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
