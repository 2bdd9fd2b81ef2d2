"""``kybao template``: the Excel returns that an agency fills and sends."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kybao.cli.drafting import agency_of
from kybao.cli.managing import prepare
from kybao.cli.outputs import write
from kybao.text import Refusal

if TYPE_CHECKING:
    from kybao.figures import Period
    from kybao.org.models import Agency
    from kybao.submissions.models import Obligation


class NothingToFill(Refusal):
    """The agency owes nothing for the period, or it is not clear which form is meant."""


def template(
    *,
    agency: Annotated[
        str, typer.Option("--agency", help="Mã đơn vị, ví dụ tp-lang-son.tam-thanh.", show_default=False)
    ],
    period: Annotated[str, typer.Option("--period", help="Kỳ báo cáo, ví dụ 2024-Q1.", show_default=False)],
    out: Annotated[Path, typer.Option("--out", help="Tệp .xlsx cần tạo, hoặc một thư mục.", show_default=False)],
    form: Annotated[str | None, typer.Option("--form", help="Số biểu, nếu đơn vị có nhiều biểu.")] = None,
    below: Annotated[bool, typer.Option("--below", help="Lập biểu cho mọi đơn vị trực thuộc, vào thư mục.")] = False,
    blank: Annotated[bool, typer.Option("--blank", help="Để trống cả số đã có trong sổ của kỳ này.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Cho phép ghi đè tệp đã có.")] = False,
) -> int:
    """Write the return of an agency for a period, filled as far as the ledger knows; give the exit code."""
    from kybao.figures import Period

    prepare()
    time = Period.parse(period)
    owed = owed_returns(agency_of(agency), time, form=form, below=below)
    if out.suffix.lower() != ".xlsx":
        out.mkdir(parents=True, exist_ok=True)
        paths = [out / f"{one.form.code}-{one.agency.key}-{time.code}.xlsx" for one in owed]
    elif len(owed) > 1:
        forms = ", ".join(sorted({one.form.code for one in owed}))
        raise NothingToFill(
            f"Có {len(owed)} biểu ({forms}); hãy chọn một bằng --form, hoặc ghi --out là một thư mục."
        )
    else:
        paths = [out]
    for path, one in zip(paths, owed, strict=True):
        write(workbook_of(one, time, blank=blank), path, force=force)
        typer.echo(f"Đã lập «{path}»: biểu {one.form.code}, hạn gửi {one.deadline(time):%d/%m/%Y}.")
    return 0


def owed_returns(
    agency: "Agency", period: "Period", *, form: str | None = None, below: bool = False
) -> "Sequence[Obligation]":
    """Give what an agency, or every agency below it, owes for a period.

    Raises NothingToFill where that is nothing.
    """
    from kybao.submissions.models import Obligation

    due = Obligation.objects.due(period).select_related("form", "agency")
    due = due.under(agency, period.end) if below else due.filter(agency=agency)
    owed = list(due.filter(form__code=form) if form else due)
    if not owed:
        which = f"biểu «{form}»" if form else "biểu nào"
        raise NothingToFill(f"Đơn vị «{agency.key}» không phải gửi {which} cho {period.label}; xem lại mã và kỳ.")
    return owed


def workbook_of(owed: "Obligation", period: "Period", *, blank: bool = False) -> bytes:
    """Give the workbook of one return."""
    from kybao.office.return_sheets import Answers
    from kybao.office.return_writing import write_return
    from kybao.submissions.returns import known_answers, return_form

    return write_return(return_form(owed, period), Answers() if blank else known_answers(owed, period))
