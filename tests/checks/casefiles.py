"""Case files: texts under «#: CODE» and «#: ok» heads."""

from dataclasses import dataclass
from pathlib import Path

from kybao import checks
from kybao.claims import read
from kybao.text import parse

CASES = Path(__file__).with_name("cases")


@dataclass(frozen=True)
class Case:
    code: str  # of the check that the file is for
    wanted: str  # the code, or "ok"
    remark: str
    text: str

    def __str__(self) -> str:
        return f"{self.code}-{self.wanted}-{self.remark or self.text[:30]}"


def cases() -> list[Case]:
    return [case for path in sorted(CASES.glob("*.txt")) for case in _cases(path)]


def _cases(path: Path) -> list[Case]:
    found = []
    for part in path.read_text(encoding="utf-8").split("#: ")[1:]:
        head, _, text = part.partition("\n")
        wanted, _, remark = head.partition(" ")
        found.append(Case(path.stem, wanted.strip(), remark.strip(), text.strip("\n")))
    return found


def codes_found(text: str, check: checks.Check | None = None) -> list[str]:
    """Run all checks over a text, as a document ready to be signed."""
    known = check.known if check is not None and check.compare is not None else None
    report = checks.check(read(parse(text)), final=True, known=known)
    return [found.check.code for found in report.found]
