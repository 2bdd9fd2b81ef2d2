"""The report of the example, from the ledger to the file and back from its words alone."""

from pathlib import Path

import pytest

from kybao.claims import Reading, read
from kybao.figures import Period
from kybao.office.loading import load
from kybao.office.word_links import strip_links
from kybao.org.models import Agency
from kybao.reports.drafts import DraftResult
from kybao.reports.named_lists import read_lists
from kybao.reports.outline import read_outline
from kybao.reports.read_back import State, compare_with_manifest
from kybao.workflow.draft_report import draft_report
from kybao.workflow.load_example import load_example
from tests.books import Book

EXAMPLE = Path(__file__).resolve().parents[2] / "examples/lang-son"


@pytest.fixture
def drafted(db: None, tmp_path: Path) -> DraftResult:
    book = Book()
    load_example(EXAMPLE, by=book.user)
    city = Agency.objects.get(key="tp-lang-son")
    outline = read_outline(EXAMPLE / "de-cuong.toml")
    path = tmp_path / "bao-cao.docx"
    return draft_report(
        city, Period.parse("2024-Q1"), outline, by=book.user, path=path, lists=read_lists(EXAMPLE / "danh-sach.csv")
    ).result


@pytest.fixture
def reading(drafted: DraftResult, tmp_path: Path) -> Reading:
    """What the words of the written file say."""
    strip_links(tmp_path / "bao-cao.docx", tmp_path / "chi-co-chu.docx")
    return read(load(tmp_path / "chi-co-chu.docx"))


def test_nothing_is_missing_and_every_number_of_the_file_is_the_ledgers(
    drafted: DraftResult, reading: Reading
) -> None:
    assert not drafted.missing
    back = compare_with_manifest(reading, drafted.manifest)
    assert len(back.lines) == len(drafted.manifest.entries) > 400
    assert set(back.counts) <= {State.UNCHANGED, State.REWORDED}
    assert {differ for line in back.troubles for differ in line.differs} <= {"vai trò"}
