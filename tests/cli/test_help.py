"""What a newcomer types first."""

import pytest

ENGLISH = ("Show this message", "Options", "Commands", "Arguments", "default:", "required")


@pytest.mark.parametrize("arguments", [[], ["--help"], ["read", "-h"], ["check", "--help"], ["draft", "--help"]])
def test_help_is_vietnamese(kybao, arguments):
    called = kybao(*arguments)
    assert called.code == 0
    assert "Hiện trang hướng dẫn này." in called.out
    assert not [word for word in ENGLISH if word in called.out]


def test_the_version_is_told(kybao):
    assert kybao("--version").out.startswith("kybao 0.")
