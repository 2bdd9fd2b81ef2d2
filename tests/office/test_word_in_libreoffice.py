"""A written file as LibreOffice opens, lays out and saves it."""

import subprocess
from pathlib import Path

import pytest

from kybao.office.manifests import Manifest
from kybao.office.word_links import read_bookmarks, read_manifest
from kybao.office.word_writing import write
from tests.office.small_report import report

pytestmark = pytest.mark.libreoffice


@pytest.fixture(scope="module")
def saved_again(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report, opened and saved as .docx by LibreOffice."""
    folder = tmp_path_factory.mktemp("libreoffice")
    write(report(rows=30), folder / "bao-cao.docx")
    out = folder / "out"
    subprocess.run(
        [soffice, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "docx",
         "--outdir", str(out), str(folder / "bao-cao.docx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return out / "bao-cao.docx"


def test_bookmarks_survive(saved_again: Path) -> None:
    expected = {entry.bookmark: entry.text for entry in Manifest.of(report(rows=30)).entries}
    assert read_bookmarks(saved_again) == expected


def test_the_manifest_survives(saved_again: Path) -> None:
    assert read_manifest(saved_again) == Manifest.of(report(rows=30))
