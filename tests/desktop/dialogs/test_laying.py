"""Tests of laying a page on a floor: by a length, by two points, by what is written on it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.canvas.look import PlanLook
from desktop.canvas.pictureunderlay import PicturePainter
from desktop.dialogs.laying import Ground, LayingDialog
from plans.geometry.aligning import moved
from plans.importing.parsed import DrawingRow, PictureRow
from plans.importing.pictures import pyramid
from plans.model.linework import Linework, LineworkLayer

Open = Callable[..., LayingDialog]


def photo(**more: object) -> PictureRow:
    tiles = pyramid(Image.new("L", (800, 400), 255)).encoded()
    return PictureRow(name="wall.jpg", pyramid=tiles, width_px=800, height_px=400, **more)  # type: ignore[arg-type]


def drawing(**more: object) -> DrawingRow:
    drawn = Linework(
        layers=(LineworkLayer(name="a"),),
        segments=np.array([[10, 10, 90, 60]], np.float32),
        segment_layers=np.zeros(1, np.uint16),
    )
    parts = {"unit": "pt", "page_size": (200.0, 100.0), **more}
    return DrawingRow(name="plan.pdf", linework=drawn.encoded(), **parts)  # type: ignore[arg-type]


@pytest.fixture
def opened(qtbot: QtBot, plan_look: PlanLook) -> Open:
    def made(row: PictureRow | DrawingRow, ground: Ground | None = None) -> LayingDialog:
        dialog = LayingDialog(plan_look, row.name, "7F", ground or Ground("6F", (30.0, 20.0)))
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.show_page(row)
        return dialog

    return made


def test_nothing_is_laid_without_a_scale(qtbot: QtBot, opened: Open) -> None:
    dialog = opened(photo())
    assert dialog.laid() is None
    assert not dialog.panel.can_accept
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_a_measured_length_gives_the_scale(opened: Open) -> None:
    dialog = opened(photo())
    dialog.page.set_point((100, 200))
    assert dialog.laid() is None
    dialog.page.set_point((500, 200))
    assert dialog.focusWidget() is dialog.panel._length
    dialog.panel._length.setValue(40.0)
    laid = dialog.laid()
    assert laid is not None
    assert (laid.page, laid.crop) == (1, None)
    assert moved(laid.matrix, (400, 200)) == pytest.approx((30, 20))
    assert moved(laid.matrix, (500, 200)) == pytest.approx((40, 20))
    assert dialog.panel._size.text() == "80.0 × 40.0 m"
    assert dialog.page.bar is not None


def test_a_turned_page_lies_turned(opened: Open) -> None:
    dialog = opened(photo(metres=0.1))
    dialog.panel.turned.emit(90.0)
    laid = dialog.laid()
    assert laid is not None
    assert moved(laid.matrix, (500, 200)) == pytest.approx((30, 30))


def test_two_points_on_the_floor_settle_it(opened: Open) -> None:
    ground = Ground("6F", underlays=[PicturePainter(
        pyramid(Image.new("L", (50, 50))), (1, 0, 0, 1, 0, 0), night=False)])  # fmt: skip
    dialog = opened(photo(), ground)
    dialog.panel._way._buttons["align"].click()
    assert dialog.floor.isVisible()
    for point in ((100, 100), (300, 100)):
        dialog.page.set_point(point)
    assert dialog.laid() is None
    for point in ((5, 5), (5, 25)):
        dialog.floor.set_point(point)
    laid = dialog.laid()
    assert laid is not None
    assert moved(laid.matrix, (300, 100)) == pytest.approx((5, 25))


def test_a_length_that_does_not_agree_is_told(opened: Open) -> None:
    dialog = opened(photo())
    dialog.panel._way._buttons["align"].click()
    for view, points in ((dialog.page, ((0, 0), (100, 0))), (dialog.floor, ((0, 0), (10, 0)))):
        for point in points:
            view.set_point(point)
    dialog.panel._length.setValue(10.1)
    assert dialog.panel._state.property("tone") == "dim"
    dialog.panel._length.setValue(12.0)
    assert dialog.panel._state.property("tone") == "warn"
    assert dialog.panel.can_accept  # the user may know better


def test_a_frame_is_a_crop_and_keeps_its_middle(opened: Open) -> None:
    dialog = opened(photo(metres=0.1))
    dialog.panel._frame.click()
    dialog.page.frame_box = (400.0, 0.0, 900.0, 200.0)
    dialog.page.changed.emit()
    assert not dialog.panel._frame.isChecked()
    laid = dialog.laid()
    assert laid is not None
    assert laid.crop == pytest.approx((0.5, 0.5, 1.0, 1.0))
    assert moved(laid.matrix, (600, 100)) == pytest.approx((30, 20))


def test_what_is_written_on_the_page_is_enough_but_told(opened: Open) -> None:
    dialog = opened(drawing(metres=0.5))
    laid = dialog.laid()
    assert laid is not None
    assert dialog.panel._state.property("tone") == "warn"
    assert dialog.panel._size.text() == "100.0 × 50.0 m"


def test_another_page_is_asked_for_and_forgets_the_points(qtbot: QtBot, opened: Open) -> None:
    dialog = opened(photo(pages=3))
    dialog.page.set_point((1, 1))
    with qtbot.waitSignal(dialog.page_wanted) as wanted:
        dialog.panel._number.setValue(2)
    assert wanted.args == [2]
    assert not dialog.page.isEnabled()
    dialog.show_page(photo(page=2, pages=3))
    assert dialog.page.isEnabled()
    assert dialog.page.points == []
    dialog.panel._number.setValue(3)
    dialog.trouble("that page is torn")
    assert dialog.page.isEnabled()
    assert dialog.panel._number.value() == 2


def test_a_drawing_that_is_there_is_taken_whole(opened: Open) -> None:
    dialog = opened(drawing(page_size=(0.0, 0.0), unit="m", metres=1.0))
    assert not dialog.panel._frame.isVisible()
    laid = dialog.laid()
    assert laid is not None
    assert moved(laid.matrix, (50, 35)) == pytest.approx((30, 20))
