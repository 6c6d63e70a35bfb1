"""Tests of the steps of laying a page."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.dialogs.laying_panel import LayingPanel


@pytest.fixture
def panel(qtbot: QtBot) -> LayingPanel:
    made = LayingPanel("7F")
    qtbot.addWidget(made)
    made.show()
    return made


def button(panel: LayingPanel, name: str) -> QPushButton:
    return next(
        one for one in panel.findChildren(QPushButton) if name in (one.text(), one.accessibleName())
    )


def test_one_page_needs_no_choice(qtbot: QtBot, panel: LayingPanel) -> None:
    panel.set_pages(1, 1)
    assert not panel._pages.isVisible()
    panel.set_pages(2, 10)
    assert panel._pages.isVisible()
    with qtbot.waitSignal(panel.page_wanted) as wanted:
        panel._number.setValue(5)
    assert wanted.args == [5]


def test_showing_a_page_asks_for_none(qtbot: QtBot, panel: LayingPanel) -> None:
    with qtbot.assertNotEmitted(panel.page_wanted):
        panel.set_pages(3, 10)


def test_turning_and_framing(qtbot: QtBot, panel: LayingPanel) -> None:
    with qtbot.waitSignal(panel.turned) as turned:
        button(panel, panel.tr("Turn right")).click()
    assert turned.args == [-90.0]
    with qtbot.waitSignal(panel.framing) as framing:
        panel._frame.click()
    assert framing.args == [True]


def test_what_is_told(panel: LayingPanel) -> None:
    panel.tell("", "no scale yet", "dim", "", is_enough=False)
    assert not panel.can_accept
    assert not panel._size.isVisible()
    panel.tell("12 × 9 m", "check it", "warn", "in the middle", is_enough=True)
    assert panel.can_accept
    assert panel._size.text() == "12 × 9 m"


def test_a_length_is_asked_for(qtbot: QtBot, panel: LayingPanel) -> None:
    assert panel.length_m == 0
    with qtbot.waitSignal(panel.changed):
        panel._length.setValue(8.4)
    assert panel.length_m == 8.4
    panel.forget_length()
    assert panel.length_m == 0
