"""Fixtures of the sheets: a small building on paper, and a way to read a PDF."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from desktop.canvas.look import PlanLook
from desktop.sheets.book import Book, SheetPainter, read_book
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
