"""Findings for people and for other programs."""

from collections.abc import Iterator
from dataclasses import dataclass

from kybao.checks.findings import Severity
from kybao.checks.places import Excerpt, Places
from kybao.checks.running import Found, Report
from kybao.checks.verdicts import Tally

Row = dict[str, object]

WORDS = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.INFO: "lưu ý"}
MARKS = ("⟦", "⟧")  # around the place, where no colour can show it
PATH_PART = 60


@dataclass(frozen=True, slots=True)
class Card:
    """One finding as a person wants to see it; the command line may colour the parts."""

    severity: Severity
    code: str
    name: str
    line: int
    column: int
    path: str  # the headings above: «II › 1. Về kinh tế»
    message: str
    excerpt: Excerpt


def cards(report: Report) -> Iterator[Card]:
    """Yield a card for each finding, in the order of the text."""
    places = Places(report.document)
    for found in report.found:
        line, column = places.line(found.span)
        path = " › ".join(_shortened(heading) for heading in places.path(found.span))
        excerpt = places.excerpt(found.span)
        yield Card(
            found.severity, found.check.code, found.check.name, line, column, path, found.finding.message, excerpt
        )


def findings_text(report: Report) -> str:
    """Give all findings as plain text, the place of each between marks."""
    name = report.document.name
    return "".join(_card_text(card, name) + "\n" for card in cards(report))


def summary(report: Report) -> str:
    """Count findings by severity and claims by verdict."""
    counts = [f"{report.count(severity)} {WORDS[severity]}" for severity in Severity if report.count(severity)]
    found = ", ".join(counts) if counts else "không phát hiện gì"
    return f"Kết quả: {found}. {tally_sentence(report.tally)}"


def tally_sentence(tally: Tally) -> str:
    """Say how much of the document could be judged, and how it came out."""
    if not tally.made:
        return "Văn bản không nêu khẳng định nào tính lại được."
    return (
        f"Văn bản nêu {tally.made} khẳng định có thể tính lại; xét được {tally.judged}: "
        f"{tally.holds} khớp khi làm tròn, {tally.cut_off} chỉ khớp nếu cắt số, {tally.wrong} sai; "
        f"{tally.unclear} chưa đủ căn cứ."
    )


def rows(report: Report) -> list[Row]:
    """Give each finding with the keys that ``kybao check --format jsonl`` prints."""
    return [row(found) for found in report.found]


def row(found: Found) -> Row:
    """Give one finding as plain values."""
    finding = found.finding
    return {
        "code": found.check.code,
        "name": found.check.name,
        "severity": str(found.severity),
        "start": finding.span.start,
        "end": finding.span.end,
        "text": finding.span.text,
        "message": finding.message,
        "claimed": finding.claimed,
        "computed": finding.computed,
        "related": [[span.start, span.end] for span in finding.related],
    }


def _card_text(card: Card, name: str) -> str:
    place = f"{name}:{card.line}:{card.column}" if name else f"dòng {card.line}:{card.column}"
    head = f"{place}: {WORDS[card.severity]} {card.code}: {card.message}"
    path = [f"  ở mục: {card.path}"] if card.path else []
    opening, closing = MARKS
    sentence = f"  | {card.excerpt.before}{opening}{card.excerpt.marked}{closing}{card.excerpt.after}".rstrip()
    return "\n".join([head, *path, sentence, ""])


def _shortened(heading: str) -> str:
    return heading if len(heading) <= PATH_PART else f"{heading[:PATH_PART].rstrip()}…"
