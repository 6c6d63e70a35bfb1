"""`preplan-desk sheet BUILDING -o FILE.pdf`: the building's A3 sheets."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from desktop.commands.common import (
    DEFAULT_LANG,
    AsJson,
    BinderPath,
    Lang,
    open_binder,
    print_aside,
    print_json,
)
from desktop.commands.language import say

if TYPE_CHECKING:
    from desktop.canvas.look import PlanLook
    from plans.binder import Binder


def sheet(
    building: Annotated[str, typer.Argument(metavar="BUILDING")],
    binder: BinderPath,
    output: Annotated[Path, typer.Option("-o", "--output", help=say("PDF 文件", "The PDF file"))],
    as_json: AsJson = False,
    lang: Lang = DEFAULT_LANG,
) -> None:
    """Write the building on one page, then a page for each distinct floor."""
    from desktop.commands.pictures import offscreen_app, plan_look
    from desktop.support import assets
    from plans.model.catalog import load_catalog

    app = offscreen_app(lang)
    look = plan_look(load_catalog(assets.catalog()), "day")
    with open_binder(binder) as opened:
        pages = write_sheets(opened, building, output, look, lang)
    if as_json:
        print_json({"file": str(output), "pages": pages})
    else:
        print_aside(say(f"{output}：{pages} 页", f"{output}: {pages} pages"))
    app.processEvents()


def write_sheets(binder: Binder, building: str, output: Path, look: PlanLook, language: str) -> int:
    """Write a building's sheets in a language; the number of pages.

    Raises `NotFound`, `NotWritten`.
    """
    from desktop.commands.pictures import speak
    from desktop.sheets.book import SheetPainter, read_book, write_pdf

    speak(language)
    found = binder.library.building(binder.library.resolve(building))
    book = read_book(binder, found)
    painter = SheetPainter(look, language, dt.date.today())
    write_pdf(output, book, painter, found.name_in(language))
    return painter.page_count(book)
