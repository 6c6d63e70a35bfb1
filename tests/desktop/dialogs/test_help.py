"""Help holds every key and every word, and thins out while typing."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.help import HelpDialog
from desktop.dialogs.rows import KeyGroup
from desktop.support.glossary import WORDS
from desktop.support.look import Look
from desktop.widgets.key_hint import KeyHint

GROUPS = [
    KeyGroup(text="Go", keys=(("One floor up", ("PgUp",), "shang yi ceng"),)),
    KeyGroup(text="File", keys=(("Quit", ("Ctrl+Q", "Alt+F4"), "tui chu"),)),
]


@pytest.fixture
def dialog(window: QWidget) -> HelpDialog:
    made = HelpDialog(GROUPS, "en", window)
    made.show()
    return made


def visible(dialog: HelpDialog, page: int) -> set[str]:
    area = dialog.findChild(QTabWidget).widget(page)
    return {label.text() for label in area.findChildren(QLabel) if not label.isHidden()}


def test_keys_and_words_are_there(dialog: HelpDialog) -> None:
    assert {"Go", "One floor up", "File", "Quit"} <= visible(dialog, 0)
    assert len(dialog.findChildren(KeyHint)) == 3
    assert {word.en for word in WORDS} | {word.zh for word in WORDS} <= visible(dialog, 1)


@pytest.mark.parametrize("query", ["floor up", "shangyi", "syc", "pgup"])
def test_typing_finds_keys(dialog: HelpDialog, query: str) -> None:
    dialog.findChild(QLineEdit).setText(query)
    assert visible(dialog, 0) == {"Go", "One floor up"}


def test_typing_turns_to_the_page_that_has_it(dialog: HelpDialog) -> None:
    dialog.findChild(QLineEdit).setText("预案库")
    tabs = dialog.findChild(QTabWidget)
    assert tabs.currentIndex() == 1
    assert {"Binder", "预案库"} <= visible(dialog, 1)
    assert visible(dialog, 0) == {"Nothing here is called that."}


def test_language(dialog: HelpDialog, look: Look, qtbot: QtBot) -> None:
    look.switch_language()
    qtbot.waitUntil(lambda: dialog.windowTitle() == "快捷键、用语与图例")
