"""Catalogues, plans, agencies and figures go out and come in again without loss."""

import csv
import io
from pathlib import Path

import openpyxl
import pytest
from django.db import transaction

from kybao.figures import Period
from kybao.ledger.figure_tables import FIGURES
from kybao.ledger.models import Entry, Indicator
from kybao.office.csv_tables import BadTable
from kybao.office.table_writing import Table, csv_bytes, xlsx_bytes
from kybao.org.errors import NotAllowed
from kybao.org.models import Agency, User
from kybao.submissions.models import Form, FormList, Obligation
from kybao.workflow.export_catalogue import TABLES, NoSuchTable, catalogue_tables, table_named
from kybao.workflow.import_catalogue import UnknownTable, import_catalogue, tables_in
from kybao.workflow.load_example import load_example

LANG_SON = Path(__file__).resolve().parents[2] / "examples" / "lang-son"


@pytest.fixture
def administrator(db: None) -> User:
    return User.objects.create(username="quan-tri", is_superuser=True)


@pytest.fixture
def example(administrator: User) -> User:
    load_example(LANG_SON, by=administrator)
    return administrator


def everything() -> list[Table]:
    return [*catalogue_tables(), table_named("so-lieu", period=Period.parse("2024-Q1"))]


def rows(name: str) -> list[tuple[str, ...]]:
    with (LANG_SON / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return sorted(tuple(row) for row in list(csv.reader(file))[1:])


@pytest.mark.parametrize("name", list(TABLES))
def test_what_the_example_says_goes_out_again_word_for_word(example: User, name: str) -> None:
    assert sorted(table_named(name).rows) == rows(name)


def saved(tmp_path: Path, tables: list[Table], suffix: str) -> list[Path]:
    if suffix == ".xlsx":
        path = tmp_path / "tat-ca.xlsx"
        path.write_bytes(xlsx_bytes(tables))
        return [path]
    paths = []
    for number, table in enumerate(tables):
        paths.append(tmp_path / f"{number}.csv")
        paths[-1].write_bytes(csv_bytes(table))
    return paths


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_loading_what_was_given_out_changes_nothing(example: User, tmp_path: Path, suffix: str) -> None:
    before = everything()
    for path in saved(tmp_path, before, suffix):
        assert import_catalogue(path, by=example).changed == 0
    assert everything() == before


def test_an_empty_database_is_filled_from_one_workbook(administrator: User, tmp_path: Path) -> None:
    with transaction.atomic():
        load_example(LANG_SON, by=administrator)
        before = everything()
        transaction.set_rollback(True)
    assert not Agency.objects.exists()
    (path,) = saved(tmp_path, before, ".xlsx")
    imported = import_catalogue(path, by=administrator)
    assert imported.tables == (*TABLES, "so-lieu")
    for table, now in zip(before, everything(), strict=True):
        kept = (
            FIGURES.index("nguồn") if table.columns == FIGURES else len(table.columns)
        )  # the source is the file now
        assert [row[:kept] for row in now.rows] == [row[:kept] for row in table.rows]


def test_a_workbook_that_was_edited_changes_what_it_says(example: User, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes([table_named("chi-tieu"), table_named("ke-hoach")])))
    indicators, plans = book.worksheets
    assert (indicators["D4"].value, plans["F2"].value) == (
        "Gian hàng tham gia Hội chợ và Hội thi ẩm thực",
        "3.278.963",
    )
    indicators["D4"], plans["F2"] = "Gian hàng tại Hội chợ", 3300000
    book.save(tmp_path / "sua.xlsx")
    imported = import_catalogue(tmp_path / "sua.xlsx", by=example)
    assert imported.changed == 2
    assert Indicator.objects.get(code="thuong-mai.gian-hang").name == "Gian hàng tại Hội chợ"
    plan = Entry.objects.current().planned().get(indicator__code="du-lich.luot-khach")
    assert plan.supersedes is not None
    assert (plan.value, plan.supersedes.value) == (3300000, 3278963)
    assert (Form.objects.count(), Obligation.objects.count(), FormList.objects.count()) == (21, 28, 14)


def test_every_fault_is_named_and_nothing_changed(example: User, tmp_path: Path) -> None:
    table = table_named("chi-tieu")
    spoilt = [list(row) for row in table.rows]
    spoilt[0][6], spoilt[1][7] = "nhiều", "X"
    path = tmp_path / "hong.xlsx"
    path.write_bytes(xlsx_bytes([Table(table.name, table.columns, tuple(map(tuple, spoilt)))]))
    before = everything()
    with pytest.raises(BadTable) as refused:
        import_catalogue(path, by=example)
    assert [problem.split(":")[0] for problem in refused.value.problems] == ["hong.xlsx, dòng 2", "hong.xlsx, dòng 3"]
    assert everything() == before


def test_a_table_of_no_use_is_refused(example: User, tmp_path: Path) -> None:
    path = tmp_path / "la.csv"
    path.write_bytes(csv_bytes(Table("Lạ", ("x", "y"), (("1", "2"),))))
    assert tables_in(path) == ()
    with pytest.raises(UnknownTable, match=r"«la\.csv» không phải biểu đã điền"):
        import_catalogue(path, by=example)


def test_only_an_administrator_imports_catalogues(example: User, tmp_path: Path) -> None:
    (path,) = saved(tmp_path, [table_named("don-vi")], ".xlsx")
    with pytest.raises(NotAllowed):
        import_catalogue(path, by=User.objects.create(username="nguoi-la"))


def test_a_table_that_is_not_there_is_named(db: None) -> None:
    with pytest.raises(NoSuchTable, match="Không có bảng «nguoi-dung» để xuất; có thể xuất: don-vi"):
        table_named("nguoi-dung")
