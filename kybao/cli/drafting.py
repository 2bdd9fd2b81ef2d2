"""``kybao draft``: the report of an agency for a period, from the ledger into Word."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kybao.cli.examples import LISTS, OUTLINE
from kybao.cli.managing import prepare
from kybao.cli.outputs import refuse_to_overwrite
from kybao.text import Refusal

if TYPE_CHECKING:
    from kybao.org.models import Agency
    from kybao.workflow.draft_report import Drafted


class CannotDraft(Refusal):
    """There is nothing to draft from: no agency of that key, or no date of that form."""


def draft(
    *,
    agency: Annotated[str, typer.Option("--agency", help="Mã đơn vị, ví dụ tp-lang-son.", show_default=False)],
    period: Annotated[str, typer.Option("--period", help="Kỳ báo cáo, ví dụ 2024-Q1.", show_default=False)],
    out: Annotated[Path, typer.Option("--out", help="Tệp Word cần tạo.", show_default=False)],
    force: Annotated[bool, typer.Option("--force", help="Cho phép ghi đè tệp đã có.")] = False,
    outline: Annotated[Path, typer.Option("--outline", help="Đề cương báo cáo (TOML).")] = OUTLINE,
    day: Annotated[str | None, typer.Option("--day", help="Ngày ký, dd/mm/yyyy; bỏ trống nếu chưa ký.")] = None,
) -> int:
    """Draft a report into a Word file and name on the console what is missing; give the exit code."""
    refuse_to_overwrite(out, force=force)
    prepare()
    drafted = drafted_report(agency_of(agency), period, out, force=force, outline=outline, day=day)
    tell_missing(drafted)
    typer.echo(f"Đã soạn «{out}»: {len(drafted.result.manifest.entries)} số liệu, bản {drafted.draft.version}.")
    return 1 if drafted.result.missing else 0


def agency_of(key: str) -> "Agency":
    """Find an agency of the ledger.

    Raises CannotDraft where there is none.
    """
    from kybao.org.models import Agency
    from kybao.workflow.prepare_database import prepare_database

    prepare_database()
    found = Agency.objects.filter(key=key).first()
    if found is None:
        raise CannotDraft(f"Sổ số liệu chưa có đơn vị «{key}»; chạy «kybao demo» để nạp ví dụ, hoặc kiểm tra lại mã.")
    return found


def drafted_report(
    agency: "Agency", period: str, out: Path, *, force: bool, outline: Path, day: str | None = None
) -> "Drafted":
    """Fill the outline from the ledger and write the Word file; the lists lie beside the outline."""
    from kybao.figures import Period
    from kybao.reports.named_lists import read_lists
    from kybao.reports.outline import read_outline
    from kybao.workflow.appoint_administrator import appoint_administrator
    from kybao.workflow.draft_report import draft_report

    lists = outline.with_name(LISTS)
    return draft_report(
        agency,
        Period.parse(period),
        read_outline(outline),
        by=appoint_administrator(),
        path=out,
        force=force,
        lists=read_lists(lists) if lists.exists() else None,
        day=_day(day).date() if day else None,
    )


def tell_missing(drafted: "Drafted") -> None:
    """Name each figure that the ledger does not have; it stands highlighted in the draft."""
    for gap in drafted.result.missing:
        typer.echo(gap.text, err=True)


def _day(text: str) -> datetime:
    try:
        return datetime.strptime(text, "%d/%m/%Y")
    except ValueError:
        raise CannotDraft(f"«{text}» không phải là ngày; hãy viết dạng 15/03/2024.") from None
