"""Typing in any script finds an action, and Enter does it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.command_palette import CommandPalette, rank
from desktop.dialogs.rows import Command

ROWS = (
    ("上一层", "One floor up", "shang yi ceng", True),
    ("下一层", "One floor down", "xia yi ceng", False),
    ("打开预案库…", "Open binder...", "da kai yu an ku", True),
    ("文件夹", "Folder", "wen jian jia", True),
)


@pytest.fixture
def commands(window: QWidget) -> list[Command]:
    made = []
    for zh, en, pinyin, enabled in ROWS:
        action = QAction(en, window)
        action.setEnabled(enabled)
        made.append(Command(action=action, words=(zh, en), pinyin=pinyin))
    return made


@pytest.fixture
def palette(window: QWidget, commands: list[Command]) -> CommandPalette:
    made = CommandPalette(commands, window)
    made.show()
    return made


def shown(palette: CommandPalette) -> list[str]:
    rows = palette.findChild(QListWidget)
    return [rows.item(at).text() for at in range(rows.count())]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("上一", "One floor up"),
        ("ceng", "One floor up"),
        ("syc", "One floor up"),
        ("shang yi", "One floor up"),
        ("open", "Open binder..."),
        ("binder", "Open binder..."),
        ("yuanku", "Open binder..."),
        ("dkyak", "Open binder..."),
    ],
)
def test_found_by(palette: CommandPalette, query: str, first: str) -> None:
    palette.findChild(QLineEdit).setText(query)
    assert shown(palette)[0] == first


def test_beginning_is_better_than_inside(commands: list[Command]) -> None:
    assert rank(commands[3], "fol") > rank(commands[0], "flo") > rank(commands[1], "oor") > 0
    assert rank(commands[0], "quatsch") == 0


def test_what_cannot_be_done_stands_last(palette: CommandPalette) -> None:
    palette.findChild(QLineEdit).setText("floor")
    assert shown(palette) == ["One floor up", "One floor down"]


def test_enter_does_it_and_closes(
    palette: CommandPalette, commands: list[Command], qtbot: QtBot
) -> None:
    done: list[str] = []
    commands[2].action.triggered.connect(lambda: done.append("opened"))
    line = palette.findChild(QLineEdit)
    line.setText("dakai")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert done == ["opened"]
    assert not palette.isVisible()


def test_arrows_walk_while_typing(palette: CommandPalette, qtbot: QtBot) -> None:
    line, rows = palette.findChild(QLineEdit), palette.findChild(QListWidget)
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert rows.currentRow() == 1
    qtbot.keyClick(line, Qt.Key.Key_PageUp)
    assert rows.currentRow() == 0


def test_disabled_is_not_done(
    palette: CommandPalette, commands: list[Command], qtbot: QtBot
) -> None:
    done: list[str] = []
    commands[1].action.triggered.connect(lambda: done.append("down"))
    line = palette.findChild(QLineEdit)
    line.setText("xia yi")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert done == []


def test_nothing_found_is_said(palette: CommandPalette) -> None:
    palette.findChild(QLineEdit).setText("quatsch")
    assert shown(palette) == []


def test_escape_closes(palette: CommandPalette, qtbot: QtBot) -> None:
    qtbot.keyClick(palette, Qt.Key.Key_Escape)
    assert not palette.isVisible()
