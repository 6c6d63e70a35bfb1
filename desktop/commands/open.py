"""`preplan-desk [open] [BINDER]`: the window, on that binder or the last one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from desktop.commands.common import DEFAULT_LANG, Lang
from desktop.commands.language import language_asked, say


def open_window(
    binder: Annotated[
        Path | None,
        typer.Argument(metavar="[BINDER]", help=say("预案库文件", "The binder file")),
    ] = None,
    lang: Lang = DEFAULT_LANG,
) -> None:
    """Open the window."""
    from desktop.support.garbage import hold
    from desktop.support.qtneeds import ensure_qt

    hold()

    ensure_qt(lang)
    from desktop.application import run

    raise typer.Exit(run(binder, language_asked(sys.argv[1:])) or 0)
