"""Checks switched off by file, and findings accepted for good reasons."""

import pytest

from kybao import checks
from kybao.checks import (
    Acceptance,
    UnusableSettings,
    accept,
    read_acceptances,
    read_settings,
    settle,
    write_acceptances,
)
from kybao.claims import read
from kybao.text import Refusal, parse

CODES = [check.code for check in checks.ALL]
TEXT = "Bảo đảm quyền lợi của của người dân. Hội nghị tổ chức ngày 31/6/2024 tại xã Tân Văn."


def report(text: str = TEXT) -> checks.Report:
    return checks.check(read(parse(text)))


def test_settings_switch_checks_off_everywhere_and_by_file() -> None:
    settings = read_settings('off = ["F507"]\n[files."*-thang-*.docx"]\noff = ["T406", "F525"]\n', codes=CODES)
    assert settings.switched_off("khac.docx") == {"F507"}
    assert settings.switched_off("bao-cao/lang-son-thang-6.docx") == {"F507", "T406", "F525"}
    assert read_settings("", codes=CODES).switched_off("khac.docx") == frozenset()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('off = ["X999"]', "X999"),
        ('of = ["F507"]', "«of»"),
        ('off = "F507"', "danh sách"),
        ("off = [", "TOML"),
        ('files = ["a.docx"]', "[files]"),
    ],
)
def test_settings_that_cannot_be_used_are_refused_with_a_sentence(content: str, said: str) -> None:
    with pytest.raises(UnusableSettings, match=r"kybao\.toml") as refusal:
        read_settings(content, codes=CODES)
    assert said in str(refusal.value)
    assert isinstance(refusal.value, Refusal)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('[[accept]]\ncode = "F521"\ntext = "của của"', "reason"),
        ('[[accept]]\ncode = "X999"\ntext = "của của"\nreason = "đã hỏi"', "X999"),
        ('accept = "F521"', "[[accept]]"),
        ('[[accept]]\ncode = "F521"\ntext = "  "\nreason = "đã hỏi"', "text"),
    ],
)
def test_an_acceptance_without_its_reason_is_refused(content: str, said: str) -> None:
    with pytest.raises(UnusableSettings) as refusal:
        read_acceptances(content, codes=CODES, name="a.docx.kybao.toml")
    assert said in str(refusal.value)


def test_an_accepted_finding_is_not_shown_again() -> None:
    first = report().found[0]
    acceptance = accept(report().document, first, reason="Nguyên văn biên bản.")
    settled = settle(report(), [acceptance])
    assert [found.check.code for found in settled.report.found] == ["T401"]
    assert [(found.check.code, used.reason) for found, used in settled.accepted] == [("F521", "Nguyên văn biên bản.")]
    assert settled.stale == ()


def test_an_acceptance_no_longer_counts_when_its_sentence_has_changed() -> None:
    acceptance = accept(report().document, report().found[0], reason="Nguyên văn biên bản.")
    changed = report(TEXT.replace("người dân", "nhân dân"))
    settled = settle(changed, [acceptance])
    assert [found.check.code for found in settled.report.found] == ["F521", "T401"]
    assert settled.stale == (acceptance,)


def test_an_acceptance_of_what_was_mended_is_named() -> None:
    acceptance = accept(report().document, report().found[0], reason="Nguyên văn biên bản.")
    assert settle(report(TEXT.replace("của của", "của")), [acceptance]).stale == (acceptance,)


def test_an_acceptance_counts_for_its_own_check_only() -> None:
    settled = settle(report(), [Acceptance("T401", "của của", "Nhầm mã.")])
    assert len(settled.report.found) == 2
    assert len(settled.stale) == 1


def test_the_marked_words_are_enough_for_an_acceptance() -> None:
    settled = settle(report(), [Acceptance("F521", "của của", "Nguyên văn.")])
    assert [found.check.code for found in settled.report.found] == ["T401"]


def test_acceptances_are_read_back_as_written() -> None:
    written = [Acceptance("F521", 'Câu có "ngoặc kép" và \\ gạch', "Lý do."), Acceptance("T401", "31/6", "Khác.")]
    assert list(read_acceptances(write_acceptances(written), codes=CODES, name="a")) == written
    assert read_acceptances("", codes=CODES, name="a") == ()
