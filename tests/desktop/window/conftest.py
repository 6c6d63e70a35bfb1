"""Fixtures of the window's parts: the real window on a small binder of the test's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.application import Application
from desktop.window.main import MainWindow
from plans.binder import Binder
from plans.importing.draft import Draft
from plans.model.building import Building, Name, NameKind, Placing
from plans.model.feature import Feature
from plans.model.ids import SITE


@pytest.fixture
def house(make: Any) -> Building:
    made: Building = make.building(
        "示例楼",
        names=(Name("Sample House", NameKind.ENGLISH), Name("老楼", NameKind.OLD)),
        address="示例路1号",
        code="S-1",
        placing=Placing(lon=113.6, lat=30.4, rotation_deg=20.0),
    )
    return made


@pytest.fixture
def stocked(
    binder_path: Path, house: Building, make: Any, hand_drawn: Callable[..., list[Feature]]
) -> Path:
    """A building of B1 (empty), 1F, 2F, 3F as 2F; a neighbour 400 m off; the site around them."""
    floors = [make.floor(house, level) for level in (-1, 0, 1, 2)]
    floors[3] = msgspec.structs.replace(floors[3], typical=floors[2].id)
    drawn = [
        msgspec.structs.replace(one, id=f"{floor.label}-{one.id}")
        for floor in floors[1:3]
        for one in hand_drawn("floor", floor.id)
    ]
    other = make.building("邻楼", code="S-2", placing=Placing(lon=113.604, lat=30.4))
    with Binder.open(binder_path) as binder:
        binder.set_origin(113.6, 30.4)
        binder.intake.accept(
            Draft(source="t", records=(house, other, *floors, *drawn, *hand_drawn("site", SITE)))
        )
    return binder_path


@pytest.fixture
def settle(qtbot: QtBot) -> Callable[[MainWindow], None]:
    """Wait until nothing is being read."""

    def wait(window: MainWindow) -> None:
        QApplication.processEvents()
        qtbot.waitUntil(lambda: window.showing.is_settled)

    return wait


@pytest.fixture
def main(
    application: Application, stocked: Path, settle: Callable[[MainWindow], None], qtbot: QtBot
) -> MainWindow:
    """The window on that binder, 1280 × 800."""
    made = application.open_window(stocked)
    made.resize(1280, 800)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    settle(made)
    return made
