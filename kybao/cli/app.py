"""The commands, and what the user sees when something cannot be used."""

import signal
from collections.abc import Callable, Sequence
from typing import Annotated

import typer
from typer.exceptions import TyperException

from kybao import __version__
from kybao.cli import checking, demonstrating, drafting, explaining, exporting, loading, managing, reading, templates
from kybao.cli.help import Command, Group
from kybao.text import Refusal

UNUSABLE = 2

app = typer.Typer(
    name="kybao",
    cls=Group,
    help="Kỳ Báo: số liệu và báo cáo kinh tế - xã hội của Ủy ban nhân dân.",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
COMMANDS: tuple[tuple[str, Callable[..., object], str], ...] = (
    ("read", reading.read, "Đọc số liệu trong báo cáo (.docx, .pdf, .md, .txt)."),
    ("check", checking.check, "Soát báo cáo: tỷ lệ, tổng, danh sách, ngày tháng, đánh số."),
    ("checks", explaining.checks, "Liệt kê các phép soát."),
    ("explain", explaining.explain, "Giải thích một phép soát: vì sao, ví dụ sai, ví dụ đúng."),
    ("template", templates.template, "Lập biểu Excel để đơn vị điền số liệu."),
    ("load", loading.load, "Nạp biểu đã điền (.xlsx, .ods) hoặc bảng danh mục; mỗi tệp nạp trọn hoặc không nạp."),
    ("export", exporting.export, "Xuất danh mục, kế hoạch, đơn vị, số liệu ra .xlsx hoặc .csv."),
    ("draft", drafting.draft, "Soạn dự thảo báo cáo từ sổ số liệu thành tệp Word."),
    ("demo", demonstrating.demo, "Chạy việc chính với ví dụ thành phố Lạng Sơn, quý I/2024."),
)
for name, command, sentence in COMMANDS:
    app.command(name, cls=Command, help=sentence)(command)
app.command(
    "manage",
    cls=Command,
    help="Lệnh quản trị của Django (migrate, createsuperuser, …).",
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []},
)(managing.manage)


@app.callback(invoke_without_command=True)
def kybao(
    context: typer.Context, *, version: Annotated[bool, typer.Option("--version", help="In số phiên bản.")] = False
) -> None:
    """Show the version or the list of commands, or go on to the command."""
    if version:
        typer.echo(f"kybao {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and give its exit code; whatever cannot be used becomes one sentence."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `kybao read … | head` ends quietly
    try:
        return int(app(args=arguments, prog_name="kybao", standalone_mode=False) or 0)
    except Refusal as refusal:
        return refuse(str(refusal))
    except TyperException as error:
        return refuse(in_vietnamese(error))
    except (KeyboardInterrupt, typer.Abort):
        return refuse("Đã dừng theo yêu cầu; không có gì bị thay đổi dở dang.")


def refuse(sentence: str) -> int:
    """Say on standard error why the input cannot be used."""
    typer.echo(f"kybao: {sentence}", err=True)
    return UNUSABLE


def in_vietnamese(error: TyperException) -> str:
    """Word a slip in the command line for the user."""
    see_help = "Gõ «kybao --help» hoặc «kybao LỆNH --help» để xem cách dùng."
    if option := getattr(error, "option_name", ""):
        return f"Tùy chọn «{option}» không có hoặc thiếu giá trị. {see_help}"
    parameter = getattr(error, "param", None)
    if parameter is not None:
        name = parameter.opts[-1] if parameter.opts[0].startswith("-") else parameter.metavar or parameter.name
        return f"Thiếu hoặc sai giá trị của «{name}». {see_help}"
    return f"Dòng lệnh chưa đúng ({error.format_message().rstrip('.')}). {see_help}"
