"""``kybao demo``: the main job on the Lạng Sơn example, from the units' figures to a checked Word report."""

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kybao.cli.drafting import agency_of, drafted_report, tell_missing
from kybao.cli.example_returns import load_returns, prepare_example, write_faulty_return, write_returns
from kybao.cli.examples import FAULTY, OUTLINE, planted
from kybao.cli.findings import coloured
from kybao.cli.inputs import loaded
from kybao.cli.managing import prepare
from kybao.cli.outcomes import told
from kybao.cli.progress import working
from kybao.text import Refusal

if TYPE_CHECKING:
    from kybao.checks import Report
    from kybao.reports.read_back import ReadBack
    from kybao.workflow.draft_report import Drafted

OUT = Path("out")
DATABASE = OUT / "kybao.sqlite3"
RETURNS = OUT / "bieu-mau"
REPORT = OUT / "bao-cao-quy-1-2024.docx"
WORDS_ALONE = OUT / "bao-cao-quy-1-2024-chi-con-chu.docx"
AGENCY, PERIOD = "tp-lang-son", "2024-Q1"
BOARD_AT = "19/03/2024 17:00"  # the evening of the departments' deadline

NEXT = f"""
Xong. Có thể làm tiếp:
  mở {REPORT} và các biểu trong {RETURNS} bằng Word, Excel hoặc LibreOffice
  .venv/bin/kybao check BÁO-CÁO.docx      soát báo cáo của cơ quan mình
  .venv/bin/kybao read BÁO-CÁO.docx       đọc mọi số liệu trong một báo cáo đã có
  .venv/bin/kybao explain R101            xem một phép soát tìm gì, vì sao
  sửa số trong examples/lang-son/*.csv rồi chạy lại «make demo»"""


class NotProven(Refusal):
    """The demonstration came out otherwise than it should."""


def demo() -> int:
    """Run the demonstration in a fresh database under ``out/``; give the exit code."""
    begin_afresh()
    prepare()
    title(1, "Dựng sổ số liệu của ví dụ: UBND thành phố Lạng Sơn, quý I/2024")
    set_up()
    title(2, "Các đơn vị điền biểu Excel, số liệu được nạp vào sổ")
    take_returns()
    title(3, f"Ai đã gửi số liệu, ai chưa (lúc {BOARD_AT})")
    show_board()
    title(4, "Soạn dự thảo báo cáo quý thành tệp Word")
    drafted = write_report()
    title(5, "Đọc ngược tệp Word chỉ từ chữ, đối chiếu từng số với sổ")
    proven = prove(drafted)
    title(6, "Soát dự thảo")
    draft_report = show_check(REPORT)
    title(7, "Soát một báo cáo mẫu đã cài lỗi")
    missed = show_faults(show_check(FAULTY))
    if not proven.holds or draft_report.found or missed:
        raise NotProven("Ví dụ không cho kết quả như phải có; xem các dòng ở trên.")
    typer.echo(NEXT)
    return 0


def begin_afresh() -> None:
    """Remove the database of an earlier demonstration; nothing but the demonstration writes there."""
    OUT.mkdir(exist_ok=True)
    for path in OUT.glob(f"{DATABASE.name}*"):
        path.unlink()
    os.environ["KYBAO_DATABASE"] = str(DATABASE)


def title(number: int, words: str) -> None:
    """Begin a step."""
    typer.secho(f"\n{number}. {words}", bold=True, fg="cyan")


def set_up() -> None:
    """Set up the tables, the catalogue, the plans and last year's figures."""
    from kybao.workflow.appoint_administrator import appoint_administrator
    from kybao.workflow.prepare_database import prepare_database

    with working("dựng các bảng"):
        prepare_database()
    with working("nạp danh mục, kế hoạch và số liệu năm trước"):
        done = prepare_example(by=appoint_administrator())
    typer.echo(f"{done.agencies} đơn vị, {done.indicators} chỉ tiêu, {done.forms} biểu mẫu đã vào sổ {DATABASE}.")


def take_returns() -> None:
    """Fill the workbook of each unit and load it; show what a user sees of one that was filled badly."""
    from kybao.workflow.appoint_administrator import appoint_administrator
    from kybao.workflow.load_return import load_return

    by = appoint_administrator()
    with working("lập và điền biểu của từng đơn vị"):
        filled = write_returns(RETURNS)
    with working("nạp các biểu"):
        results = [result for _, result in load_returns(filled, by=by)]
    taken = sum(result.is_in for result in results)
    figures = sum(result.figures for result in results)
    typer.echo(
        f"{RETURNS}: {len(filled)} biểu; đã nạp {taken} biểu, {figures} số liệu. Một biểu điền sai thì bị trả lại:"
    )
    faulty = write_faulty_return(RETURNS / "bieu-dien-sai.xlsx")
    refused = load_return(faulty.read_bytes(), name=faulty.name, by=by)
    typer.echo("\n".join(told(faulty.name, refused)))
    if taken != len(filled) or refused.is_in:
        raise NotProven("Các biểu không được nạp như phải có; xem các dòng ở trên.")


def show_board() -> None:
    """Say who has sent and who has not, by the closing and deadline rules."""
    from kybao.figures import Period
    from kybao.submissions.boards import Standing, board, counts

    instant = datetime.strptime(BOARD_AT, "%d/%m/%Y %H:%M").astimezone()
    lines = board(Period.parse(PERIOD), on=instant, under=agency_of(AGENCY))
    sent, owed = counts(lines)
    on_time = sum(line.standing is Standing.ON_TIME for line in lines)
    typer.echo(
        f"Số liệu chốt ngày {lines[0].closing:%d/%m/%Y}. {sent}/{owed} biểu đã gửi, {on_time} đúng hạn. Còn lại:"
    )
    for line in lines:
        if line.standing is not Standing.ON_TIME:
            sent_at = f", gửi ngày {line.sent_at:%d/%m/%Y}" if line.sent_at else ""
            when = f"hạn {line.deadline:%d/%m/%Y}{sent_at}"
            typer.echo(f"  {line.agency_name}, biểu {line.form}: {line.standing.value} ({when})")


def write_report() -> "Drafted":
    """Draft the report into Word and name what is missing."""
    with working("soạn"):
        drafted = drafted_report(agency_of(AGENCY), PERIOD, REPORT, force=True, outline=OUTLINE)
    typer.echo(f"{REPORT}: {len(drafted.result.manifest.entries)} số liệu, còn thiếu {len(drafted.result.missing)}.")
    tell_missing(drafted)
    return drafted


def prove(drafted: "Drafted") -> "ReadBack":
    """Read the file back from its words alone and hold each figure against what the ledger gave."""
    from kybao.claims import read
    from kybao.office.word_links import read_bookmarks, strip_links
    from kybao.reports.read_back import State, compare_with_manifest

    with working("bỏ dấu trang và bảng kê, đọc lại"):
        strip_links(REPORT, WORDS_ALONE, force=True)
        result = compare_with_manifest(read(loaded(str(WORDS_ALONE))), drafted.draft.manifest)
    kept = result.counts[State.UNCHANGED]
    marks = len(read_bookmarks(WORDS_ALONE))
    typer.echo(f"Bản sao còn {marks} dấu trang; {kept}/{len(result.lines)} số đọc được đúng là số trong sổ.")
    for line in result.troubles:
        typer.echo(f"  {line.text}")
    return result


def show_check(path: Path) -> "Report":
    """Check one file and show the findings and the summary."""
    from kybao import checks
    from kybao.checks import printing
    from kybao.claims import read

    with working(f"soát {path.name}"):
        report = checks.check(read(loaded(str(path))))
    typer.echo(coloured(report, name=path.name) if report.found else "", nl=False)
    typer.echo(printing.summary(report))
    return report


def show_faults(report: "Report") -> "Sequence[str]":
    """Say how many of the planted faults were found; give the places of the others."""
    faults = planted()
    missed = [fault.place for fault in faults if not fault.is_found(report)]
    typer.echo(f"Đã cài {len(faults)} lỗi, tìm thấy {len(faults) - len(missed)}.")
    for place in missed:
        typer.echo(f"  chưa tìm thấy: «{place}»")
    return missed
