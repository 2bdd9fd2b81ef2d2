"""``kybao template``, ``kybao load`` and ``kybao export`` as a user meets them."""

import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from kybao.cli.example_returns import load_returns, prepare_example, write_faulty_return, write_returns
from kybao.cli.examples import LANG_SON
from kybao.figures import Period
from kybao.ledger.models import Entry
from kybao.org.models import Agency, User
from kybao.submissions.boards import board, counts
from kybao.submissions.return_files import submitted_lists
from kybao.workflow.appoint_administrator import appoint_administrator
from kybao.workflow.load_figures import load_figures
from kybao.workflow.load_return import Outcome

Kybao = Callable[..., "object"]
TAX = "tp-lang-son.chi-cuc-thue"
Q1 = Period.parse("2024-Q1")


@pytest.fixture(autouse=True)
def ready(db: None, monkeypatch: pytest.MonkeyPatch) -> User:
    """The example's catalogue; the database of the tests needs no preparing."""
    monkeypatch.setattr("kybao.workflow.prepare_database.prepare_database", lambda: None)
    by = appoint_administrator()
    prepare_example(by=by)
    return by


def fill(path: Path, cells: dict[str, object]) -> Path:
    book = openpyxl.load_workbook(path)
    for place, value in cells.items():
        book.worksheets[0][place] = value
    book.save(path)
    return path


@pytest.fixture
def tax(kybao: Kybao, tmp_path: Path) -> Path:
    """The return of the tax office, as the command writes it."""
    path = tmp_path / "thue.xlsx"
    called = kybao("template", "--agency", TAX, "--period", "2024-Q1", "--out", path)
    assert called.code == 0  # type: ignore[attr-defined]
    return path


def test_a_template_is_written_and_said(kybao: Kybao, tmp_path: Path) -> None:
    path = tmp_path / "thue.xlsx"
    called = kybao("template", "--agency", TAX, "--period", "2024-Q1", "--out", path)
    assert called.out == f"Đã lập «{path}»: biểu 02-THUE, hạn gửi 19/03/2024.\n"
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert [sheet.cell(8, column).value for column in (5, 6)] == [
        "Dự toán năm 2024 tỉnh giao", "Dự toán năm 2024 thành phố phấn đấu",
    ]  # fmt: skip


def test_a_template_is_never_written_over_unasked(kybao: Kybao, tax: Path) -> None:
    again = ("template", "--agency", TAX, "--period", "2024-Q1", "--out", tax)
    assert (kybao(*again).code, kybao(*again, "--force").code) == (2, 0)


def test_a_folder_takes_the_returns_of_all_below(kybao: Kybao, tmp_path: Path) -> None:
    called = kybao(
        "template", "--agency", "tp-lang-son", "--below", "--period", "2024-Q1", "--out", tmp_path / "bieu"
    )
    assert called.code == 0
    assert len(list((tmp_path / "bieu").glob("*.xlsx"))) == 28


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--agency", "xx", "--period", "2024-Q1"), "chưa có đơn vị «xx»"),
        (("--agency", "tp-lang-son", "--period", "2024-Q1"), "không phải gửi biểu nào cho quý I/2024"),
        (("--agency", TAX, "--period", "2024-Q1", "--form", "99"), "không phải gửi biểu «99»"),
        (("--agency", TAX, "--period", "2024-13"), "«2024-13» không phải là mã kỳ"),
        (("--agency", "tp-lang-son", "--period", "2024-Q1", "--below"), "hãy chọn một bằng --form"),
    ],
)
def test_a_template_that_cannot_be_is_one_sentence(
    kybao: Kybao, tmp_path: Path, options: tuple[str, ...], words: str
) -> None:
    called = kybao("template", *options, "--out", tmp_path / "x.xlsx")
    assert called.code == 2
    assert words in called.err
    assert called.err.count("\n") == 1


def test_a_filled_return_is_loaded(kybao: Kybao, tax: Path) -> None:
    called = kybao("load", fill(tax, {"J11": 113}))
    assert (called.code, called.err) == (0, "")
    assert called.out.startswith(f"{tax}: đã nạp (biểu 02-THUE, {TAX}, 2024-Q1, 1 số liệu).")
    assert "không có gì thay đổi" in kybao("load", tax).out


def test_problems_are_told_by_sheet_and_cell(kybao: Kybao, tax: Path) -> None:
    called = kybao("load", fill(tax, {"J11": "12,5o"}))
    assert called.code == 1
    assert (
        "    Trang «Biểu 02-THUE»\n      Ô J11 (Tổng thu ngân sách nhà nước): «12,5o» không phải là số" in called.out
    )
    assert "Chưa có số liệu nào vào sổ" in called.out
    assert not Entry.objects.filter(source_kind="cell").exists()


def test_a_question_waits_for_a_note(kybao: Kybao, tax: Path) -> None:
    fill(tax, {"J11": 1130})
    asked = kybao("load", tax)
    assert asked.code == 1
    assert "1.130 tỷ đồng gấp 10 lần số cùng kỳ (quý I/2023) là 108,76" in asked.out
    assert "--accept-warnings" in asked.out
    answered = kybao("load", tax, "--accept-warnings", "có khoản thu đột xuất")
    assert answered.code == 0
    fill(tax, {"J11": 113})
    changed = kybao("load", tax)
    assert "(ước): 1.130 tỷ đồng → 113 tỷ đồng" in changed.out


def test_outcomes_for_programs_are_an_object_a_file(kybao: Kybao, tax: Path) -> None:
    called = kybao("load", fill(tax, {"J11": "12,5o"}), "--format", "jsonl")
    (line,) = called.out.splitlines()
    said = json.loads(line)
    assert (said["file"], said["outcome"], said["form"]) == (str(tax), "refused", "02-THUE")
    assert said["problems"][0]["cell"] == "J11"


def test_a_folder_is_loaded_file_by_file(kybao: Kybao, tax: Path) -> None:
    fill(tax, {"J11": 113})
    (tax.parent / "hong.xlsx").write_bytes(b"khong phai")
    called = kybao("load", tax.parent)
    assert called.code == 2
    assert "hong.xlsx» không phải bảng tính" in called.err
    assert "Tổng cộng: 1/2 tệp đã vào sổ." in called.out


def test_what_cannot_be_loaded_is_one_sentence(kybao: Kybao, tax: Path, tmp_path: Path) -> None:
    (tmp_path / "trong").mkdir()
    for arguments, words in (
        ((tmp_path / "khong-co.xlsx",), "Không tìm thấy tệp"),
        ((tmp_path / "trong",), "không có biểu .xlsx hay .ods nào"),
        ((LANG_SON / "de-cuong.toml",), "không phải bảng tính"),
        ((fill(tax, {"J11": 113}), "--agency", "tp-lang-son.thanh-tra"), "không phải của «tp-lang-son.thanh-tra»"),
        ((tax, "--period", "2024-Q2"), "không phải của kỳ 2024-Q2"),
    ):
        called = kybao("load", *arguments)
        assert (called.code, called.err.count("\n")) == (2, 1)
        assert words in called.err


def test_tables_go_out_and_come_in(kybao: Kybao, tmp_path: Path) -> None:
    path = tmp_path / "danh-muc.xlsx"
    assert "chi-tieu (204 dòng)" in kybao("export", "tat-ca", "--out", path).out
    loaded = kybao("load", path)
    assert (loaded.code, "0 mục mới hoặc thay đổi" in loaded.out) == (0, True)
    kybao("export", "ke-hoach", "--format", "csv", "--out", tmp_path / "ke-hoach.csv")
    text = (tmp_path / "ke-hoach.csv").read_text(encoding="utf-8-sig").replace("402,14", "405,00")
    (tmp_path / "ke-hoach.csv").write_text(text, encoding="utf-8")
    assert "đã nạp bảng ke-hoach; 1 mục mới hoặc thay đổi" in kybao("load", tmp_path / "ke-hoach.csv").out
    assert kybao("export", "nguoi-dung", "--out", tmp_path / "x.csv").code == 2


# The example through its returns


def test_the_returns_of_the_example_say_what_its_table_of_figures_says(ready: User, tmp_path: Path) -> None:
    filled = write_returns(tmp_path / "bieu")
    results = [result for _, result in load_returns(filled, by=ready)]
    assert {result.outcome for result in results} == {Outcome.TAKEN}
    assert [one for result in results for one in result.having("hỏi lại")] == []  # type: ignore[arg-type]
    again = load_figures(LANG_SON / "so-lieu-2024-Q1.csv", by=ready)
    assert (len(again.added), len(again.corrected)) == (0, 0)
    assert again.unchanged > 200
    sent, owed = counts(board(Q1))
    assert (sent, owed) == (len(results), len(filled))
    lists = submitted_lists(Agency.objects.get(key="tp-lang-son"), Q1)
    assert len(lists["du-an-chi-tra"]) == 12


def test_the_badly_filled_return_shows_each_kind_of_problem(kybao: Kybao, tmp_path: Path) -> None:
    called = kybao("load", write_faulty_return(tmp_path / "co-loi.xlsx"))
    assert called.code == 1
    for words in ("ghi kèm «triệu đồng»", "có chữ «o»", "«19.458» được nhập dạng chữ", "chưa đủ tổng 900.000"):
        assert words in called.out
