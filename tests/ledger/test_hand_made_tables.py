"""Totals against tables that were added up by hand: rows «tổng …» and «lũy kế …» say what has to come out."""

from pathlib import Path

import pytest

from kybao.figures import read_number
from kybao.ledger.models import Indicator, Kind
from kybao.ledger.totals import along_year, total
from kybao.office.csv_tables import Row, read_table
from tests.books import Book, period

COLUMNS = ("chỉ tiêu", "loại", "đơn vị tính", "công thức", "đơn vị", "kỳ", "giá trị", "đã gửi")
TABLES = sorted(Path(__file__).with_name("tables").glob("*.csv"))
DOORS = {"tổng": total, "lũy kế": along_year}


def define(book: Book, row: Row) -> Indicator:
    terms = [Indicator.objects.get(code=code) for code in row["công thức"].split("/") if code]
    factor = {"%": "100", "tạ/ha": "10"}.get(row["đơn vị tính"], "1")
    pair = (terms[0], terms[1]) if terms else None
    return book.indicator(row["chỉ tiêu"], Kind(row["loại"]), row["đơn vị tính"], terms=pair, multiplier=factor)


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_what_comes_out_is_what_was_added_up_by_hand(book: Book, path: Path) -> None:
    district = book.district()
    checked = 0
    for row in read_table(path, COLUMNS):
        if row["loại"]:
            define(book, row)
            continue
        indicator = Indicator.objects.get(code=row["chỉ tiêu"])
        door = DOORS.get(row["đơn vị"].rpartition(" ")[0])
        if door is None:
            book.say(row["đơn vị"], indicator, row["kỳ"], row["giá trị"])
            continue
        found = door(indicator, district, period(row["kỳ"]))
        assert found is not None
        assert found.value == read_number(row["giá trị"])
        assert f"{found.sent}/{found.owed}" == row["đã gửi"]
        checked += 1
    assert checked
