"""The bar at the top: menu, search, title, language, theme, clock."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from desktop.window.main import MainWindow
from desktop.window.topbar import TopBar


def test_the_clock_shows_the_programs_time(main: MainWindow) -> None:
    assert main.top._clock.text() == "21:30"


def test_buttons_switch_language_and_theme(main: MainWindow, qtbot: QtBot) -> None:
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(main.top._language, left)
    assert main.look.language == "zh"
    assert main.top._language.text() == "EN"
    qtbot.mouseClick(main.top._theme, left)
    assert main.look.theme.dark
    names = [button.accessibleName() for button in main.top.findChildren(QToolButton)
             if isinstance(button.parent(), TopBar)]  # fmt: skip
    assert all(names)
    assert len(set(names)) == len(names)


def test_the_menu_holds_every_menu(main: MainWindow) -> None:
    menu = main.top._menu.menu()
    assert menu is not None
    assert len(menu.actions()) == 5
