import pytest

from tests.books import Book


@pytest.fixture
def book(db: None) -> Book:
    return Book()
