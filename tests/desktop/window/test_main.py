"""The main window: parts, actions, settings and layers tied together."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.application import Application
from desktop.window.main import MainWindow
from desktop.window.panels import PANELS_PX
from plans.model.building import Building


def test_title_and_parts(main: MainWindow, house: Building, stocked: Path) -> None:
    assert stocked.stem in main.windowTitle()
    assert not main.right.isVisible()
    main.open_building(house.id)
    assert main.right.isVisible()
    assert main.state.recent_buildings(main.desk.open.id) == [house.id]
    main.desk.close_building()
    assert not main.right.isVisible()


def test_panels_can_be_put_away(main: MainWindow, house: Building) -> None:
    main.actions_.do("view.right_panel")
    main.open_building(house.id)
    main.actions_.do("view.left_panel")
    assert not main.left.isVisible()
    assert not main.actions_["view.left_panel"].isChecked()
    main.actions_.do("view.reset_layout")
    assert main.left.isVisible()
    assert main.right.isVisible()
    assert main.screen().availableGeometry().contains(main.frameGeometry())
    assert sum(main._split.sizes()) > sum(PANELS_PX) / 2


def test_settings_reach_the_plan(main: MainWindow) -> None:
    main.settings.set("symbol_scale", 150)
    main.settings.set("text_scale", 130)
    look = main.stage.canvas.picture.look
    assert (look.symbol_scale, look.text_scale) == (1.5, 1.3)
    main.settings.set("theme", "night")
    assert main.stage.canvas.picture.look.theme.dark


def test_layers_are_hidden_and_shown(main: MainWindow) -> None:
    main.toggle_layer("water")
    assert main.stage.canvas.picture.hidden == {"water"}
    assert main.actions_["view.layers"].isChecked()
    main.toggle_layer("water")
    assert not main.stage.canvas.picture.hidden


def test_closing_tells_and_lets_the_binder_go(
    main: MainWindow, application: Application, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(main.closed):
        main.close()
    assert main.desk.binder is None
    assert application.windows == []
