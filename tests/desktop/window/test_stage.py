"""The stage: what lies over the canvas keeps its corner and leaves the plan room."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from desktop.canvas.overlays import furniture_rects
from desktop.window.main import MainWindow
from plans.model.building import Building


def test_nothing_lies_over_another(main: MainWindow, house: Building) -> None:
    main.open_building(house.id)
    main.desk.step_floor(1)
    main.settings.set("legend_open", True)
    main.desk.select(next(iter(main.stage.canvas.picture.features.values())))
    for size in ((1280, 720), (1920, 1080)):
        main.resize(*size)
        main.stage.arrange()
        stage = main.stage
        over = [stage._title, stage._tools, stage.legend, stage.panel]
        shown = [part.geometry() for part in over if part.isVisible()]
        assert len(shown) >= 3
        assert not any(a.intersects(b) for a, b in combinations(shown, 2))
        assert all(stage.rect().contains(part) for part in shown)


def test_the_canvas_is_named_by_what_it_shows(main: MainWindow) -> None:
    main.stage.set_title("7F", "Offices")
    assert main.stage.canvas.accessibleName() == "7F Offices"
    main.stage.set_title("", "")
    assert not main.stage._title.isVisible()
    main.stage.set_hint("Do this")
    assert main.stage._hint.isVisible()


@pytest.mark.parametrize("scale", [100, 150])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_a_fitted_floor_lies_under_nothing(
    main: MainWindow, house: Building, size: tuple[int, int], scale: int
) -> None:
    main.settings.set("text_scale", scale)
    main.settings.set("legend_open", True)
    main.resize(*size)
    main.open_building(house.id)
    main.desk.step_floor(1)
    main.showing.show_legend()
    stage, camera = main.stage, main.stage.canvas.camera
    assert stage.legend.isVisible()
    x0, y0, x1, y1 = stage.canvas.picture.scene.extent() or (0, 0, 0, 0)
    plan = QRectF(camera.to_screen(x0, y1), camera.to_screen(x1, y0))
    assert plan.width() > 100
    assert QRectF(stage.rect()).contains(plan)
    for part in (stage._title, stage._tools, stage.legend):
        assert not QRectF(part.geometry()).intersects(plan)
    for left, top, right, bottom in furniture_rects(stage.width(), stage.height()):
        assert not QRectF(left, top, right - left, bottom - top).intersects(plan)


def test_what_lies_outside_is_offered(main: MainWindow, qtbot: QtBot) -> None:
    main.stage.set_outside("12 more 2,825 km away")
    assert main.stage._outside.isVisible()
    assert not main.stage._outside.geometry().intersects(main.stage._title.geometry())
    with qtbot.waitSignal(main.stage.outside_asked):
        main.stage._outside.click()
    main.stage.set_outside("")
    assert not main.stage._outside.isVisible()
