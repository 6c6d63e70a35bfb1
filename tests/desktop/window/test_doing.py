"""What the actions do, by their ids."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from desktop.actions.table import ACTIONS
from desktop.window.main import MainWindow
from plans.errors import NotFound
from plans.model.building import Building


def test_back_goes_one_step(main: MainWindow, house: Building) -> None:
    main.open_building(house.id)
    main.actions_.do("go.first_floor")
    assert main.desk.floor is not None
    main.desk.select(next(iter(main.stage.canvas.picture.features.values())))
    steps = []
    for _ in range(4):
        main.actions_.do("go.back")
        steps.append((main.desk.selected, main.desk.floor, main.desk.building))
    assert [sum(part is not None for part in step) for step in steps] == [2, 1, 0, 0]


@pytest.mark.parametrize(
    ("action", "part"),
    [("go.card", "card"), ("go.people", "people"), ("go.gaps", "gaps")],
)
def test_tabs(main: MainWindow, house: Building, action: str, part: str) -> None:
    main.open_building(house.id)
    main.actions_.do(action)
    assert main.right.tab == part


def test_zoom_and_copy(main: MainWindow, house: Building) -> None:
    main.open_building(house.id)
    main.actions_.do("go.first_floor")
    before = main.stage.canvas.camera.px_per_m
    main.actions_.do("view.zoom_in")
    assert main.stage.canvas.camera.px_per_m > before
    main.actions_.do("view.fit")
    assert main.stage.canvas.camera.px_per_m == pytest.approx(before)
    main.actions_.do("go.copy_card")
    assert "Sample House" in QGuiApplication.clipboard().text()


def test_turning(main: MainWindow, house: Building) -> None:
    main.open_building(house.id)
    main.actions_.do("view.building_up")
    assert main.stage.canvas.camera.turn_deg == pytest.approx(-20)
    main.actions_.do("view.north")
    assert main.stage.canvas.camera.turn_deg == pytest.approx(0)
    main.actions_.do("go.first_floor")
    main.actions_.do("view.north")
    assert main.stage.canvas.camera.turn_deg == pytest.approx(20)


@pytest.mark.parametrize(
    "action", ["help.keys_and_words", "help.commands", "help.about", "file.settings"]
)
def test_dialogs_open(main: MainWindow, action: str) -> None:
    if action not in main.actions_.by_id:
        pytest.skip("another build has no such action")

    def close() -> None:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                widget.close()

    QTimer.singleShot(50, close)
    main.actions_.do(action)
    assert main.findChildren(QDialog)
    close()


def test_the_layers_menu_has_every_layer(main: MainWindow) -> None:
    main.actions_.do("view.layers")
    menus = [menu for menu in main.findChildren(QMenu) if menu.isVisible()]
    assert len(menus) == 1
    texts = [action.text() for action in menus[0].actions()]
    assert texts[: len(main.desk.catalog.layers)] == [
        layer.en for layer in main.desk.catalog.layers
    ]
    menus[0].actions()[0].trigger()
    assert main.stage.canvas.picture.hidden == {main.desk.catalog.layers[0].id}
    menus[0].close()


def test_trouble_is_a_notice(main: MainWindow) -> None:
    main.actions_._doer.show_trouble(NotFound(what="示例"))
    assert "示例" in main.notices.standing[-1].text


def test_every_action_can_be_refused_without_a_binder(main: MainWindow) -> None:
    main.close_binder()
    needs = {row.id for row in ACTIONS if row.menu == "go" and row.id not in ("go.back", "go.find")}
    assert not any(main.actions_[name].isEnabled() for name in needs)


def test_the_layers_button_is_lit_only_while_something_is_hidden(main: MainWindow) -> None:
    action = main.actions_["view.layers"]
    for hidden in (False, True):
        action.trigger()
        menu = next(menu for menu in main.findChildren(QMenu) if menu.isVisible())
        if hidden:
            menu.actions()[0].trigger()
        menu.close()
        assert action.isChecked() is hidden


def test_symbols_are_reached_opened_and_left_by_keys(
    main: MainWindow, house: Building, qtbot: QtBot
) -> None:
    main.open_building(house.id)
    main.actions_.do("go.first_floor")
    canvas, stepper = main.stage.canvas, main.stage.stepper
    qtbot.keyClick(canvas, Qt.Key.Key_Period)
    first = stepper.reached
    qtbot.keyClick(canvas, Qt.Key.Key_Period)
    qtbot.keyClick(canvas, Qt.Key.Key_Comma)
    assert first is not None
    assert stepper.reached is first
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert main.desk.selected is first
    assert main.stage.panel.isVisible()
    qtbot.keyClick(canvas, Qt.Key.Key_Period)
    for left in (first, None):
        qtbot.keyClick(canvas, Qt.Key.Key_Escape)
        assert main.desk.selected is left
        assert stepper.reached is None
    assert main.desk.floor is not None
