"""The command line: a table of commands, one module each.

Adding a command is adding its module, with a function that typer can read, and a row here. A
module imports what is heavy inside its function, so that `--help` and `find` answer at once.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Final, NamedTuple

import typer

from desktop.commands.language import START_LANGUAGE
from desktop.commands.usage import SpeakingCommand, SpeakingGroup


class Command(NamedTuple):
    """A command: its name, `module:function`, its line of help in both languages."""

    name: str
    target: str
    zh: str
    en: str


COMMANDS: Final = (
    Command("open", "open:open_window", "打开窗口（可带预案库）", "Open the window, on a binder"),
    Command("demo", "demo:demo", "生成示例预案库并打开", "Build the sample binder and open it"),
    Command("import", "importing:import_", "导入文件或文件夹", "Import files or folders"),
    Command("find", "find:find", "查找建筑", "Find a building"),
    Command("show", "show:show", "显示一栋建筑的预案", "Show a building's plan"),
    Command("shot", "shot:shot", "画面存为图片", "Save a picture of a plan"),
    Command("sheet", "sheet:sheet", "打印图纸存为 PDF", "Save the printed sheets as PDF"),
    Command("bench", "bench:bench", "测量速度", "Measure the speeds"),
)


def build(wanted: str = "", commands: tuple[Command, ...] = COMMANDS) -> typer.Typer:
    """The command line with those commands; only `wanted` when it is one of them, which spares
    importing the others. A row whose module is not part of this build is left out."""
    app = typer.Typer(
        name="preplan-desk",
        cls=SpeakingGroup,
        help=_ABOUT[START_LANGUAGE == "en"],
        add_completion=False,
        no_args_is_help=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    chosen = [command for command in commands if command.name == wanted] or commands
    for command in chosen:
        module, _, function = command.target.partition(":")
        if find_spec(f"{__name__}.{module}") is None:
            continue
        run = getattr(import_module(f"{__name__}.{module}"), function)
        help_ = command.zh if START_LANGUAGE == "zh" else command.en
        app.command(command.name, cls=SpeakingCommand, help=help_)(run)
    app.callback()(_nothing)
    return app


def _nothing() -> None:
    """A callback keeps the name of a single command part of the command line."""


_ABOUT: Final = (
    "预案台：打开、查找、导入和打印建筑消防预案。",
    "Preplan Desk: opens, finds, imports and prints fire pre-plans of buildings.",
)
