"""The look follows the settings at once."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.support.look import Look
from desktop.support.settings import Settings


def test_theme_switches_and_is_told(look: Look, settings: Settings, qapp: QApplication) -> None:
    told: list[object] = []
    look.theme_changed.connect(told.append)
    look.switch_theme()
    assert look.theme.dark
    assert told == [look.theme]
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == look.theme.chrome.window
    look.switch_theme()
    assert settings.text("theme") == "day"


def test_text_grows(look: Look, settings: Settings, qapp: QApplication) -> None:
    settings.set("text_scale", 150)
    assert qapp.font().pixelSize() == look.theme.sizes.body == 20


def test_language_is_told(look: Look, qtbot: QtBot) -> None:
    with qtbot.waitSignal(look.language_changed) as told:
        look.switch_language()
    assert told.args == ["zh"]
    assert look.language == "zh"


def test_other_settings_change_nothing(look: Look, settings: Settings) -> None:
    told: list[object] = []
    look.theme_changed.connect(told.append)
    settings.set("who", "somebody")
    assert told == []


def test_widgets_follow_the_language_in_type_too(look: Look, qtbot: QtBot, window: QWidget) -> None:
    label = QLabel("“Tower A” · 148 m", window)
    label.show()
    narrow = label.sizeHint().width()
    look.switch_language()
    qtbot.waitUntil(lambda: label.sizeHint().width() > narrow)
    look.switch_language()
    qtbot.waitUntil(lambda: label.sizeHint().width() == narrow)
