"""The list of buildings: a click or Enter opens; an empty one says what to do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListView
from pytestqt.qtbot import QtBot

from desktop.docks.buildings import Buildings
from desktop.docks.search import Hit
from desktop.support.theme import Theme, load_theme


@pytest.fixture
def buildings(qtbot: QtBot, day: Theme) -> Buildings:
    made = Buildings(day)
    qtbot.addWidget(made)
    made.resize(230, 400)
    made.show()
    made.show_hits([Hit("a", "甲楼", "甲路", "recent"), Hit("b", "乙楼", "乙路", "", "240 m")])
    return made


def test_click_and_enter_open(buildings: Buildings, qtbot: QtBot) -> None:
    view = buildings.findChild(QListView)
    assert view is not None
    with qtbot.waitSignal(buildings.building_chosen) as clicked:
        spot = view.visualRect(view.model().index(1, 0)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert clicked.args == ["b"]
    with qtbot.waitSignal(buildings.building_chosen) as entered:
        view.setCurrentIndex(view.model().index(0, 0))
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert entered.args == ["a"]


def test_an_empty_list_says_what_to_do(buildings: Buildings) -> None:
    buildings.show_hits([])
    shown = [label for label in buildings.findChildren(QLabel) if label.isVisible()]
    assert len(shown) == 1
    assert "CSV" in shown[0].text()
    assert buildings.hits == []


def test_strange_names_and_night(buildings: Buildings, hostile: str) -> None:
    buildings.show_hits([Hit("x", hostile, hostile, hostile[:99])])
    buildings.set_theme(load_theme("night"))
    buildings.grab()
