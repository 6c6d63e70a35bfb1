"""Over the plan: the place's title, and a legend that follows the camera a little behind."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.window.main import MainWindow
from plans.model.building import Building


def legend_kinds(main: MainWindow) -> set[str]:
    return {line.kind.id for group in main.stage.legend._groups for line in group.lines}


def test_title(main: MainWindow, house: Building) -> None:
    assert main.stage._place.text() == "Site"
    main.open_building(house.id)
    assert main.stage._note.text() == "Sample House"
    main.desk.step_floor(1)
    assert main.stage._place.text() == "1F"
    assert "+0.0 m · 4.0 m high" in main.stage._note.text()
    main.close_binder()
    assert main.stage._place.text() == ""


def test_the_legend_holds_what_is_in_view(main: MainWindow, house: Building, qtbot: QtBot) -> None:
    main.open_building(house.id)
    main.desk.step_floor(1)
    main.settings.set("legend_open", True)
    assert main.stage.legend.isVisible()
    assert {"standpipe", "lift.firefighting"} <= legend_kinds(main)
    main.stage.canvas.fit_box((0, 0, 1, 1))
    qtbot.waitUntil(lambda: "lift.firefighting" not in legend_kinds(main))
    main.settings.set("legend_open", False)
    assert not main.stage.legend.isVisible()
