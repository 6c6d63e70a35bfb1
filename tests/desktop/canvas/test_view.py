"""The canvas moved by mouse, wheel and keys; what it chooses and tells."""

from __future__ import annotations

import pytest
import shapely
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop.canvas.look import PlanLook
from desktop.canvas.scene import Scene
from desktop.canvas.view import KEY_PAN_PX, Canvas
from plans.drawing.floorplan import floor_marks
from plans.model.catalog import Catalog
from plans.model.feature import Feature
from plans.model.ids import FeatureId, FloorId

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def canvas(qtbot: QtBot, plan_look: PlanLook, floor: list[Feature], floor_scene: Scene) -> Canvas:
    """The hand-drawn floor in a canvas of 640 × 400."""
    made = Canvas(plan_look)
    qtbot.addWidget(made)
    made.resize(640, 400)
    made.language = "en"
    features = {feature.id: feature for feature in floor}
    made.picture.set_plan(features, floor_scene, same_place=False, on_site=False)
    made.show()
    qtbot.waitExposed(made)
    made.show_plan(keep_camera=False)
    made.finish()
    return made


def at_plan(canvas: Canvas, x: float, y: float) -> QPoint:
    return canvas.camera.to_screen(x, y).toPoint()


def wheel(canvas: Canvas, at: QPoint, steps: int) -> None:
    place = QPointF(at)
    event = QWheelEvent(
        place,
        canvas.mapToGlobal(place),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def test_the_plan_is_fitted_at_first(canvas: Canvas) -> None:
    for corner in ((0, 0), (12, 8)):
        assert canvas.rect().contains(at_plan(canvas, *corner))


def test_the_wheel_zooms_about_the_cursor(canvas: Canvas) -> None:
    at = QPoint(100, 90)
    before = canvas.camera
    under = before.to_plan(QPointF(at))
    wheel(canvas, at, 3)
    assert canvas.camera.px_per_m > before.px_per_m
    now = canvas.camera.to_screen(*under)
    assert (now.x(), now.y()) == pytest.approx((100, 90), abs=0.01)
    wheel(canvas, at, -3)
    assert canvas.camera.px_per_m == pytest.approx(before.px_per_m)


def test_dragging_pans_and_chooses_nothing(canvas: Canvas, qtbot: QtBot) -> None:
    before = canvas.camera.to_screen(0, 0)
    with qtbot.assertNotEmitted(canvas.chosen):
        qtbot.mousePress(canvas, LEFT, pos=QPoint(300, 200))
        qtbot.mouseMove(canvas, QPoint(340, 215))
        qtbot.mouseMove(canvas, QPoint(350, 230))
        qtbot.mouseRelease(canvas, LEFT, pos=QPoint(350, 230))
    after = canvas.camera.to_screen(0, 0)
    assert (after.x() - before.x(), after.y() - before.y()) == pytest.approx((50, 30))


def test_a_click_chooses_and_a_second_goes_on(canvas: Canvas, qtbot: QtBot) -> None:
    chosen: list[str] = []
    canvas.chosen.connect(lambda feature: chosen.append(feature.kind if feature else ""))
    at = at_plan(canvas, 9.5, 5.0)
    for _ in range(5):
        qtbot.mouseClick(canvas, LEFT, pos=at)
        qtbot.wait(1)
    assert chosen[0] == chosen[-1] == "standpipe"
    assert set(chosen) == {"standpipe", "escape_route", "lobby", "compartment"} or (
        len(set(chosen)) >= 4
    )
    qtbot.mouseClick(canvas, LEFT, pos=QPoint(3, 3))
    assert chosen[-1] == ""


def test_a_right_click_chooses_nothing(canvas: Canvas, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(canvas.chosen):
        qtbot.mouseClick(canvas, Qt.MouseButton.RightButton, pos=at_plan(canvas, 9.5, 5.0))


def test_hovering_tells_and_leaving_forgets(canvas: Canvas, qtbot: QtBot) -> None:
    seen: list[Feature | None] = []
    canvas.hovered.connect(seen.append)
    qtbot.mouseMove(canvas, at_plan(canvas, 10.5, 7))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[-1] is not None
    assert seen[-1].kind == "lift.firefighting"
    assert canvas.picture.hovered is seen[-1]
    canvas.leaveEvent(None)  # type: ignore[arg-type]
    assert seen[-1] is None


def test_the_tip_says_what_a_symbol_is(canvas: Canvas, catalog: Catalog, qtbot: QtBot) -> None:
    stair = next(one for one in canvas.picture.features.values() if one.kind == "stair.enclosed")
    assert canvas.tip_of(stair) == f"{catalog.kinds['stair.enclosed'].en} · Stair 1"
    qtbot.mouseMove(canvas, at_plan(canvas, 5.5, 7))
    qtbot.waitUntil(lambda: canvas.picture.hovered is stair)
    spot = at_plan(canvas, 5.5, 7)
    QApplication.sendEvent(
        canvas, QHelpEvent(QHelpEvent.Type.ToolTip, spot, canvas.mapToGlobal(spot))
    )
    assert "Stair 1" in QToolTip.text()
    QToolTip.hideText()


def test_a_strangers_name_is_no_markup_in_a_tip(canvas: Canvas, qtbot: QtBot) -> None:
    hostile = Feature(
        id=FeatureId("h"), place=FloorId("p"), kind="<b>x", shape=shapely.Point(6, 4),
        label="<img src=x>",
    )  # fmt: skip
    scene = Scene(floor_marks([hostile], canvas.picture.look.catalog, "en"))
    canvas.picture.set_plan({hostile.id: hostile}, scene, same_place=False, on_site=False)
    canvas.show_plan(keep_camera=True)
    spot = at_plan(canvas, 6, 4)
    qtbot.mouseMove(canvas, spot)
    qtbot.waitUntil(lambda: canvas.picture.hovered is hostile)
    QApplication.sendEvent(
        canvas, QHelpEvent(QHelpEvent.Type.ToolTip, spot, canvas.mapToGlobal(spot))
    )
    assert "&lt;img src=x&gt;" in QToolTip.text()
    QToolTip.hideText()


@pytest.mark.parametrize(
    ("key", "dx", "dy"),
    [
        (Qt.Key.Key_Left, 1, 0),
        (Qt.Key.Key_Right, -1, 0),
        (Qt.Key.Key_Up, 0, 1),
        (Qt.Key.Key_Down, 0, -1),
    ],
)
def test_arrows_pan(canvas: Canvas, qtbot: QtBot, key: Qt.Key, dx: int, dy: int) -> None:
    before = canvas.camera.to_screen(0, 0)
    qtbot.keyClick(canvas, key)
    after = canvas.camera.to_screen(0, 0)
    moved = after.x() - before.x(), after.y() - before.y()
    assert moved == pytest.approx((dx * KEY_PAN_PX, dy * KEY_PAN_PX))


def test_a_fitted_plan_stays_fitted_in_another_size(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.resize(900, 300)
    qtbot.waitUntil(lambda: canvas.camera.width == 900)
    assert canvas.rect().contains(at_plan(canvas, 12, 8))
    canvas.zoom(2)
    closer = canvas.camera.px_per_m
    canvas.resize(640, 400)
    qtbot.waitUntil(lambda: canvas.camera.width == 640)
    assert canvas.camera.px_per_m == closer


def test_a_panel_over_the_canvas_is_left_free(canvas: Canvas) -> None:
    legend, title = (0.0, 100.0, 200.0, 400.0), (10.0, 10.0, 300.0, 60.0)
    canvas.lay_over([legend, title])
    assert at_plan(canvas, 0, 0).x() >= 200, "what is fitted makes room at once"
    assert at_plan(canvas, 0, 8).y() >= 60
    canvas.zoom(2)
    closer = canvas.camera
    canvas.lay_over([])
    assert canvas.camera == closer, "a view somebody chose stays"


def test_a_panel_that_comes_with_a_click_moves_nothing(canvas: Canvas) -> None:
    before = canvas.camera
    panel = (300.0, 0.0, 640.0, 400.0)
    canvas.lay_over([], [panel])
    assert canvas.camera == before
    canvas.fit()
    assert at_plan(canvas, 12, 8).x() <= 300


def test_zooming_ends(canvas: Canvas) -> None:
    views = canvas.picture.look.catalog.views
    for _ in range(60):
        canvas.zoom(0.5)
    box = canvas.picture.extent()
    assert box is not None
    wide = (box[2] - box[0]) * canvas.camera.px_per_m / 640
    high = (box[3] - box[1]) * canvas.camera.px_per_m / 400
    assert max(wide, high) == pytest.approx(views.farthest_share, rel=0.01)
    canvas.picture.content = (-2e6, -2e6, 2e6, 2e6)
    canvas.zoom(1e-9)
    assert canvas.camera.px_per_m < 0.001, "all there is can be seen"
    for _ in range(60):
        canvas.zoom(2)
    assert canvas.camera.px_per_m == views.closest_px_per_m


def test_a_camera_is_kept_with_what_it_was_fitted_to(canvas: Canvas, qtbot: QtBot) -> None:
    kept = canvas.kept()
    canvas.zoom(3)
    canvas.restore(kept)
    assert canvas.camera == kept[0]
    canvas.resize(900, 700)
    qtbot.waitUntil(lambda: canvas.camera.width == 900)
    assert canvas.camera.px_per_m > kept[0].px_per_m, "it is fitted still"


def test_a_double_click_goes_closer(canvas: Canvas, qtbot: QtBot) -> None:
    before = canvas.camera.px_per_m
    qtbot.mouseDClick(canvas, LEFT, pos=QPoint(320, 200))
    assert canvas.camera.px_per_m == pytest.approx(2 * before)


def test_centre_and_turn(canvas: Canvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.camera_moved):
        canvas.centre_on(10, 7)
    middle = canvas.camera.to_screen(10, 7)
    assert (middle.x(), middle.y()) == pytest.approx((320, 200), abs=0.01)
    canvas.turn_to(450)
    assert canvas.camera.turn_deg == 90


def test_notes_are_placed_anew_when_the_camera_rests(canvas: Canvas, qtbot: QtBot) -> None:
    before = canvas.picture.notes
    canvas.zoom(3)
    assert canvas.picture.notes is before
    qtbot.waitUntil(lambda: canvas.picture.notes is not before, timeout=1000)


def test_frames_go_on_until_nothing_is_missing(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.zoom(4)
    qtbot.waitUntil(lambda: canvas.picture._tiles.covers(canvas.camera), timeout=3000)
