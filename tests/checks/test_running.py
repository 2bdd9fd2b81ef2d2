"""Findings come in the order of the text, one for a place, and can be switched off."""

from kybao import checks
from kybao.checks import Check, Finding, Severity
from kybao.checks.running import run
from kybao.claims import Reading, read
from kybao.text import parse

TEXT = "Bảo đảm quyền lợi của của người dân đến 31/6; quyền lợi của của hội viên."


def a_check(code: str, *places: tuple[int, int], severity: Severity = Severity.ERROR) -> Check:
    def find(reading: Reading) -> list[Finding]:
        return [Finding(reading.document.span(*place), code) for place in places]

    return Check(code, code.lower(), "", "", "", "", find, severity)


def test_findings_are_ordered_by_their_place() -> None:
    report = checks.check(read(parse(TEXT)))
    assert [found.check.code for found in report.found] == ["F521", "T401", "F521"]
    assert [found.span.start for found in report.found] == sorted(found.span.start for found in report.found)


def test_two_findings_of_one_place_become_the_heavier() -> None:
    reading = read(parse(TEXT))
    report = run((a_check("A1", (0, 8), severity=Severity.INFO), a_check("B2", (0, 8))), reading)
    assert [found.check.code for found in report.found] == ["B2"]


def test_a_finding_is_cut_to_what_can_be_shown() -> None:
    reading = read(parse("Bảo đảm an toàn. " * 50))
    (found,) = run((a_check("A1", (0, 800)),), reading).found
    assert len(found.span) == 300
    assert reading.document.text[found.span.start : found.span.end] == found.span.text


def test_a_check_that_is_switched_off_finds_nothing() -> None:
    report = checks.check(read(parse(TEXT)), switched_off={"F521"})
    assert [found.check.code for found in report.found] == ["T401"]


def test_a_draft_may_have_blanks() -> None:
    blank = next(check for check in checks.ALL if check.only_final).wrong
    assert checks.check(read(parse(blank))).found == ()
    assert checks.check(read(parse(blank)), final=True).found != ()


def test_remarks_leave_a_report_clean() -> None:
    reading = read(parse(TEXT))
    assert run((a_check("A1", (0, 8), severity=Severity.INFO),), reading).clean
    assert not run((a_check("A1", (0, 8), severity=Severity.WARNING),), reading).clean
