"""Tests of setting points and a frame on a page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop.canvas.look import PlanLook
from desktop.canvas.pageview import PageView, Tool


@pytest.fixture
def view(qtbot: QtBot, plan_look: PlanLook) -> PageView:
    made = PageView(plan_look, ("A", "B"))
    qtbot.addWidget(made)
    made.resize(400, 400)
    made.show()
    made.fit_box((0.0, 0.0, 100.0, 100.0))
    return made


def at(view: PageView, x: float, y: float) -> QPoint:
    return view.camera.to_screen(x, y).toPoint()


def click(qtbot: QtBot, view: PageView, x: float, y: float) -> None:
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at(view, x, y))


def test_two_clicks_are_a_length(qtbot: QtBot, view: PageView) -> None:
    with qtbot.waitSignals([view.changed, view.changed]):
        click(qtbot, view, 10, 20)
        click(qtbot, view, 40, 60)
    assert view.points[0] == pytest.approx((10, 20), abs=0.5)
    assert view.length() == pytest.approx(50, abs=0.6)


def test_a_third_click_begins_anew(qtbot: QtBot, view: PageView) -> None:
    for x in (10, 50, 90):
        click(qtbot, view, x, 50)
    assert len(view.points) == 1
    assert view.length() == 0.0


def test_a_point_is_dragged(qtbot: QtBot, view: PageView) -> None:
    click(qtbot, view, 10, 20)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=at(view, 10, 20))
    qtbot.mouseMove(view, at(view, 70, 30))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=at(view, 70, 30))
    [point] = view.points
    assert point == pytest.approx((70, 30), abs=0.5)


def test_a_drag_pans_and_sets_no_point(qtbot: QtBot, view: PageView) -> None:
    before = view.camera
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    qtbot.mouseMove(view, QPoint(230, 240))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(230, 240))
    assert view.points == []
    assert view.camera != before


def test_a_frame_is_drawn_from_corner_to_corner(qtbot: QtBot, view: PageView) -> None:
    view.tool = Tool.FRAME
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=at(view, 80, 70))
    qtbot.mouseMove(view, at(view, 20, 10))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=at(view, 20, 10))
    assert view.frame_box == pytest.approx((20, 10, 80, 70), abs=0.5)


def test_by_keyboard(qtbot: QtBot, view: PageView) -> None:
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Space)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert len(view.points) == 2
    assert view.points[0][0] < view.points[1][0]
    qtbot.keyClick(view, Qt.Key.Key_Backspace)
    assert len(view.points) == 1


def test_everything_is_painted(qtbot: QtBot, view: PageView) -> None:
    plain = view.grab().toImage()
    view.set_point((10, 10))
    view.set_point((90, 10))
    view.frame_box = (5, 5, 95, 50)
    view.bar = (20.0, "5 m")
    view.update()
    assert view.grab().toImage() != plain
    view.clear()
    assert (view.points, view.frame_box) == ([], None)
