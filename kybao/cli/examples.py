"""The example that comes with the project: UBND thành phố Lạng Sơn, quý I/2024."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kybao.checks import Report

LANG_SON = Path(__file__).resolve().parents[2] / "examples" / "lang-son"
OUTLINE = LANG_SON / "de-cuong.toml"
LISTS = "danh-sach.csv"  # beside the outline
FAULTY = LANG_SON / "bao-cao-co-loi.txt"
PLANTED = LANG_SON / "bao-cao-co-loi.toml"


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault that was planted in the faulty report: the words it stands in, and the check that has to find it."""

    place: str
    check: str

    def is_found(self, report: "Report") -> bool:
        """Whether the check has a finding within the words."""
        start = report.document.text.index(self.place)
        end = start + len(self.place)
        return any(
            found.check.name == self.check and found.span.start < end and start < found.span.end
            for found in report.found
        )


def planted() -> tuple[Fault, ...]:
    """Give the faults of the faulty report."""
    table = tomllib.loads(PLANTED.read_text(encoding="utf-8"))
    return tuple(Fault(fault["chỗ"], fault["loại"]) for fault in table["lỗi"])
