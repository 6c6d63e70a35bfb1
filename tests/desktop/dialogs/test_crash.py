"""A fault is shown once, and the program lives on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.crash import CrashDialog, CrashWatch
from desktop.support.crash import CrashGuard


def button(dialog: CrashDialog, text: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == text)


def test_details_can_be_copied(window: QWidget, tmp_path: Path) -> None:
    dialog = CrashDialog("what to send", tmp_path, window)
    dialog.show()
    button(dialog, "Copy details").click()
    assert QGuiApplication.clipboard().text() == "what to send"
    assert not dialog.isModal()


def test_going_on_and_quitting(window: QWidget, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = CrashDialog("x", tmp_path, window)
    dialog.show()
    with qtbot.assertNotEmitted(dialog.quit_wanted):
        button(dialog, "Go on").click()
    again = CrashDialog("x", tmp_path, window)
    again.show()
    with qtbot.waitSignal(again.quit_wanted):
        button(again, "Quit").click()


@pytest.mark.usefixtures("look")
def test_one_dialog_at_a_time(window: QWidget, tmp_path: Path) -> None:
    guard = CrashGuard(parent=window)
    watch = CrashWatch(guard, tmp_path, window)
    guard.met.emit("first")
    first = watch.dialog
    guard.met.emit("second")
    assert first is not None
    assert watch.dialog is first
    first.accept()
    assert watch.dialog is None
