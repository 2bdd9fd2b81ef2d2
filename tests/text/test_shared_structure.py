"""The structure of the real texts beside the project: what a reader of them sees."""

from pathlib import Path

import pytest

from kybao.text import Document, Kind, parse, sentences

pytestmark = pytest.mark.shared


def seed(shared_dir: Path, number: str) -> Document:
    (path,) = shared_dir.glob(f"seeds/{number}_*.txt")
    return parse(path.read_text(encoding="utf-8"))


def count(document: Document, kind: Kind) -> int:
    return sum(block.kind is kind for block in document.blocks)


@pytest.mark.parametrize(
    ("number", "notes", "headings"),
    [("000", 27, 40), ("001", 26, 41), ("002", 55, 21), ("003", 3, 14), ("004", 0, 22)],
)
def test_notes_and_headings_are_counted(shared_dir: Path, number: str, notes: int, headings: int) -> None:
    document = seed(shared_dir, number)
    assert (count(document, Kind.NOTE), count(document, Kind.HEADING)) == (notes, headings)


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_each_document_has_a_title_a_head_and_a_closing(shared_dir: Path, number: str) -> None:
    document = seed(shared_dir, number)
    assert count(document, Kind.HEAD) == 2
    assert 2 <= count(document, Kind.TITLE) <= 3
    assert count(document, Kind.CLOSING) >= 9


@pytest.mark.parametrize("number", ["000", "001", "002", "003"])
def test_marks_and_notes_answer_each_other(shared_dir: Path, number: str) -> None:
    document = seed(shared_dir, number)
    counted = [str(n) for n in range(1, count(document, Kind.NOTE) + 1)]
    assert sorted(document.notes, key=int) == counted
    assert {mark.number for mark in document.marks} <= set(counted)


def test_a_sentence_runs_over_a_page_end(shared_dir: Path) -> None:
    document = seed(shared_dir, "000")
    block = next(i for i, found in enumerate(document.blocks) if "thuộc 13 dự án¹³" in found.text)
    (sentence,) = [
        s for s in sentences(document, block) if "thuộc 13 dự án" in document.blocks[block].text[s.start : s.end]
    ]
    start, end = document.blocks[block].passage.place(sentence.start, sentence.end)
    assert "¹² " in document.text[start:end]


def test_cut_notes_are_whole(shared_dir: Path) -> None:
    document = seed(shared_dir, "000")
    pieces = {number: len(document.blocks[index].passage.pieces) for number, index in document.notes.items()}
    assert {number: length for number, length in pieces.items() if length > 1} == {"7": 2, "21": 2}


def test_the_target_table_is_one_table(shared_dir: Path) -> None:
    document = seed(shared_dir, "001")
    values = {block.heads[0]: block.text for block in document.blocks if block.column == 3 and block.heads}
    units = {block.heads[0]: block.text for block in document.blocks if block.column == 2 and block.heads}
    assert values["Thu nội địa tăng bình quân"] == "9-10"
    assert values["Khu vực Dịch vụ"] == "5.513,2"
    assert units["Thu nhập bình quân đầu người"] == "Triệu đồng"
    assert {block.table for block in document.blocks if block.kind is Kind.CELL} == {0}


def test_the_list_of_a_note_is_part_of_it(shared_dir: Path) -> None:
    document = seed(shared_dir, "003")
    assert {number: len(document.blocks[index].passage.pieces) for number, index in document.notes.items()} == {
        "1": 8,
        "2": 3,
        "3": 1,
    }
