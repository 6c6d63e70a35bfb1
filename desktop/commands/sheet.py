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
    BuildingName,
    Lang,
    building_named,
    called,
    open_binder,
    print_aside,
    print_json,
    writes,
)
from desktop.commands.language import say

if TYPE_CHECKING:
    from desktop.canvas.look import PlanLook
    from plans.binder import Binder
    from plans.model.building import Building


def sheet(
    building: BuildingName,
    binder: BinderPath,
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", callback=writes(".pdf"), help=say("PDF 文件", "The PDF file")
        ),
    ],
    as_json: AsJson = False,
    lang: Lang = DEFAULT_LANG,
) -> None:
    """Write the building on one page, then a page for each distinct floor."""
    from desktop.commands.pictures import offscreen_app, plan_look
    from desktop.support import assets
    from desktop.support.wording import word
    from plans.model.catalog import load_catalog

    app = offscreen_app(lang)
    look = plan_look(load_catalog(assets.catalog()), "day")
    with open_binder(binder) as opened:
        found = building_named(opened, building)
        pages = write_sheets(opened, found, output, look, lang)
    if as_json:
        taken = {"id": found.id, "name": found.name, "code": found.code}
        print_json({"file": str(output), "pages": pages, "building": taken})
    else:
        name = called(found, lang)
        print_aside(word("sheet.written", lang, name=name, path=output, n=pages))
    app.processEvents()


def write_sheets(
    binder: Binder, building: Building, output: Path, look: PlanLook, language: str
) -> int:
    """Write a building's sheets in a language; the number of pages. Raises `NotWritten`."""
    from desktop.commands.pictures import speak
    from desktop.sheets.book import SheetPainter, read_book, write_pdf

    speak(language)
    book = read_book(binder, building)
    painter = SheetPainter(look, language, dt.date.today())
    write_pdf(output, book, painter, building.name_in(language))
    return painter.page_count(book)
