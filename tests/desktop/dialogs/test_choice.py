"""A question with a few answers: nothing is chosen for the user, unless it is meant."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.choice import Answer, ChoiceDialog

ANSWERS = [Answer("a", "First & foremost", "what it means"), Answer("b", "Second")]


def asked(window: QWidget, **said: str) -> ChoiceDialog:
    return ChoiceDialog("Title", "Text <b>plain</b>", ANSWERS, window, **said)


def test_it_waits_for_a_choice(window: QWidget, qtbot: QtBot) -> None:
    dialog = asked(window)
    assert not dialog.go.isEnabled()
    dialog.buttons["b"].setChecked(True)
    dialog.go.click()
    assert (dialog.chosen, dialog.for_all) == ("b", False)


def test_a_default_is_chosen(window: QWidget) -> None:
    dialog = asked(window, first="a", same="The same for all")
    dialog._same.setChecked(True)
    dialog.go.click()
    assert (dialog.chosen, dialog.for_all) == ("a", True)


def test_turning_back_chooses_nothing(window: QWidget) -> None:
    dialog = asked(window, first="a")
    dialog.back.click()
    assert dialog.chosen == ""
