"""The pages of the checks are complete and fresh."""

import re
from pathlib import Path

from kybao.checks import ALL
from kybao.checks.pages import FAMILIES, all_pages, page

PAGES = Path(__file__).resolve().parents[2] / "docs" / "checks.md"


def test_docs_checks_is_fresh() -> None:
    assert PAGES.read_text(encoding="utf-8") == all_pages(), "run make docs"


def test_every_check_has_a_full_page() -> None:
    for check in ALL:
        text = page(check)
        assert check.code in text
        assert check.why in text
        assert check.wrong.splitlines()[0] in text
        assert check.right.splitlines()[0] in text


def test_codes_belong_to_families_in_order() -> None:
    families = [check.code[0] for check in ALL]
    assert all(re.fullmatch(r"[A-Z]\d{3}", check.code) for check in ALL)
    assert sorted(set(families), key=families.index) == list(FAMILIES)
    assert sorted(families, key=list(FAMILIES).index) == families


def test_messages_and_titles_are_sentences_in_vietnamese() -> None:
    for check in ALL:
        assert check.why.endswith("."), check.code
        assert not check.title.endswith("."), check.code
