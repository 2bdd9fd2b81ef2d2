"""Drafting a report as a deed: permission, versions, file, audit line."""

import hashlib
from pathlib import Path

import docx
import pytest
from django.db import DatabaseError

from kybao.figures import Period
from kybao.office.word_links import read_manifest
from kybao.office.word_packing import UnwritableFile
from kybao.org.errors import NotAllowed
from kybao.org.models import Agency, AuditLine, User
from kybao.reports.errors import OutlineError
from kybao.reports.models import Draft, Report
from kybao.reports.outline import Outline, Passage, Section
from kybao.workflow.draft_report import draft_report
from tests.books import Book

QUARTER = Period.parse("2024-Q1")


@pytest.fixture
def book(db: None) -> Book:
    book = Book()
    book.district("huyen", communes=2)
    book.say("huyen", book.indicator("thu", unit="tỷ đồng"), "2024-Q1", "83")
    return book


@pytest.fixture
def agency(book: Book) -> Agency:
    return Agency.objects.get(key="huyen")


def outline(words: str = "Thu ngân sách đạt {thu}.") -> Outline:
    section = Section(1, "Kết quả", passages=(Passage(words, {}, place="Đề cương, mục «Kết quả», đoạn 1"),))
    return Outline(
        "BÁO CÁO", "Tình hình quý I/2024", "", "BC-UBND", "", ("ỦY BAN NHÂN DÂN", "HUYỆN THỬ"), "Thử",
        ("Lưu: VT.",), "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", (section,),
    )  # fmt: skip


def test_a_draft_is_kept_with_its_figures_and_written(book: Book, agency: Agency, tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.docx"
    drafted = draft_report(agency, QUARTER, outline(), by=book.user, path=path)
    assert "Thu ngân sách đạt 83 tỷ đồng./." in [line.text for line in docx.Document(str(path)).paragraphs]
    kept = Draft.objects.get()
    assert kept.manifest == drafted.result.manifest == read_manifest(path)
    assert kept.digest == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (kept.report.agency, kept.report.period, kept.version) == (agency, QUARTER, 1)


def test_drafting_again_makes_a_new_version_of_the_same_report(book: Book, agency: Agency) -> None:
    for _ in range(2):
        draft_report(agency, QUARTER, outline(), by=book.user)
    assert [kept.version for kept in Report.objects.get().drafts.all()] == [1, 2]


def test_what_is_missing_is_kept_and_told(book: Book, agency: Agency) -> None:
    book.indicator("chi", unit="tỷ đồng")
    drafted = draft_report(agency, QUARTER, outline("Chi {chi}, thu {thu}."), by=book.user)
    assert drafted.draft.missing == ["[chưa có số liệu: chi – đơn vị chưa phân công]"]
    line = AuditLine.objects.get(verb="draft_report")
    assert "còn thiếu 1" in line.what
    assert line.about == f"draft:{drafted.draft.pk}"


def test_a_person_without_the_role_drafts_nothing(book: Book, agency: Agency, tmp_path: Path) -> None:
    stranger = User.objects.create(username="nguoi-la")
    with pytest.raises(NotAllowed):
        draft_report(agency, QUARTER, outline(), by=stranger, path=tmp_path / "a.docx")
    assert not Report.objects.exists()
    assert not list(tmp_path.iterdir())


def test_a_broken_outline_and_an_unwritable_file_change_nothing(book: Book, agency: Agency, tmp_path: Path) -> None:
    taken = tmp_path / "a.docx"
    taken.write_bytes(b"cu")
    with pytest.raises(OutlineError):
        draft_report(agency, QUARTER, outline("Thu {la}."), by=book.user)
    with pytest.raises(UnwritableFile):
        draft_report(agency, QUARTER, outline(), by=book.user, path=taken)
    assert not Report.objects.exists()
    assert taken.read_bytes() == b"cu"


def test_a_draft_is_never_changed_afterwards(book: Book, agency: Agency) -> None:
    kept = draft_report(agency, QUARTER, outline(), by=book.user).draft
    kept.digest = "khác"
    with pytest.raises(DatabaseError, match="chỉ được thêm dòng"):
        kept.save()


def test_reports_are_seen_by_those_who_see_the_agency(book: Book, agency: Agency) -> None:
    draft_report(agency, QUARTER, outline(), by=book.user)
    assert Report.objects.visible_to(book.user).count() == 1
    assert not Report.objects.visible_to(User.objects.create(username="nguoi-la")).exists()
