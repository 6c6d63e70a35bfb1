"""The settings dialog is the table, and what is chosen holds at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.settings import SettingsDialog
from desktop.support.look import Look
from desktop.support.settings import SETTINGS, Settings
from desktop.widgets.segmented import Segmented

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def dialog(window: QWidget, settings: Settings) -> SettingsDialog:
    made = SettingsDialog(settings, window)
    made.show()
    return made


def test_every_setting_has_a_named_control(dialog: SettingsDialog) -> None:
    assert list(dialog.rows) == [row.key for row in SETTINGS]
    assert all(row.control.accessibleName() for row in dialog.rows.values())


def test_choice_holds_at_once(dialog: SettingsDialog, look: Look, qtbot: QtBot) -> None:
    control = dialog.rows["theme"].control
    assert isinstance(control, Segmented)
    assert control.current == "day"
    qtbot.keyClick(control, Qt.Key.Key_Right)
    assert look.theme.name == "night"


def test_flag_and_text(dialog: SettingsDialog, settings: Settings) -> None:
    box, line = dialog.rows["ghost_floor"].control, dialog.rows["who"].control
    assert isinstance(box, QCheckBox)
    assert isinstance(line, QLineEdit)
    box.click()
    line.setText("  指挥员  ")
    line.editingFinished.emit()
    assert settings.flag("ghost_floor")
    assert settings.text("who") == "指挥员"


def test_a_change_elsewhere_is_shown(dialog: SettingsDialog, settings: Settings) -> None:
    settings.set("text_scale", 130)
    control = dialog.rows["text_scale"].control
    assert isinstance(control, Segmented)
    assert control.current == "130"


def test_language_turns_the_dialog_itself(
    dialog: SettingsDialog, settings: Settings, qtbot: QtBot
) -> None:
    settings.set("language", "zh")
    qtbot.waitUntil(lambda: dialog.windowTitle() == "设置")
    assert dialog.rows["who"].control.accessibleName() == "您的姓名"


def test_defaults_come_back(dialog: SettingsDialog, settings: Settings) -> None:
    settings.set("who", "x")
    reset = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Back to defaults")
    reset.click()
    assert settings.text("who") == ""


def reset_of(dialog: SettingsDialog) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b is not dialog._close)


def test_going_back_to_defaults_can_be_undone(dialog: SettingsDialog, settings: Settings) -> None:
    chosen: dict[str, str | int | bool] = {
        "who": "x",
        "text_scale": 130,
        "ghost_floor": True,
        "theme": "night",
    }
    for key, value in chosen.items():
        settings.set(key, value)
    before = {row.key: settings.value(row.key) for row in SETTINGS}
    button = reset_of(dialog)
    button.click()
    assert {row.key: settings.value(row.key) for row in SETTINGS} == {
        row.key: row.default for row in SETTINGS
    }
    assert button.text().startswith("Undo")
    button.click()
    assert {row.key: settings.value(row.key) for row in SETTINGS} == before
    assert button.text() == "Back to defaults"


def test_a_change_after_the_reset_ends_the_undo(dialog: SettingsDialog, settings: Settings) -> None:
    settings.set("who", "x")
    button = reset_of(dialog)
    button.click()
    settings.set("ghost_floor", True)
    assert button.text() == "Back to defaults"
    button.click()
    assert not settings.flag("ghost_floor")
    assert settings.text("who") == ""


def test_defaults_that_already_hold_leave_nothing_to_undo(
    dialog: SettingsDialog, settings: Settings
) -> None:
    settings.reset()
    button = reset_of(dialog)
    button.click()
    assert button.text() == "Back to defaults"


def test_text_half_as_large_again_still_fits(
    dialog: SettingsDialog, settings: Settings, qtbot: QtBot
) -> None:
    settings.set("text_scale", 150)

    def fits() -> bool:
        right = [
            row.control.mapTo(dialog, row.control.rect().topRight()).x()
            for row in dialog.rows.values()
        ]
        return max(right) <= dialog.width()

    qtbot.waitUntil(fits)
