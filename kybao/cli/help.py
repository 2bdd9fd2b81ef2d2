"""The help pages of the command line, in Vietnamese throughout."""

from typing import Any

from typer.core import TyperCommand, TyperGroup


class _VietnameseHelp:
    """What a command and the list of commands have in common."""

    def get_help_option(self, ctx: Any) -> Any:
        """Word the option that shows the page."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = "Hiện trang hướng dẫn này."
        return option

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Word the titles of the page, then print it."""
        from typer import rich_utils

        rich_utils.ARGUMENTS_PANEL_TITLE = "Tham số"
        rich_utils.OPTIONS_PANEL_TITLE = "Tùy chọn"
        rich_utils.COMMANDS_PANEL_TITLE = "Các lệnh"
        rich_utils.DEFAULT_STRING = "[mặc định: {}]"
        rich_utils.REQUIRED_LONG_STRING = "[bắt buộc]"
        super().format_help(ctx, formatter)  # type: ignore[misc]


class Command(_VietnameseHelp, TyperCommand):
    """A command whose help page is Vietnamese."""


class Group(_VietnameseHelp, TyperGroup):
    """The list of commands."""
