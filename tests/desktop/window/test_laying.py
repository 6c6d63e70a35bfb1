"""Laying pages and drawings on floors in the real window: with real files, undone in one step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.dialogs.laying import LayingDialog
from desktop.window.main import MainWindow
from plans.geometry.aligning import moved, scale_of
from plans.model.attachment import PICTURE, Underlay

Opened = Callable[[Path], MainWindow]


@pytest.fixture
def on_floor(main: MainWindow, settle: Any) -> Callable[[str], MainWindow]:
    def opened(label: str) -> MainWindow:
        window = main
        building = window.desk.open.library.resolve("示例楼")
        window.open_building(building)
        floor = next(one for one in window.desk.floors if one.label == label)
        window.desk.open_floor(floor.id)
        settle(window)
        return window

    return opened


def with_dialog(qtbot: QtBot, does: Callable[[LayingDialog], None]) -> list[str]:
    """Do something with the dialog as soon as it shows its page; what went wrong."""
    troubles: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, LayingDialog) or dialog._row is None:
            if dialog is not None and not isinstance(dialog, LayingDialog):
                dialog.close()
                troubles.append(type(dialog).__name__)
            QTimer.singleShot(30, look)
            return
        try:
            does(dialog)
        except Exception as error:  # noqa: BLE001  # Qt would swallow it
            troubles.append(repr(error))
            dialog.reject()

    QTimer.singleShot(0, look)
    return troubles


def measured(dialog: LayingDialog) -> None:
    dialog.page.set_point((40, 300))
    dialog.page.set_point((1_330, 300))
    dialog.panel._length.setValue(57.9)
    dialog.panel._accept.click()


def underlays(window: MainWindow) -> list[Underlay]:
    assert window.desk.floor is not None
    return window.desk.open.attachments.underlays(window.desk.floor.id)


@pytest.mark.corpus
@pytest.mark.journey
def test_a_photo_is_measured_and_lies_beneath_the_floor(
    qtbot: QtBot, corpus: Path, on_floor: Callable[[str], MainWindow]
) -> None:
    from plans.importing.asked import Import

    window = on_floor("1F")
    troubles = with_dialog(qtbot, measured)
    assert window.desk.building is not None
    wish = Import(building=window.desk.building.id, floor="1F", by_hand=True)
    with qtbot.waitSignal(window.bringing.finished, timeout=60_000):
        window.bringing.bring([corpus / "raster/wrld_office_cad_image.png"], wish)
    assert troubles == []
    [underlay] = underlays(window)
    assert underlay.media_type == PICTURE
    assert scale_of(underlay.matrix) * 1_290 == pytest.approx(57.9)
    assert len(window.stage.canvas.picture.underlays) == 1
    window.undoing.undo()
    qtbot.waitUntil(lambda: underlays(window) == [], timeout=20_000)


@pytest.mark.corpus
@pytest.mark.journey
def test_turning_back_leaves_nothing(
    qtbot: QtBot, corpus: Path, on_floor: Callable[[str], MainWindow]
) -> None:
    from plans.importing.asked import Import

    window = on_floor("1F")
    with_dialog(qtbot, lambda dialog: dialog.reject())
    assert window.desk.building is not None
    wish = Import(building=window.desk.building.id, floor="1F", by_hand=True)
    with qtbot.waitSignal(window.bringing.finished, timeout=60_000):
        window.bringing.bring([corpus / "raster/wrld_office_cad_image.png"], wish)
    assert underlays(window) == []


@pytest.mark.corpus
@pytest.mark.journey
def test_a_drawing_is_aligned_by_two_points(
    qtbot: QtBot, corpus: Path, on_floor: Callable[[str], MainWindow]
) -> None:
    from plans.importing.asked import Import

    window = on_floor("1F")
    assert window.desk.building is not None
    wish = Import(building=window.desk.building.id, floor="1F")
    with qtbot.waitSignal(window.bringing.finished, timeout=60_000):
        window.bringing.bring([corpus / "dxf/wrld_office_cad.dxf"], wish)
    [before] = underlays(window)

    def aligned(dialog: LayingDialog) -> None:
        dialog.panel._way._buttons["align"].click()
        for point in ((10.0, 5.0), (40.0, 5.0)):
            dialog.page.set_point(point)
        for point in ((0.0, 0.0), (30.0, 0.0)):
            dialog.floor.set_point(point)
        dialog.panel._accept.click()

    troubles = with_dialog(qtbot, aligned)
    window.actions_["edit.align"].trigger()
    assert troubles == []
    [after] = underlays(window)
    assert after.id == before.id
    assert moved(after.matrix, (40.0, 5.0)) == pytest.approx((30.0, 0.0))
    window.undoing.undo()
    qtbot.waitUntil(lambda: underlays(window) == [before], timeout=20_000)


def test_without_a_drawing_there_is_nothing_to_align(
    on_floor: Callable[[str], MainWindow],
) -> None:
    window = on_floor("1F")
    window.refresh_actions()
    assert not window.actions_["edit.align"].isEnabled()
