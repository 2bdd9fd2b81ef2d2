"""A report is written, stripped of its links, read again from its words, and compared with its manifest."""

from pathlib import Path

import pytest

from kybao.claims import read
from kybao.office.loading import load
from kybao.office.word_links import strip_links
from kybao.office.word_writing import write
from kybao.reports.drafts import DraftResult, compose
from kybao.reports.outline import Outline, Passage, Section
from kybao.reports.read_back import ReadBack, State, compare_with_manifest
from kybao.text import parse
from tests.reports.handmade_book import HandmadeBook, full_book

WORDS = (
    "Du lịch khởi sắc. {khach:câu}[^1]. {thu:câu}.",
    "Trong quý xảy ra {chay}, {chay:chênh lệch}. Đã giải quyết {xong:trên(nhan)}, đạt tỷ lệ {xong:tỷ lệ(nhan)}.",
    "Đã xây dựng {danh sách:số(cau)} cầu dân sinh[^1].",
)
NOTES = ({"1": "Tỷ lệ bao phủ bảo hiểm đạt {bao-phu}."}, {}, {"1": "Gồm: {danh sách:kể(cau)}."})
LISTS = {"cau": ["Cầu Nà Lải", "Cầu Khòn Pát", "Cầu Pò Đứa"]}


def outline() -> Outline:
    passages = tuple(
        Passage(words, notes, place=f"đoạn {number}")
        for number, (words, notes) in enumerate(zip(WORDS, NOTES, strict=True), start=1)
    )
    sections = (Section(1, "Kết quả đạt được"), Section(2, "Về kinh tế", passages=passages))
    return Outline(
        "BÁO CÁO", "Tình hình kinh tế - xã hội quý I/2024", "", "BC-UBND", "", ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ THỬ"),
        "Thử", ("Lưu: VT.",), "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", sections,
    )  # fmt: skip


def composed(book: HandmadeBook | None = None) -> DraftResult:
    return compose(book or full_book(), outline(), "Ủy ban nhân dân thành phố Thử", lists=LISTS)


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The words of the written file."""
    folder = tmp_path_factory.mktemp("read-back")
    write(composed().manuscript, folder / "a.docx")
    strip_links(folder / "a.docx", folder / "b.docx")
    return load(folder / "b.docx").text


def held(text: str) -> ReadBack:
    return compare_with_manifest(read(parse(text)), composed().manifest)


def test_every_figure_of_the_file_is_the_ledgers(tmp_path: Path) -> None:
    result = composed()
    write(result.manuscript, tmp_path / "a.docx", manifest=result.manifest)
    strip_links(tmp_path / "a.docx", tmp_path / "b.docx")
    back = compare_with_manifest(read(load(tmp_path / "b.docx")), result.manifest)
    assert [line.text for line in back.troubles] == []
    assert back.holds
    assert back.counts == {State.UNCHANGED: len(result.manifest.entries)}


def changed(text: str, old: str, new: str) -> list[tuple[State, str]]:
    """What a hand that types ``new`` over ``old`` does."""
    assert text.count(old) == 1, text.count(old)
    before = {line.text for line in held(text).troubles}
    return [(line.state, line.text) for line in held(text.replace(old, new)).troubles if line.text not in before]


def test_a_retyped_figure_is_named_with_both_numbers(text: str) -> None:
    (line,) = changed(text, "bằng 28,1% dự toán", "bằng 29,1% dự toán")
    assert line[0] is State.RETYPED
    assert "«28,1»" in line[1]
    assert "«29,1»" in line[1]


def test_a_figure_that_was_cut_out_is_missing(text: str) -> None:
    assert [state for state, _ in changed(text, ", bằng 26,6% dự toán thành phố phấn đấu", "")] == [State.MISSING]


def test_a_new_figure_has_no_source(text: str) -> None:
    (line,) = changed(text, "Du lịch khởi sắc.", "Du lịch khởi sắc, có 12 khách sạn mới.")
    assert line == (State.NEW, "«12» là số mới, không có nguồn trong sổ số liệu.")


def test_words_that_contradict_the_sign_are_seen(text: str) -> None:
    (line,) = changed(text, "giảm 02 vụ so với cùng kỳ", "tăng 02 vụ so với cùng kỳ")
    assert line[0] is State.REWORDED
    assert "tăng hay giảm" in line[1]


def test_another_unit_and_another_basis_are_seen(text: str) -> None:
    (unit,) = changed(text, "đạt 83 tỷ đồng", "đạt 83 triệu đồng")
    (basis,) = changed(text, "dự toán tỉnh giao", "dự toán huyện giao")
    assert "đơn vị tính" in unit[1]
    assert "cơ sở so sánh" in basis[1]
