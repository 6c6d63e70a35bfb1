"""Fixtures of the sheets: a small building on paper, and a way to read a PDF."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtGui import QImage, QPainter

from desktop.canvas.look import PlanLook
from desktop.sheets.book import Book, SheetPainter, read_book
from desktop.sheets.paper import Paper
from desktop.support.look import Look
from plans.binder import Binder
from plans.importing.draft import Draft
from plans.model.building import Building, Name, NameKind, Placing
from plans.model.feature import Feature
from plans.model.ids import SITE

TODAY = dt.date(2026, 9, 2)


@pytest.fixture
def house(make: object) -> Building:
    return make.building(  # type: ignore[attr-defined, no-any-return]
        "示例楼",
        names=(Name("Sample House", NameKind.ENGLISH),),
        address="示例路1号",
        code="S-1",
        revision="A",
        revised_on=dt.date(2026, 5, 1),
        placing=Placing(lon=113.6, lat=30.4, rotation_deg=15.0),
    )


@pytest.fixture
def stocked(
    binder: Binder, house: Building, make: object, hand_drawn: Callable[..., list[Feature]]
) -> Binder:
    """A building of 1F, 2F to 4F typical, 5F with nothing on it; its site around it."""
    floors = [make.floor(house, level) for level in range(5)]  # type: ignore[attr-defined]
    floors[2:4] = [msgspec.structs.replace(one, typical=floors[1].id) for one in floors[2:4]]
    drawn = [
        msgspec.structs.replace(one, id=f"{floor.label}-{one.id}")
        for floor in floors[:2]
        for one in hand_drawn("floor", floor.id)
    ]
    binder.set_origin(113.6, 30.4)
    binder.intake.accept(
        Draft(source="test", records=(house, *floors, *drawn, *hand_drawn("site", SITE)))
    )
    return binder


@pytest.fixture
def book(stocked: Binder, house: Building) -> Book:
    return read_book(stocked, house)


@pytest.fixture
def painter_of(plan_look: PlanLook) -> SheetPainter:
    return SheetPainter(plan_look, "en", TODAY)


@pytest.fixture
def open_pdf(qapp: object) -> Callable[[Path], object]:
    """A PDF as QtPdf reads it."""
    from PySide6.QtPdf import QPdfDocument

    def opened(path: Path) -> QPdfDocument:
        document = QPdfDocument()
        assert document.load(str(path)) == QPdfDocument.Error.None_
        return document

    return opened


class Listener(QPainter):
    """Notes every text it is asked to draw."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.texts: list[str] = []

    def drawText(self, *arguments: Any) -> Any:
        self.texts += [part for part in arguments if isinstance(part, str)]
        return super().drawText(*arguments)


@pytest.fixture
def heard(plan_look: PlanLook, look: Look) -> Callable[..., list[str]]:
    """The texts something draws on an A3 page."""
    assert look.language == "en"

    def listen(draw: Callable[..., None], *arguments: Any) -> list[str]:
        image = QImage(1588, 1123, QImage.Format.Format_RGB32)
        painter = Listener(image)
        draw(painter, Paper(plan_look), *arguments)
        painter.end()
        return painter.texts

    return listen
