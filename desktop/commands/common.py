"""What commands share: their options, opening a binder, printing."""

from __future__ import annotations

import getpass
import json
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from desktop.commands.language import LANGUAGES, START_LANGUAGE, say

if TYPE_CHECKING:
    from plans.binder.binder import Binder

BinderPath = Annotated[
    Path,
    typer.Option(
        "--binder", "-b", envvar="PREPLAN_BINDER", help=say("预案库文件", "The binder file")
    ),
]
AsJson = Annotated[
    bool,
    typer.Option("--json", help=say("结果为 JSON", "The result as JSON on standard output")),
]


def _known_language(value: str) -> str:
    if value not in LANGUAGES:
        raise typer.BadParameter(say("只能是 zh 或 en", "zh or en"))
    return value


Lang = Annotated[
    str,
    typer.Option(
        "--lang", callback=_known_language, metavar="zh|en", help=say("语言", "The language")
    ),
]
DEFAULT_LANG = START_LANGUAGE


def open_binder(path: Path, *, read_only: bool = True) -> Binder:
    """Open a binder for a command. Raises `BinderError`."""
    from plans.binder import Binder

    return Binder.open(path, read_only=read_only, who=who())


def who() -> str:
    """Whom the change log names: the system's user, "" when it has no name."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def print_json(value: object) -> None:
    """One JSON value on standard output."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def print_aside(text: str) -> None:
    """A message on standard error."""
    print(text, file=sys.stderr)


def width(text: str) -> int:
    """Columns a text takes on a terminal: a Chinese character takes two."""
    return sum(
        0
        if unicodedata.combining(char)
        else 2
        if unicodedata.east_asian_width(char) in ("W", "F")
        else 1
        for char in text
    )


def aligned(rows: Iterable[Sequence[str]], indent: str = "") -> list[str]:
    """Rows of cells as lines with their columns under each other."""
    table = [[cell.replace("\n", " ") for cell in row] for row in rows]
    columns = max((len(row) for row in table), default=0)
    widths = [max((width(row[at]) for row in table if at < len(row)), default=0)
              for at in range(columns)]  # fmt: skip
    lines = []
    for row in table:
        cells = [cell + " " * (widths[at] - width(cell)) for at, cell in enumerate(row)]
        lines.append((indent + "  ".join(cells)).rstrip())
    return lines
