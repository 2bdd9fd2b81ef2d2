"""Findings as SARIF 2.1.0, the format that review tools read."""

from collections.abc import Sequence
from urllib.parse import quote

from kybao import __version__
from kybao.checks.findings import Check, Severity
from kybao.checks.places import Places
from kybao.checks.running import Found, Report
from kybao.text import Span

Tree = dict[str, object]

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif(reports: Sequence[Report], checks: Sequence[Check]) -> Tree:
    """Give the reports of several files as one run."""
    return log([result for report in reports for result in results(report, checks)], checks)


def log(found: Sequence[Tree], checks: Sequence[Check]) -> Tree:
    """Give results, of whatever files, as one run; they stand at its end."""
    driver = {"name": "kybao", "version": __version__, "rules": [_rule(check) for check in checks]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": list(found)}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def results(report: Report, checks: Sequence[Check]) -> list[Tree]:
    """Give the findings of one file."""
    index = {check.code: place for place, check in enumerate(checks)}
    places = Places(report.document)
    return [_result(found, places, index) for found in report.found]


def _rule(check: Check) -> Tree:
    return {
        "id": check.code,
        "name": check.name,
        "shortDescription": {"text": check.title},
        "fullDescription": {"text": check.why},
        "defaultConfiguration": {"level": LEVELS[check.severity]},
    }


def _result(found: Found, places: Places, index: dict[str, int]) -> Tree:
    return {
        "ruleId": found.check.code,
        "ruleIndex": index[found.check.code],
        "level": LEVELS[found.severity],
        "message": {"text": found.finding.message},
        "locations": [_location(found.span, places)],
        "relatedLocations": [
            {"id": number, **_location(span, places)} for number, span in enumerate(found.finding.related)
        ],
    }


def _location(span: Span, places: Places) -> Tree:
    line, column = places.line(span)
    last_line, last_column = places.line(Span(span.end, span.end, ""))
    region = {
        "startLine": line,
        "startColumn": column,
        "endLine": last_line,
        "endColumn": last_column,
        "charOffset": span.start,
        "charLength": len(span),
        "snippet": {"text": span.text},
    }
    return {"physicalLocation": {"artifactLocation": {"uri": quote(places.document.name)}, "region": region}}
