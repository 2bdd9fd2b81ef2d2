import unicodedata
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kybao.office.csv_tables import BadCell, BadTable, Problems, read_table

COLUMNS = ("mã", "tên")


def table(folder: Path, content: str | bytes) -> Path:
    path = folder / "bang.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_rows_know_their_line_even_after_a_cell_of_two_lines(tmp_path: Path) -> None:
    rows = read_table(table(tmp_path, 'mã,tên\na,"xã\nHoàng Đồng"\n\nb, Mai Pha \n'), COLUMNS)
    assert [(row.line, row["mã"], row["tên"]) for row in rows] == [(2, "a", "xã\nHoàng Đồng"), (5, "b", "Mai Pha")]
    assert rows[1].place == "bang.csv, dòng 5"


def test_columns_may_stand_in_any_order_and_be_separated_as_excel_does(tmp_path: Path) -> None:
    rows = read_table(table(tmp_path, "\ufefftên;mã\r\nMai Pha;27,5\r\n"), COLUMNS)
    assert (rows[0]["mã"], rows[0]["tên"]) == ("27,5", "Mai Pha")


def test_decomposed_letters_are_read_as_composed_ones(tmp_path: Path) -> None:
    rows = read_table(table(tmp_path, unicodedata.normalize("NFD", "mã,tên\nx,xã\n")), COLUMNS)
    assert rows[0]["tên"] == "xã"


@pytest.mark.parametrize(
    ("content", "place", "says"),
    [
        ("mã,ten\n", "dòng 1", "thiếu cột «tên»"),
        ("mã,tên,thừa\n", "dòng 1", "cột lạ «thừa»"),
        ("mã,tên,tên\n", "dòng 1", "hai lần"),
        ("mã,tên\na,b\na\n", "dòng 3", "có 1 ô trong khi bảng có 2 cột"),
        ('mã,tên\na,b\na,"b\n', "dòng 3", "dấu nháy kép"),
        ("", "dòng 1", "thiếu cột"),
        ("mã,tên\na,b\n".encode() + b"x\xe3,b\n", "dòng 3", "UTF-8"),
        ("mã,tên\na,b\0\n", "dòng 2", "ký tự lạ"),
    ],
)
def test_what_is_no_such_table_is_refused_with_its_place(
    tmp_path: Path, content: str | bytes, place: str, says: str
) -> None:
    with pytest.raises(BadTable) as refused:
        read_table(table(tmp_path, content), COLUMNS)
    assert place in str(refused.value)
    assert says in str(refused.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadTable, match=r"khong-co\.csv: không có tệp này"):
        read_table(tmp_path / "khong-co.csv", COLUMNS)


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    rows = read_table(table(tmp_path, "mã,tên\na,b\nc,d\n"), COLUMNS)
    problems = Problems()
    problems.refuse_any()
    for row in rows:
        problems.add(row, "sai.")
    with pytest.raises(BadTable) as refused:
        problems.refuse_any()
    assert str(refused.value) == "bang.csv, dòng 2: sai.\nbang.csv, dòng 3: sai."


def test_cells_are_read_as_what_they_are_or_refused_with_their_place(tmp_path: Path) -> None:
    [row] = read_table(table(tmp_path, 'mã,tên\n31/02/2024,"1.250,5"\n'), COLUMNS)
    assert row.number("tên") == Decimal("1250.5")
    assert row.required("mã") == "31/02/2024"
    problems = Problems()
    for read in (
        lambda: row.day("mã"),
        lambda: row.day("tên"),
        lambda: row.number("mã"),
        lambda: row.choice("tên", {"có": True, "": False}),
    ):
        with problems.at(row):
            read()
    assert len(problems.sentences) == 4
    assert all(sentence.startswith("bang.csv, dòng 2: cột «") for sentence in problems.sentences)
    assert "«31/02/2024» không phải là ngày" in problems.sentences[0]
    assert "chỉ dùng «có», để trống" in problems.sentences[3]


def test_a_number_with_a_letter_for_a_digit_is_named(tmp_path: Path) -> None:
    [row] = read_table(table(tmp_path, 'mã,tên\na,"12,5o"\n'), COLUMNS)
    with pytest.raises(BadCell, match="có chữ «o»"):
        row.number("tên")


def test_a_day_is_read(tmp_path: Path) -> None:
    [row] = read_table(table(tmp_path, "mã,tên\n5/3/2024,x\n"), COLUMNS)
    assert row.day("mã") == date(2024, 3, 5)
