"""Each check on its page's own sentences and on its case file."""

import pytest

from kybao.checks import ALL, Check
from tests.checks.casefiles import CASES, Case, cases, codes_found

BY_CODE = {check.code: check for check in ALL}


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.code)
def test_the_wrong_sentence_is_found_by_its_check_alone(check: Check) -> None:
    assert set(codes_found(check.wrong, check)) == {check.code}


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.code)
def test_the_right_sentence_is_clean(check: Check) -> None:
    assert codes_found(check.right, check) == []


@pytest.mark.parametrize("case", cases(), ids=str)
def test_a_case_is_judged_as_its_head_says(case: Case) -> None:
    found = codes_found(case.text, BY_CODE.get(case.code))
    if case.wanted == "ok":
        assert case.code not in found
    else:
        assert case.wanted in found


def test_every_check_has_a_case_file_with_something_that_is_right() -> None:
    for check in ALL:
        assert (CASES / f"{check.code}.txt").exists(), check.code
        assert any(case.wanted == "ok" for case in cases() if case.code == check.code), check.code


def test_codes_and_names_are_unique() -> None:
    assert len({check.code for check in ALL}) == len(ALL)
    assert len({check.name for check in ALL}) == len(ALL)
