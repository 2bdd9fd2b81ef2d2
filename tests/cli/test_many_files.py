"""Many files in one call: the order given, whatever is done first; what failed at the end; one file at a time."""

import io
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kybao.cli import batches
from kybao.cli.batches import Batch, Outcome, each
from kybao.cli.outputs import NotWritten, opened
from kybao.cli.progress import watched
from kybao.text import Refusal

TEXT = "BÁO CÁO\nTình hình quý I/2024\n\nThu ngân sách đạt {} tỷ đồng.\n"


class Screen(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "SIDE_BY_SIDE_FROM", 0)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "báo cáo"
    inside.mkdir()
    for number in range(12):
        (inside / f"{number:02}.txt").write_text(TEXT.format(number + 1), encoding="utf-8")
    return inside


def slowest_first(name: str) -> str:
    time.sleep(0.1 if name == "0" else 0)
    return name * 2


def deadly(name: str) -> str:
    if name == "3":
        os._exit(9)
    return name


def refusing(name: str) -> str:
    raise Refusal(f"Tệp «{name}» hỏng.")


@pytest.mark.usefixtures("side_by_side")
def test_outcomes_come_in_the_order_given() -> None:
    names = [str(number) for number in range(20)]
    assert [outcome.result for outcome in each(names, slowest_first)] == [name * 2 for name in names]


@pytest.mark.usefixtures("side_by_side")
def test_a_file_that_kills_its_process_costs_no_other_its_result() -> None:
    names = [str(number) for number in range(12)]
    outcomes = list(each(names, deadly))
    assert [outcome.name for outcome in outcomes] == names
    assert [outcome.name for outcome in outcomes if outcome.result is None] == ["3"]
    assert "dừng đột ngột" in outcomes[3].refusal


@pytest.mark.usefixtures("side_by_side")
@pytest.mark.parametrize("form", ["jsonl", "csv", "table"])
def test_side_by_side_prints_the_same_as_one_by_one(kybao, folder, monkeypatch, form):
    many = kybao("read", folder, "--format", form)
    monkeypatch.setattr(batches, "SIDE_BY_SIDE_FROM", 1_000_000)
    assert many == kybao("read", folder, "--format", form)
    assert many.code == 0


@pytest.mark.usefixtures("side_by_side")
def test_sarif_of_many_files_is_one_object(kybao, folder):
    (folder / "05.txt").write_text(
        "BÁO CÁO\n\nTiếp nhận 87 đơn, đã giải quyết 42/87 đơn, đạt tỷ lệ 47,7%.\n", "utf-8"
    )
    called = kybao("check", folder, "--format", "sarif")
    run = json.loads(called.out)["runs"][0]
    assert [result["ruleId"] for result in run["results"]] == ["R101"]
    assert len(run["tool"]["driver"]["rules"]) > 40


def test_what_failed_is_a_table_at_the_end(kybao, folder):
    (folder / "03.txt").write_bytes(b"")
    (folder / "07.docx").write_bytes(b"no Word file")
    called = kybao("read", folder, "--format", "jsonl")
    lines = called.err.splitlines()
    assert called.code == 2
    assert lines[0] == "Không dùng được 2/13 tệp:"
    assert [Path(line.split("  ")[0].strip()).name for line in lines[2:]] == ["03.txt", "07.docx"]
    assert "trống" in lines[2]
    assert len(called.out.splitlines()) == 11


def test_a_single_file_that_fails_is_one_sentence(capsys):
    assert list(Batch(["a.txt"], refusing)) == []
    assert capsys.readouterr().err == "kybao: Tệp «a.txt» hỏng.\n"


def test_results_are_given_while_others_are_still_to_be_done() -> None:
    done: list[str] = []

    def work(name: str) -> str:
        done.append(name)
        return name

    results = iter(Batch(["a", "b", "c"], work))
    assert next(results) == ("a", "a")
    assert done == ["a"]


def test_progress_is_shown_on_a_terminal_only(monkeypatch, capsys):
    outcomes = [Outcome("a", "1"), Outcome("b", "2")]
    assert list(watched(iter(outcomes), 2)) == outcomes
    assert capsys.readouterr().err == ""
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    assert list(watched(iter(outcomes), 2)) == outcomes
    assert "1/2" in screen.getvalue()


def test_the_bar_makes_room_for_what_is_printed(monkeypatch):
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)

    def outcomes() -> Iterator[int]:
        yield from (1, 2)

    for _ in watched(outcomes(), 2):
        assert screen.getvalue().endswith("\x1b[2K")  # the line of the bar is empty again


def write_half(out: Path) -> None:
    with opened(out, force=False) as output:
        output.write("một nửa")
        raise Refusal("hết giấy")


def test_a_file_appears_only_when_all_is_there(tmp_path):
    out = tmp_path / "kết quả.jsonl"
    with pytest.raises(Refusal):
        write_half(out)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_where_nothing_could_be_read(kybao, tmp_path):
    out = tmp_path / "kết quả.csv"
    assert kybao("read", tmp_path / "không có.txt", "--format", "csv", "--out", out).code == 2
    assert not out.exists()


def test_a_clean_report_leaves_an_empty_list_of_findings(kybao, folder, tmp_path):
    out = tmp_path / "phát hiện.jsonl"
    assert kybao("check", folder / "00.txt", "--format", "jsonl", "--out", out).code == 0
    assert out.read_text(encoding="utf-8") == ""


def test_a_folder_that_takes_no_file_is_named(tmp_path):
    with pytest.raises(NotWritten, match="chưa có"), opened(tmp_path / "x" / "y.csv", force=False):
        pass
