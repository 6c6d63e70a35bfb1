"""One of a few holds; mouse and keyboard choose, the program does not echo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.segmented import Segmented


@pytest.fixture
def segmented(window: QWidget) -> Segmented:
    made = Segmented(["a", "b", "c"], window)
    made.set_text("b", "乙", "the second")
    made.choose("a")
    made.show()
    return made


def test_choice_is_told_once(segmented: Segmented, qtbot: QtBot) -> None:
    told: list[str] = []
    segmented.chosen.connect(told.append)
    segmented.choose("c")
    assert (segmented.current, told) == ("c", [])
    button = segmented.findChildren(QToolButton)[1]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (segmented.current, told) == ("b", ["b"])
    assert button.accessibleName() == "the second"


def test_arrows_go_round(segmented: Segmented, qtbot: QtBot) -> None:
    qtbot.keyClick(segmented, Qt.Key.Key_Right)
    assert segmented.current == "b"
    for _ in range(2):
        qtbot.keyClick(segmented, Qt.Key.Key_Left)
    assert segmented.current == "c"


def test_tab_stops_once(segmented: Segmented) -> None:
    stops = [
        button
        for button in segmented.findChildren(QToolButton)
        if button.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert [button.isChecked() for button in stops] == [True]
