"""Loading the example: all or nothing, every fault by file and line."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import models

from kybao.figures import Period
from kybao.ledger.comparisons import compare
from kybao.ledger.errors import WrongEntry
from kybao.ledger.models import Entry, Indicator
from kybao.ledger.seals import faults
from kybao.office.csv_tables import BadTable
from kybao.org.errors import BrokenTree, NotAllowed
from kybao.org.models import Agency, AuditLine, User
from kybao.submissions.boards import Standing, board
from kybao.submissions.models import Form, Obligation, Submission
from kybao.text import Refusal
from kybao.workflow.load_example import load_example

LANG_SON = Path(__file__).resolve().parents[2] / "examples" / "lang-son"
FIGURES = "so-lieu-2024-Q1.csv"
EMPTY: tuple[type[models.Model], ...] = (Agency, Indicator, Entry, Form, Obligation, Submission, AuditLine)


@pytest.fixture
def administrator(db: None) -> User:
    return User.objects.create(username="quan-tri", is_superuser=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "vi-du"
    folder.mkdir()
    for path in LANG_SON.glob("*.csv"):
        shutil.copy(path, folder)
    return folder


def swap(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def again(name: str, line: int, old: str = "", new: str = "") -> Callable[[Path], None]:
    """Write a line of a file once more at its end, perhaps changed."""

    def change(folder: Path) -> None:
        lines = (folder / name).read_text(encoding="utf-8").splitlines()
        (folder / name).write_text("\n".join([*lines, lines[line - 1].replace(old, new)]) + "\n", encoding="utf-8")

    return change


def test_the_example_is_loaded_whole_and_told(administrator: User, folder: Path) -> None:
    loaded = load_example(folder, by=administrator)
    assert loaded.catalogue.indicators == Indicator.objects.count() >= 150
    assert loaded.catalogue.agencies == Agency.objects.count()
    assert loaded.added == Entry.objects.count() == loaded.plans + loaded.figures
    assert loaded.sent == Submission.objects.count() == loaded.catalogue.obligations
    assert not list(faults())
    assert {line.verb for line in AuditLine.objects.all()} == {
        "set_up_catalogue", "record_entries", "send_submission",
    }  # fmt: skip


def test_loading_it_again_changes_nothing(administrator: User, folder: Path) -> None:
    first = load_example(folder, by=administrator)
    before = list(Entry.objects.values_list("hash", flat=True))
    second = load_example(folder, by=administrator)
    assert (second.added, second.corrected, second.sent, second.catalogue.changed) == (0, 0, 0, 0)
    assert second.unchanged == first.added
    assert list(Entry.objects.values_list("hash", flat=True)) == before


def test_a_changed_figure_supersedes_the_former(administrator: User, folder: Path) -> None:
    load_example(folder, by=administrator)
    swap(FIGURES, '"885.320"', '"885.321"')(folder)
    assert load_example(folder, by=administrator).corrected == 1
    assert Entry.objects.filter(indicator__code="du-lich.luot-khach", level="estimate").count() == 2


def test_every_indicator_has_a_plan_or_a_figure_that_all_who_owe_it_sent(administrator: User, folder: Path) -> None:
    load_example(folder, by=administrator)
    indicators = list(Indicator.objects.all())
    found = compare(indicators, Agency.objects.get(key="tp-lang-son"), Period.parse("2024-Q1"))
    planned = set(Entry.objects.planned().values_list("indicator__code", flat=True))
    assert set(found) | planned == {indicator.code for indicator in indicators}
    assert [code for code, one in found.items() if not one.figure.is_complete] == []


def test_the_board_tells_the_late_ones(administrator: User, folder: Path) -> None:
    load_example(folder, by=administrator)
    late = {line.agency for line in board(Period.parse("2024-Q1")) if line.standing is not Standing.ON_TIME}
    assert late == {"tp-lang-son.vinh-trai", "tp-lang-son.quang-lac", "tp-lang-son.phong-quan-ly-do-thi"}


FAULTS = [
    # what a demanding official would try
    (swap(FIGURES, "2024-Q1,15/03", "2024-Q5,15/03"), f"{FIGURES}, dòng 2: «2024-Q5» không phải là mã kỳ"),
    (swap(FIGURES, "2024-Q1,15/03/2024", "2023-Q1,15/03/2023"), f"{FIGURES}, dòng 2: cột «kỳ» ghi 2023-Q1"),
    (swap(FIGURES, "tp-lang-son.van-phong", "tp-lang-son.van-phog"), "không có đơn vị «tp-lang-son.van-phog»"),
    (swap(FIGURES, "tp-lang-son.van-phong", "phuong-ky-lua"), "không tồn tại trong quý I/2024"),
    (again(FIGURES, 5), "đã có ở dòng 5"),
    (swap(FIGURES, '"885.320"', '"885.32o"'), f"{FIGURES}, dòng 5: cột «giá trị»: «885.32o» không phải là số"),
    (swap(FIGURES, '"885.320"', '""'), f"{FIGURES}, dòng 5: cột «giá trị»"),
    (swap(FIGURES, "chi-dao.nhom-nhiem-vu", "chi-dao.khong-co"), "không có chỉ tiêu «chi-dao.khong-co»"),
    (swap(FIGURES, "15/03/2024", "15-03-2024"), "«15-03-2024» không phải là ngày"),
    (swap(FIGURES, "15/03/2024", "15/04/2024"), "ngày chốt 15/04/2024 nằm ngoài quý I/2024"),
    (swap(FIGURES, "thực hiện,thời điểm", "thực hành,thời điểm"), "cột «mức»: «thực hành» không dùng được"),
    (swap(FIGURES, "thực hiện,thời điểm", "thực hiện,trong kỳ"), "là số hiện có, không dùng phạm vi «trong kỳ»"),
    (swap(FIGURES, ",lượt khách,", ",tấn,"), "tính bằng «lượt khách», không nhận «tấn»"),
    (swap(FIGURES, "ngày chốt", "ngày chót"), f"{FIGURES}, dòng 1: thiếu cột «ngày chốt»"),
    # plans
    (swap("ke-hoach.csv", ",2024,tỉnh giao", ",2024,"), "cột «người giao» để trống"),
    (again("ke-hoach.csv", 2), "chỉ tiêu «du-lich.luot-khach» của «tp-lang-son» đã có ở dòng 2"),
    # the catalogue of indicators
    (again("chi-tieu.csv", 2), "đã có ở dòng 2"),
    (swap("chi-tieu.csv", "chi-dao.nhom-nhiem-vu", "Chỉ đạo"), "chi-tieu.csv, dòng 2: cột «mã»"),
    (swap("chi-tieu.csv", "nhóm nhiệm vụ,0,S", "nhóm nhiệm vụ,0,Q"), "cột «loại»: «Q» không dùng được"),
    (swap("chi-tieu.csv", "nhóm nhiệm vụ,0,S", "nhóm nhiệm vụ,hai,S"), "«hai» không phải là số"),
    (swap("chi-tieu.csv", "nhóm nhiệm vụ,0,S", "nhóm nhiệm vụ,12,S"), "phải là số nguyên từ 0 đến 9"),
    (swap("chi-tieu.csv", "nhom-nhiem-vu,19", "nhom-nhiem-vu,21"), "không phải là một nhóm từ 01 đến 20"),
    (swap("chi-tieu.csv", "F,du-lich.luot-khach", "F,du-lich.khong-co"), "không có chỉ tiêu «du-lich.khong-co»"),
    (swap("chi-tieu.csv", "F,du-lich.luot-khach", "F,du-lich.khach-quoc-te"), "chạy vòng"),
    (swap("chi-tieu.csv", "20-VP,tp-lang-son.van-phong", "20-VP,van-phong"), "không có đơn vị «van-phong»"),
    (swap("chi-tieu.csv", "20-VP,tp-lang-son.van-phong", "20-XX,tp-lang-son.van-phong"), "không có biểu «20-XX»"),
    (swap("chi-tieu.csv", ",don-thu.tiep-nhan,15-TCD", ",,15-TCD"), "phải có cả tử số và mẫu số"),
    (swap("chi-tieu.csv", ",,có,,,05-VHTT", ",,có,tthc.dung-han,tthc.qua-han,05-VHTT"), "chỉ chỉ tiêu loại R"),
    # agencies and their history
    (again("don-vi.csv", 3), "đã có một dòng khác cho thời gian này (dòng 3)"),
    (again("don-vi.csv", 3, "tp-lang-son,", "khac,"), "mã hành chính «178» đang là của một dòng khác (dòng 3)"),
    (swap("don-vi.csv", "huyện,lang-son,01/01/2020", "quận,lang-son,01/01/2020"), "cột «cấp»: «quận»"),
    (swap("don-vi.csv", "huyện,lang-son,", "huyện,lang-sen,"), "không có đơn vị «lang-sen»"),
    (swap("don-vi.csv", "01/01/2020,30/06/2025", "01/07/2025,30/06/2025"), "trước «từ ngày»"),
    (swap("sap-nhap.csv", "nhập,tp-lang-son.hoang-van-thu", "nhập,tp-lang-son.khong-co"), "không có đơn vị cũ"),
    (swap("sap-nhap.csv", ",phuong-ky-lua,", ",phuong-khong-co,"), "không có đơn vị mới"),
    (swap("sap-nhap.csv", "phuong-ky-lua,1,", 'phuong-ky-lua,"1,5",'), "«1,5» phải lớn hơn 0, không quá 1"),
    (swap("sap-nhap.csv", "01/07/2025,nhập", "01/07/2025,gộp"), "«gộp» không dùng được"),
    (again("sap-nhap.csv", 2), "đã được ghi ở một dòng khác"),
    (again("sap-nhap.csv", 2, "phuong-ky-lua", "phuong-dong-kinh"), "cộng lại quá 1"),
    # forms, obligations, sendings
    (again("bieu-mau.csv", 2), "biểu «01-TCKH» đã có ở dòng 2"),
    (swap("bieu-mau.csv", "Nghị định 09/2019/NĐ-CP", "Nghị định 9"), "cột «lịch»: «Nghị định 9»"),
    (swap("nghia-vu.csv", "tp-lang-son.phong-kinh-te", "x"), "không có đơn vị «x»"),
    (swap("nghia-vu.csv", "quý,3", "tháng,3"), "không phải là biểu tháng"),
    (swap("nghia-vu.csv", "quý,3", "quý,0"), "ít nhất 1"),
    (again("nghia-vu.csv", 2), "đã có ở một dòng trước"),
    (swap("tinh-hinh-gui.csv", "15/03/2024 16:40", "15/03/2024"), "phải viết như 15/03/2024 16:40"),
    (swap("tinh-hinh-gui.csv", "01-TCKH", "02-THUE"), "không phải gửi biểu «02-THUE»"),
    (again("tinh-hinh-gui.csv", 2), "đã gửi rồi"),
]  # fmt: skip


@pytest.mark.parametrize(("spoil", "says"), FAULTS, ids=lambda value: value if isinstance(value, str) else "")
def test_a_fault_is_told_with_its_place_and_nothing_is_changed(
    administrator: User, folder: Path, spoil: Callable[[Path], None], says: str
) -> None:
    spoil(folder)
    with pytest.raises(BadTable) as refused:
        load_example(folder, by=administrator)
    assert says in str(refused.value)
    assert all(
        sentence.startswith(tuple(path.name for path in folder.iterdir())) for sentence in refused.value.problems
    )
    assert not any(model.objects.exists() for model in EMPTY)  # type: ignore[attr-defined]


def test_the_faults_of_all_figures_are_told_at_once(administrator: User, folder: Path) -> None:
    swap(FIGURES, '"885.320"', '"885.32o"')(folder)
    swap(FIGURES, '"19.458"', '"19,458.0"')(folder)
    swap("ke-hoach.csv", "du-lich.doanh-thu", "du-lich.doanh-so")(folder)
    with pytest.raises(BadTable) as refused:
        load_example(folder, by=administrator)
    assert len(refused.value.problems) == 3


@pytest.mark.parametrize("name", ["don-vi.csv", "chi-tieu.csv", FIGURES, "tinh-hinh-gui.csv"])
def test_a_file_that_is_missing_or_in_another_encoding_is_named(administrator: User, folder: Path, name: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    (folder / name).write_bytes(text.encode("utf-16"))
    with pytest.raises(BadTable, match=rf"{name}.*UTF-8"):
        load_example(folder, by=administrator)
    (folder / name).unlink()
    with pytest.raises(Refusal):
        load_example(folder, by=administrator) if name != FIGURES else load_example(
            folder / "khong-co", by=administrator
        )
    assert not Agency.objects.exists()


def test_a_parent_that_ends_before_its_children_breaks_the_tree(administrator: User, folder: Path) -> None:
    swap("don-vi.csv", "huyện,lang-son,01/01/2020,30/06/2025", "huyện,lang-son,01/01/2020,31/12/2024")(folder)
    with pytest.raises(BrokenTree, match="«tp-lang-son»"):
        load_example(folder, by=administrator)
    assert not Agency.objects.exists()


def test_an_indicator_with_figures_keeps_its_kind_and_unit(administrator: User, folder: Path) -> None:
    load_example(folder, by=administrator)
    swap("chi-tieu.csv", "tỷ đồng,0,F", "triệu đồng,0,F")(folder)
    with pytest.raises(WrongEntry, match=r"chi-tieu\.csv, dòng \d+: .*đã có số liệu"):
        load_example(folder, by=administrator)
    assert Indicator.objects.get(code="du-lich.doanh-thu").unit_text == "tỷ đồng"


def test_a_form_that_asks_for_something_else_is_another_version_of_itself(administrator: User, folder: Path) -> None:
    load_example(folder, by=administrator)
    swap("chi-tieu.csv", "20-VP,tp-lang-son.van-phong", "13-NV,tp-lang-son.van-phong")(folder)
    load_example(folder, by=administrator)
    versions = dict(Form.objects.values_list("code", "version"))
    assert (versions["20-VP"], versions["13-NV"], versions["01-TCKH"]) == (2, 2, 1)


def test_only_the_administrator_loads_it(db: None, folder: Path) -> None:
    with pytest.raises(NotAllowed):
        load_example(folder, by=User.objects.create(username="can-bo"))
